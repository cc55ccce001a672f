// Why: a service with the vendor's library, as small as the library can tell: its folder, and what is asked
// of the real helper there.
#pragma once

#include <atomic>
#include <chrono>
#include <map>
#include <string>
#include <vector>

#include "core/files/file_system.h"
#include "core/vault/kmc_library.h"
#include "tests/support/temporary_folder.h"

namespace certwright::test {

// Which of the stand-ins: one whose interface lacks a function, one that needs another library.
enum class StandIn { Whole, Lacking, Needing };

// RecordedProgress writes down how often AwaitLibrary came, and cancels after a time.
class RecordedProgress final : public base::Progress {
  public:
    void enter(base::Step step, int done, int total) override;
    bool cancelled() const override { return std::chrono::steady_clock::now() >= cancelAt; }

    std::chrono::steady_clock::time_point cancelAt = std::chrono::steady_clock::time_point::max();
    std::atomic<int> waits = 0;
    int lastDone = -1;
    int lastTotal = -1;
};

// KmcSite is a folder with lib/libkmcext.so, keys/ and run/ (for the copies). `limits` are short, so that a
// hanging library costs a test little.
class KmcSite {
  public:
    explicit KmcSite(StandIn standIn = StandIn::Whole);

    // behave says how the library shall behave: words and arguments of its neighbour file.
    void behave(const std::map<std::string, std::string>& lines);
    // putNeeded puts the library that Needing needs beside it; returns its path.
    std::string putNeeded();
    std::string library() const { return folder.at("lib/libkmcext.so"); }
    // seal and unseal ask the real helper.
    vault::VendorResult<vault::VendorSealed> seal(const std::string& plain,
                                                  const vault::KeyStoreFiles& stores = {});
    vault::VendorResult<std::string> unseal(const std::string& sealed, const vault::KeyStoreFiles& stores);
    // leftInRun lists what the work left behind.
    std::vector<std::string> leftInRun() const;
    // fact returns the rest of the first line that begins with `name` in what the library wrote about its
    // process ("facts-…" with facts()); waits for it up to 10 s.
    std::string fact(const std::string& name) const;
    std::string facts() const { return folder.at("facts/of"); }

    TemporaryFolder folder;
    std::unique_ptr<files::FileSystem> fileSystem = files::localFileSystem();
    vault::KmcSetup setup;
    vault::VendorSettings settings;
    RecordedProgress progress;
};

// describe is "kind name" of a fault, to be compared in one go; faultOf "none" if there is none.
std::string describe(const vault::VendorFault& fault);
template <typename T> std::string faultOf(const vault::VendorResult<T>& result) {
    return result ? "none" : describe(result.error());
}

// endsSoon tells whether the process is gone within 2 s.
bool endsSoon(int process);

} // namespace certwright::test

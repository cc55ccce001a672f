// Why: all-or-nothing is only believed of code that was failed, and killed, at every single operation.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "core/files/file_system.h"

namespace certwright::test {

// PowerCut is thrown in place of a kill or a power cut. It is no std::exception, so that nothing catches it
// by chance.
struct PowerCut {
    int operation;
    std::string call;
};

// Counted says which verbs the number n of a fault counts.
enum class Counted { All, Writes };
// Cut says what of the operation at which the power goes was done: nothing, everything, or (writeNew only;
// nothing elsewhere) a file with the first half of its content.
enum class Cut { Before, Halfway, After };

// FaultFileSystem passes every verb on to `inner` (which must outlive it), counts and writes them down, and
// fails the one it is told to. Counting starts at 1. One fault at a time: arming replaces the one before.
class FaultFileSystem final : public files::FileSystem {
  public:
    explicit FaultFileSystem(files::FileSystem& inner, Counted counted = Counted::All);

    // failAt makes operation `n`, and only that, fail with `code`; nothing of it is done.
    void failAt(int n, base::ErrorCode code);
    // failFrom makes operation `n` and all after it fail with `code`.
    void failFrom(int n, base::ErrorCode code);
    // cutPowerAt throws PowerCut at operation `n`. All later verbs, of whatever kind, fail with InputOutput
    // and do nothing, so that whoever tidies up while the exception flies cannot.
    void cutPowerAt(int n, Cut cut);
    // failPath makes every writing verb whose path (or either path of replace) is `path` fail with `code`,
    // besides the other fault.
    void failPath(const std::string& path, base::ErrorCode code);
    // disarm removes all faults (the power is back) and starts counting anew.
    void disarm();
    // operations returns how many counted verbs were called since the start or the last disarm.
    int operations() const { return m_count; }
    // calls lists those verbs as "verb path" ("replace from to").
    const std::vector<std::string>& calls() const { return m_calls; }

    // pretend makes stat say `info` of `path`, for owners and link counts that a test cannot make without
    // root.
    void pretend(const std::string& path, const base::FileInfo& info) { m_infos[path] = info; }
    // pretendSelf makes self say `owner`.
    void pretendSelf(base::Owner owner) { m_self = owner; }
    // pretendFreeSpace makes freeSpace say `octets` everywhere.
    void pretendFreeSpace(std::uint64_t octets) { m_free = octets; }

    // pretendVolume makes volume say `volume` everywhere; where it does not exchange, exchange fails too.
    void pretendVolume(const files::Volume& volume) { m_volume = volume; }

    base::Result<base::FileInfo> stat(const std::string& path, files::Links links) const override;
    base::Result<base::Bytes> read(const std::string& path, std::uint64_t maximum,
                                   files::Links links) const override;
    base::Result<std::vector<std::string>> list(const std::string& folder) const override;
    base::Result<std::string> resolve(const std::string& path) const override;
    base::Result<std::uint64_t> freeSpace(const std::string& folder) const override;
    base::Result<files::Volume> volume(const std::string& folder) const override;
    base::Result<bool> hasAccessList(const std::string& path) const override;
    std::uint32_t storedMode(std::uint32_t mode, base::FileKind kind) const override {
        return m_inner.storedMode(mode, kind);
    }
    base::Owner self() const override;
    std::string accountName(std::uint32_t user) const override;

    base::Status writeNew(const std::string& path, base::ByteView content, std::uint32_t mode,
                          std::optional<base::Owner> owner) override;
    base::Status replace(const std::string& from, const std::string& to) override;
    base::Status remove(const std::string& path) override;
    base::Status setMode(const std::string& path, std::uint32_t mode) override;
    base::Status makeFolder(const std::string& path, std::uint32_t mode,
                            std::optional<base::Owner> owner) override;
    base::Status removeFolder(const std::string& path) override;
    base::Status exchange(const std::string& one, const std::string& other) override;
    base::Status link(const std::string& from, const std::string& to) override;
    base::Status wipe(const std::string& path) override;
    base::Status syncFolder(const std::string& path) override;

  private:
    enum class Fault { None, FailOnce, FailOn, PowerCut };
    enum class Kind { Read, Write };

    bool count(Kind kind, const std::string& call) const;
    base::Status before(Kind kind, const std::string& call, const std::string& path) const;
    template <typename Action>
    auto guarded(Kind kind, const std::string& call, const std::string& path, Action action) const
        -> decltype(action());

    files::FileSystem& m_inner;
    Counted m_counted;
    Fault m_fault = Fault::None;
    int m_at = 0;
    base::ErrorCode m_code = base::ErrorCode::InputOutput;
    Cut m_cut = Cut::Before;
    mutable bool m_dark = false;
    mutable int m_count = 0;
    mutable std::vector<std::string> m_calls;
    std::map<std::string, base::ErrorCode> m_paths;
    std::map<std::string, base::FileInfo> m_infos;
    std::optional<base::Owner> m_self;
    std::optional<std::uint64_t> m_free;
    std::optional<files::Volume> m_volume;
};

} // namespace certwright::test

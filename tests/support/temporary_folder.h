// Why: tests need real folders with real modes, away from each other, and gone afterwards whatever modes they
// left.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "core/base/bytes.h"
#include "tests/support/modes.h"

namespace certwright::test {

// TemporaryFolder is a fresh folder of mode 0700 under the system's temporary folder, removed with everything
// in it. Aborts the test program if there is none to be had.
class TemporaryFolder {
  public:
    TemporaryFolder();
    TemporaryFolder(const TemporaryFolder&) = delete;
    TemporaryFolder& operator=(const TemporaryFolder&) = delete;
    ~TemporaryFolder();

    // path is absolute and free of symbolic links, as the writing verbs want it.
    const std::string& path() const { return m_path; }
    // at returns the path of `name` below the folder.
    std::string at(std::string_view name) const;
    // write makes (or replaces) a file below the folder, and the folders above it (0700); returns its path.
    std::string write(std::string_view name, base::ByteView content, std::uint32_t mode = 0600) const;
    std::string write(std::string_view name, std::string_view content, std::uint32_t mode = 0600) const;
    // makeFolder makes a folder, and those above it (0700), with `mode`; returns its path.
    std::string makeFolder(std::string_view name, std::uint32_t mode = 0700) const;
    // read returns the content of a file below the folder; empty if there is none.
    std::string read(std::string_view name) const;
    // modeOf returns the lower 12 mode bits of what stands at `name`; 0 if nothing does.
    std::uint32_t modeOf(std::string_view name) const;
    // exists tells whether anything, a dangling link included, stands at `name`.
    bool exists(std::string_view name) const;

  private:
    std::string m_path;
};

} // namespace certwright::test

// Why: modes are prepared and looked at without help from the code under test. Windows has access lists in
// their place: "nobody but the owner" is what they share.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>

#include "tests/support/utf8_path.h"

namespace certwright::test {

// setMode gives a file or folder these mode bits. On Windows: an access list for the owner alone, or for
// everybody as far as the bits of the others say, or nobody (0); and the read-only attribute for a file that
// its owner may not write.
void setMode(const std::filesystem::path& path, std::uint32_t mode);
inline void setMode(const std::string& path, std::uint32_t mode) {
    setMode(utf8Path(path), mode);
}
// modeOf returns the lower 12 mode bits of what stands at `path` itself; 0 if nothing does. On Windows one of
// 0400, 0600, 0444, 0644, 0700 and 0755.
std::uint32_t modeOf(const std::filesystem::path& path);
inline std::uint32_t modeOf(const std::string& path) {
    return modeOf(utf8Path(path));
}
enum class Entry { File, Folder };
// keptMode is what can be compared of a mode afterwards: all of it on POSIX; on Windows what it keeps (owner
// only or as the folder, read-only or not), and under Wine, which hands nothing down from folders, read-only
// or not.
std::uint32_t keptMode(std::uint32_t mode, Entry entry);
// letRemove makes a file one that its owner can remove: Windows refuses that for read-only ones.
void letRemove(const std::filesystem::path& path);
// removeFile removes what stands at `path`, a read-only file too; false if nothing does. removeAll removes a
// folder with everything in it, whatever modes it has.
bool removeFile(const std::filesystem::path& path);
void removeAll(const std::filesystem::path& path);
inline bool removeFile(const std::string& path) {
    return removeFile(utf8Path(path));
}
inline void removeAll(const std::string& path) {
    removeAll(utf8Path(path));
}
// setOwner gives a file to another account; only root can (runsAsRoot).
void setOwner(const std::filesystem::path& path, std::uint32_t user);
// runsAsRoot tells whether modes mean nothing to this process.
bool runsAsRoot();

} // namespace certwright::test

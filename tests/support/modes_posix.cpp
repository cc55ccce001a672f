// Why: see modes.h.
#include "tests/support/modes.h"

#include <QtGlobal>
#include <sys/stat.h>
#include <unistd.h>

namespace certwright::test {

void setMode(const std::filesystem::path& path, std::uint32_t mode) {
    if (::chmod(path.c_str(), mode) != 0)
        qFatal("chmod %s", path.c_str());
}

std::uint32_t modeOf(const std::filesystem::path& path) {
    struct stat status {};
    return ::lstat(path.c_str(), &status) == 0 ? status.st_mode & 07777U : 0;
}

std::uint32_t keptMode(std::uint32_t mode, Entry) {
    return mode;
}

void letRemove(const std::filesystem::path&) {
    // The folder decides that.
}

void setOwner(const std::filesystem::path& path, std::uint32_t user) {
    if (::lchown(path.c_str(), user, user) != 0)
        qFatal("chown %s", path.c_str());
}

bool runsAsRoot() {
    return ::geteuid() == 0;
}

} // namespace certwright::test

// Why: see inherited_posix.h.
#include "core/process/inherited_posix.h"

#include <cerrno>
#include <charconv>
#include <cstring>
#include <dirent.h>
#include <memory>

namespace certwright::process {

namespace {

struct CloseFolder {
    void operator()(DIR* folder) const { ::closedir(folder); }
};

} // namespace

int closeFrom(posix_spawn_file_actions_t& actions, int first) {
#if defined(__GLIBC_PREREQ) && __GLIBC_PREREQ(2, 34)
    return ::posix_spawn_file_actions_addclosefrom_np(&actions, first);
#else
    return closeOpen(actions, first);
#endif
}

int closeOpen(posix_spawn_file_actions_t& actions, int first) {
    const std::unique_ptr<DIR, CloseFolder> folder(::opendir("/proc/self/fd"));
    if (!folder)
        return errno;
    // The folder itself is among them. It is closed by the time the program starts, which is no error then:
    // only numbers that no file can have are (posix_spawn_file_actions_addclose(3)).
    while (const dirent* entry = ::readdir(folder.get())) {
        const char* name = entry->d_name;
        int number = -1;
        const auto read = std::from_chars(name, name + std::strlen(name), number);
        if (read.ec != std::errc() || *read.ptr != '\0' || number < first)
            continue;
        if (const int error = ::posix_spawn_file_actions_addclose(&actions, number); error != 0)
            return error;
    }
    return 0;
}

} // namespace certwright::process

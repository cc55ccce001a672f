// Why: see program_folder.h.
#include "app/host/program_folder.h"

#include <cstdlib>
#include <filesystem>

namespace certwright::host {

std::string programFolder() {
    // The name that a program was started by may be relative, or found in PATH, or a link.
    std::error_code error;
    const auto program = std::filesystem::read_symlink("/proc/self/exe", error);
    return error ? std::string{} : program.parent_path().string();
}

std::vector<std::string> workFolders() {
    std::vector<std::string> folders;
    if (const char* runtime = std::getenv("XDG_RUNTIME_DIR"); runtime != nullptr && *runtime == '/')
        folders.emplace_back(runtime);
    folders.emplace_back("/dev/shm");
    if (const char* temporary = std::getenv("TMPDIR"); temporary != nullptr && *temporary == '/')
        folders.emplace_back(temporary);
    folders.emplace_back("/tmp");
    return folders;
}

} // namespace certwright::host

// Why: see program_folder.h.
#include "app/host/program_folder.h"

#include <filesystem>

namespace certwright::host {

std::string programFolder() {
    // The name that a program was started by may be relative, or found in PATH, or a link.
    std::error_code error;
    const auto program = std::filesystem::read_symlink("/proc/self/exe", error);
    return error ? std::string{} : program.parent_path().string();
}

} // namespace certwright::host

// Why: a library for another kind of processor is refused by the system with words that help nobody.
#pragma once

#include <string>

#include "core/files/file_system.h"

namespace certwright::vault {

// machineOf names the kind of computer that the program or library at `path` is built for, from its header
// (ELF: e_machine and class; PE: Machine): "x86-64", "aarch64", "x86", "arm", "riscv64", …, "machine 99", or
// "unknown" where it is neither or cut off.
std::string machineOf(const files::FileReader& reader, const std::string& path);

} // namespace certwright::vault

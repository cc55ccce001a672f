// Why: making practice material and writing it are two things; between them it is files as values. Inside
// this room only.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "core/base/bytes.h"
#include "core/base/clock.h"
#include "core/base/result.h"
#include "core/secret/secret_access.h"

namespace certwright::job {

// PracticeFile is one file; `path` is relative to the practice folder.
struct PracticeFile {
    std::string path;
    base::Bytes content;
    std::uint32_t mode = 0644;
};
using PracticeFiles = std::vector<PracticeFile>;

// materialFiles makes the files of every set, with fresh keys (a few, shared between the sets: making keys is
// what takes long). Fails with CryptoFailed.
base::Result<PracticeFiles> materialFiles(base::Time now, secret::SecretAccess access);

// serviceFiles returns the config of every practice service.
PracticeFiles serviceFiles();
// serviceFolders lists the folders below the practice folder, outer ones first, that services need.
std::vector<std::string> serviceFolders();

} // namespace certwright::job

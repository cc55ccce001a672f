// Why: where state lies and what a fingerprint is must be one answer for planners, the applier and recovery.
#include "core/plan/plan.h"

#include "core/files/path.h"
#include "core/ossl/digest.h"

namespace certwright::plan {

std::string stateFolderOf(const std::string& root) {
    return files::join(root, ".certwright");
}

std::string contentHash(base::ByteView content) {
    return ossl::sha256Hex(content);
}

} // namespace certwright::plan

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

std::string_view operationName(Operation operation) {
    switch (operation) {
    case Operation::Import:
        return "import";
    case Operation::Replace:
        return "replace";
    case Operation::CrlUpdate:
        return "crl-update";
    case Operation::Rollback:
        return "rollback";
    case Operation::Repair:
        return "repair";
    case Operation::Adopt:
        return "adopt";
    case Operation::Retention:
        return "retention";
    case Operation::Rotate:
        break;
    }
    return "rotate";
}

} // namespace certwright::plan

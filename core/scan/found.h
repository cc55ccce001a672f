// Why: what a search through folders finds, one thing at a time, as it goes to whoever listens.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.h"
#include "core/document/object.h"

namespace certwright::scan {

// Kind of a thing. Key is a private key that needs no password; Store a PKCS#12 container that was not
// opened; Foreign a key or store of another program, named and not read; Damaged what looks like one of the
// others and cannot be read.
enum class Kind { Certificate, Key, EncryptedKey, Crl, Request, Store, Foreign, Damaged };
inline constexpr std::size_t kindCount = 8;

// Condition is what is the matter with a thing, the worst first. Expired, NotYetValid and Expiring are said
// of certificates, OutOfDate of CRLs; ExposedToAll and ExposedToGroup of private keys in files that others
// may open; WeakKey and WeakDigest by the thresholds in Request.
enum class Condition {
    ExposedToAll,
    Expired,
    OutOfDate,
    WeakKey,
    WeakDigest,
    Expiring,
    ExposedToGroup,
    NotYetValid
};
inline constexpr std::size_t conditionCount = 8;

// kindName and conditionName are stable names for JSON ("encrypted-key", "exposed-to-all").
std::string_view kindName(Kind kind);
std::string_view conditionName(Condition condition);
// isWrong tells whether a condition is something to mend; ExposedToGroup and NotYetValid are often meant.
bool isWrong(Condition condition);

// Found is one thing in one file. `path` is the folder as it was named, then the way below it; in a zip
// archive the archive's, '/', and the name inside. `size` and `mode` are the file's. `item` is what was read,
// null for Foreign and Damaged. `format` names a Foreign thing. `keyId`
// is the SHA-256 of its SubjectPublicKeyInfo, empty where that is not known. Valid only during the call.
struct Found {
    std::string path;
    Kind kind = Kind::Damaged;
    std::uint64_t size = 0;
    std::uint32_t mode = 0;
    std::size_t line = 0;
    const document::Item* item = nullptr;
    const document::Damage* damage = nullptr;
    std::string_view format;
    base::Bytes keyId;
    std::vector<Condition> conditions;
};

// Pair is a private key with the certificates of its public key. `certificates` are paths, at most 100 of the
// `count`, in their order as text; `keys` are the files that hold the key.
struct Pair {
    std::vector<std::string> keys;
    std::vector<std::string> certificates;
    std::size_t count = 0;
};

// Duplicate is one certificate or key that stands in `count` (at least two) files; `paths` at most 100 of
// them.
struct Duplicate {
    Kind kind = Kind::Certificate;
    std::vector<std::string> paths;
    std::size_t count = 0;
};

} // namespace certwright::scan

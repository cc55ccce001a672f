// Why: opening what is encrypted has three ways to fail, and a person needs to know which (issue: wrong
// password, unsupported scheme, damaged file).
#pragma once

#include <optional>
#include <string>
#include <vector>

#include <tl/expected.hpp>

#include "core/document/object.h"

namespace certwright::document {

enum class OpenFailure { WrongPassword, UnsupportedScheme, Damaged };

// OpenError: `detail` is OpenSSL's word, for "details" only; of UnsupportedScheme it names the scheme.
// `fault` says what is wrong with what is Damaged, where that is known.
struct OpenError {
    OpenFailure failure = OpenFailure::Damaged;
    std::string detail;
    std::optional<Fault> fault = {};
};

template <typename T> using OpenResult = tl::expected<T, OpenError>;

// openKey decrypts with the password's octets as they are (RFC 8018 leaves the encoding open; UTF-8 by
// convention). A padding that happens to fit a wrong password but yields no key is WrongPassword too.
OpenResult<PrivateKey> openKey(const EncryptedKey& key, const secret::SecretBytes& password,
                               secret::SecretAccess access);

// Pkcs12Contents is what a container holds: objects, and what is of no use here.
struct Pkcs12Contents {
    std::vector<Item> items;
    std::vector<Aside> asides;
};

// openPkcs12 checks the MAC and returns the container's objects (certificates in file order, keys opened),
// each with Container::Pkcs12. The password is UTF-8 and becomes a BMPString inside (RFC 7292 appendix B.1);
// for a file whose writer used the raw octets, that is tried too. RC2-40/3DES files use the legacy provider,
// loaded for that call only. A key that has a password of its own, not the container's, stays an
// EncryptedKey.
OpenResult<std::vector<Item>> openPkcs12(const Pkcs12& container, const secret::SecretBytes& password,
                                         secret::SecretAccess access);
// openPkcs12Contents does the same and tells what else is in the container.
OpenResult<Pkcs12Contents> openPkcs12Contents(const Pkcs12& container, const secret::SecretBytes& password,
                                              secret::SecretAccess access);

// certificateOf returns the place in `items` of the certificate of the key at `key`: the one with its public
// key or, of a key that is not open, the one with its local key id. Nothing if there is none, or no key
// there.
std::optional<std::size_t> certificateOf(const std::vector<Item>& items, std::size_t key);

} // namespace certwright::document

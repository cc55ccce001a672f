// Why: the recognisers of foreign formats, one file for each family. Private to this room.
#pragma once

#include "core/document/foreign.h"

namespace certwright::document {

// Most names that are kept of a key store, and octets of a text that a stranger chose (a comment, an alias).
inline constexpr std::size_t mostForeignNames = 20;
inline constexpr std::size_t longestForeignText = 200;

// shortened returns at most longestForeignText octets of `text`.
inline std::string shortened(std::string_view text) {
    return std::string(text.substr(0, longestForeignText));
}

// foreign_ssh.cpp. sshPrivateKey reads the details of an OPENSSH PRIVATE KEY (OpenSSH's PROTOCOL.key).
ForeignFile sshPrivateKey(base::ByteView base64, secret::SecretAccess access);
// sshText recognises one-line public keys and certificates, and RFC 4716 files.
std::optional<ForeignFile> sshText(std::string_view text, secret::SecretAccess access);
// foreign_java.cpp. javaStore recognises JKS and JCEKS by their magic, BKS and UBER by their header.
std::optional<ForeignFile> javaStore(base::ByteView content);
// foreign_jwk.cpp. jwkText recognises a JWK or a set of them; no value of a private member is copied.
std::optional<ForeignFile> jwkText(std::string_view text);
// foreign_text.cpp. otherText recognises PuTTY and age keys and web pages.
std::optional<ForeignFile> otherText(std::string_view text);

} // namespace certwright::document

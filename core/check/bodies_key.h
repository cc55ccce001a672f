// Why: What can be seen of the private key and its password.
// Plain data; fields() hands each to a visitor by its JSON name, codes are stable.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/clock.h"

namespace certwright::check {

// PasswordNeeded: the key (or PKCS#12 container) is encrypted and no password was given.
struct PasswordNeeded {
    static constexpr std::string_view code = "key.password-needed";
    std::string path;

    template <typename Visit> void fields(Visit visit) const { visit("path", path); }
};

// PasswordWrong: the password does not open it.
struct PasswordWrong {
    static constexpr std::string_view code = "key.password-wrong";
    std::string path;
    int attempts = 0;

    template <typename Visit> void fields(Visit visit) const {
        visit("path", path);
        visit("attempts", attempts);
    }
};

// PasswordTooLong: longer than the service's own importer takes, in characters.
struct PasswordTooLong {
    static constexpr std::string_view code = "key.password-too-long";
    int length = 0;
    int maximum = 0;

    template <typename Visit> void fields(Visit visit) const {
        visit("length", length);
        visit("maximum", maximum);
    }
};

// PasswordInGb18030: the password opened the key only as GB18030 octets.
struct PasswordInGb18030 {
    static constexpr std::string_view code = "key.password-gb18030";
    std::string path;

    template <typename Visit> void fields(Visit visit) const { visit("path", path); }
};

// KeyUnsupported: encrypted in a way that is not supported; `scheme` as EncryptionFacts name it.
struct KeyUnsupported {
    static constexpr std::string_view code = "key.unsupported";
    std::string path;
    std::string scheme;
    std::string detail;

    template <typename Visit> void fields(Visit visit) const {
        visit("path", path);
        visit("scheme", scheme);
        visit("detail", detail);
    }
};

// KeyDamaged: the encrypted key is damaged.
struct KeyDamaged {
    static constexpr std::string_view code = "key.damaged";
    std::string path;
    std::string detail;

    template <typename Visit> void fields(Visit visit) const {
        visit("path", path);
        visit("detail", detail);
    }
};

// KeyUnencrypted: the key brought is not encrypted at all.
struct KeyUnencrypted {
    static constexpr std::string_view code = "key.unencrypted";
    std::string path;

    template <typename Visit> void fields(Visit visit) const { visit("path", path); }
};

// KeyMismatch: key and certificate have different public keys; fingerprints are SHA-256 of the
// SubjectPublicKeyInfo, hexadecimal.
struct KeyMismatch {
    static constexpr std::string_view code = "key.mismatch";
    std::string path;
    std::string certificatePath;
    std::string keyFingerprint;
    std::string certificateFingerprint;

    template <typename Visit> void fields(Visit visit) const {
        visit("path", path);
        visit("certificatePath", certificatePath);
        visit("keyFingerprint", keyFingerprint);
        visit("certificateFingerprint", certificateFingerprint);
    }
};

// KeyType: a key type that the service refuses; `found` like "EC prime256v1", `allowed` like {"RSA"}.
struct KeyType {
    static constexpr std::string_view code = "key.type";
    std::string path;
    std::string found;
    std::vector<std::string> allowed;

    template <typename Visit> void fields(Visit visit) const {
        visit("path", path);
        visit("found", found);
        visit("allowed", allowed);
    }
};

// KeyTooSmall: fewer bits than any service should use.
struct KeyTooSmall {
    static constexpr std::string_view code = "key.too-small";
    std::string path;
    int bits = 0;
    int minimum = 0;

    template <typename Visit> void fields(Visit visit) const {
        visit("path", path);
        visit("bits", bits);
        visit("minimum", minimum);
    }
};

// KeySmall: fewer bits than recommended today.
struct KeySmall {
    static constexpr std::string_view code = "key.small";
    std::string path;
    int bits = 0;
    int recommended = 0;

    template <typename Visit> void fields(Visit visit) const {
        visit("path", path);
        visit("bits", bits);
        visit("recommended", recommended);
    }
};

} // namespace certwright::check

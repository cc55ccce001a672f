// Why: what was brought, sorted into roles, as the one input of all rules.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/base/file_info.h"
#include "core/document/object.h"

namespace certwright::check {

// SourceFile is a file that was read: as named by the person, and what stat said of it (the link itself, and
// the file behind it where it is one). Of a file in an `archive` (empty: it is in none) that is what stat
// said of the archive.
struct SourceFile {
    std::string path;
    base::FileInfo info;
    base::FileInfo target;
    std::string ownerName;
    bool holdsPrivateKey = false;
    std::string archive = {};
};

// A certificate or CRL with the file it came from (`line`, `encoding` and `container` as in document::Item;
// by their lines one sees whether the certificates of a file stand in the order that a server must send
// them).
struct SourcedCertificate {
    document::Certificate certificate;
    std::string path;
    std::size_t line = 0;
};
struct SourcedCrl {
    document::Crl crl;
    std::string path;
    document::Encoding encoding = document::Encoding::Pem;
    document::Container container = document::Container::None;
};

// KeyState tells how far the private key was opened.
enum class KeyState {
    Absent,
    Opened,
    OpenedAsGb18030,
    Unencrypted,
    PasswordNeeded,
    PasswordWrong,
    Unsupported,
    Damaged
};

// SourcedKey holds only the public facts of the key; the key itself stays with whoever opened it. `facts` and
// `remarks` are valid for the three opened states; `fault` says what is wrong with one that is not.
struct SourcedKey {
    KeyState state = KeyState::Absent;
    std::string path;
    document::KeyFacts facts;
    document::EncryptionFacts encryption;
    std::string detail;
    int attempts = 0;
    std::optional<int> passwordCharacters;
    std::optional<document::Fault> fault = {};
    std::vector<document::Fault> remarks = {};
};

// TrustPair is a CA with its CRL for another direction than the server's own (AOI: platform, gateway).
struct TrustPair {
    std::string slot;
    std::vector<SourcedCertificate> cas;
    std::vector<SourcedCrl> crls;
};

// Material is everything that the rules look at. `pool` holds every certificate found in any file that is
// neither the leaf nor a chosen CA: intermediates are taken from it.
struct Material {
    std::vector<SourceFile> sources;
    std::optional<SourcedCertificate> leaf;
    std::vector<SourcedCertificate> cas;
    std::vector<SourcedCertificate> pool;
    SourcedKey key;
    std::vector<SourcedCrl> crls;
    std::vector<TrustPair> pairs;
    base::Owner user;
    std::string userName;
};

} // namespace certwright::check

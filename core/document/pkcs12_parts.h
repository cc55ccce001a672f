// Why: a PKCS#12 container is taken apart by tags and lengths: what OpenSSL refuses without a word has a name
// here, and no key is copied to where it is not wiped.
#pragma once

#include <optional>
#include <vector>

#include "core/document/ber.h"
#include "core/document/reading.h"

namespace certwright::document {

// ContentInfo is a PKCS#7 object (RFC 2315 section 7): its type, an OBJECT IDENTIFIER's DER, and what stands
// in its [0].
struct ContentInfo {
    base::ByteView type;
    base::ByteView content;
};

// Protected is an encrypted part: the AlgorithmIdentifier and the encrypted octets.
struct Protected {
    base::ByteView algorithm;
    base::Bytes octets;
};

// SafeBag is one bag (RFC 7292 section 4.2): its type, what stands in its [0], and its attributes.
struct SafeBag {
    base::ByteView type;
    base::ByteView value;
    base::ByteView attributes;
};

// Pkcs12Parts are the outer parts of a PFX, looking at its octets. Without `authenticated` (the content
// octets of the safes) it is in public-key mode. `mac` is the content of MacData, if there is one.
struct Pkcs12Parts {
    std::optional<base::ByteView> authenticated;
    std::optional<base::ByteView> mac;
};

// The parts of definite DER; each fails with the fault that is in the way.
Checked<Pkcs12Parts> pkcs12Parts(base::ByteView pfx);
Checked<std::vector<ContentInfo>> contentInfos(base::ByteView authenticatedSafe);
Checked<std::vector<SafeBag>> safeBags(base::ByteView safeContents);
// dataOf returns the octets of pkcs7-data.
std::optional<base::ByteView> dataOf(const ContentInfo& info);
// encryptedOf returns the encrypted part of pkcs7-encryptedData.
std::optional<Protected> encryptedOf(const ContentInfo& info);
// protectedKey takes an EncryptedPrivateKeyInfo apart.
std::optional<Protected> protectedKey(base::ByteView encryptedPrivateKeyInfo);

} // namespace certwright::document

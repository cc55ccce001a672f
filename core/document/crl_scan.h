// Why: what one pass over a CRL leaves behind must do for everything that is asked later, since a list of a
// million entries is neither kept nor read again.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "core/base/bytes.h"
#include "core/base/clock.h"

namespace certwright::document {

// CrlExtension is one extension of the list: dotted OID, criticality and the octets inside extnValue, in
// their order in the list (RFC 5280 section 5.2). Duplicates stand twice.
struct CrlExtension {
    std::string oid;
    bool critical = false;
    base::Bytes value;
};

// CrlEntry is one of revokedCertificates (RFC 5280 section 5.3). `number` counts from 1; `serial` is the
// INTEGER's content; `reason` RFC 5280's number, nothing if none is given; `certificateIssuer` the DER
// GeneralNames of that extension in this entry or the last one before it that had one (section 5.3.3), empty
// while it is the list's own issuer. `criticalUnknown`: the entry has a critical extension that is none of
// reasonCode, invalidityDate, certificateIssuer and the (obsolete) holdInstructionCode.
struct CrlEntry {
    std::uint64_t number = 0;
    base::Bytes serial;
    base::Time revokedAt;
    std::optional<int> reason;
    base::Bytes certificateIssuer;
    bool criticalUnknown = false;
};

// CrlRemarkKind is a departure from RFC 5280 with which the list can still be read without doubt. What cannot
// be read without doubt is a Damage instead.
enum class CrlRemarkKind {
    SerialNotPositive,            // section 4.1.2.2
    SerialTooLong,                // over 20 octets, section 4.1.2.2
    HeaderTimeForm,               // GeneralizedTime before 2050, section 5.1.2.4
    EntryTimeForm,                // the same in an entry, section 5.1.2.6
    EmptyEntries,                 // revokedCertificates is there and empty, section 5.1.2.6
    EmptyExtensions,              // Extensions ::= SEQUENCE SIZE (1..MAX)
    ExplicitDefault,              // critical FALSE is written out, X.690 section 11.5
    DuplicateExtension,           // section 4.2
    ExtensionsInVersion1,         // section 5.1.2.1
    CertificateIssuerNotCritical, // section 5.3.3
    CriticalUnknownInEntry,       // section 5.3: the list must not be used to say "not revoked"
};

// CrlRemark tells how often something was seen and in which entry first (from 1; 0: not in an entry).
struct CrlRemark {
    CrlRemarkKind kind = CrlRemarkKind::SerialNotPositive;
    std::uint64_t firstEntry = 0;
    std::uint64_t count = 0;
};

// DigestState: Taken: `digest` holds it. NeedsWhole: the scheme signs no digest that can be taken without the
// key (Ed25519, Ed448: RFC 8032 hashes behind R and the key; SM2: GB/T 32918 hashes behind the key).
// Unknown: an algorithm that cannot be verified here.
enum class DigestState { Taken, NeedsWhole, Unknown };

// CrlScan is what one pass over a list found beside its facts. `size` counts the octets of its DER; `issuer`
// is the DER Name as it stands; `algorithm` the outer AlgorithmIdentifier's DER, `sameAlgorithm` whether the
// inner one is equal to it (section 5.1.1.2); `signature` the signature's octets, empty if the BIT STRING has
// unused bits; `digest` that of tbsCertList, by the algorithm, with OpenSSL's name of it.
struct CrlScan {
    std::uint64_t size = 0;
    base::Bytes issuer;
    base::Bytes algorithm;
    bool sameAlgorithm = false;
    base::Bytes signature;
    DigestState digestState = DigestState::Unknown;
    std::string digestName;
    base::Bytes digest;
    std::vector<CrlExtension> extensions;
    std::vector<CrlRemark> remarks;
    // Where in its file a streamed list begins: its DER, or the base64 behind its PEM label and headers.
    std::uint64_t sourceAt = 0;
    // Where the content of revokedCertificates lies in the DER.
    std::uint64_t entriesAt = 0;
    std::uint64_t entriesSize = 0;
    // What was looked for, sorted, and what was found of it; `foundAll` is false if there was more of it than
    // can be kept.
    std::vector<base::Bytes> wanted;
    std::vector<CrlEntry> found;
    bool foundAll = true;

    const CrlExtension* extension(std::string_view oid) const;
    const CrlRemark* remark(CrlRemarkKind kind) const;
};

// shortestInteger drops redundant leading octets of an INTEGER's content, so that a sloppy encoder's serial
// still compares equal.
base::ByteView shortestInteger(base::ByteView content);

} // namespace certwright::document

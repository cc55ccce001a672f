// Why: see plain_certificate.h; the fields in the order of RFC 5280 section 4.1.
#include "core/document/plain_certificate.h"

#include <algorithm>

#include "core/document/key_facts.h"
#include "core/document/plain_der.h"
#include "core/document/plain_extensions.h"
#include "core/document/plain_name.h"
#include "core/ossl/digest.h"

namespace certwright::document {

namespace {

using base::ByteView;
using ossl::DerElement;
using ossl::Tag;

constexpr auto context3 = Tag{0xA3};

// versionOf reads [0] EXPLICIT Version; -1 if it is not one of the three.
int versionOf(ByteView tagged) {
    PlainReader reader(tagged);
    const ByteView number = reader.take(Tag::Integer).content;
    return reader.done() && number.size() == 1 && number[0] <= 2 ? number[0] + 1 : -1;
}

// serialText is what integerText() makes of a positive INTEGER; empty for others.
std::string serialText(ByteView content) {
    constexpr std::string_view digits = "0123456789ABCDEF";
    if (!isPlainInteger(content) || (content[0] & 0x80U) != 0)
        return {};
    if (content[0] == 0 && content.size() > 1)
        content = content.subspan(1);
    std::string text;
    text.reserve(content.size() * 2);
    for (const std::uint8_t octet : content) {
        text += digits[octet >> 4U];
        text += digits[octet & 0x0FU];
    }
    return text;
}

bool readNames(ByteView issuer, ByteView subject, CertificateFacts& facts) {
    auto issuerName = plainName(issuer);
    auto subjectName = issuerName ? plainName(subject) : std::nullopt;
    if (!subjectName)
        return false;
    facts.issuer = std::move(*issuerName);
    facts.subject = std::move(*subjectName);
    return true;
}

bool readValidity(ByteView content, CertificateFacts& facts) {
    PlainReader reader(content);
    const DerElement first = reader.take(reader.peek());
    const DerElement last = reader.take(reader.peek());
    const auto notBefore = plainTime(first);
    const auto notAfter = plainTime(last);
    if (!reader.done() || !notBefore || !notAfter || *notAfter < *notBefore)
        return false;
    facts.notBefore = *notBefore;
    facts.notAfter = *notAfter;
    return true;
}

bool readKey(const DerElement& info, CertificateFacts& facts) {
    PlainReader reader(info.content);
    const ByteView algorithm = reader.take(Tag::Sequence).content;
    const ByteView key = reader.take(Tag::BitString).content;
    if (!reader.done() || !isPlainAlgorithm(algorithm) || !wholeOctets(key))
        return false;
    auto read = publicKeyFacts(info.whole);
    if (read)
        facts.key = std::move(*read);
    return read.has_value();
}

// readFields reads TBSCertificate, which must name the `algorithm` of the signature too. Unique identifiers,
// which nobody uses, are left to OpenSSL.
bool readFields(ByteView content, ByteView algorithm, CertificateFacts& facts) {
    PlainReader reader(content);
    const auto version = reader.takeIf(Tag::Context0);
    facts.version = version ? versionOf(version->content) : 1;
    facts.serial = serialText(reader.take(Tag::Integer).content);
    const ByteView named = reader.take(Tag::Sequence).whole;
    const ByteView issuer = reader.take(Tag::Sequence).whole;
    const ByteView validity = reader.take(Tag::Sequence).content;
    const ByteView subject = reader.take(Tag::Sequence).whole;
    const DerElement key = reader.take(Tag::Sequence);
    const auto extensions = reader.takeIf(context3);
    if (!reader.done() || facts.version < 0 || facts.serial.empty() || !std::ranges::equal(named, algorithm))
        return false;
    return readValidity(validity, facts) && readNames(issuer, subject, facts) && readKey(key, facts) &&
           (!extensions || readPlainExtensions(extensions->content, facts) == ExtensionReading::Read);
}

} // namespace

std::optional<Certificate> plainCertificate(ByteView der) {
    PlainReader outer(der);
    const DerElement whole = outer.take(Tag::Sequence);
    PlainReader reader(whole.content);
    const ByteView fields = reader.take(Tag::Sequence).content;
    const DerElement algorithm = reader.take(Tag::Sequence);
    const ByteView signature = reader.take(Tag::BitString).content;
    if (!reader.done() || !isPlainAlgorithm(algorithm.content) || !wholeOctets(signature))
        return std::nullopt;
    Certificate certificate;
    if (!readFields(fields, algorithm.whole, certificate.facts))
        return std::nullopt;
    certificate.facts.signature = signatureFacts(algorithm.whole);
    certificate.facts.fingerprint = ossl::sha256(whole.whole);
    certificate.der.assign(whole.whole.begin(), whole.whole.end());
    return certificate;
}

} // namespace certwright::document

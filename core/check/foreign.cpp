// Why: see foreign.h.
#include "core/check/foreign.h"

#include <algorithm>

#include "core/document/flaws.h"

namespace certwright::check {

namespace {

using document::CertificateFacts;
using document::KeyUsage;

std::string partName(document::KeyPart part) {
    switch (part) {
    case document::KeyPart::Public:
        return "public";
    case document::KeyPart::Private:
        return "private";
    case document::KeyPart::None:
        break;
    }
    return {};
}

std::string repairName(document::Repair repair) {
    switch (repair) {
    case document::Repair::Utf16:
        return "utf-16";
    case document::Repair::Dashes:
        return "dashes";
    case document::Repair::BareBase64:
        return "bare-base64";
    case document::Repair::TrustSettings:
        break;
    }
    return "trust-settings";
}

std::string damageName(const document::Damage& damage) {
    switch (damage.kind) {
    case document::DamageKind::Unterminated:
        return "unterminated";
    case document::DamageKind::BadBase64:
        return "base64";
    case document::DamageKind::BadContent:
        break;
    }
    return std::string(document::reasonName(damage.reason));
}

bool encrypts(const CertificateFacts& facts) {
    return facts.allows(KeyUsage::KeyEncipherment) || facts.allows(KeyUsage::DataEncipherment) ||
           facts.allows(KeyUsage::KeyAgreement);
}

bool isSigning(const CertificateFacts& facts) {
    return facts.keyUsage && facts.allows(KeyUsage::DigitalSignature) && !encrypts(facts);
}

bool isEncryption(const CertificateFacts& facts) {
    return facts.keyUsage && encrypts(facts) && !facts.allows(KeyUsage::DigitalSignature);
}

} // namespace

SourceForeign foreignBody(const std::string& path, const document::ForeignFile& foreign) {
    return {path,
            std::string(document::foreignFormatName(foreign.format)),
            foreign.line,
            partName(foreign.part),
            foreign.version,
            foreign.keyType,
            foreign.encryption,
            foreign.comment,
            foreign.entries,
            foreign.names};
}

SourceRepaired repairedBody(const std::string& path, document::Repair repair) {
    return {path, repairName(repair)};
}

FileDamaged damagedBody(const std::string& path, const document::Damage& damage) {
    return {path, damage.label, damage.line, damageName(damage), damage.detail};
}

Findings tlcpPairs(const std::vector<const document::Certificate*>& certificates) {
    constexpr std::size_t most = 1000;
    std::vector<const CertificateFacts*> own;
    for (const document::Certificate* certificate : certificates)
        if (certificate->facts.key.algorithm == document::KeyAlgorithm::Sm2 && own.size() < most)
            own.push_back(&certificate->facts);
    std::ranges::sort(own, {}, &CertificateFacts::fingerprint);
    Findings findings;
    std::vector<const CertificateFacts*> told;
    for (const CertificateFacts* signing : own) {
        const auto sameName = [&](const CertificateFacts* other) {
            return other->subject == signing->subject && other->issuer == signing->issuer;
        };
        const auto pair = std::ranges::find_if(
            own, [&](const CertificateFacts* other) { return isEncryption(*other) && sameName(other); });
        if (!isSigning(*signing) || pair == own.end() || std::ranges::any_of(told, sameName))
            continue;
        told.push_back(signing);
        findings.push_back({Severity::Note, signing->subject.commonName,
                            CertificateTlcpPair{signing->subject.text, signing->serial, (*pair)->serial}});
    }
    return findings;
}

} // namespace certwright::check

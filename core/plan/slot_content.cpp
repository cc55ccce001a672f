// Why: see slot_content.h.
#include "core/plan/slot_content.h"

#include <algorithm>

#include "core/document/encode.h"

namespace certwright::plan {

namespace {

// The trust pair whose CA slot has the same trust as `slot`; nullptr if it is the server's own or was not
// brought.
const check::TrustPair* pairOf(const profile::Slot& slot, const profile::Profile& profile,
                               const check::Material& material) {
    const profile::Slot* ca = profile.slotOf(profile::SlotKind::CaCertificate, slot.trust);
    const auto found = std::find_if(material.pairs.begin(), material.pairs.end(),
                                    [ca](const auto& pair) { return ca != nullptr && pair.slot == ca->id; });
    return found == material.pairs.end() ? nullptr : &*found;
}

bool isServers(const profile::Slot& slot, const profile::Profile& profile) {
    return profile.slotOf(profile::SlotKind::ServerCertificate, slot.trust) != nullptr;
}

std::vector<check::SourcedCertificate> casFor(const profile::Slot& slot, const profile::Profile& profile,
                                              const check::Material& material) {
    if (isServers(slot, profile))
        return material.cas;
    const auto* pair = pairOf(slot, profile, material);
    return pair != nullptr ? pair->cas : std::vector<check::SourcedCertificate>{};
}

const std::vector<check::SourcedCrl>* crlsFor(const profile::Slot& slot, const profile::Profile& profile,
                                              const check::Material& material) {
    if (isServers(slot, profile))
        return &material.crls;
    const auto* pair = pairOf(slot, profile, material);
    return pair != nullptr ? &pair->crls : nullptr;
}

void add(SlotContent& content, const std::string& pem, const std::string& about) {
    content.pem += pem;
    content.about += (content.about.empty() ? "" : "; ") + about;
}

} // namespace

bool hasContent(const profile::Slot& slot, const profile::Profile& profile, const check::Material& material) {
    switch (slot.kind) {
    case profile::SlotKind::ServerCertificate:
        return material.leaf.has_value();
    case profile::SlotKind::CaCertificate:
        return !casFor(slot, profile, material).empty();
    case profile::SlotKind::Crl: {
        const auto* crls = crlsFor(slot, profile, material);
        return crls != nullptr && !crls->empty();
    }
    case profile::SlotKind::PrivateKey:
        break;
    }
    return false;
}

SlotContent contentFor(const profile::Slot& slot, const profile::Profile& profile,
                       const check::Material& material, const check::ServerPath& path) {
    SlotContent content;
    if (slot.kind == profile::SlotKind::CaCertificate) {
        for (const auto& ca : casFor(slot, profile, material))
            add(content, document::toPem(ca.certificate), ca.certificate.facts.subject.text);
    } else if (slot.kind == profile::SlotKind::Crl) {
        if (const auto* crls = crlsFor(slot, profile, material)) {
            for (const auto& crl : *crls) {
                add(content, {}, crl.crl.facts.issuer.text);
                content.large.push_back(partOf(crl));
            }
        }
        if (auto text = textOf(content.large)) {
            content.pem = std::move(*text);
            content.large.clear();
        }
    } else if (slot.kind == profile::SlotKind::ServerCertificate) {
        for (const document::Certificate& certificate : path.certificates) {
            const bool isCa = std::any_of(material.cas.begin(), material.cas.end(), [&](const auto& ca) {
                return ca.certificate.der == certificate.der;
            });
            // The CA has a file of its own; a self-signed leaf is both. nginx sends this file and nothing
            // else: there only the root, which clients have, is left out.
            const bool sendsFileOnly = profile.config.format == profile::ConfigFormat::Nginx;
            const bool leftOut = isCa && (!sendsFileOnly || certificate.facts.selfIssued());
            if (!leftOut || &certificate == &path.certificates.front())
                add(content, document::toPem(certificate), certificate.facts.subject.text);
        }
    }
    return content;
}

} // namespace certwright::plan

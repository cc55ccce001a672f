// Why: what was right when it was imported runs out, and a CRL that was put in its place by hand was never
// checked; so the rules of check are asked again, of the installed files.
#include "core/prove/inspection.h"

#include <utility>
#include <variant>

#include "core/check/check.h"
#include "core/document/parse.h"
#include "core/plan/material.h"
#include "core/prove/place_paths.h"

namespace certwright::prove {

namespace {

using check::Severity;
using profile::SlotKind;

// Contents is what one installed file holds, of the kinds that rules look at.
struct Contents {
    std::vector<check::SourcedCertificate> certificates;
    std::vector<check::SourcedCrl> crls;
    std::string detail;
};

Contents contentsOf(const InstalledFile& file, secret::SecretAccess access) {
    Contents contents;
    if (file.lists) {
        for (const document::Item& item : file.lists->items)
            if (const auto* crl = std::get_if<document::Crl>(&item.object))
                contents.crls.push_back({*crl, file.path, item.encoding, item.container});
        if (!file.lists->damages.empty())
            contents.detail = file.lists->damages.front().detail;
        return contents;
    }
    if (!file.content)
        return contents;
    document::ParsedFile parsed = document::parse(*file.content, access);
    // What had to be mended first is nothing that a service reads.
    if (parsed.mended())
        return contents;
    for (document::Item& item : parsed.items) {
        if (auto* certificate = std::get_if<document::Certificate>(&item.object))
            contents.certificates.push_back({std::move(*certificate), file.path, item.line});
        else if (auto* crl = std::get_if<document::Crl>(&item.object))
            contents.crls.push_back({std::move(*crl), file.path, item.encoding, item.container});
    }
    if (!parsed.damages.empty())
        contents.detail = parsed.damages.front().detail;
    return contents;
}

bool holds(const Contents& contents, SlotKind kind) {
    return kind == SlotKind::Crl ? !contents.crls.empty() : !contents.certificates.empty();
}

// The pair of CA and CRL that `slot` belongs to; its CA slot is what findings name.
check::TrustPair& pairOf(check::Material& material, const profile::Profile& profile,
                         const profile::Slot& slot) {
    const profile::Slot* ca = profile.slotOf(SlotKind::CaCertificate, slot.trust);
    const std::string& name = ca != nullptr ? ca->id : slot.id;
    for (check::TrustPair& pair : material.pairs)
        if (pair.slot == name)
            return pair;
    return material.pairs.emplace_back(check::TrustPair{name, {}, {}});
}

void place(check::Material& material, const profile::Profile& profile, const profile::Slot& slot,
           Contents contents) {
    const bool own = slot.trust == serverTrust(profile);
    switch (slot.kind) {
    case SlotKind::ServerCertificate:
        for (check::SourcedCertificate& certificate : contents.certificates)
            if (!material.leaf)
                material.leaf = std::move(certificate);
            else
                material.pool.push_back(std::move(certificate));
        break;
    case SlotKind::CaCertificate:
        (own ? material.cas : pairOf(material, profile, slot).cas) = std::move(contents.certificates);
        break;
    case SlotKind::Crl:
        (own ? material.crls : pairOf(material, profile, slot).crls) = std::move(contents.crls);
        break;
    case SlotKind::PrivateKey:
        break;
    }
}

check::SourcedKey keyOf(const Inspection& inspection) {
    check::SourcedKey key;
    for (const profile::Slot& slot : inspection.place.profile->slots) {
        const auto file = inspection.installed.files.find(slot.id);
        if (slot.kind == SlotKind::PrivateKey && file != inspection.installed.files.end())
            key.path = file->second.path;
    }
    if (inspection.opened.facts) {
        key.state = check::KeyState::Opened;
        key.facts = *inspection.opened.facts;
    }
    return key;
}

check::Material materialOf(const Inspection& inspection, secret::SecretAccess access) {
    const profile::Profile& profile = *inspection.place.profile;
    check::Material material;
    for (const profile::Slot& slot : profile.slots) {
        const auto file = inspection.installed.files.find(slot.id);
        if (slot.kind == SlotKind::PrivateKey || file == inspection.installed.files.end())
            continue;
        Contents contents = contentsOf(file->second, access);
        if (file->second.isRead() && !holds(contents, slot.kind))
            inspection.add(Severity::Blocker, file->second.path,
                           check::InstalledUnreadable{file->second.path,
                                                      std::string(profile::slotKindName(slot.kind)),
                                                      contents.detail});
        place(material, profile, slot, std::move(contents));
    }
    material.key = keyOf(inspection);
    material.user = inspection.reader.self();
    return material;
}

} // namespace

std::optional<base::Time> inspectCertificates(const Inspection& inspection, secret::SecretAccess access) {
    const profile::Profile& profile = *inspection.place.profile;
    const check::Material material = materialOf(inspection, access);
    const check::Policy policy =
        plan::policyOf(profile, plan::hostOf(profile, inspection.installed.configText));
    check::Verdict verdict = check::check(material, policy, inspection.now);
    for (check::Finding& finding : verdict.findings)
        inspection.findings.push_back(std::move(finding));
    if (!material.leaf)
        return std::nullopt;
    return material.leaf->certificate.facts.notAfter;
}

} // namespace certwright::prove

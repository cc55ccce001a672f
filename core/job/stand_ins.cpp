// Why: a replacement is judged as the whole set that it makes; what is installed fills the slots for which
// nothing was brought.
#include <algorithm>
#include <array>

#include "core/job/import_sources.h"

namespace certwright::job {

namespace {

using profile::SlotKind;

bool isKeyOrContainer(const document::Item& item) {
    return std::holds_alternative<document::PrivateKey>(item.object) ||
           std::holds_alternative<document::EncryptedKey>(item.object) ||
           std::holds_alternative<document::Pkcs12>(item.object);
}

// Each round needs what the one before has sorted.
constexpr std::array rounds{std::array{SlotKind::PrivateKey, SlotKind::PrivateKey},
                            std::array{SlotKind::CaCertificate, SlotKind::CaCertificate},
                            std::array{SlotKind::ServerCertificate, SlotKind::Crl}};

} // namespace

// open tells whether nothing was found for a slot, and nothing was said about that either.
bool ImportSources::open(const profile::Slot& slot) const {
    if (m_selection.first(slot.id))
        return mistaken(slot);
    return std::ranges::none_of(m_selection.findings, [&slot](const check::Finding& finding) {
        const auto* ambiguous = finding.body.as<check::SlotAmbiguous>();
        const auto* wrong = finding.body.as<check::SlotWrongKind>();
        return (ambiguous != nullptr && ambiguous->slot == slot.id) ||
               (wrong != nullptr && wrong->slot == slot.id);
    });
}

bool ImportSources::holdsKey() const {
    return std::ranges::any_of(m_loaded.files, [](const plan::LoadedFile& file) {
        return std::ranges::any_of(file.items, isKeyOrContainer);
    });
}

// A root without basic constraints that was brought as the CA looks like a server's certificate where there
// is no other; but a server's certificate would be the key's.
bool ImportSources::mistaken(const profile::Slot& slot) const {
    if (slot.kind != SlotKind::ServerCertificate)
        return false;
    const auto* leaf = plan::certificateAt(m_loaded, *m_selection.first(slot.id));
    if (leaf->facts.key.publicKeyInfo == m_key.facts.publicKeyInfo)
        return false;
    return std::ranges::any_of(m_selection.slots, [&](const auto& chosen) {
        return chosen.first != slot.id && std::ranges::any_of(chosen.second, [&](plan::Place place) {
                   const auto* other = plan::certificateAt(m_loaded, place);
                   return other != nullptr && other->der == leaf->der;
               });
    });
}

void ImportSources::add(const profile::Slot& slot, StandIns& standIns) {
    const auto found = standIns.files.find(slot.id);
    if (found == standIns.files.end())
        return;
    plan::LoadedFile file = std::move(found->second);
    standIns.files.erase(found);
    file.slots = {slot.id};
    file.origin = plan::Origin::Named;
    m_loaded.files.push_back(std::move(file));
}

// Roots stay out: which CA is trusted is decided by its own slot.
void ImportSources::addIntermediates(const profile::Profile& profile, StandIns& standIns) {
    for (const profile::Slot& slot : profile.slots) {
        const auto found = standIns.files.find(slot.id);
        if (slot.kind != SlotKind::ServerCertificate || !brought(slot.id) || found == standIns.files.end())
            continue;
        plan::LoadedFile file = std::move(found->second);
        std::erase_if(file.items, [](const document::Item& item) {
            const auto* certificate = std::get_if<document::Certificate>(&item.object);
            return certificate == nullptr || !certificate->facts.isCa() || certificate->facts.selfIssued();
        });
        if (!file.items.empty())
            m_loaded.files.push_back(std::move(file));
    }
}

void ImportSources::standIn(const Environment& environment, const profile::Profile& profile,
                            const std::map<std::string, std::string>& slots, StandIns standIns) {
    m_firstInstalled = m_loaded.files.size();
    const bool keyBrought = holdsKey();
    for (const auto& kinds : rounds) {
        for (const profile::Slot& slot : profile.slots) {
            const bool now = std::ranges::find(kinds, slot.kind) != kinds.end();
            const bool asked = slots.contains(slot.id) || m_without.contains(slot.id) ||
                               (slot.kind == SlotKind::PrivateKey && keyBrought);
            if (now && !asked && open(slot))
                add(slot, standIns);
        }
        sort(environment, profile);
        if (!keyBrought && openedKey(profile) != nullptr)
            m_key = standIns.key;
    }
    addIntermediates(profile, standIns);
    sort(environment, profile);
}

std::set<std::string> ImportSources::standInPaths() const {
    const std::size_t first = m_firstInstalled.value_or(m_loaded.files.size());
    std::set<std::string> paths;
    for (std::size_t file = first; file < m_loaded.files.size(); ++file)
        paths.insert(m_loaded.files[file].source.path);
    for (std::size_t file = 0; file < first; ++file)
        paths.erase(m_loaded.files[file].source.path);
    return paths;
}

} // namespace certwright::job

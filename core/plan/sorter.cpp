// Why: the questions that sorting asks of what was loaded.
#include "core/plan/sorter.h"

#include <algorithm>

#include "core/plan/objects.h"

namespace certwright::plan {

Sorter::Sorter(const Loaded& loaded, const profile::Profile& profile, base::Time now,
               const std::set<std::string>& without)
    : m_loaded(loaded)
    , m_profile(profile)
    , m_now(now)
    , m_without(without)
    , m_certificates(distinct("certificate")) {}

const document::Object& Sorter::object(Place place) const {
    return m_loaded.files[place.file].items[place.item].object;
}

const document::CertificateFacts& Sorter::facts(Place place) const {
    return certificateAt(m_loaded, place)->facts;
}

const document::KeyFacts* Sorter::keyFacts(Place key) const {
    const auto* opened = keyAt(m_loaded, key);
    return opened != nullptr ? &opened->facts : nullptr;
}

// Old roots have no basicConstraints: a self-issued certificate that another one names as its issuer is a
// CA's.
bool Sorter::looksLikeCa(Place certificate) const {
    const auto& own = facts(certificate);
    if (own.isCa()) {
        return true;
    }
    return own.selfIssued() && std::any_of(m_certificates.begin(), m_certificates.end(), [&](Place other) {
               return !sameObject(object(other), object(certificate)) && facts(other).issuer == own.subject;
           });
}

bool Sorter::chosen(Place place) const {
    const auto same = [&](Place other) { return sameObject(object(other), object(place)); };
    return std::any_of(m_result.slots.begin(), m_result.slots.end(), [&](const auto& slot) {
        return std::any_of(slot.second.begin(), slot.second.end(), same);
    });
}

std::optional<std::size_t> Sorter::fileFor(const std::string& slot) const {
    for (std::size_t file = 0; file < m_loaded.files.size(); ++file) {
        const auto& slots = m_loaded.files[file].slots;
        if (std::find(slots.begin(), slots.end(), slot) != slots.end()) {
            return file;
        }
    }
    return std::nullopt;
}

Sorter::Places Sorter::distinct(std::string_view kind) const {
    Places places;
    for (std::size_t file = 0; file < m_loaded.files.size(); ++file) {
        for (const Place place : inFile(file, kind)) {
            const bool known = std::any_of(places.begin(), places.end(), [&](Place other) {
                return sameObject(object(other), object(place));
            });
            if (!known) {
                places.push_back(place);
            }
        }
    }
    return places;
}

Sorter::Places Sorter::inFile(std::size_t file, std::string_view kind) const {
    Places places;
    const auto& items = m_loaded.files[file].items;
    for (std::size_t item = 0; item < items.size(); ++item) {
        if (kindOf(items[item].object) == kind) {
            places.push_back({file, item});
        }
    }
    return places;
}

void Sorter::take(const profile::Slot& slot, const Places& places) {
    if (m_without.contains(slot.id)) {
        m_leftOut.insert(m_leftOut.end(), places.begin(), places.end());
    } else if (!places.empty()) {
        m_result.slots[slot.id] = places;
    }
}

void Sorter::tellAmbiguous(const profile::Slot& slot, const Places& candidates) {
    if (m_without.contains(slot.id)) {
        return;
    }
    check::SlotAmbiguous body{slot.id, {}};
    for (const Place place : candidates) {
        body.candidates.push_back(m_loaded.files[place.file].source.path + ": " + describe(object(place)));
        m_ambiguous.push_back(place);
        m_result.ambiguous[slot.id].push_back(place);
    }
    m_result.findings.push_back({check::Severity::Blocker, slot.id, std::move(body)});
}

void Sorter::tellWrongKind(const profile::Slot& slot, std::size_t file) {
    std::vector<std::string> found;
    for (const auto& item : m_loaded.files[file].items) {
        const std::string kind = kindOf(item.object);
        if (std::find(found.begin(), found.end(), kind) == found.end()) {
            found.push_back(kind);
        }
    }
    // What a container holds is not known before it is opened.
    if (std::find(found.begin(), found.end(), "pkcs12") != found.end()) {
        return;
    }
    const bool certificate =
        slot.kind == profile::SlotKind::CaCertificate || slot.kind == profile::SlotKind::ServerCertificate;
    const std::string expected = certificate ? "certificate" : std::string(profile::slotKindName(slot.kind));
    const std::string& path = m_loaded.files[file].source.path;
    m_result.findings.push_back(
        {check::Severity::Blocker, path, check::SlotWrongKind{slot.id, path, expected, std::move(found)}});
}

} // namespace certwright::plan

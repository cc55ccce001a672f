// Why: a CA is known by what it signed, a CRL by who issued it.
#include <algorithm>
#include <map>

#include "core/check/check.h"
#include "core/plan/crl_order.h"
#include "core/plan/objects.h"
#include "core/plan/sorter.h"

namespace certwright::plan {

namespace {

constexpr const char* serverTrust = "server";

check::SourcedCertificate sourced(const Loaded& loaded, Place place) {
    const auto& file = loaded.files[place.file];
    return {*certificateAt(loaded, place), file.source.path, file.items[place.item].line};
}

} // namespace

// Of a bundle given as CA the self-issued certificates are trusted; without one, those of CAs; else whatever
// is there.
void Sorter::sortNamedCas() {
    for (const profile::Slot& slot : m_profile.slots) {
        const auto file = fileFor(slot.id);
        if (slot.kind != profile::SlotKind::CaCertificate || !file) {
            continue;
        }
        const Places all = inFile(*file, "certificate");
        if (all.empty()) {
            tellWrongKind(slot, *file);
            continue;
        }
        Places roots;
        Places cas;
        for (const Place place : all) {
            if (facts(place).selfIssued()) {
                roots.push_back(place);
            }
            if (facts(place).isCa()) {
                cas.push_back(place);
            }
        }
        take(slot, !roots.empty() ? roots : !cas.empty() ? cas : all);
    }
}

void Sorter::sortNamedCrls() {
    for (const profile::Slot& slot : m_profile.slots) {
        const auto file = fileFor(slot.id);
        if (slot.kind != profile::SlotKind::Crl || !file) {
            continue;
        }
        const Places all = inFile(*file, "crl");
        if (all.empty()) {
            tellWrongKind(slot, *file);
        }
        take(slot, all);
    }
}

// anchors returns the certificates that could be the CA: self-issued ones. To trust an intermediate alone is
// a decision that must be made by naming it.
Sorter::Places Sorter::anchors() const {
    Places roots;
    std::copy_if(m_certificates.begin(), m_certificates.end(), std::back_inserter(roots),
                 [this](Place it) { return !chosen(it) && looksLikeCa(it) && facts(it).selfIssued(); });
    return roots;
}

void Sorter::sortServerCa() {
    const profile::Slot* slot = m_profile.slotOf(profile::SlotKind::CaCertificate, serverTrust);
    const profile::Slot* leafSlot = m_profile.slotOf(profile::SlotKind::ServerCertificate, serverTrust);
    if (slot == nullptr || leafSlot == nullptr || fileFor(slot->id)) {
        return;
    }
    Places candidates = anchors();
    if (const auto leaf = m_result.first(leafSlot->id); leaf && !candidates.empty()) {
        check::Material material;
        material.leaf = sourced(m_loaded, *leaf);
        for (const Place place : candidates) {
            material.cas.push_back(sourced(m_loaded, place));
        }
        for (const Place place : m_certificates) {
            material.pool.push_back(sourced(m_loaded, place));
        }
        const auto path = check::findPath(material, m_now);
        if (path.complete && path.ca) {
            candidates = Places{candidates[*path.ca]};
        }
    }
    choose(*slot, candidates);
}

std::set<base::Bytes> Sorter::issuersFor(const profile::Slot& slot) const {
    std::set<base::Bytes> issuers;
    const profile::Slot* ca = m_profile.slotOf(profile::SlotKind::CaCertificate, slot.trust);
    const auto chosenCas = ca != nullptr ? m_result.slots.find(ca->id) : m_result.slots.end();
    if (chosenCas != m_result.slots.end()) {
        for (const Place place : chosenCas->second) {
            issuers.insert(facts(place).subject.der);
        }
    }
    if (slot.trust == serverTrust) {
        for (const Place place : m_result.pool) {
            if (looksLikeCa(place) && !facts(place).selfIssued()) {
                issuers.insert(facts(place).subject.der);
            }
        }
    }
    return issuers;
}

void Sorter::sortCrls() {
    const Places all = distinct("crl");
    for (const profile::Slot& slot : m_profile.slots) {
        if (slot.kind != profile::SlotKind::Crl || fileFor(slot.id)) {
            continue;
        }
        const auto issuers = issuersFor(slot);
        const auto issuerOf = [this](Place place) { return crlAt(m_loaded, place)->facts.issuer.der; };
        // A delta is taken only where there is no complete list: the rule on deltas will say so.
        std::set<base::Bytes> complete;
        for (const Place place : all) {
            if (!isDelta(*crlAt(m_loaded, place))) {
                complete.insert(issuerOf(place));
            }
        }
        std::map<std::pair<base::Bytes, base::Bytes>, Places> lists;
        for (const Place place : all) {
            const document::Crl& crl = *crlAt(m_loaded, place);
            if (issuers.contains(issuerOf(place)) && (!isDelta(crl) || !complete.contains(issuerOf(place)))) {
                lists[{issuerOf(place), scopeOf(crl)}].push_back(place);
            }
        }
        Places taken;
        for (const auto& [list, places] : lists) {
            if (places.size() > 1) {
                tellAmbiguous(slot, places);
            } else {
                taken.push_back(places.front());
            }
        }
        std::sort(taken.begin(), taken.end());
        take(slot, taken);
    }
    for (const profile::Slot& slot : m_profile.slots) {
        if (slot.kind == profile::SlotKind::Crl && slot.trust == serverTrust && !fileFor(slot.id)) {
            sortStrayCrls(slot);
        }
    }
}

// A CRL that fits nowhere, where none fits, was surely meant for the server: the rule on issuers will say so.
void Sorter::sortStrayCrls(const profile::Slot& slot) {
    Places stray;
    for (const Place place : distinct("crl")) {
        const bool ambiguous = std::find(m_ambiguous.begin(), m_ambiguous.end(), place) != m_ambiguous.end();
        if (ambiguous) {
            return;
        }
        const bool leftOut = std::find(m_leftOut.begin(), m_leftOut.end(), place) != m_leftOut.end();
        if (!chosen(place) && !leftOut) {
            stray.push_back(place);
        }
    }
    if (!m_result.first(slot.id)) {
        choose(slot, stray);
    }
}

} // namespace certwright::plan

// Why: see crl_sorting.h.
#include "core/plan/crl_sorting.h"

#include <algorithm>
#include <set>

#include "core/check/signatures.h"
#include "core/plan/crl_order.h"
#include "core/plan/objects.h"

namespace certwright::plan {

namespace {

using check::Severity;
using profile::SlotKind;

// Fit: Issued by one of the CAs; by one of that Name, but not signed with its key; Foreign to all of them.
enum class Fit { Issued, Name, Foreign };

std::vector<std::string> kindsIn(const LoadedFile& file) {
    std::vector<std::string> kinds;
    for (const document::Item& item : file.items)
        if (const std::string kind = kindOf(item.object); std::ranges::find(kinds, kind) == kinds.end())
            kinds.push_back(kind);
    return kinds;
}

class CrlSorter {
  public:
    CrlSorter(const Loaded& loaded, const profile::Profile& profile, const InstalledObjects& installed)
        : m_loaded(loaded)
        , m_profile(profile)
        , m_installed(installed) {}

    SortedCrls run();

  private:
    void sortNamed(std::size_t file, const std::vector<Place>& crls);
    void sortFree(Place crl);
    Fit fitOf(Place crl, const std::string& trust);
    void tellUnfit(Place crl, Fit fit, const std::string& expected, Severity severity);
    void tellNoCa(std::size_t file, const profile::Slot& slot);
    void tellStrays();
    void tellDelta(Place crl, Severity severity);
    void tellDeltas();
    void keepNewest();
    void tellUnused();
    bool newer(Place one, Place other) const;
    std::string casOf(const std::string& trust) const;
    std::string allCas() const;
    std::vector<Place> crlsIn(std::size_t file) const;
    const std::string& pathOf(std::size_t file) const { return m_loaded.files[file].source.path; }
    const document::CrlFacts& facts(Place crl) const { return crlAt(m_loaded, crl)->facts; }

    const Loaded& m_loaded;
    const profile::Profile& m_profile;
    const InstalledObjects& m_installed;
    check::Signatures m_signatures;
    std::vector<Place> m_strays;
    std::vector<Place> m_deltas;
    std::set<std::size_t> m_told;
    SortedCrls m_result;
};

std::vector<Place> CrlSorter::crlsIn(std::size_t file) const {
    std::vector<Place> places;
    const auto& items = m_loaded.files[file].items;
    for (std::size_t item = 0; item < items.size(); ++item)
        if (std::holds_alternative<document::Crl>(items[item].object))
            places.push_back({file, item});
    return places;
}

Fit CrlSorter::fitOf(Place crl, const std::string& trust) {
    Fit fit = Fit::Foreign;
    for (const check::SourcedCertificate& signer : m_installed.signersOf(trust)) {
        if (!(signer.certificate.facts.subject == facts(crl).issuer))
            continue;
        if (m_signatures.signedBy(*crlAt(m_loaded, crl), signer.certificate.facts.key))
            return Fit::Issued;
        fit = Fit::Name;
    }
    return fit;
}

std::string CrlSorter::casOf(const std::string& trust) const {
    std::string names;
    const InstalledSlot* slot = m_installed.slotOf(SlotKind::CaCertificate, trust);
    if (slot == nullptr)
        return names;
    for (const check::SourcedCertificate& ca : certificatesOf(*slot))
        names += (names.empty() ? "" : "; ") + ca.certificate.facts.subject.text;
    return names;
}

std::string CrlSorter::allCas() const {
    std::set<std::string> names;
    for (const InstalledSlot& slot : m_installed.slots())
        if (slot.slot->kind == SlotKind::Crl && inUse(slot))
            names.insert(casOf(slot.slot->trust));
    if (names.empty())
        names.insert(casOf(m_installed.serverTrust()));
    std::string all;
    for (const std::string& name : names)
        all += (all.empty() ? "" : "; ") + name;
    return all;
}

void CrlSorter::tellUnfit(Place crl, Fit fit, const std::string& expected, Severity severity) {
    const std::string& path = pathOf(crl.file);
    const std::string& issuer = facts(crl).issuer.text;
    m_told.insert(crl.file);
    if (fit == Fit::Name)
        m_result.findings.push_back({severity, path, check::CrlSignatureInvalid{path, issuer}});
    else
        m_result.findings.push_back({severity, path, check::CrlWrongIssuer{path, issuer, expected}});
}

// The server's own CA is missed by whoever asked in any case.
void CrlSorter::tellNoCa(std::size_t file, const profile::Slot& slot) {
    const InstalledSlot* ca = m_installed.slotOf(SlotKind::CaCertificate, slot.trust);
    m_told.insert(file);
    if (ca == nullptr || slot.trust == m_installed.serverTrust())
        return;
    const std::string& path = ca->path.empty() ? ca->slot->target : ca->path;
    m_result.findings.push_back({Severity::Blocker, path, check::InstalledMissing{path, ca->slot->id}});
}

void CrlSorter::sortNamed(std::size_t file, const std::vector<Place>& crls) {
    for (const std::string& id : m_loaded.files[file].slots) {
        const profile::Slot* slot = m_profile.slot(id);
        if (slot == nullptr || slot->kind != SlotKind::Crl || crls.empty()) {
            m_told.insert(file);
            m_result.findings.push_back(
                {Severity::Blocker, pathOf(file),
                 check::SlotWrongKind{id, pathOf(file), "crl", kindsIn(m_loaded.files[file])}});
            continue;
        }
        for (const Place crl : crls) {
            const Fit fit = fitOf(crl, slot->trust);
            if (fit == Fit::Issued && isDelta(*crlAt(m_loaded, crl)))
                tellDelta(crl, Severity::Blocker);
            else if (fit == Fit::Issued)
                m_result.slots[id].push_back(crl);
            else if (const std::string cas = casOf(slot->trust); !cas.empty())
                tellUnfit(crl, fit, cas, Severity::Blocker);
            else
                tellNoCa(file, *slot);
        }
    }
}

void CrlSorter::sortFree(Place crl) {
    std::vector<std::string> used;
    std::vector<std::string> unused;
    Fit best = Fit::Foreign;
    for (const InstalledSlot& slot : m_installed.slots()) {
        if (slot.slot->kind != SlotKind::Crl)
            continue;
        const Fit fit = fitOf(crl, slot.slot->trust);
        best = std::min(best, fit);
        if (fit == Fit::Issued)
            (inUse(slot) ? used : unused).push_back(slot.slot->id);
    }
    if (best == Fit::Issued && isDelta(*crlAt(m_loaded, crl))) {
        m_deltas.push_back(crl);
        return;
    }
    for (const std::string& id : used.empty() ? unused : used)
        m_result.slots[id].push_back(crl);
    const auto severity =
        m_loaded.files[crl.file].origin == Origin::Named ? Severity::Blocker : Severity::Warning;
    if (best == Fit::Name)
        tellUnfit(crl, best, {}, severity);
    else if (best == Fit::Foreign)
        m_strays.push_back(crl);
}

// Lists of others that lie in a folder are no fault, unless there is nothing else.
void CrlSorter::tellStrays() {
    const bool nothing = m_result.slots.empty();
    const std::string expected = allCas();
    // Without any CA nothing is expected; that one is missing is told by whoever asked.
    if (expected.empty())
        return;
    for (const Place crl : m_strays)
        if (nothing || m_loaded.files[crl.file].origin == Origin::Named)
            tellUnfit(crl, Fit::Foreign, expected, Severity::Blocker);
}

// A delta never takes a list's place (RFC 5280 section 5.2.4).
void CrlSorter::tellDelta(Place crl, Severity severity) {
    const std::string& path = pathOf(crl.file);
    m_told.insert(crl.file);
    m_result.findings.push_back({severity, path, check::CrlDelta{path, facts(crl).issuer.text}});
}

// Beside a complete list in a folder it is no fault.
void CrlSorter::tellDeltas() {
    const bool nothing = m_result.slots.empty();
    for (const Place crl : m_deltas) {
        const bool named = m_loaded.files[crl.file].origin == Origin::Named;
        tellDelta(crl, nothing || named ? Severity::Blocker : Severity::Warning);
    }
}

bool CrlSorter::newer(Place one, Place other) const {
    if (isOlder(facts(other), facts(one)))
        return true;
    if (isOlder(facts(one), facts(other)))
        return false;
    // Neither is older: the order of the input must not decide.
    if (facts(one).thisUpdate != facts(other).thisUpdate)
        return facts(one).thisUpdate > facts(other).thisUpdate;
    return facts(one).fingerprint > facts(other).fingerprint;
}

void CrlSorter::keepNewest() {
    for (auto& [slot, places] : m_result.slots) {
        const auto keyOf = [this](Place crl) {
            return std::pair(facts(crl).issuer.der, scopeOf(*crlAt(m_loaded, crl)));
        };
        std::map<std::pair<base::Bytes, base::Bytes>, Place> newest;
        for (const Place crl : places) {
            const auto [known, added] = newest.emplace(keyOf(crl), crl);
            if (!added && newer(crl, known->second))
                known->second = crl;
        }
        std::erase_if(places, [&](Place crl) { return newest.at(keyOf(crl)) != crl; });
    }
}

void CrlSorter::tellUnused() {
    std::set<std::size_t> used = m_told;
    for (const auto& [slot, places] : m_result.slots)
        for (const Place crl : places)
            used.insert(crl.file);
    for (std::size_t file = 0; file < m_loaded.files.size(); ++file) {
        const bool silent = m_loaded.files[file].origin == Origin::Found && crlsIn(file).empty();
        if (!used.contains(file) && !silent)
            m_result.findings.push_back({Severity::Note, pathOf(file),
                                         check::FileUnused{pathOf(file), kindsIn(m_loaded.files[file])}});
    }
}

SortedCrls CrlSorter::run() {
    bool any = false;
    for (std::size_t file = 0; file < m_loaded.files.size(); ++file) {
        const std::vector<Place> crls = crlsIn(file);
        any = any || !crls.empty();
        if (!m_loaded.files[file].slots.empty())
            sortNamed(file, crls);
        else
            std::ranges::for_each(crls, [this](Place crl) { sortFree(crl); });
    }
    tellDeltas();
    tellStrays();
    keepNewest();
    tellUnused();
    const profile::Slot* slot = m_profile.slotOf(SlotKind::Crl, m_installed.serverTrust());
    if (!any && slot != nullptr && m_told.empty() && !check::blocks(m_loaded.findings))
        m_result.findings.push_back({Severity::Blocker, slot->id, check::SlotMissing{slot->id}});
    return std::move(m_result);
}

} // namespace

bool inUse(const InstalledSlot& slot) {
    return slot.isRead();
}

SortedCrls sortCrls(const Loaded& loaded, const profile::Profile& profile,
                    const InstalledObjects& installed) {
    return CrlSorter(loaded, profile, installed).run();
}

} // namespace certwright::plan

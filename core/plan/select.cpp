// Why: key and certificate are found by each other; everything else hangs on them.
#include "core/plan/select.h"

#include <algorithm>

#include "core/plan/objects.h"
#include "core/plan/sorter.h"

namespace certwright::plan {

namespace {

constexpr std::string_view serverAuth = "1.3.6.1.5.5.7.3.1";

} // namespace

Selection select(const Loaded& loaded, const profile::Profile& profile, base::Time now,
                 const std::set<std::string>& without) {
    return Sorter(loaded, profile, now, without).run();
}

Selection Sorter::run() {
    sortNamedCas();
    sortNamedCrls();
    sortKeyAndLeaf();
    sortServerCa();
    fillPool();
    sortCrls();
    tellMissing();
    tellUnused();
    return std::move(m_result);
}

// matching returns the leaves whose public key is that of an opened key, those of no CA before others.
Sorter::Places Sorter::matching(const Places& leaves, const Places& keys) const {
    Places result;
    for (const Place leaf : leaves) {
        const bool found = std::any_of(keys.begin(), keys.end(), [&](Place key) {
            const auto* own = keyFacts(key);
            return own != nullptr && own->publicKeyInfo == facts(leaf).key.publicKeyInfo;
        });
        if (found) {
            result.push_back(leaf);
        }
    }
    const bool mixed = std::any_of(result.begin(), result.end(), [&](Place it) { return !looksLikeCa(it); });
    if (mixed) {
        std::erase_if(result, [&](Place it) { return looksLikeCa(it); });
    }
    return result;
}

// servers returns the leaves that are no CA's, and of those the ones that may serve TLS where any may.
Sorter::Places Sorter::servers(const Places& leaves) const {
    Places result;
    std::copy_if(leaves.begin(), leaves.end(), std::back_inserter(result),
                 [&](Place it) { return !looksLikeCa(it); });
    Places serving;
    std::copy_if(result.begin(), result.end(), std::back_inserter(serving), [&](Place it) {
        const auto& usages = facts(it).extendedKeyUsage;
        return usages.empty() || std::find(usages.begin(), usages.end(), serverAuth) != usages.end();
    });
    return serving.empty() ? result : serving;
}

void Sorter::choose(const profile::Slot& slot, const Places& candidates) {
    if (candidates.size() == 1 || (!candidates.empty() && fileFor(slot.id))) {
        take(slot, {candidates.front()});
    } else if (candidates.size() > 1) {
        tellAmbiguous(slot, candidates);
    }
}

void Sorter::sortKeyAndLeaf() {
    const auto slotOfKind = [this](profile::SlotKind kind) {
        return std::find_if(m_profile.slots.begin(), m_profile.slots.end(),
                            [kind](const profile::Slot& slot) { return slot.kind == kind; });
    };
    const auto keySlot = slotOfKind(profile::SlotKind::PrivateKey);
    const auto leafSlot = slotOfKind(profile::SlotKind::ServerCertificate);
    if (keySlot == m_profile.slots.end() || leafSlot == m_profile.slots.end()) {
        return;
    }
    const auto keyFile = fileFor(keySlot->id);
    const auto leafFile = fileFor(leafSlot->id);
    Places keys = keyFile ? inFile(*keyFile, "key") : distinct("key");
    Places leaves = leafFile ? inFile(*leafFile, "certificate") : m_certificates;
    if (keyFile && keys.empty()) {
        tellWrongKind(*keySlot, *keyFile);
    }
    if (leafFile && leaves.empty()) {
        tellWrongKind(*leafSlot, *leafFile);
    }
    Places candidates = matching(leaves, keys);
    if (candidates.empty()) {
        candidates = servers(leaves);
    }
    // A CA's certificate given as the server's is taken, for the rule on it to say what is wrong.
    if (candidates.empty() && leafFile) {
        candidates = leaves;
    }
    choose(*leafSlot, candidates);
    if (const auto leaf = m_result.first(leafSlot->id)) {
        Places fitting;
        std::copy_if(keys.begin(), keys.end(), std::back_inserter(fitting), [&](Place key) {
            const auto* own = keyFacts(key);
            return own != nullptr && own->publicKeyInfo == facts(*leaf).key.publicKeyInfo;
        });
        if (!fitting.empty()) {
            keys = {fitting.front()};
        }
    }
    choose(*keySlot, keys);
}

void Sorter::fillPool() {
    std::copy_if(m_certificates.begin(), m_certificates.end(), std::back_inserter(m_result.pool),
                 [this](Place it) { return !chosen(it); });
}

void Sorter::tellMissing() {
    for (const profile::Slot& slot : m_profile.slots) {
        const bool told = std::any_of(m_result.findings.begin(), m_result.findings.end(),
                                      [&slot](const check::Finding& finding) {
                                          const auto* ambiguous = finding.body.as<check::SlotAmbiguous>();
                                          const auto* wrong = finding.body.as<check::SlotWrongKind>();
                                          return (ambiguous != nullptr && ambiguous->slot == slot.id) ||
                                                 (wrong != nullptr && wrong->slot == slot.id);
                                      });
        if (slot.required && !told && !m_result.first(slot.id)) {
            m_result.findings.push_back({check::Severity::Blocker, slot.id, check::SlotMissing{slot.id}});
        }
    }
}

// A file is unused if none of its objects, nor any equal to it, went anywhere.
void Sorter::tellUnused() {
    for (std::size_t file = 0; file < m_loaded.files.size(); ++file) {
        const LoadedFile& loaded = m_loaded.files[file];
        if (!loaded.slots.empty()) {
            continue;
        }
        check::FileUnused body{loaded.source.path, {}};
        bool used = false;
        for (std::size_t item = 0; item < loaded.items.size(); ++item) {
            const Place place{file, item};
            const std::string kind = kindOf(object(place));
            used = used || kind == "certificate" || chosen(place) ||
                   std::find(m_ambiguous.begin(), m_ambiguous.end(), place) != m_ambiguous.end();
            if (std::find(body.holds.begin(), body.holds.end(), kind) == body.holds.end()) {
                body.holds.push_back(kind);
            }
        }
        if (!used) {
            m_result.findings.push_back({check::Severity::Note, loaded.source.path, std::move(body)});
        }
    }
}

} // namespace certwright::plan

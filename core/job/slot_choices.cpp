// Why: see slot_choices.h.
#include "core/job/slot_choices.h"

#include <algorithm>

#include "core/plan/crl_order.h"

namespace certwright::job {

namespace {

using plan::Place;
using profile::SlotKind;

// How surely a key belongs to a certificate.
enum class Belonging { No, Likely, Sure };

std::string withoutExtension(const std::string& path) {
    const std::size_t dot = path.rfind('.');
    return dot == std::string::npos || path.find('/', dot) != std::string::npos ? path : path.substr(0, dot);
}

class Chooser {
  public:
    explicit Chooser(const plan::Loaded& loaded)
        : m_loaded(loaded) {}

    std::optional<Place> preferred(const profile::Slot& slot, const std::vector<Place>& candidates) {
        switch (slot.kind) {
        case SlotKind::ServerCertificate:
            m_leaf = certificate(candidates);
            return m_leaf;
        case SlotKind::PrivateKey:
            return key(candidates);
        case SlotKind::Crl:
            return newest(candidates);
        case SlotKind::CaCertificate:
            break;
        }
        return std::nullopt;
    }
    void knowLeaf(std::optional<Place> leaf) { m_leaf = leaf; }

  private:
    const std::string& pathOf(Place place) const { return m_loaded.files[place.file].source.path; }
    const document::CertificateFacts& facts(Place place) const {
        return plan::certificateAt(m_loaded, place)->facts;
    }

    Belonging belongs(Place key, Place leaf) const {
        if (const auto* opened = plan::keyAt(m_loaded, key))
            return opened->facts.publicKeyInfo == facts(leaf).key.publicKeyInfo ? Belonging::Sure
                                                                                : Belonging::No;
        const bool likely =
            key.file == leaf.file || withoutExtension(pathOf(key)) == withoutExtension(pathOf(leaf));
        return likely ? Belonging::Likely : Belonging::No;
    }

    std::vector<Place> keys() const {
        std::vector<Place> places;
        for (std::size_t file = 0; file < m_loaded.files.size(); ++file)
            for (std::size_t item = 0; item < m_loaded.files[file].items.size(); ++item) {
                const document::Object& object = m_loaded.files[file].items[item].object;
                if (std::holds_alternative<document::PrivateKey>(object) ||
                    std::holds_alternative<document::EncryptedKey>(object))
                    places.push_back({file, item});
            }
        return places;
    }

    std::optional<Place> certificate(const std::vector<Place>& candidates) const {
        const auto all = keys();
        const auto rank = [&](Place leaf) {
            Belonging best = Belonging::No;
            for (const Place key : all)
                best = std::max(best, belongs(key, leaf));
            return std::pair(best, facts(leaf).notAfter);
        };
        return onlyBest(candidates, rank);
    }

    std::optional<Place> key(const std::vector<Place>& candidates) const {
        if (!m_leaf)
            return std::nullopt;
        const auto best = onlyBest(candidates, [&](Place it) { return belongs(it, *m_leaf); });
        return best && belongs(*best, *m_leaf) != Belonging::No ? best : std::nullopt;
    }

    std::optional<Place> newest(const std::vector<Place>& candidates) const {
        const auto facts = [this](Place place) -> const document::CrlFacts& {
            return plan::crlAt(m_loaded, place)->facts;
        };
        const bool oneIssuer = std::ranges::all_of(
            candidates, [&](Place it) { return facts(it).issuer == facts(candidates.front()).issuer; });
        const auto older = [&](Place one, Place other) { return plan::isOlder(facts(one), facts(other)); };
        return oneIssuer ? std::optional(*std::ranges::max_element(candidates, older)) : std::nullopt;
    }

    // onlyBest is nothing where two are equally good.
    template <typename Rank>
    static std::optional<Place> onlyBest(const std::vector<Place>& candidates, Rank rank) {
        const Place best = *std::ranges::max_element(candidates, {}, rank);
        const auto equal =
            std::ranges::count_if(candidates, [&](Place it) { return rank(it) == rank(best); });
        return equal == 1 ? std::optional(best) : std::nullopt;
    }

    const plan::Loaded& m_loaded;
    std::optional<Place> m_leaf;
};

} // namespace

std::vector<SlotChoice> slotChoices(const plan::Loaded& loaded, const plan::Selection& selection,
                                    const profile::Profile& profile,
                                    const std::map<Place, std::size_t>& indexes) {
    Chooser chooser(loaded);
    std::map<std::string, SlotChoice> found;
    // The key is chosen by the certificate, wherever the profile names it.
    for (const bool key : {false, true})
        for (const profile::Slot& slot : profile.slots) {
            const auto open = selection.ambiguous.find(slot.id);
            if ((slot.kind == SlotKind::PrivateKey) != key)
                continue;
            if (slot.kind == SlotKind::ServerCertificate)
                chooser.knowLeaf(selection.first(slot.id));
            if (open == selection.ambiguous.end())
                continue;
            SlotChoice choice{slot.id, {}, {}};
            for (const Place place : open->second)
                choice.candidates.push_back(indexes.at(place));
            if (const auto place = chooser.preferred(slot, open->second))
                choice.preferred = indexes.at(*place);
            found[slot.id] = std::move(choice);
        }
    std::vector<SlotChoice> choices;
    for (const profile::Slot& slot : profile.slots)
        if (const auto it = found.find(slot.id); it != found.end())
            choices.push_back(std::move(it->second));
    return choices;
}

} // namespace certwright::job

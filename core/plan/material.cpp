// Why: see material.h.
#include "core/plan/material.h"

#include <algorithm>
#include <array>
#include <utility>

#include "core/plan/config_text.h"

namespace certwright::plan {

namespace {

constexpr std::array<std::pair<std::string_view, document::KeyAlgorithm>, 7> keyAlgorithmNames{{
    {"RSA", document::KeyAlgorithm::Rsa},
    {"RSA-PSS", document::KeyAlgorithm::RsaPss},
    {"EC", document::KeyAlgorithm::Ec},
    {"ED25519", document::KeyAlgorithm::Ed25519},
    {"ED448", document::KeyAlgorithm::Ed448},
    {"DSA", document::KeyAlgorithm::Dsa},
    {"SM2", document::KeyAlgorithm::Sm2},
}};

std::string upper(std::string text) {
    std::transform(text.begin(), text.end(), text.begin(),
                   [](char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c; });
    return text;
}

// The words that YAML 1.1 and the service's own reader take for false.
bool isFalse(const std::string& value) {
    const std::string word = upper(value);
    return word == "FALSE" || word == "NO" || word == "OFF" || word == "N" || word == "0";
}

class Roles {
  public:
    Roles(const Loaded& loaded, const Selection& selection)
        : m_loaded(loaded)
        , m_selection(selection) {}

    std::vector<check::SourcedCertificate> certificates(const std::string& slot) const {
        std::vector<check::SourcedCertificate> result;
        for (const Place place : placesOf(slot))
            result.push_back(sourced(place));
        return result;
    }

    std::vector<check::SourcedCrl> crls(const std::string& slot) const {
        std::vector<check::SourcedCrl> result;
        for (const Place place : placesOf(slot)) {
            const auto& item = m_loaded.files[place.file].items[place.item];
            result.push_back({*crlAt(m_loaded, place), pathOf(place), item.encoding, item.container});
        }
        return result;
    }

    check::SourcedCertificate sourced(Place place) const {
        return {*certificateAt(m_loaded, place), pathOf(place),
                m_loaded.files[place.file].items[place.item].line};
    }

  private:
    const std::string& pathOf(Place place) const { return m_loaded.files[place.file].source.path; }

    std::vector<Place> placesOf(const std::string& slot) const {
        const auto found = m_selection.slots.find(slot);
        return found == m_selection.slots.end() ? std::vector<Place>{} : found->second;
    }

    const Loaded& m_loaded;
    const Selection& m_selection;
};

std::vector<check::SourceFile> sourcesOf(const Loaded& loaded, const Selection& selection) {
    std::vector<bool> used(loaded.files.size(), false);
    for (const auto& [slot, places] : selection.slots)
        for (const Place place : places)
            used[place.file] = true;
    std::vector<check::SourceFile> sources;
    for (std::size_t file = 0; file < loaded.files.size(); ++file)
        if (used[file] || !loaded.files[file].slots.empty())
            sources.push_back(loaded.files[file].source);
    return sources;
}

} // namespace

check::Policy policyOf(const profile::Profile& profile, const std::optional<std::string>& host) {
    const profile::Rules& rules = profile.rules;
    check::Policy policy;
    policy.keyAlgorithms.clear();
    for (const auto& [name, algorithm] : keyAlgorithmNames) {
        const bool named =
            std::any_of(rules.keyAlgorithms.begin(), rules.keyAlgorithms.end(),
                        [wanted = name](const std::string& given) { return upper(given) == wanted; });
        if (named)
            policy.keyAlgorithms.push_back(algorithm);
    }
    policy.signatureDigests = rules.signatureDigests;
    policy.minimumRsaBits = rules.minimumRsaBits;
    policy.recommendedRsaBits = rules.recommendedRsaBits;
    policy.warningDays = rules.warningDays;
    policy.noteDays = rules.noteDays;
    policy.maximumValidityYears = rules.maximumValidityYears;
    policy.crlWarningDays = rules.crlWarningDays;
    policy.host = host;
    policy.commonName = rules.commonNameCounts ? check::CommonName::Count : check::CommonName::Ignore;
    policy.keyFileModeMaximum = rules.keyFileModeMaximum;
    policy.sourcesOwnedByUser = rules.sourcesOwnedByUser;
    if (profile.passphrase.inputMaximum > 0)
        policy.passwordMaximumCharacters = profile.passphrase.inputMaximum;
    return policy;
}

std::optional<std::string> hostOf(const profile::Profile& profile, std::string_view configText) {
    if (!profile.hostCheck)
        return std::nullopt;
    const auto format = profile.config.format;
    const auto enabled = configValue(format, configText, profile.hostCheck->enableKey);
    const auto host = configValue(format, configText, profile.hostCheck->hostKey);
    if (!enabled || !host || host->empty() || isFalse(*enabled))
        return std::nullopt;
    return *host;
}

check::Material materialOf(const Loaded& loaded, const Selection& selection, const profile::Profile& profile,
                           const check::SourcedKey& key, const files::FileReader& reader) {
    const Roles roles(loaded, selection);
    check::Material material;
    material.sources = sourcesOf(loaded, selection);
    material.key = key;
    material.user = reader.self();
    material.userName = reader.accountName(material.user.user);
    std::string serverTrust;
    for (const profile::Slot& slot : profile.slots) {
        if (slot.kind != profile::SlotKind::ServerCertificate)
            continue;
        serverTrust = slot.trust;
        if (const auto leaf = selection.first(slot.id))
            material.leaf = roles.sourced(*leaf);
    }
    for (const profile::Slot& slot : profile.slots) {
        if (slot.kind == profile::SlotKind::CaCertificate && slot.trust == serverTrust) {
            material.cas = roles.certificates(slot.id);
        } else if (slot.kind == profile::SlotKind::CaCertificate) {
            const profile::Slot* crl = profile.slotOf(profile::SlotKind::Crl, slot.trust);
            check::TrustPair pair{slot.id, roles.certificates(slot.id), {}};
            if (crl != nullptr)
                pair.crls = roles.crls(crl->id);
            if (!pair.cas.empty() || !pair.crls.empty())
                material.pairs.push_back(std::move(pair));
        } else if (slot.kind == profile::SlotKind::Crl && slot.trust == serverTrust) {
            material.crls = roles.crls(slot.id);
        }
    }
    for (const Place place : selection.pool)
        material.pool.push_back(roles.sourced(place));
    return material;
}

} // namespace certwright::plan

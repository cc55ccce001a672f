// Why: see comparison.h.
#include "core/plan/comparison.h"

#include <algorithm>
#include <array>

#include "core/plan/select.h"

namespace certwright::plan {

namespace {

using document::CertificateFacts;
using document::KeyAlgorithm;
using document::KeyFacts;

std::string lower(std::string text) {
    std::transform(text.begin(), text.end(), text.begin(),
                   [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
    return text;
}

std::vector<std::string> namesOf(const CertificateFacts& facts, check::CommonName commonName) {
    std::vector<std::string> names;
    for (const document::AltName& name : facts.altNames)
        if (name.kind == document::AltNameKind::Dns || name.kind == document::AltNameKind::Ip)
            names.push_back(lower(name.value));
    const bool byCommonName = facts.altNames.empty() && commonName == check::CommonName::Count;
    if (byCommonName && !facts.subject.commonName.empty())
        names.push_back(lower(facts.subject.commonName));
    std::sort(names.begin(), names.end());
    names.erase(std::unique(names.begin(), names.end()), names.end());
    return names;
}

// notCovered returns the names of `one` that `other` has neither as they are nor by a wildcard.
std::vector<std::string> notCovered(const CertificateFacts& one, const CertificateFacts& other,
                                    check::CommonName commonName) {
    const auto known = namesOf(other, commonName);
    std::vector<std::string> result;
    for (const std::string& name : namesOf(one, commonName))
        if (!std::binary_search(known.begin(), known.end(), name) &&
            !check::coversHost(other, name, commonName))
            result.push_back(name);
    return result;
}

// A CA whose certificate was issued anew is the same to its clients: name and key are what they know.
bool sameAuthority(const CertificateFacts& one, const CertificateFacts& other) {
    return one.subject == other.subject && one.key.publicKeyInfo == other.key.publicKeyInfo;
}

bool isAmong(const std::vector<CertificateFacts>& authorities, const CertificateFacts& wanted) {
    return std::ranges::any_of(authorities, [&](const auto& own) { return sameAuthority(own, wanted); });
}

CaChange caChange(const std::vector<CertificateFacts>& before, const std::vector<CertificateFacts>& after,
                  std::optional<std::size_t> anchor) {
    if (before.empty())
        return CaChange::None;
    const bool allStay = std::ranges::all_of(before, [&](const auto& own) { return isAmong(after, own); });
    const bool known = !anchor || *anchor >= after.size() || isAmong(before, after[*anchor]);
    return allStay && known ? CaChange::None : CaChange::Other;
}

// authorityText is the subject; of two CAs of one name the fingerprints tell them apart.
std::string authorityText(const CertificateFacts& ca, const std::vector<CertificateFacts>& others) {
    constexpr std::size_t shortPrint = 8;
    const bool namesake = std::ranges::any_of(
        others, [&](const auto& other) { return other.subject == ca.subject && !sameAuthority(other, ca); });
    const std::string print = base::toHex(ca.fingerprint).substr(0, 2 * shortPrint);
    return namesake ? ca.subject.text + " [" + print + "]" : ca.subject.text;
}

std::string joined(const std::vector<std::string>& subjects) {
    std::string text;
    for (const std::string& subject : subjects)
        text += (text.empty() ? "" : "; ") + subject;
    return text;
}

bool isRsa(KeyAlgorithm algorithm) {
    return algorithm == KeyAlgorithm::Rsa || algorithm == KeyAlgorithm::RsaPss;
}

bool sameFamily(const KeyFacts& one, const KeyFacts& other) {
    return one.algorithm == other.algorithm || (isRsa(one.algorithm) && isRsa(other.algorithm));
}

bool weaker(const KeyFacts& before, const KeyFacts& after) {
    if (sameFamily(before, after))
        return after.bits < before.bits;
    const int known = securityStrength(before);
    const int wanted = securityStrength(after);
    return known > 0 && wanted > 0 && wanted < known;
}

struct Level {
    int bits;
    int strength;
};

int levelOf(int bits, const std::array<Level, 5>& levels) {
    int strength = 0;
    for (const Level& level : levels)
        if (bits >= level.bits)
            strength = level.strength;
    return strength;
}

constexpr std::array<Level, 5> factoring{{{1024, 80}, {2048, 112}, {3072, 128}, {7680, 192}, {15360, 256}}};
constexpr std::array<Level, 5> curves{{{160, 80}, {224, 112}, {256, 128}, {384, 192}, {512, 256}}};

} // namespace

int securityStrength(const KeyFacts& key) {
    switch (key.algorithm) {
    case KeyAlgorithm::Rsa:
    case KeyAlgorithm::RsaPss:
    case KeyAlgorithm::Dsa:
        return levelOf(key.bits, factoring);
    case KeyAlgorithm::Ec:
    case KeyAlgorithm::Sm2:
        return levelOf(key.bits, curves);
    case KeyAlgorithm::Ed25519:
        return 128;
    case KeyAlgorithm::Ed448:
        return 192;
    case KeyAlgorithm::Other:
        break;
    }
    return 0;
}

Comparison compare(const InstalledCertificates& installed, const check::Material& material,
                   const check::ServerPath& path, check::CommonName commonName) {
    Comparison result;
    result.before = installed.leaf;
    result.after = material.leaf->certificate.facts;
    result.namesAdded = notCovered(result.after, result.before, commonName);
    result.namesLost = notCovered(result.before, result.after, commonName);
    const bool sameKey = result.before.key.publicKeyInfo == result.after.key.publicKeyInfo;
    result.key = sameKey ? KeyChange::Same : KeyChange::New;
    result.daysGained = base::wholeDays(result.before.notAfter, result.after.notAfter);
    std::vector<CertificateFacts> after;
    for (const check::SourcedCertificate& ca : material.cas)
        after.push_back(ca.certificate.facts);
    for (const CertificateFacts& ca : installed.cas)
        result.caBefore.push_back(authorityText(ca, after));
    for (const CertificateFacts& ca : after)
        result.caAfter.push_back(authorityText(ca, installed.cas));
    result.ca = caChange(installed.cas, after, path.ca);
    return result;
}

void judgeComparison(const Comparison& comparison, check::Findings& findings) {
    const CertificateFacts& before = comparison.before;
    const CertificateFacts& after = comparison.after;
    const auto warn = [&](check::FindingBody body) {
        findings.push_back({check::Severity::Warning, after.subject.text, std::move(body)});
    };
    if (after.notAfter < before.notAfter)
        warn(check::ReplaceShorter{before.notAfter, after.notAfter});
    if (!comparison.namesLost.empty())
        warn(check::ReplaceNamesLost{comparison.namesLost});
    if (weaker(before.key, after.key))
        warn(check::ReplaceKeyWeaker{keyTypeText(before.key), keyTypeText(after.key)});
    if (comparison.ca == CaChange::Other)
        warn(check::ReplaceCaChanged{joined(comparison.caBefore), joined(comparison.caAfter)});
}

} // namespace certwright::plan

// Why: which key types and sizes a service takes. The server's key must be of an allowed type; RSA under the
// minimum blocks for it and for every CA above it (one weak link forges the whole chain), while the
// recommendation is for the server's own key only: nobody who imports can make their CA's key larger.
#include "core/check/rules/rules.h"

#include <algorithm>

namespace certwright::check {

namespace {

using document::KeyAlgorithm;
using document::KeyFacts;

std::string algorithmName(KeyAlgorithm algorithm) {
    switch (algorithm) {
    case KeyAlgorithm::Rsa:
        return "RSA";
    case KeyAlgorithm::RsaPss:
        return "RSASSA-PSS";
    case KeyAlgorithm::Ec:
        return "EC";
    case KeyAlgorithm::Ed25519:
        return "Ed25519";
    case KeyAlgorithm::Ed448:
        return "Ed448";
    case KeyAlgorithm::Dsa:
        return "DSA";
    case KeyAlgorithm::Sm2:
        return "SM2";
    case KeyAlgorithm::Other:
        break;
    }
    return "other";
}

std::string nameOf(const KeyFacts& key) {
    if (!key.name.empty())
        return key.name;
    const std::string name = algorithmName(key.algorithm);
    return key.algorithm == KeyAlgorithm::Ec && !key.curve.empty() ? name + " " + key.curve : name;
}

bool isRsa(const KeyFacts& key) {
    return key.algorithm == KeyAlgorithm::Rsa || key.algorithm == KeyAlgorithm::RsaPss;
}

void judgeServerKey(const Policy& policy, const KeyFacts& key, const std::string& path, Findings& findings) {
    if (std::ranges::find(policy.keyAlgorithms, key.algorithm) == policy.keyAlgorithms.end()) {
        std::vector<std::string> allowed;
        std::ranges::transform(policy.keyAlgorithms, std::back_inserter(allowed), algorithmName);
        add(findings, Severity::Blocker, path, KeyType{path, nameOf(key), allowed});
    }
    if (!isRsa(key))
        return;
    if (key.bits < policy.minimumRsaBits)
        add(findings, Severity::Blocker, path, KeyTooSmall{path, key.bits, policy.minimumRsaBits});
    else if (key.bits < policy.recommendedRsaBits)
        add(findings, Severity::Warning, path, KeySmall{path, key.bits, policy.recommendedRsaBits});
}

} // namespace

void judgeIssuerKey(const Context& context, const Link& link, const std::string& subject,
                    Findings& findings) {
    const KeyFacts& key = link.facts().key;
    const int minimum = context.policy.minimumRsaBits;
    if (isRsa(key) && key.bits < minimum)
        add(findings, Severity::Blocker, subject, KeyTooSmall{link.source->path, key.bits, minimum});
}

void keyStrengthRules(const Context& context, Findings& findings) {
    const SourcedKey& key = context.material.key;
    const auto& leaf = context.material.leaf;
    const bool known = opened(key.state);
    if (known)
        judgeServerKey(context.policy, key.facts, key.path, findings);
    if (leaf && (!known || leaf->certificate.facts.key.publicKeyInfo != key.facts.publicKeyInfo))
        judgeServerKey(context.policy, leaf->certificate.facts.key, leaf->path, findings);
}

void issuerStrengthRules(const Context& context, Findings& findings) {
    for (const Link& link : context.path.issuers())
        judgeIssuerKey(context, link, link.source->path, findings);
}

} // namespace certwright::check

// Why: clients compare the host they called with the certificate's names, and AOI compares a configured one.
#include "core/check/rules/rules.h"

namespace certwright::check {

namespace {

// The names that hosts are compared with: DNS names and IP addresses.
std::vector<std::string> hostNames(const document::CertificateFacts& facts) {
    std::vector<std::string> names;
    for (const document::AltName& alt : facts.altNames)
        if (alt.kind == document::AltNameKind::Dns || alt.kind == document::AltNameKind::Ip)
            names.push_back(alt.value);
    return names;
}

} // namespace

void namesRules(const Context& context, Findings& findings) {
    const auto& leaf = context.material.leaf;
    if (!leaf)
        return;
    const document::CertificateFacts& facts = leaf->certificate.facts;
    const Policy& policy = context.policy;
    std::vector<std::string> names = hostNames(facts);
    if (names.empty())
        add(findings, Severity::Warning, leaf->path, NoAltNames{facts.subject.text});
    if (!policy.host || coversHost(facts, *policy.host, policy.commonName))
        return;
    if (facts.altNames.empty() && policy.commonName == CommonName::Count && !facts.subject.commonName.empty())
        names.push_back(facts.subject.commonName);
    add(findings, Severity::Blocker, leaf->path, HostMismatch{*policy.host, names});
}

} // namespace certwright::check

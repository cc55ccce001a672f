// Why: is what was brought for the server a server's certificate at all?
#include "core/check/rules/rules.h"

#include <algorithm>
#include <string_view>

namespace certwright::check {

namespace {

constexpr std::string_view serverAuth = "1.3.6.1.5.5.7.3.1";

} // namespace

void leafRules(const Context& context, Findings& findings) {
    if (!context.material.leaf)
        return;
    const std::string& path = context.material.leaf->path;
    const document::CertificateFacts& facts = context.material.leaf->certificate.facts;
    if (facts.version != 3)
        add(findings, Severity::Blocker, path,
            CertificateVersion{std::string(roleName(Role::Server)), facts.subject.text, facts.version});
    if (facts.isCa())
        add(findings, Severity::Blocker, path, LeafIsCa{facts.subject.text});
    // anyExtendedKeyUsage is not enough: OpenSSL's clients ask for serverAuth itself.
    const auto& usages = facts.extendedKeyUsage;
    if (!usages.empty() && std::ranges::find(usages, serverAuth) == usages.end())
        add(findings, Severity::Blocker, path, ExtendedKeyUsage{facts.subject.text, usages});
}

} // namespace certwright::check

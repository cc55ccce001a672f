// Why: a CA with an extended key usage may issue for these uses alone: RFC 5280 section 4.2.1.12 leaves that
// open, OpenSSL, browsers and the Baseline Requirements do not.
#include "core/check/rules/purpose.h"

#include <algorithm>
#include <string_view>

#include "core/check/rules/rules.h"
#include "core/document/extension_ids.h"

namespace certwright::check {

namespace {

constexpr std::string_view anyUsage = "2.5.29.37.0";

} // namespace

std::vector<std::string> wantedUsages(const Policy& policy) {
    if (policy.email)
        return {"1.3.6.1.5.5.7.3.4", "1.3.6.1.5.5.7.3.2"};
    return {policy.purpose == Purpose::Server ? "1.3.6.1.5.5.7.3.1" : "1.3.6.1.5.5.7.3.2"};
}

bool limitsUsage(const Context& context, const document::Certificate& certificate) {
    if (!certificate.facts.extendedKeyUsage.empty())
        return true;
    const auto* anatomy = context.details.anatomyOf(certificate);
    return anatomy != nullptr && anatomy->find(document::id::extendedKeyUsage) != nullptr;
}

bool allowsUsage(const std::vector<std::string>& found, const std::vector<std::string>& wanted,
                 AnyUsage any) {
    return std::ranges::any_of(found, [&](const std::string& usage) {
        return (any == AnyUsage::Counts && usage == anyUsage) ||
               std::ranges::find(wanted, usage) != wanted.end();
    });
}

void purposeRules(const Context& context, Findings& findings) {
    const auto wanted = wantedUsages(context.policy);
    for (const Link& link : context.path.issuers()) {
        const auto& found = link.facts().extendedKeyUsage;
        if (limitsUsage(context, link.certificate()) && !allowsUsage(found, wanted, AnyUsage::Counts))
            add(findings, Severity::Blocker, link.source->path,
                PathPurpose{std::string(roleName(link.role)), link.facts().subject.text, wanted.front(),
                            found});
    }
}

} // namespace certwright::check

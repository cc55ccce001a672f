// Why: an extension that cannot be read, or that is there twice, may forbid what one believes it allows. What
// decides over a path blocks, as clients refuse it too; what only informs (where to ask, a comment) is told.
#include <algorithm>
#include <array>

#include "core/check/foreign.h"
#include "core/check/rules/rules.h"

namespace certwright::check {

namespace {

// RFC 5280 sections 4.2.1.1 to 4.2.1.14, in the order of their numbers below 2.5.29.
constexpr std::array<std::string_view, 12> deciding{"2.5.29.14", "2.5.29.15", "2.5.29.17", "2.5.29.19",
                                                    "2.5.29.30", "2.5.29.31", "2.5.29.32", "2.5.29.33",
                                                    "2.5.29.35", "2.5.29.36", "2.5.29.37", "2.5.29.54"};

bool decides(const std::string& extension) {
    return std::ranges::find(deciding, extension) != deciding.end();
}

} // namespace

void extensionsRules(const Context& context, Findings& findings) {
    for (const Link& link : context.path.links) {
        const document::CertificateFacts& facts = link.facts();
        const std::string role(roleName(link.role));
        if (!facts.malformedExtensions.empty()) {
            const bool blocking = std::ranges::any_of(facts.malformedExtensions, decides);
            add(findings, blocking ? Severity::Blocker : Severity::Warning, link.source->path,
                CertificateExtensionMalformed{role, facts.subject.text, facts.malformedExtensions});
        }
        if (!facts.repeatedExtensions.empty())
            add(findings, Severity::Blocker, link.source->path,
                CertificateExtensionRepeated{role, facts.subject.text, facts.repeatedExtensions});
    }
}

void tlcpRules(const Context& context, Findings& findings) {
    const Material& material = context.material;
    std::vector<const document::Certificate*> all;
    if (material.leaf)
        all.push_back(&material.leaf->certificate);
    for (const SourcedCertificate& one : material.pool)
        all.push_back(&one.certificate);
    std::ranges::move(tlcpPairs(all), std::back_inserter(findings));
}

} // namespace certwright::check

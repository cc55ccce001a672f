// Why: an extension that is critical and unknown, unreadable or there twice makes programs refuse the
// certificate (RFC 5280 section 4.2).
#include "core/check/rules/rules.h"

#include <algorithm>
#include <array>

#include "core/document/extension_ids.h"
#include "core/document/strict_der.h"

namespace certwright::check {

namespace {

namespace id = document::id;
using base::ByteView;

// What this room processes (RFC 5280 section 4.2), and what OpenSSL does.
constexpr std::array<ByteView, 10> processed{id::keyUsage,
                                             id::subjectAltName,
                                             id::basicConstraints,
                                             id::nameConstraints,
                                             id::certificatePolicies,
                                             id::policyMappings,
                                             id::policyConstraints,
                                             id::extendedKeyUsage,
                                             id::inhibitAnyPolicy,
                                             id::crlDistributionPoints};

// What is known and needs no processing. OpenSSL refuses these if they are critical, so a service does; for
// the strict rule sets each has a rule of form that says where critical is forbidden.
constexpr std::array<ByteView, 10> known{id::subjectKeyIdentifier,
                                         id::authorityKeyIdentifier,
                                         id::issuerAltName,
                                         id::authorityInfoAccess,
                                         id::subjectInfoAccess,
                                         id::freshestCrl,
                                         id::tlsFeature,
                                         id::signedTimestamps,
                                         id::privateKeyUsagePeriod,
                                         id::subjectDirectoryAttributes};

template <std::size_t Count> bool isOneOf(const std::array<ByteView, Count>& ids, ByteView oid) {
    return std::ranges::any_of(ids, [&](ByteView other) { return std::ranges::equal(oid, other); });
}

// What decides over a path or over revocation (RFC 5280 sections 4.2.1.1 to 4.2.1.14): clients refuse a
// certificate in which it cannot be read. Of the rest one may say so and go on.
constexpr std::array<std::string_view, 12> deciding{"2.5.29.14", "2.5.29.15", "2.5.29.17", "2.5.29.19",
                                                    "2.5.29.30", "2.5.29.31", "2.5.29.32", "2.5.29.33",
                                                    "2.5.29.35", "2.5.29.36", "2.5.29.37", "2.5.29.54"};

void judgeReadable(const Link& link, Findings& findings) {
    for (const std::string& oid : link.facts().malformedExtensions) {
        const bool decides = std::ranges::find(deciding, oid) != deciding.end();
        add(findings, decides ? Severity::Blocker : Severity::Warning, link.source->path,
            ExtensionMalformed{std::string(roleName(link.role)), link.facts().subject.text, oid});
    }
    for (const std::string& oid : link.facts().repeatedExtensions)
        add(findings, Severity::Blocker, link.source->path,
            ExtensionRepeated{std::string(roleName(link.role)), link.facts().subject.text, oid});
}

bool understood(ByteView oid, RuleSet ruleSet) {
    return isOneOf(processed, oid) || (ruleSet != RuleSet::Service && isOneOf(known, oid));
}

// The length of the whole stands outside of what is signed; in more octets than it needs it makes another
// file of the same certificate (X.690 section 10.1).
bool startsAsDer(ByteView der) {
    document::DerHeader header;
    return document::strictHeader(der, header) == document::HeaderState::Complete;
}

void judgeForm(const Context& context, const Link& link, Findings& findings) {
    const std::string role(roleName(link.role));
    const std::string& name = link.facts().subject.text;
    const document::CertificateAnatomy* anatomy = context.details.anatomyOf(link.certificate());
    const bool loose = context.policy.ruleSet != RuleSet::Service && !startsAsDer(link.certificate().der);
    if (anatomy == nullptr || loose) {
        add(findings, Severity::Blocker, link.source->path, CertificateEncoding{role, name});
        return;
    }
    judgeReadable(link, findings);
    for (const document::ExtensionPart& extension : anatomy->extensions)
        if (extension.critical() && !understood(extension.oid, context.policy.ruleSet))
            add(findings, Severity::Blocker, link.source->path,
                CriticalExtension{role, name, document::dottedOid(extension.oid)});
}

} // namespace

void leafFormRules(const Context& context, Findings& findings) {
    for (const Link& link : context.path.links)
        if (link.isLeaf())
            judgeForm(context, link, findings);
}

void issuerFormRules(const Context& context, Findings& findings) {
    for (const Link& link : context.path.issuers())
        judgeForm(context, link, findings);
}

} // namespace certwright::check

// Why: clients compare whom they called with the certificate's names, and AOI compares a configured host.
#include "core/check/rules/rules.h"

#include "core/check/host.h"
#include "core/document/extension_ids.h"

namespace certwright::check {

namespace {

using names::Asked;

// The names that hosts are compared with: DNS names and IP addresses.
std::vector<std::string> hostNames(const document::CertificateFacts& facts) {
    std::vector<std::string> found;
    for (const document::AltName& alt : facts.altNames)
        if (alt.kind == document::AltNameKind::Dns || alt.kind == document::AltNameKind::Ip)
            found.push_back(alt.value);
    return found;
}

// Mail addresses are compared as they are encoded: facts hold no SmtpUTF8Mailbox.
std::vector<names::GeneralName> encodedNames(const Context& context) {
    const auto* anatomy = context.details.anatomyOf(context.material.leaf->certificate);
    const auto* part = anatomy ? anatomy->find(document::id::subjectAltName) : nullptr;
    auto found = part ? names::generalNamesOf(part->value) : std::nullopt;
    return found ? std::move(*found) : std::vector<names::GeneralName>();
}

void judgeHost(const Context& context, const std::optional<Asked>& asked, const std::string& text,
               Findings& findings) {
    const SourcedCertificate& leaf = *context.material.leaf;
    const document::CertificateFacts& facts = leaf.certificate.facts;
    const Policy& policy = context.policy;
    const auto reach = policy.ruleSet == RuleSet::WebPki ? names::WildcardReach::PublicSuffix
                                                         : names::WildcardReach::TwoLabels;
    const auto commonName = policy.ruleSet == RuleSet::WebPki ? CommonName::Ignore : policy.commonName;
    if (asked && coversAsked(facts, *asked, reach, commonName))
        return;
    std::vector<std::string> found = hostNames(facts);
    if (commonNameCounts(facts, commonName) && !facts.subject.commonName.empty())
        found.push_back(facts.subject.commonName);
    add(findings, Severity::Blocker, leaf.path, HostMismatch{text, found});
}

void judgeMailbox(const Context& context, Findings& findings) {
    const std::string& email = *context.policy.email;
    const auto asked = names::askedMailbox(email);
    const auto presented = encodedNames(context);
    if (asked && names::covers(presented, *asked, names::WildcardReach::TwoLabels))
        return;
    HostMismatch body{email, {}};
    for (const names::GeneralName& name : presented)
        if (name.kind == names::NameKind::Email || names::smtpUtf8MailboxOf(name))
            body.names.push_back(names::shownValue(name));
    add(findings, Severity::Blocker, context.material.leaf->path, std::move(body));
}

// Whoever looks for a mailbox or a client needs no host name; the Baseline Requirements always want one
// (section 7.1.2.7.12).
void judgePresence(const Context& context, Findings& findings) {
    const Policy& policy = context.policy;
    const SourcedCertificate& leaf = *context.material.leaf;
    const bool server = policy.purpose == Purpose::Server;
    const bool strict = server && policy.ruleSet == RuleSet::WebPki;
    const bool wanted = server && (!policy.email || policy.host || policy.ip);
    if ((strict || wanted) && hostNames(leaf.certificate.facts).empty())
        add(findings, strict ? Severity::Blocker : Severity::Warning, leaf.path,
            NoAltNames{leaf.certificate.facts.subject.text});
}

} // namespace

void namesRules(const Context& context, Findings& findings) {
    if (!context.material.leaf)
        return;
    const Policy& policy = context.policy;
    judgePresence(context, findings);
    if (policy.host)
        judgeHost(context, names::askedHost(*policy.host), *policy.host, findings);
    if (policy.ip)
        judgeHost(context, names::askedAddress(*policy.ip), *policy.ip, findings);
    if (policy.email)
        judgeMailbox(context, findings);
}

} // namespace certwright::check

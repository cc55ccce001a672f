// Why: what is not valid today stops the service, what ends soon stops it soon. A certificate is valid up to
// and including the second of its notAfter (RFC 5280 section 4.1.2.5).
#include "core/check/rules/rules.h"

namespace certwright::check {

namespace {

using std::chrono::days;
using std::chrono::years;

base::Time yearsLater(base::Time time, int count) {
    const auto day = std::chrono::floor<days>(time);
    return std::chrono::sys_days(std::chrono::year_month_day(day) + years(count)) + (time - day);
}

// Calendar years from one time to the other, a begun year counted whole.
int yearsBetween(base::Time from, base::Time to) {
    int count = static_cast<int>(std::chrono::floor<years>(to - from).count());
    while (yearsLater(from, count) < to)
        ++count;
    return count;
}

} // namespace

void judgeDates(const Context& context, const Link& link, const std::string& subject, Findings& findings) {
    const document::CertificateFacts& facts = link.facts();
    const std::string role(roleName(link.role));
    const std::string& name = facts.subject.text;
    const int left = base::wholeDays(context.now, facts.notAfter);
    if (context.now > facts.notAfter)
        add(findings, Severity::Blocker, subject,
            CertificateExpired{role, name, facts.notAfter, context.now});
    else if (context.now < facts.notBefore)
        add(findings, Severity::Blocker, subject,
            CertificateNotYetValid{role, name, facts.notBefore, context.now});
    else if (left < context.policy.warningDays)
        add(findings, Severity::Warning, subject, CertificateExpiresSoon{role, name, facts.notAfter, left});
    else if (left < context.policy.noteDays)
        add(findings, Severity::Note, subject, CertificateExpires{role, name, facts.notAfter, left});

    const int maximum = context.policy.maximumValidityYears;
    if (facts.notAfter > yearsLater(facts.notBefore, maximum))
        add(findings, Severity::Note, subject,
            CertificateLongValidity{role, name, yearsBetween(facts.notBefore, facts.notAfter), maximum});
}

void leafDatesRules(const Context& context, Findings& findings) {
    for (const Link& link : context.path.links)
        if (link.isLeaf())
            judgeDates(context, link, link.source->path, findings);
}

void issuerDatesRules(const Context& context, Findings& findings) {
    for (const Link& link : context.path.issuers())
        judgeDates(context, link, link.source->path, findings);
}

} // namespace certwright::check

// Why: words for what name constraints and certificate policies forbid along a path.
#include "ui/text/finding_words.h"
#include "ui/text/value_text.h"

namespace certwright::text {

namespace {

QString constraintsFormText(const Phrasebook& book, const std::string& form) {
    if (form == "end-entity")
        return book.say("findings", "%1 is no CA certificate, but holds name constraints: %2.");
    if (form == "not-critical")
        return book.say("findings",
                        "%1 holds name constraints that are not marked critical, so that programs "
                        "may overlook them: %2.");
    if (form == "not-der")
        return book.say("findings",
                        "%1 holds name constraints that are not encoded as they must be (DER): %2.");
    if (form == "leading-period")
        return book.say("findings", "%1 holds a name constraint for DNS names that starts with a period, "
                                    "which programs understand in different ways: %2.");
    return book.say("findings", "%1 holds name constraints that constrain nothing: %2.");
}

QString policyFormText(const Phrasebook& book, const std::string& form) {
    if (form == "not-critical")
        return book.say("findings", "%1 constrains certificate policies in an extension that is not marked "
                                    "critical (%2): %3.");
    if (form == "repeated")
        return book.say("findings", "%1 names the same certificate policy more than once (%2): %3.");
    return book.say("findings", "%1 holds policy constraints that constrain nothing (%2): %3.");
}

} // namespace

FindingText words(const check::NameNotPermitted& body, const Phrasebook& book) {
    return {startOfSentence(book.say("findings", "%1 holds names for which its CA may not issue: %2. The "
                                                 "name constraints are those of %3; the certificate is %4.")
                                .arg(roleName(book, body.role), list(book, body.names), shown(body.by),
                                     shown(body.name))),
            book.say("findings", "Ask your CA for a certificate with other names, or use a CA that may issue "
                                 "for these.")};
}

FindingText words(const check::NameExcluded& body, const Phrasebook& book) {
    return {startOfSentence(book.say("findings", "%1 holds names for which its CA must not issue: %2. The "
                                                 "name constraints are those of %3; the certificate is %4.")
                                .arg(roleName(book, body.role), list(book, body.names), shown(body.by),
                                     shown(body.name))),
            book.say("findings", "Ask your CA for a certificate with other names, or use a CA that may issue "
                                 "for these.")};
}

FindingText words(const check::NameConstraintsMalformed& body, const Phrasebook& book) {
    const QString role = roleName(book, body.role);
    if (body.constraints.empty())
        return {
            startOfSentence(book.say("findings", "%1 holds name constraints that cannot be read: %2.")
                                .arg(role, shown(body.name))),
            book.say("findings", "Ask the CA for a certificate with name constraints in the right form.")};
    return {startOfSentence(book.say("findings", "%1 holds name constraints that are not in the right form "
                                                 "(%2): %3.")
                                .arg(role, list(book, body.constraints), shown(body.name))),
            book.say("findings", "Ask the CA for a certificate with name constraints in the right form.")};
}

FindingText words(const check::NameConstraintsUnsupported& body, const Phrasebook& book) {
    return {startOfSentence(book.say("findings", "%1 constrains names in a way that no program checks (%2), "
                                                 "so that the path must be refused: %3.")
                                .arg(roleName(book, body.role), list(book, body.kinds), shown(body.name))),
            book.say("findings", "Ask your CA for a certificate without such names, or the CA for one "
                                 "without this constraint.")};
}

FindingText words(const check::NameConstraintsForm& body, const Phrasebook& book) {
    return {startOfSentence(
                constraintsFormText(book, body.form).arg(roleName(book, body.role), shown(body.name))),
            book.say("findings", "Ask the CA for a certificate with name constraints in the right form.")};
}

FindingText words(const check::NamesTooComplex& body, const Phrasebook& book) {
    return {startOfSentence(book.say("findings", "Too complex: %1 holds %2 names and %3 sets %4 name "
                                                 "constraints, too many to compare: %5.")
                                .arg(roleName(book, body.role), QString::number(body.names), shown(body.by),
                                     QString::number(body.constraints), shown(body.name))),
            book.say("findings", "Ask your CA for a certificate with fewer names.")};
}

FindingText words(const check::PathPolicy& body, const Phrasebook& book) {
    const QString role = roleName(book, body.role);
    const QString step = book.say("findings", "Ask your CA for a certificate that is issued under the policy "
                                              "that is required.");
    if (body.wanted.empty())
        return {
            startOfSentence(book.say("findings", "The path must be valid for some certificate policy, and "
                                                 "at %1 none is left: %2.")
                                .arg(role, shown(body.name))),
            step};
    return {startOfSentence(book.say("findings", "The path must be valid for one of these certificate "
                                                 "policies (%1), and at %2 none of them is left: %3.")
                                .arg(list(book, body.wanted), role, shown(body.name))),
            step};
}

FindingText words(const check::PolicyMappingAny& body, const Phrasebook& book) {
    return {startOfSentence(book.say("findings", "%1 maps certificate policies from or to \"any policy\", "
                                                 "which is forbidden: %2.")
                                .arg(roleName(book, body.role), shown(body.name))),
            book.say("findings", "Ask the CA for a certificate with sound policy mappings.")};
}

FindingText words(const check::PolicyConstraintsForm& body, const Phrasebook& book) {
    return {startOfSentence(policyFormText(book, body.form)
                                .arg(roleName(book, body.role), shown(body.oid), shown(body.name))),
            book.say("findings", "Ask the CA for a certificate in the right form.")};
}

} // namespace certwright::text

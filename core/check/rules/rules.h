// Why: the list of all rules, in the order in which their findings are shown within one severity.
#pragma once

#include "core/check/rules/context.h"

namespace certwright::check {

// Rules over the whole material; each lives in the file of its name.
void sourceFilesRules(const Context& context, Findings& findings);
void keyRules(const Context& context, Findings& findings);
void keyStrengthRules(const Context& context, Findings& findings);
void leafKeySafetyRules(const Context& context, Findings& findings);
void leafRules(const Context& context, Findings& findings);
void leafFormRules(const Context& context, Findings& findings);
void leafDatesRules(const Context& context, Findings& findings);
void chainRules(const Context& context, Findings& findings);
void namesRules(const Context& context, Findings& findings);
void leafSignatureRules(const Context& context, Findings& findings);
void trustPairsRules(const Context& context, Findings& findings);
void leafLintRules(const Context& context, Findings& findings);
void tlcpRules(const Context& context, Findings& findings);

// Rules over the path alone: context.path is the candidate that is judged.
void issuerStrengthRules(const Context& context, Findings& findings);
void issuerKeySafetyRules(const Context& context, Findings& findings);
void issuerFormRules(const Context& context, Findings& findings);
void issuerDatesRules(const Context& context, Findings& findings);
void anchorRules(const Context& context, Findings& findings);
void issuerRules(const Context& context, Findings& findings);
void pathLengthRules(const Context& context, Findings& findings);
void keyIdentifierRules(const Context& context, Findings& findings);
void purposeRules(const Context& context, Findings& findings);
void issuerSignatureRules(const Context& context, Findings& findings);
void revocationRules(const Context& context, Findings& findings);
// What CAs above allow those below (RFC 5280 section 6.1); they say nothing of a path that is not complete.
void nameConstraintsRules(const Context& context, Findings& findings);
void certificatePoliciesRules(const Context& context, Findings& findings);
void issuerLintRules(const Context& context, Findings& findings);

// Rules about one certificate or list, for the server's chain and for trust pairs alike; `subject` becomes
// Finding::subject.
void judgeDates(const Context& context, const Link& link, const std::string& subject, Findings& findings);
void judgeIssuer(const Link& link, const std::string& subject, Findings& findings);
void judgeIssuerKey(const Context& context, const Link& link, const std::string& subject, Findings& findings);
// judgeCrlDates and judgeCrlConversion tell whether a list holds now, and whether it is written in another
// form.
void judgeCrlDates(const Context& context, const document::CrlFacts& facts, const std::string& subject,
                   Findings& findings);
void judgeCrlConversion(const SourcedCrl& crl, const std::string& subject, Findings& findings);
// judgeCrl judges a list of somebody whom only `signers` may speak for. It returns the link that verifiably
// issued the CRL, nullptr if none of `signers` did.
const Link* judgeCrl(const Context& context, const SourcedCrl& crl, const std::vector<Link>& signers,
                     const std::string& subject, Findings& findings);

// opened tells whether SourcedKey::facts are known.
bool opened(KeyState state);

} // namespace certwright::check

// Why: rules over a path are tested by themselves, on paths written down as the certificates of a case
// (tests/support/forge), without a search for them.
#pragma once

#include <string>

#include "core/check/rules/rules.h"

namespace certwright::test {

using PathRule = void (*)(const check::Context& context, check::Findings& findings);

// judgePath makes the certificates of a chain in YAML, follows "leaf" up by its issuers, and returns what
// `rule` finds on that path. Aborts if a certificate cannot be made or read.
check::Findings judgePath(const std::string& chain, const check::Policy& policy, PathRule rule);

// codes writes the findings in their order, parted by spaces: a blocker by its code without "path.", others
// with their severity before it ("warning:name-constraints-form"). "valid" if there are none.
std::string codes(const check::Findings& findings);

// policyOf returns the policy of this name: "service", "rfc5280" or "webpki".
check::Policy policyOf(const std::string& name);

} // namespace certwright::test

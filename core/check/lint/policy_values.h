// Why: the decoding of the four extensions about policies.
#pragma once

#include "core/check/lint/values.h"

namespace certwright::check {

// readPolicyExtension does what readExtension promises for certificatePolicies, policyMappings,
// policyConstraints and inhibitAnyPolicy.
void readPolicyExtension(const document::ExtensionPart& part, Values& values);

} // namespace certwright::check

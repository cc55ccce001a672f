// Why: the end certificate and the CAs above it are asked the same question about extended key usage.
#pragma once

#include <string>
#include <vector>

#include "core/check/rules/context.h"

namespace certwright::check {

// wantedUsages returns the extended key usages (dotted OIDs) of which one must be allowed: serverAuth,
// clientAuth, or for an email address emailProtection or clientAuth.
std::vector<std::string> wantedUsages(const Policy& policy);

// limitsUsage tells whether the certificate has an extended key usage at all; one without a single purpose
// allows none.
bool limitsUsage(const Context& context, const document::Certificate& certificate);

// allowsUsage tells whether `found` allows one of `wanted`; anyExtendedKeyUsage counts where
// `any` says so.
enum class AnyUsage { Counts, Ignored };
bool allowsUsage(const std::vector<std::string>& found, const std::vector<std::string>& wanted, AnyUsage any);

} // namespace certwright::check

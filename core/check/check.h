// Why: one call gives every verdict on what was brought, all at once and worst first.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "core/base/clock.h"
#include "core/check/finding.h"
#include "core/check/material.h"
#include "core/check/policy.h"

namespace certwright::check {

// ServerPath is the chain that was found: leaf first, then intermediates towards the CA; `complete` if it
// ends at one of the given CAs with every signature verified. `ca` is an index into Material::cas.
struct ServerPath {
    std::vector<document::Certificate> certificates;
    std::optional<std::size_t> ca;
    bool complete = false;
};

// FailedPath is a complete path that is not valid: its subjects and fingerprints, leaf first, and the
// findings that block it.
struct FailedPath {
    std::vector<std::string> names;
    std::vector<base::Bytes> fingerprints;
    Findings findings;
};

// Verdict: findings worst first, and the chain for the preview and for what is written. `fingerprints` and
// `names` (subjects) are those of the complete path, leaf first, trust anchor last; `failed` are the other
// paths that were tried while none was valid.
struct Verdict {
    Findings findings;
    ServerPath path;
    std::vector<base::Bytes> fingerprints;
    std::vector<std::string> names;
    std::vector<FailedPath> failed;

    // valid: a path to a trusted certificate holds, and nothing else blocks.
    bool valid() const { return path.complete && !blocks(findings); }
};

// check runs every rule on `material` under `policy` as of `now` (UTC). Reads no disk and opens no key.
Verdict check(const Material& material, const Policy& policy, base::Time now);

// findPath builds the chain from material.leaf through pool and cas (intermediates are found and put in order
// wherever they came from) under the rules of a service. Among several ways a valid one that ends at a
// self-issued CA is preferred; the order of the input never decides. Bounded in depth, paths and signatures.
ServerPath findPath(const Material& material, base::Time now);

// coversHost tells whether a certificate's DNS names or IP addresses cover `host` (RFC 9525: a wildcard
// stands for exactly one left-most label; an IP literal matches IP entries only; the CN counts only where
// there is no SAN at all and `commonName` is Count).
bool coversHost(const document::CertificateFacts& facts, std::string_view host, CommonName commonName);

} // namespace certwright::check

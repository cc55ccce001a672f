// Why: what a service demands, as a value; made from a profile in plan, so that rules know no service by
// name.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/document/facts.h"

namespace certwright::check {

// CommonName: whether a certificate without any subject alternative name is matched by its CN. AOI's
// check_cert_holder does so (SERVICES.md section 2), clients do not (RFC 9525).
enum class CommonName { Ignore, Count };

// RuleSet tells how strict a verdict is. Service: what on-prem TLS needs: what makes a connection unsafe or
// impossible blocks, mere form is a warning. Rfc5280: every MUST of its certificate and CRL profile blocks.
// WebPki: those, and the CA/Browser Forum's Baseline Requirements for TLS server certificates.
enum class RuleSet { Service, Rfc5280, WebPki };

// Purpose: what the end certificate is used for.
enum class Purpose { Server, Client };

// RevocationScope: whose revocation status is asked for when revocation lists are given: that of the end
// certificate alone (StreamServer, SERVICES.md section 1), or of every certificate below the trust anchor
// (RFC 5280 section 6.3).
enum class RevocationScope { Leaf, Chain };

// UnknownStatus: what a service is told of a certificate that no given list speaks of. Passes: nothing; the
// list of an import is for those who connect, and need not be of the CA that issued the server's own
// certificate (SERVICES.md section 1). Blocks: the question was about this very certificate. The strict sets
// always block.
enum class UnknownStatus { Passes, Blocks };

// Roots: whether a trust anchor that is not self-signed is worth a warning: programs that import a CA file
// look for a root in it, while whoever names anchors one by one means each.
enum class Roots { Expected, Any };

// PathInputs are the inputs of RFC 5280 section 6.1.1 (c) to (g). `initialPolicies` holds dotted OIDs; empty
// is any-policy.
enum class PolicyFlag { Off, On };
struct PathInputs {
    std::vector<std::string> initialPolicies;
    PolicyFlag explicitPolicy = PolicyFlag::Off;
    PolicyFlag inhibitMapping = PolicyFlag::Off;
    PolicyFlag inhibitAny = PolicyFlag::Off;
};

// Policy: days and years are whole; digests are upper-case names ("SHA256"). `host` is what the certificate's
// names must cover, where the service or the user names one: a DNS name or an IP literal; `ip` and `email`
// ask for an address of that kind alone. `maximumDepth` counts the certificates between the end certificate
// and the trust anchor. `keyFileModeMaximum` are permission bits.
struct Policy {
    std::vector<document::KeyAlgorithm> keyAlgorithms{document::KeyAlgorithm::Rsa,
                                                      document::KeyAlgorithm::Ec};
    std::vector<std::string> signatureDigests{"SHA256", "SHA384", "SHA512"};
    int minimumRsaBits = 2048;
    int recommendedRsaBits = 3072;
    int warningDays = 30;
    int noteDays = 100;
    int maximumValidityYears = 10;
    int crlWarningDays = 7;
    std::optional<std::string> host;
    CommonName commonName = CommonName::Ignore;
    std::uint32_t keyFileModeMaximum = 0640;
    bool sourcesOwnedByUser = true;
    std::optional<int> passwordMaximumCharacters;
    RuleSet ruleSet = RuleSet::Service;
    Purpose purpose = Purpose::Server;
    std::optional<std::string> ip;
    std::optional<std::string> email;
    int maximumDepth = 15;
    PathInputs inputs;
    Roots roots = Roots::Expected;
    RevocationScope revocation = RevocationScope::Leaf;
    UnknownStatus unknownStatus = UnknownStatus::Passes;
};

// rfc5280Policy and webPkiPolicy are the strict ones; the service's own is a Policy made from its profile, or
// Policy{} where no profile is named. They demand no key type of their own and no margin of days.
Policy rfc5280Policy();
Policy webPkiPolicy();

// policyNamed returns the policy "service" (Policy{} with any root), "rfc5280" or "webpki"; nothing for
// others.
std::optional<Policy> policyNamed(std::string_view name);

} // namespace certwright::check

// Why: the strict policies as values.
#include "core/check/policy.h"

namespace certwright::check {

namespace {

using document::KeyAlgorithm;

// Neither document knows a minimum of days, and RFC 5280 none of key types and sizes.
Policy strict(RuleSet ruleSet) {
    Policy policy;
    policy.ruleSet = ruleSet;
    policy.warningDays = 0;
    policy.noteDays = 0;
    policy.crlWarningDays = 0;
    policy.maximumValidityYears = 10000;
    policy.revocation = RevocationScope::Chain;
    policy.roots = Roots::Any;
    return policy;
}

} // namespace

Policy rfc5280Policy() {
    Policy policy = strict(RuleSet::Rfc5280);
    policy.keyAlgorithms = {KeyAlgorithm::Rsa,     KeyAlgorithm::RsaPss, KeyAlgorithm::Ec,
                            KeyAlgorithm::Ed25519, KeyAlgorithm::Ed448,  KeyAlgorithm::Dsa,    KeyAlgorithm::Sm2};
    policy.signatureDigests = {"SHA1",     "SHA224",   "SHA256",   "SHA384",     "SHA512", "SHA3-224",
                               "SHA3-256", "SHA3-384", "SHA3-512", "SHA512-256", "SM3",    ""};
    policy.minimumRsaBits = 1024;
    policy.recommendedRsaBits = 2048;
    return policy;
}

// Baseline Requirements sections 6.1.5, 7.1.3.1 and 7.1.3.2.
Policy webPkiPolicy() {
    Policy policy = strict(RuleSet::WebPki);
    policy.keyAlgorithms = {KeyAlgorithm::Rsa, KeyAlgorithm::Ec};
    policy.signatureDigests = {"SHA256", "SHA384", "SHA512"};
    policy.minimumRsaBits = 2048;
    policy.recommendedRsaBits = 2048;
    return policy;
}

std::optional<Policy> policyNamed(std::string_view name) {
    if (name == "rfc5280")
        return rfc5280Policy();
    if (name == "webpki")
        return webPkiPolicy();
    if (name != "service")
        return std::nullopt;
    Policy policy;
    policy.roots = Roots::Any;
    policy.unknownStatus = UnknownStatus::Blocks;
    return policy;
}

} // namespace certwright::check

// Why: the four extensions about certificate policies as values, each read strictly.
#pragma once

#include <optional>
#include <utility>
#include <vector>

#include "core/base/bytes.h"

namespace certwright::check::policies {

// PolicyId is an identifier's content octets; it looks into the certificate.
using PolicyId = base::ByteView;

// anyPolicy is 2.5.29.32.0.
PolicyId anyPolicy();
// before orders identifiers by their octets, same compares them.
bool before(PolicyId a, PolicyId b);
bool same(PolicyId a, PolicyId b);

// policiesOf reads CertificatePolicies (RFC 5280 section 4.2.1.4): its identifiers in their order; what
// qualifiers say is not looked at. Nothing if it is malformed or empty.
std::optional<std::vector<PolicyId>> policiesOf(base::ByteView value);

// PolicyMapping: the issuer's policy is as good as the subject's (section 4.2.1.5).
struct PolicyMapping {
    PolicyId issuer;
    PolicyId subject;
};
// mappingsOf reads PolicyMappings; nothing if it is malformed or empty.
std::optional<std::vector<PolicyMapping>> mappingsOf(base::ByteView value);

// PolicyConstraints of section 4.2.1.11: how many more certificates may come before each takes effect;
// numbers too large for any path are as good as its length.
struct PolicyConstraints {
    std::optional<int> requireExplicit;
    std::optional<int> inhibitMapping;
};
// policyConstraintsOf reads them; nothing if they are malformed. Both may be absent, which section 4.2.1.11
// forbids to issue.
std::optional<PolicyConstraints> policyConstraintsOf(base::ByteView value);

// inhibitAnyOf reads InhibitAnyPolicy (section 4.2.1.14).
std::optional<int> inhibitAnyOf(base::ByteView value);

// encodedPolicy returns the content octets of a dotted identifier; empty, which is no policy, if `dotted` is
// none.
base::Bytes encodedPolicy(std::string_view dotted);

} // namespace certwright::check::policies

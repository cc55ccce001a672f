// Why: what stands inside an extension, from the words of a case. Those that need other certificates (key
// identifiers) are in certificate.cpp.
#pragma once

#include "tests/support/forge/fields.h"

namespace certwright::forge {

// Each of these encodes one extension's value (the content of extnValue) from its friendly form.

// basicConstraints: {ca: true | false | explicit-false | ber-true, path-length: number or "hex:…"}.
Bytes basicConstraints(const YAML::Node& node, const std::string& where);
// keyUsage: names of RFC 5280 section 4.2.1.3 or bit numbers.
Bytes keyUsage(const YAML::Node& node, const std::string& where);
// objectIds: a list of server, client, code, email, time, ocsp, any-purpose, or dotted object identifiers.
Bytes extendedKeyUsage(const YAML::Node& node, const std::string& where);
// nameConstraints: {permitted: […], excluded: […]}; an entry is a general name or {base, minimum, maximum}.
Bytes nameConstraints(const YAML::Node& node, const std::string& where);
// certificatePolicies: object identifiers, "any", or {oid, cps, notice, qualifiers: hex}.
Bytes certificatePolicies(const YAML::Node& node, const std::string& where);
// policyMappings: "issuer's=subject's".
Bytes policyMappings(const YAML::Node& node, const std::string& where);
// policyConstraints: {require-explicit, inhibit-mapping}.
Bytes policyConstraints(const YAML::Node& node, const std::string& where);
// inhibitAnyPolicy: a number.
Bytes inhibitAnyPolicy(const YAML::Node& node, const std::string& where);
// informationAccess: "ocsp=URI:…", "issuers=URI:…" or "1.2.3=general name".
Bytes informationAccess(const YAML::Node& node, const std::string& where);
// distributionPoints: a URI, or {uri | names | relative, reasons, issuer: name}.
Bytes distributionPoints(const YAML::Node& node, const std::string& where);
// issuingDistributionPoint: {uri | names | relative, only-user, only-ca, only-attribute, indirect, reasons};
// a flag is true, or explicit-false.
Bytes issuingDistributionPoint(const YAML::Node& node, const std::string& where);
// alternativeNames: general names.
Bytes alternativeNames(const YAML::Node& node, const std::string& where);

// policyOid reads "any" or a dotted object identifier.
Bytes policyOid(const std::string& text);

} // namespace certwright::forge

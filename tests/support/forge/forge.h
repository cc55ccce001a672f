// Why: verdicts are tested on certificates and CRLs that no honest program would make. A case is one YAML
// file: what is in the chain, when and how it is looked at, and what each policy must say. Everything is made
// from it here, by hand from octets, never with the product's own makers.
//
// A case file (README.md beside the cases has all keys):
//     why: A permitted DNS subtree that the leaf's name is outside of (RFC 5280 section 4.2.1.10).
//     chain:
//       root: { name-constraints: { permitted: [ "DNS:example.com" ] } }
//       leaf: { issuer: root, san: [ "DNS:example.org" ] }
//     ask: { host: example.org }
//     policy: { service: valid, rfc5280: [ path.name-constraints ], webpki: invalid }
#pragma once

#include "core/base/clock.h"
#include "tests/support/forge/keys.h"

namespace certwright::forge {

// Certificate is one of the chain. `name` is its key in the case.
struct Certificate {
    std::string name;
    std::string issuer;
    Key key;
    // subject and issuerName are Names in DER, serial the content of the INTEGER.
    Bytes subject;
    Bytes issuerName;
    Bytes serial;
    // keyId is what the subject key identifier says, or would say.
    Bytes keyId;
    Bytes der;
    std::string pem;
};

struct Crl {
    std::string name;
    Bytes der;
    std::string pem;
};

// Ask is what is asked about the chain; what is absent is not asked.
struct Ask {
    std::optional<std::string> host;
    std::optional<std::string> ip;
    std::optional<std::string> email;
    std::string purpose = "server";
    std::optional<int> maxDepth;
    std::vector<std::string> initialPolicies;
    bool explicitPolicy = false;
    bool inhibitMapping = false;
    bool inhibitAny = false;
};

// Expectation is what one policy must say. `findings` are codes that must be among the findings, `absent`
// such as must not, `path` the certificates of the path by their names (leaf first), empty: anything.
struct Expectation {
    std::string policy;
    bool valid = false;
    std::vector<std::string> findings;
    std::vector<std::string> absent;
    std::vector<std::string> path;
};

struct Case {
    std::string id;
    std::string why;
    std::vector<Certificate> certificates;
    std::vector<Crl> crls;
    std::vector<std::string> trusted;
    std::vector<std::string> untrusted;
    std::string leaf;
    base::Time time;
    Ask ask;
    std::vector<Expectation> expectations;

    // certificate finds one by its name; throws BadCase if there is none.
    const Certificate& certificate(const std::string& name) const;
};

// load makes everything of a case file. Throws BadCase with the file's name; `id` is the path's last two
// parts without ".yaml".
Case load(const std::string& path);
// make is load for a text or node at hand.
Case make(const YAML::Node& node, const std::string& id);
Case makeFromText(const std::string& yaml, const std::string& id = "case");

// makeCertificates makes the map of a case's "chain" only.
std::vector<Certificate> makeCertificates(const YAML::Node& chain);

// batchLine is the case as one line for `certwright-cli validate --batch`, for one policy.
std::string batchLine(const Case& made, const std::string& policy);

// pemOf writes octets under a label, 64 characters a line.
std::string pemOf(const std::string& label, const Bytes& der);

} // namespace certwright::forge

// Why: the rules need more of the search for a path than its result: who plays which role, and where it
// broke.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/check/check.h"
#include "core/check/details.h"
#include "core/check/issuer_graph.h"
#include "core/check/signatures.h"

namespace certwright::check {

// Role: Server is the end certificate of a server, Client that of a client.
enum class Role { Server, Client, Intermediate, Ca };

// roleName returns "server", "client", "intermediate" or "ca".
std::string_view roleName(Role role);

// Link is one certificate in its role; it looks into the Material and lives no longer than that.
struct Link {
    const SourcedCertificate* source = nullptr;
    Role role = Role::Server;

    const document::Certificate& certificate() const { return source->certificate; }
    const document::CertificateFacts& facts() const { return source->certificate.facts; }
    bool isLeaf() const { return role == Role::Server || role == Role::Client; }
};

// PathEnd tells how the search ended; NoLeaf: there was nothing to search from.
enum class PathEnd { Complete, IssuerMissing, SignatureInvalid, NoLeaf };

// PathSearch: `links` are the end certificate, intermediates in order, and the CA; where no CA was
// reached, all CAs given stand at the end, so that they are judged too. `findings` are those of the path
// itself, by rule (pathRules()), `failed` the other complete paths and why each is not valid.
struct PathSearch {
    ServerPath path;
    std::vector<Link> links;
    PathEnd end = PathEnd::NoLeaf;
    std::vector<Findings> findings;
    std::vector<FailedPath> failed;
    bool tooDeep = false;
    bool tooComplex = false;
    int pathsTried = 0;

    // issuers returns the links that sign others: intermediates and CAs.
    std::vector<Link> issuers() const;
};

// searchPath tries the paths from material.leaf to its CAs (Candidates) and judges each by the path rules;
// the first without a blocker is taken, else the one with the fewest. Where none is complete, the links go as
// far as signatures lead. `signatures` and `details` remember what was computed on the way.
PathSearch searchPath(const Material& material, const Policy& policy, base::Time now, Signatures& signatures,
                      DetailsMemory& details);

} // namespace certwright::check

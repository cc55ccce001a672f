// Why: the rules need more of the search for a chain than its result: who plays which role, and where it
// broke.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/check/check.h"
#include "core/check/signatures.h"

namespace certwright::check {

enum class Role { Server, Intermediate, Ca };

// roleName returns "server", "intermediate" or "ca".
std::string_view roleName(Role role);

// Link is one certificate in its role; it looks into the Material and lives no longer than that.
struct Link {
    const SourcedCertificate* source = nullptr;
    Role role = Role::Server;

    const document::Certificate& certificate() const { return source->certificate; }
    const document::CertificateFacts& facts() const { return source->certificate.facts; }
};

// PathEnd tells how the search ended; NoLeaf: there was nothing to search from.
enum class PathEnd { Complete, IssuerMissing, SignatureInvalid, NoLeaf };

// PathSearch: `links` are the server's certificate, intermediates in order, and the CA; where no CA was
// reached, all CAs given stand at the end, so that they are judged too.
struct PathSearch {
    ServerPath path;
    std::vector<Link> links;
    PathEnd end = PathEnd::NoLeaf;

    // issuers returns the links that sign others: intermediates and CAs.
    std::vector<Link> issuers() const;
};

// searchPath does what findPath promises. `signatures` remembers what was computed on the way.
PathSearch searchPath(const Material& material, base::Time now, Signatures& signatures);

// distinct returns one source per certificate, ordered by fingerprint: of several copies the one in
// `preferred`, else the one whose path sorts first. Whatever follows then cannot depend on the order of the
// input.
std::vector<const SourcedCertificate*> distinct(const std::vector<SourcedCertificate>& certificates,
                                                const std::string& preferred = {});

} // namespace certwright::check

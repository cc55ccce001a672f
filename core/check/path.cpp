// Why: people bring intermediates in any file and any order, several CAs of one name, and old beside new. A
// breadth-first walk over verified signatures finds the shortest chain, visits everything once and cannot
// loop.
#include "core/check/path.h"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

namespace certwright::check {

namespace {

constexpr std::size_t maximumDepth = 16;
constexpr int maximumChecks = 1000;

enum class Anchor { SelfIssued, AnyCa };
enum class Issuers { Sound, Any };

// Node is one distinct certificate that may have issued others.
struct Node {
    const SourcedCertificate* source = nullptr;
    bool given = false;

    const document::CertificateFacts& facts() const { return source->certificate.facts; }
};

class Search {
  public:
    Search(const Material& material, base::Time now, Signatures& signatures)
        : m_leaf(*material.leaf)
        , m_now(now)
        , m_signatures(signatures) {
        std::set<base::Bytes> seen;
        for (const auto* ca : distinct(material.cas)) {
            seen.insert(ca->certificate.facts.fingerprint);
            m_nodes.push_back({ca, true});
        }
        for (const auto* other : distinct(material.pool, m_leaf.path))
            if (seen.insert(other->certificate.facts.fingerprint).second)
                m_nodes.push_back({other, false});
    }

    // run returns intermediates and then the CA; empty if no CA is reached under these conditions.
    std::vector<const SourcedCertificate*> run(Anchor anchor, Issuers issuers);
    // climb returns the preferred intermediates as far as they go, for a chain that reaches no CA.
    std::vector<const SourcedCertificate*> climb();
    // endOf tells why nothing follows `top`.
    PathEnd endOf(const SourcedCertificate& top);

  private:
    // A self-signed certificate that nobody chose as CA leads nowhere.
    bool deadEnd(const Node& node) {
        return !node.given && node.facts().selfIssued() && issued(*node.source, *node.source);
    }
    bool isLeaf(const Node& node) const {
        return node.facts().fingerprint == m_leaf.certificate.facts.fingerprint;
    }
    bool issued(const SourcedCertificate& subject, const SourcedCertificate& issuer) {
        return subject.certificate.facts.issuer == issuer.certificate.facts.subject &&
               m_signatures.checks() < maximumChecks &&
               m_signatures.signedBy(subject.certificate, issuer.certificate.facts.key);
    }
    bool validNow(const document::CertificateFacts& facts) const {
        return facts.notBefore <= m_now && m_now <= facts.notAfter;
    }
    bool sound(const document::CertificateFacts& facts) const {
        return validNow(facts) && facts.isCa() && facts.allows(document::KeyUsage::KeyCertSign);
    }
    std::vector<const Node*> issuersOf(const SourcedCertificate& subject);

    const SourcedCertificate& m_leaf;
    base::Time m_now;
    Signatures& m_signatures;
    std::vector<Node> m_nodes;
};

// Verified issuers, best first: matching key identifier (RFC 5280 section 4.2.1.1), valid now, lasting
// longest.
std::vector<const Node*> Search::issuersOf(const SourcedCertificate& subject) {
    const base::Bytes& wanted = subject.certificate.facts.authorityKeyId;
    const auto rank = [&](const Node* node) {
        const base::Bytes& own = node->facts().subjectKeyId;
        const int keyId = wanted.empty() || own.empty() ? 1 : (own == wanted ? 0 : 2);
        return std::tuple(keyId, !validNow(node->facts()),
                          -node->facts().notAfter.time_since_epoch().count());
    };
    std::vector<const Node*> candidates;
    for (const Node& node : m_nodes)
        if (node.facts().subject == subject.certificate.facts.issuer)
            candidates.push_back(&node);
    std::stable_sort(candidates.begin(), candidates.end(),
                     [&](const Node* a, const Node* b) { return rank(a) < rank(b); });
    std::erase_if(candidates,
                  [&](const Node* node) { return !issued(subject, *node->source) || deadEnd(*node); });
    return candidates;
}

std::vector<const SourcedCertificate*> Search::run(Anchor anchor, Issuers issuers) {
    struct Step {
        const SourcedCertificate* certificate;
        std::size_t from;
        std::size_t depth;
    };
    std::vector<Step> steps{{&m_leaf, 0, 1}};
    std::set<const SourcedCertificate*> visited;
    for (std::size_t at = 0; at < steps.size(); ++at) {
        for (const Node* node : issuersOf(*steps[at].certificate)) {
            if (issuers == Issuers::Sound && !sound(node->facts()))
                continue;
            if (node->given && (anchor == Anchor::AnyCa || node->facts().selfIssued())) {
                std::vector<const SourcedCertificate*> found{node->source};
                for (std::size_t back = at; back != 0; back = steps[back].from)
                    found.insert(found.begin(), steps[back].certificate);
                return found;
            }
            if (steps[at].depth < maximumDepth && !isLeaf(*node) && visited.insert(node->source).second)
                steps.push_back({node->source, at, steps[at].depth + 1});
        }
    }
    return {};
}

std::vector<const SourcedCertificate*> Search::climb() {
    std::vector<const SourcedCertificate*> found;
    const SourcedCertificate* top = &m_leaf;
    while (found.size() + 1 < maximumDepth) {
        const auto issuers = issuersOf(*top);
        const auto next = std::ranges::find_if(issuers, [&](const Node* node) {
            return !isLeaf(*node) && std::ranges::find(found, node->source) == found.end();
        });
        if (next == issuers.end())
            break;
        top = (*next)->source;
        found.push_back(top);
    }
    return found;
}

PathEnd Search::endOf(const SourcedCertificate& top) {
    PathEnd end = PathEnd::IssuerMissing;
    for (const Node& node : m_nodes) {
        if (node.facts().subject != top.certificate.facts.issuer)
            continue;
        if (issued(top, *node.source))
            return PathEnd::IssuerMissing;
        end = PathEnd::SignatureInvalid;
    }
    return end;
}

std::vector<const SourcedCertificate*> bestPath(Search& search) {
    for (const Anchor anchor : {Anchor::SelfIssued, Anchor::AnyCa})
        for (const Issuers issuers : {Issuers::Sound, Issuers::Any})
            if (auto found = search.run(anchor, issuers); !found.empty())
                return found;
    return {};
}

void appendLinks(std::vector<Link>& links, const std::vector<const SourcedCertificate*>& sources, Role role) {
    for (const auto* source : sources)
        links.push_back({source, role});
}

} // namespace

std::string_view roleName(Role role) {
    switch (role) {
    case Role::Server:
        return "server";
    case Role::Intermediate:
        return "intermediate";
    case Role::Ca:
        break;
    }
    return "ca";
}

std::vector<Link> PathSearch::issuers() const {
    std::vector<Link> found;
    std::ranges::copy_if(links, std::back_inserter(found),
                         [](const Link& l) { return l.role != Role::Server; });
    return found;
}

std::vector<const SourcedCertificate*> distinct(const std::vector<SourcedCertificate>& certificates,
                                                const std::string& preferred) {
    const auto rank = [&](const SourcedCertificate& source) {
        return std::tuple(source.path != preferred, std::string_view(source.path), source.line);
    };
    std::map<base::Bytes, const SourcedCertificate*> byFingerprint;
    for (const auto& source : certificates) {
        auto& chosen = byFingerprint[source.certificate.facts.fingerprint];
        if (chosen == nullptr || rank(source) < rank(*chosen))
            chosen = &source;
    }
    std::vector<const SourcedCertificate*> sources;
    for (const auto& [fingerprint, source] : byFingerprint)
        sources.push_back(source);
    return sources;
}

PathSearch searchPath(const Material& material, base::Time now, Signatures& signatures) {
    PathSearch result;
    const auto cas = distinct(material.cas);
    if (!material.leaf) {
        appendLinks(result.links, cas, Role::Ca);
        return result;
    }
    Search search(material, now, signatures);
    result.links.push_back({&*material.leaf, Role::Server});
    auto chain = bestPath(search);
    if (!chain.empty()) {
        const SourcedCertificate* ca = chain.back();
        chain.pop_back();
        appendLinks(result.links, chain, Role::Intermediate);
        result.links.push_back({ca, Role::Ca});
        result.path.ca = static_cast<std::size_t>(ca - material.cas.data());
        result.path.complete = true;
        result.end = PathEnd::Complete;
    } else {
        chain = search.climb();
        appendLinks(result.links, chain, Role::Intermediate);
        appendLinks(result.links, cas, Role::Ca);
        result.end = search.endOf(chain.empty() ? *material.leaf : *chain.back());
    }
    result.path.certificates.push_back(material.leaf->certificate);
    for (const auto* source : chain)
        result.path.certificates.push_back(source->certificate);
    return result;
}

ServerPath findPath(const Material& material, base::Time now) {
    Signatures signatures;
    return searchPath(material, now, signatures).path;
}

} // namespace certwright::check

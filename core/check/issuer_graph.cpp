// Why: people bring intermediates in any file and any order, several CAs of one name, and old beside new.
#include "core/check/issuer_graph.h"

#include <algorithm>
#include <set>
#include <string_view>
#include <tuple>

namespace certwright::check {

namespace {

// A tenth of a second of one core (Signatures::work()).
constexpr int maximumWork = 4000;

bool validAt(const document::CertificateFacts& facts, base::Time now) {
    return facts.notBefore <= now && now <= facts.notAfter;
}

} // namespace

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

IssuerGraph::IssuerGraph(const Material& material, base::Time now, Signatures& signatures)
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
    for (const IssuerNode& node : m_nodes)
        m_bySubject.emplace(node.facts().subject.der, &node);
}

const std::vector<const IssuerNode*>& IssuerGraph::namedIssuersOf(const SourcedCertificate& subject) {
    const auto [place, added] = m_named.try_emplace(&subject);
    std::vector<const IssuerNode*>& named = place->second;
    if (!added)
        return named;
    const auto [first, last] = m_bySubject.equal_range(subject.certificate.facts.issuer.der);
    for (auto at = first; at != last; ++at)
        named.push_back(at->second);
    const base::Bytes& wanted = subject.certificate.facts.authorityKeyId;
    const auto rank = [&](const IssuerNode* node) {
        const document::CertificateFacts& facts = node->facts();
        const base::Bytes& own = facts.subjectKeyId;
        const int keyId = wanted.empty() || own.empty() ? 1 : (own == wanted ? 0 : 2);
        return std::tuple(keyId, !node->anchor, !validAt(facts, m_now),
                          -facts.notAfter.time_since_epoch().count(), std::cref(facts.fingerprint).get());
    };
    if (named.size() > 1)
        std::ranges::sort(named, {}, rank);
    return named;
}

bool IssuerGraph::issued(const IssuerNode& issuer, const SourcedCertificate& subject) {
    if (m_signatures.work() >= maximumWork) {
        m_spent = true;
        return false;
    }
    return m_signatures.signedBy(subject.certificate, issuer.facts().key);
}

bool IssuerGraph::deadEnd(const IssuerNode& node) {
    return !node.anchor && node.facts().selfIssued() && issued(node, *node.source);
}

bool IssuerGraph::isLeaf(const IssuerNode& node) const {
    return node.facts().fingerprint == m_leaf.certificate.facts.fingerprint;
}

} // namespace certwright::check

// Why: among several paths the valid one counts; where none is, the one that is nearest to it is worth
// telling about.
#include "core/check/path.h"

#include <algorithm>
#include <optional>

#include "core/check/candidates.h"
#include "core/check/rules/path_rules.h"

namespace certwright::check {

namespace {

constexpr std::size_t mostFailedPaths = 20;

void appendLinks(std::vector<Link>& links, const std::vector<const SourcedCertificate*>& sources, Role role) {
    for (const auto* source : sources)
        links.push_back({source, role});
}

std::ptrdiff_t blockersIn(const std::vector<Findings>& findings) {
    std::ptrdiff_t count = 0;
    for (const Findings& ofRule : findings)
        count += std::ranges::count(ofRule, Severity::Blocker, &Finding::severity);
    return count;
}

// Chooser keeps the best of the paths that it judges.
class Chooser {
  public:
    Chooser(const Material& material, const Policy& policy, base::Time now, Signatures& signatures,
            DetailsMemory& details)
        : m_material(material)
        , m_policy(policy)
        , m_now(now)
        , m_signatures(signatures)
        , m_details(details) {}

    PathSearch choose();

  private:
    Role leafRole() const { return m_policy.purpose == Purpose::Server ? Role::Server : Role::Client; }
    PathSearch complete(const CandidatePath& candidate) const;
    PathSearch incomplete(IssuerGraph& graph) const;
    void judge(PathSearch& search) const;
    Search consider(const CandidatePath& candidate);
    void keepFailed(const PathSearch& search);

    const Material& m_material;
    const Policy& m_policy;
    base::Time m_now;
    Signatures& m_signatures;
    DetailsMemory& m_details;
    std::optional<PathSearch> m_best;
    std::ptrdiff_t m_blockers = 0;
    std::vector<FailedPath> m_failed;
};

void fillChain(PathSearch& search) {
    for (const Link& link : search.links)
        if (link.isLeaf() || link.role == Role::Intermediate)
            search.path.certificates.push_back(link.certificate());
}

PathSearch Chooser::complete(const CandidatePath& candidate) const {
    PathSearch search;
    search.links.push_back({&*m_material.leaf, leafRole()});
    appendLinks(search.links, {candidate.begin(), candidate.end() - 1}, Role::Intermediate);
    search.links.push_back({candidate.back(), Role::Ca});
    search.path.ca = static_cast<std::size_t>(candidate.back() - m_material.cas.data());
    search.path.complete = true;
    search.end = PathEnd::Complete;
    return search;
}

// climb returns the preferred issuers as far as verified signatures lead.
CandidatePath climb(IssuerGraph& graph, const SourcedCertificate& leaf, int maximumDepth) {
    CandidatePath found;
    const SourcedCertificate* top = &leaf;
    while (found.size() < static_cast<std::size_t>(maximumDepth)) {
        const auto& issuers = graph.namedIssuersOf(*top);
        const auto next = std::ranges::find_if(issuers, [&](const IssuerNode* node) {
            return !graph.isLeaf(*node) && std::ranges::find(found, node->source) == found.end() &&
                   graph.issued(*node, *top) && !graph.deadEnd(*node);
        });
        if (next == issuers.end())
            break;
        top = (*next)->source;
        found.push_back(top);
    }
    return found;
}

// endOf tells why nothing follows `top`.
PathEnd endOf(IssuerGraph& graph, const SourcedCertificate& top) {
    PathEnd end = PathEnd::IssuerMissing;
    for (const IssuerNode* node : graph.namedIssuersOf(top)) {
        if (graph.issued(*node, top))
            return PathEnd::IssuerMissing;
        end = PathEnd::SignatureInvalid;
    }
    return end;
}

PathSearch Chooser::incomplete(IssuerGraph& graph) const {
    PathSearch search;
    search.links.push_back({&*m_material.leaf, leafRole()});
    const CandidatePath chain = climb(graph, *m_material.leaf, m_policy.maximumDepth);
    appendLinks(search.links, chain, Role::Intermediate);
    appendLinks(search.links, distinct(m_material.cas), Role::Ca);
    search.end = endOf(graph, chain.empty() ? *m_material.leaf : *chain.back());
    return search;
}

void Chooser::judge(PathSearch& search) const {
    const Context context{m_material, m_policy, m_now, search, m_signatures, m_details};
    std::vector<Findings> findings;
    for (const Rule rule : pathRules()) {
        findings.emplace_back();
        rule(context, findings.back());
    }
    search.findings = std::move(findings);
}

void Chooser::keepFailed(const PathSearch& search) {
    if (m_failed.size() >= mostFailedPaths)
        return;
    FailedPath failed;
    for (const Link& link : search.links) {
        failed.names.push_back(link.facts().subject.text);
        failed.fingerprints.push_back(link.facts().fingerprint);
    }
    for (const Findings& ofRule : search.findings)
        for (const Finding& finding : ofRule)
            if (finding.severity == Severity::Blocker)
                failed.findings.push_back(finding);
    m_failed.push_back(std::move(failed));
}

Search Chooser::consider(const CandidatePath& candidate) {
    PathSearch search = complete(candidate);
    judge(search);
    const std::ptrdiff_t blockers = blockersIn(search.findings);
    if (blockers == 0) {
        m_best = std::move(search);
        m_failed.clear();
        return Search::Ends;
    }
    if (!m_best || blockers < m_blockers) {
        if (m_best)
            keepFailed(*m_best);
        m_best = std::move(search);
        m_blockers = blockers;
    } else {
        keepFailed(search);
    }
    return Search::GoesOn;
}

PathSearch Chooser::choose() {
    if (!m_material.leaf) {
        PathSearch search;
        appendLinks(search.links, distinct(m_material.cas), Role::Ca);
        judge(search);
        return search;
    }
    IssuerGraph graph(m_material, m_now, m_signatures);
    Candidates candidates(graph, *m_material.leaf, m_policy.maximumDepth);
    candidates.visit([this](const CandidatePath& candidate) { return consider(candidate); });
    const bool valid = m_best && blockersIn(m_best->findings) == 0;
    PathSearch search = m_best ? std::move(*m_best) : incomplete(graph);
    if (search.findings.empty())
        judge(search);
    search.failed = std::move(m_failed);
    search.tooDeep = !valid && candidates.tooDeep();
    search.tooComplex = !valid && candidates.gaveUp();
    search.pathsTried = candidates.visited();
    fillChain(search);
    return search;
}

} // namespace

std::string_view roleName(Role role) {
    switch (role) {
    case Role::Server:
        return "server";
    case Role::Client:
        return "client";
    case Role::Intermediate:
        return "intermediate";
    case Role::Ca:
        break;
    }
    return "ca";
}

std::vector<Link> PathSearch::issuers() const {
    std::vector<Link> found;
    std::ranges::copy_if(links, std::back_inserter(found), [](const Link& link) { return !link.isLeaf(); });
    return found;
}

PathSearch searchPath(const Material& material, const Policy& policy, base::Time now, Signatures& signatures,
                      DetailsMemory& details) {
    return Chooser(material, policy, now, signatures, details).choose();
}

ServerPath findPath(const Material& material, base::Time now) {
    Signatures signatures;
    DetailsMemory details;
    return searchPath(material, Policy{}, now, signatures, details).path;
}

} // namespace certwright::check

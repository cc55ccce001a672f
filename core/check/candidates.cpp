// Why: depth-first with a growing limit finds short paths first and remembers nothing but the path it is on.
#include "core/check/candidates.h"

#include <algorithm>

namespace certwright::check {

namespace {

constexpr int maximumSteps = 20000;
constexpr int maximumPaths = 200;

} // namespace

Candidates::Candidates(IssuerGraph& graph, const SourcedCertificate& leaf, int maximumDepth)
    : m_graph(graph)
    , m_leaf(leaf)
    , m_maximumDepth(maximumDepth) {}

bool Candidates::step() {
    m_gaveUp = m_gaveUp || ++m_steps > maximumSteps || m_visited >= maximumPaths;
    return !m_gaveUp;
}

// A loop would come back to a name and key that stand in the path already.
bool Candidates::stands(const IssuerNode& node) const {
    return std::ranges::any_of(m_path, [&](const SourcedCertificate* other) {
        const document::CertificateFacts& facts = other->certificate.facts;
        return facts.subject == node.facts().subject &&
               facts.key.publicKeyInfo == node.facts().key.publicKeyInfo;
    });
}

Search Candidates::offer(const IssuerNode& anchor) {
    ++m_visited;
    m_path.push_back(anchor.source);
    const Search next = (*m_judge)(m_path);
    m_path.pop_back();
    return next;
}

// walk offers the paths that reach an anchor in exactly `depth` more intermediates.
Search Candidates::walk(const SourcedCertificate& top, int depth) {
    for (const IssuerNode* node : m_graph.namedIssuersOf(top)) {
        if (!step())
            return Search::Ends;
        const bool selfIssued = node->facts().selfIssued();
        const bool ends = node->anchor && selfIssued == (m_anchors == Anchors::SelfIssued);
        if (depth == 0 && !ends) {
            m_cut = m_cut || (!stands(*node) && !m_graph.isLeaf(*node) && m_graph.issued(*node, top) &&
                              !m_graph.deadEnd(*node));
            continue;
        }
        if (stands(*node) || (depth > 0 && m_graph.isLeaf(*node)) || !m_graph.issued(*node, top))
            continue;
        if (depth == 0) {
            if (offer(*node) == Search::Ends)
                return Search::Ends;
            continue;
        }
        if (m_graph.deadEnd(*node))
            continue;
        m_path.push_back(node->source);
        const Search next = walk(*node->source, depth - 1);
        m_path.pop_back();
        if (next == Search::Ends)
            return next;
    }
    return Search::GoesOn;
}

void Candidates::visit(const std::function<Search(const CandidatePath&)>& judge) {
    m_judge = &judge;
    for (const Anchors anchors : {Anchors::SelfIssued, Anchors::Others}) {
        m_anchors = anchors;
        for (int depth = 0; depth <= m_maximumDepth; ++depth) {
            m_cut = false;
            if (walk(m_leaf, depth) == Search::Ends)
                return;
            if (!m_cut)
                break;
            m_tooDeep = m_tooDeep || depth == m_maximumDepth;
        }
    }
}

} // namespace certwright::check

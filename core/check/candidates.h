// Why: certificates can be combined into several paths, of which some hold and some do not; a verdict must
// know them all, and must end.
#pragma once

#include <functional>
#include <vector>

#include "core/check/issuer_graph.h"

namespace certwright::check {

// CandidatePath lists a path's certificates above the leaf: intermediates, then the trust anchor.
using CandidatePath = std::vector<const SourcedCertificate*>;

enum class Search { GoesOn, Ends };

// Candidates enumerates the paths from the leaf to trust anchors: shortest first, of equal length in the
// order of IssuerGraph, those that end at a self-issued anchor before all others. No path holds a certificate
// twice, nor one key twice under one name. Bounded in depth, steps and signatures.
class Candidates {
  public:
    // `maximumDepth` counts intermediates.
    Candidates(IssuerGraph& graph, const SourcedCertificate& leaf, int maximumDepth);

    // visit calls `judge` for each path until it answers Ends or there are no more.
    void visit(const std::function<Search(const CandidatePath&)>& judge);
    // tooDeep: some certificates would have needed a longer path. gaveUp: not all paths were looked at.
    bool tooDeep() const { return m_tooDeep; }
    bool gaveUp() const { return m_gaveUp || m_graph.spent(); }
    int visited() const { return m_visited; }

  private:
    enum class Anchors { SelfIssued, Others };

    Search walk(const SourcedCertificate& top, int depth);
    Search offer(const IssuerNode& anchor);
    bool stands(const IssuerNode& node) const;
    bool step();

    IssuerGraph& m_graph;
    const SourcedCertificate& m_leaf;
    int m_maximumDepth;
    const std::function<Search(const CandidatePath&)>* m_judge = nullptr;
    CandidatePath m_path;
    Anchors m_anchors = Anchors::SelfIssued;
    int m_steps = 0;
    int m_visited = 0;
    bool m_cut = false;
    bool m_tooDeep = false;
    bool m_gaveUp = false;
};

} // namespace certwright::check

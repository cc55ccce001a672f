// Why: the valid policy tree of RFC 5280 section 6.1 doubles with every certificate of a hostile path
// (CVE-2023-0464). The same answers come from a graph with one node for each policy and depth (RFC 9618),
// whose size is that of the certificates.
#pragma once

#include <vector>

#include "core/check/policies/extensions.h"

namespace certwright::check::policies {

// AnyPolicyIs tells whether any-policy of a certificate counts (section 6.1.3 (d) (2)), MappingIs whether
// mappings do (section 6.1.4 (b)).
enum class AnyPolicyIs { Inhibited, Allowed };
enum class MappingIs { Inhibited, Allowed };

// PolicyGraph goes down a path: for each certificate below the anchor, takePolicies, then for all but the
// last, descend. Identifiers must outlive it.
class PolicyGraph {
  public:
    PolicyGraph();

    // takePolicies is section 6.1.3 (d) with a certificate's policies, repeated ones counted once.
    void takePolicies(std::vector<PolicyId> policies, AnyPolicyIs any);
    // takeNone is section 6.1.3 (e): no policies, no valid policy any more.
    void takeNone();
    // empty tells whether the tree would be NULL.
    bool empty() const { return m_levels.back().nodes.empty() && !m_levels.back().any; }
    // descend is section 6.1.4 (b), and makes the next depth. None of `mappings` is of any-policy.
    void descend(std::vector<PolicyMapping> mappings, MappingIs mapping);
    // accepts tells whether one of `wanted` is left at the end (section 6.1.5 (g)); an empty list or
    // any-policy in it accepts whatever is left.
    bool accepts(const std::vector<PolicyId>& wanted) const;

  private:
    // Node: `parents` are indices into the depth above; none means that its parent is any-policy there.
    struct Node {
        PolicyId policy;
        std::vector<std::size_t> parents;
    };
    // Level: nodes ordered by policy; `any`: there is an any-policy node.
    struct Level {
        std::vector<Node> nodes;
        bool any = false;

        std::size_t lowerBound(PolicyId policy) const;
        bool has(PolicyId policy) const;
    };
    void applyMappings(Level& level, std::vector<PolicyMapping>& mappings, MappingIs mapping) const;

    std::vector<Level> m_levels;
};

} // namespace certwright::check::policies

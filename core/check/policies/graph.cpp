// Why: see graph.h.
#include "core/check/policies/graph.h"

#include <algorithm>

namespace certwright::check::policies {

namespace {

bool contains(const std::vector<PolicyId>& sorted, PolicyId policy) {
    return std::binary_search(sorted.begin(), sorted.end(), policy, before);
}

} // namespace

std::size_t PolicyGraph::Level::lowerBound(PolicyId policy) const {
    const auto at = std::ranges::lower_bound(nodes, policy, before, &Node::policy);
    return static_cast<std::size_t>(at - nodes.begin());
}

bool PolicyGraph::Level::has(PolicyId policy) const {
    const std::size_t at = lowerBound(policy);
    return at < nodes.size() && same(nodes[at].policy, policy);
}

// Section 6.1.2 (a): one node, any-policy, expecting any-policy.
PolicyGraph::PolicyGraph()
    : m_levels(1) {
    m_levels.back().any = true;
}

void PolicyGraph::takeNone() {
    m_levels.back() = Level{};
}

void PolicyGraph::takePolicies(std::vector<PolicyId> policies, AnyPolicyIs any) {
    std::sort(policies.begin(), policies.end(), before);
    policies.erase(std::unique(policies.begin(), policies.end(), same), policies.end());
    Level& level = m_levels.back();
    const bool expectedAny = level.any;
    // What was expected and does not stand there ends, unless any-policy stands for it.
    if (any == AnyPolicyIs::Inhibited || !contains(policies, anyPolicy())) {
        std::erase_if(level.nodes, [&](const Node& node) { return !contains(policies, node.policy); });
        level.any = false;
    }
    if (!expectedAny)
        return;
    std::vector<Node> fresh;
    for (const PolicyId policy : policies)
        if (!same(policy, anyPolicy()) && !level.has(policy))
            fresh.push_back({policy, {}});
    level.nodes.insert(level.nodes.end(), fresh.begin(), fresh.end());
    std::ranges::sort(level.nodes, before, &Node::policy);
}

// applyMappings leaves those mappings whose issuer's policy is in the level; inhibited ones take it away.
void PolicyGraph::applyMappings(Level& level, std::vector<PolicyMapping>& mappings, MappingIs mapping) const {
    std::ranges::sort(mappings, before, &PolicyMapping::issuer);
    if (mapping == MappingIs::Inhibited) {
        std::erase_if(level.nodes, [&](const Node& node) {
            return std::ranges::binary_search(mappings, node.policy, before, &PolicyMapping::issuer);
        });
        mappings.clear();
        return;
    }
    std::vector<Node> fresh;
    for (const PolicyMapping& pair : mappings)
        if (level.any && !level.has(pair.issuer) &&
            (fresh.empty() || !same(fresh.back().policy, pair.issuer)))
            fresh.push_back({pair.issuer, {}});
    level.nodes.insert(level.nodes.end(), fresh.begin(), fresh.end());
    std::ranges::sort(level.nodes, before, &Node::policy);
    std::erase_if(mappings, [&](const PolicyMapping& pair) { return !level.has(pair.issuer); });
}

void PolicyGraph::descend(std::vector<PolicyMapping> mappings, MappingIs mapping) {
    Level& level = m_levels.back();
    applyMappings(level, mappings, mapping);
    // A policy that is not mapped is expected as itself.
    std::vector<PolicyMapping> expected = mappings;
    for (const Node& node : level.nodes)
        if (!std::ranges::binary_search(mappings, node.policy, before, &PolicyMapping::issuer))
            expected.push_back({node.policy, node.policy});
    std::ranges::sort(expected, before, &PolicyMapping::subject);
    Level next;
    next.any = level.any;
    for (const PolicyMapping& pair : expected) {
        if (next.nodes.empty() || !same(next.nodes.back().policy, pair.subject))
            next.nodes.push_back({pair.subject, {}});
        next.nodes.back().parents.push_back(level.lowerBound(pair.issuer));
    }
    m_levels.push_back(std::move(next));
}

bool PolicyGraph::accepts(const std::vector<PolicyId>& wanted) const {
    const auto isWanted = [&](PolicyId policy) {
        return std::ranges::any_of(wanted, [&](PolicyId id) { return same(id, policy); });
    };
    if (empty())
        return false;
    if (wanted.empty() || isWanted(anyPolicy()) || m_levels.back().any)
        return true;
    // Nodes whose parent is any-policy hold the policies of the authority's own domain.
    std::vector<bool> reachable(m_levels.back().nodes.size(), true);
    for (std::size_t depth = m_levels.size(); depth-- > 0;) {
        std::vector<bool> above(depth == 0 ? 0 : m_levels[depth - 1].nodes.size(), false);
        for (std::size_t at = 0; at < reachable.size(); ++at) {
            const Node& node = m_levels[depth].nodes[at];
            if (!reachable[at])
                continue;
            if (node.parents.empty() && isWanted(node.policy))
                return true;
            for (const std::size_t parent : node.parents)
                above[parent] = true;
        }
        reachable = std::move(above);
    }
    return false;
}

} // namespace certwright::check::policies

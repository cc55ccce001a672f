// Why: a path is chosen by the rules that depend on it; what the end certificate is on its own is told once,
// whichever path is taken.
#pragma once

#include <vector>

#include "core/check/rules/context.h"

namespace certwright::check {

using Rule = void (*)(const Context& context, Findings& findings);

// Place tells what a rule depends on: on the path that is taken, or on what was brought alone.
enum class Basis { Material, Path };
struct PlacedRule {
    Rule rule;
    Basis basis;
};

// allRules lists every rule in the order in which findings of one severity are told.
const std::vector<PlacedRule>& allRules();
// pathRules are those of allRules() whose basis is the path, in the same order.
const std::vector<Rule>& pathRules();

} // namespace certwright::check

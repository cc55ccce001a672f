// Why: the names of all rules, one line each; the list in rules.cpp is their order.
#pragma once

#include "core/check/lint/lint.h"

namespace certwright::check::lints {

extern const LintRule serialZero;

} // namespace certwright::check::lints

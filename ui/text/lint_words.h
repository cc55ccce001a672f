// Why: the rules of core/check/lint are values with codes, not types; their words are found by code.
#pragma once

#include "ui/text/finding_text.h"

namespace certwright::text {

// lintWords returns sentence and next step for the rule that was broken; general ones for a code that is not
// known (written by a newer program).
FindingText lintWords(const check::LintBroken& body, const Phrasebook& book);

// hasLintWords tells whether `code` has words of its own.
bool hasLintWords(std::string_view code);

} // namespace certwright::text

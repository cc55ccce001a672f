// Why: cases of forge are put to the validator by several tests: those in files and those made by programs.
#pragma once

#include "core/check/validate.h"
#include "tests/support/forge/forge.h"

namespace certwright::test {

// Sequence is how the certificates and lists of a case are given; a verdict must not depend on it.
enum class Sequence { AsWritten, Reversed, Rotated };

// judge asks the validator about a case under "service", "rfc5280" or "webpki". What cannot be read is given
// as little as a damaged file is: the leaf then makes the verdict invalid, with the finding "file.damaged".
check::Verdict judge(const forge::Case& made, const std::string& policy,
                     Sequence sequence = Sequence::AsWritten);

// differenceOf compares a verdict with what was expected: empty, or what differs, for people.
std::string differenceOf(const forge::Case& made, const forge::Expectation& expected,
                         const check::Verdict& verdict);

// summaryOf is "valid" or "invalid" with the codes of all findings and the path.
std::string summaryOf(const forge::Case& made, const check::Verdict& verdict);

} // namespace certwright::test

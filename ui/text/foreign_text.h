// Why: the names of other programs' formats and their conversions, which findings and pages both need.
#pragma once

#include "core/check/finding.h"
#include "ui/text/phrasebook.h"

namespace certwright::text {

// foreignName says what a thing of a foreign format is ("an OpenSSH private key").
QString foreignName(const check::SourceForeign& body, const Phrasebook& book);
// foreignDetails lists what the format tells without a password; empty if that is nothing.
QString foreignDetails(const check::SourceForeign& body, const Phrasebook& book);
// foreignStep says the one thing to do. Commands are for the shell of this system, with file names quoted by
// shellWord, and never write over the file that was brought.
QString foreignStep(const check::SourceForeign& body, const Phrasebook& book);

} // namespace certwright::text

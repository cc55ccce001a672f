// Why: nothing is written before a person has said yes, at the terminal or by --yes.
#pragma once

#include <optional>

#include "app/cli/arguments.h"
#include "app/cli/output.h"
#include "app/cli/session.h"

namespace certwright::cli {

// confirmed returns nothing if the answer is yes, else the exit status that the verb ends with.
std::optional<int> confirmed(Session& session, const Arguments& arguments, Output& output);

} // namespace certwright::cli

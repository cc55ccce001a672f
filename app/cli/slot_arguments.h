// Why: --file SLOT=PATH means the same in every verb that has it.
#pragma once

#include <map>
#include <optional>
#include <string>

#include "app/cli/arguments.h"
#include "app/cli/output.h"
#include "app/cli/session.h"

namespace certwright::cli {

// readSlots adds --ca, --cert, --key, --crl and each --file to `slots`. Nothing to go on, or the exit status
// of a complaint that names the slots of `profile`.
std::optional<int> readSlots(Session& session, const Arguments& arguments, Output& output,
                             const profile::Profile& profile, std::map<std::string, std::string>& slots);

} // namespace certwright::cli

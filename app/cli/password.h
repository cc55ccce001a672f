// Why: a password comes from the terminal, an open descriptor or standard input, straight into locked memory.
#pragma once

#include <memory>

#include "app/cli/arguments.h"
#include "app/cli/session.h"
#include "core/job/environment.h"

namespace certwright::cli {

// passwordSource chooses by the arguments: a named descriptor, standard input, else the terminal if there is
// one.
std::unique_ptr<job::PasswordSource> passwordSource(const Arguments& arguments, const Session& session);

} // namespace certwright::cli

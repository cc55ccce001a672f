// Why: what is brought is named in the same way for an import and for a replacement.
#pragma once

#include <optional>

#include "app/cli/arguments.h"
#include "app/cli/output.h"
#include "app/cli/session.h"
#include "core/job/import_job.h"
#include "core/profile/profile.h"

namespace certwright::cli {

// Brought says whether a request without any file makes sense.
enum class Brought { Something, MaybeNothing };

// readRequest turns the options into a request for the service of `profile`, which it finds first. Nothing,
// or the status with which the verb ends: what was not understood has been said.
std::optional<int> readRequest(Session& session, const Arguments& arguments, Output& output, Brought brought,
                               profile::Profile& profile, job::Request& request);

} // namespace certwright::cli

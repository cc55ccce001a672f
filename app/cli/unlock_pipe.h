// Why: a service that reads its passphrase from a named pipe needs somebody who feeds it whenever it reads.
#pragma once

#include "app/cli/arguments.h"
#include "app/cli/output.h"

namespace certwright::cli {

// feedPipe makes the pipe and serves its readers until Ctrl-C or SIGTERM, or as many as --times says; then
// the pipe is removed. Each reader gets the passphrase of what is installed at that time.
int feedPipe(Session& session, const Arguments& arguments, Output& output);

// printUnits prints the systemd unit that does so at boot, and the drop-in for the service's own.
int printUnits(Session& session, const Arguments& arguments, Output& output);

} // namespace certwright::cli

// Why: whoever starts a program wants to hear how it ended.
#pragma once

namespace certwright::process {

// keepEndedChildren makes the system keep how children end, where whoever started this process had told it
// not to (an ignored SIGCHLD is inherited).
void keepEndedChildren();

} // namespace certwright::process

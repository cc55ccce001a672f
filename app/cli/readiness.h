// Why: whoever starts this program in the background waits until it is ready, if it asked to be told.
#pragma once

namespace certwright::cli {

// tellReady tells systemd (sd_notify(3): a datagram "READY=1" to $NOTIFY_SOCKET); nothing where nobody asked.
void tellReady();

} // namespace certwright::cli

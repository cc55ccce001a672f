// Why: who has a service reloaded wants to see what it serves, and the service's own config often tells where
// that is to be seen.
#pragma once

#include <string>

#include "core/job/block_options.h"

namespace certwright::job {

// seenAddress returns HOST:PORT where the server block at `place` (empty: the usual one) answers with its own
// certificate, out of its first fitting listen line (nginx, ngx_http_core_module "listen"); empty where that
// is not certain. A block that is alone at its port, or its default_server, is asked for at the address it
// listens on, which is this computer; of several only the block's name tells which one answers. Lines for
// unix sockets, for QUIC and behind a proxy_protocol are not asked.
std::string seenAddress(const BlockOptions& options, const std::string& place);

} // namespace certwright::job

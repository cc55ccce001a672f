// Why: a server that was not reloaded shows what was installed before, and that is known from the history.
#pragma once

#include <set>
#include <string>

#include "core/job/open_service.h"

namespace certwright::job {

// earlierCertificates returns the fingerprints (SHA-256 in hexadecimal) of the first certificates that the
// file of `slot` held in stored states, before and after each transaction; `path` is where the file is now.
// States that cannot be read are left out. The installed one is usually among them.
std::set<std::string> earlierCertificates(Environment& environment, const OpenedService& service,
                                          const std::string& slot, const std::string& path);

} // namespace certwright::job

// Why: a config names files relative to one folder, a profile relative to another; here both become absolute
// and comparable. Inside this room only.
#pragma once

#include <string>

#include "core/profile/profile.h"

namespace certwright::prove {

// configuredPath returns the absolute, normal path that `value` means in the config of a service at `root`.
std::string configuredPath(const profile::Profile& profile, const std::string& root,
                           const std::string& value);

// targetPath returns the absolute, normal path of `target` (relative to `root`).
std::string targetPath(const std::string& root, const std::string& target);

// targetValue returns what the config of a service at `root` should hold for a slot's `target`: its path
// relative to Config::pathBase, or the absolute one.
std::string targetValue(const profile::Profile& profile, const std::string& root, const std::string& target);

// serverTrust returns the trust pair that the server's own certificate belongs to: its CA and CRL judge the
// clients.
std::string serverTrust(const profile::Profile& profile);

} // namespace certwright::prove

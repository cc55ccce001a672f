// Why: what a profile must say, in which words and within which bounds, stands apart from how files are
// found. Inside this room only.
#pragma once

#include "core/profile/profile.h"
#include "core/profile/yaml_node.h"

namespace certwright::profile {

// profileFrom reads the whole tree and writes down the first mistake of each section; the profile is whole
// only if there is none. Besides single values it holds the profile to: exactly one certificate and one key,
// with a CA in the same trust; at most one slot of a kind within a trust; a CA for every CRL; every config
// key once, and all of them in config.order; no two files in one place.
Profile profileFrom(const Node& root, std::vector<SchemaError>& mistakes);

} // namespace certwright::profile

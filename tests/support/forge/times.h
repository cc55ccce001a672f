// Why: the dates of certificates and CRLs, also such as are none.
#pragma once

#include "tests/support/forge/fields.h"

namespace certwright::forge {

// timeOf encodes a Time: "2026-06-01T00:00:00Z" as RFC 5280 section 4.1.2.5 wants it, {utc: "260601000000Z"},
// {generalized: "20260601000000Z"}, or {text, tag}.
Bytes timeOf(const YAML::Node& node, const std::string& where);

} // namespace certwright::forge

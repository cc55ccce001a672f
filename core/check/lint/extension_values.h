// Why: the decoding of extensions, apart from that of names and keys.
#pragma once

#include "core/check/lint/values.h"

namespace certwright::check {

// readExtension decodes `part` into its place in `values`; nothing happens for extensions that no rule asks
// for, and for a second one of the same kind.
void readExtension(const document::ExtensionPart& part, Values& values);

} // namespace certwright::check

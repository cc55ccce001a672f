// Why: a key that stands twice makes the newer service refuse the whole file; where both lines say the same,
// one of them can go without changing what anybody reads.
#pragma once

#include <string_view>
#include <vector>

#include "core/config/text_edit.h"

namespace certwright::config {

// removeRepeatedKeys returns the edits that take away every line but the first of each key that stands more
// than once with the same value each time (key=value files; see occurrencesOf). A key whose values differ, or
// one of whose values goes on over further lines, is left as it stands. All other octets stay; a file without
// a final newline stays without one. Fails with ConfigInvalid for a file that has lines which no reader takes
// and with FileTooLarge, as editKeyValue does.
base::Result<std::vector<TextEdit>> removeRepeatedKeys(std::string_view text);

} // namespace certwright::config

// Why: whoever writes a profile wants to hear of all its mistakes at once, not of one after the other.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.h"

namespace certwright::profile {

// profileMistakes returns what parseProfile would fail with: the first mistake of each section, in the order
// of the text (ProfileInvalid, as there); empty for a good profile.
std::vector<base::Error> profileMistakes(std::string_view yaml, const std::string& name);

} // namespace certwright::profile

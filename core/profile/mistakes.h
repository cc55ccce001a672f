// Why: whoever writes a profile wants to hear of all its mistakes at once, not of one after the other.
#pragma once

#include <string_view>
#include <vector>

#include "core/profile/mistake.h"

namespace certwright::profile {

// profileMistakes returns what parseProfile would fail with: the first mistake of each section, in the order
// of the text; empty for a good profile.
std::vector<Mistake> profileMistakes(std::string_view yaml);

} // namespace certwright::profile

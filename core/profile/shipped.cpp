// Why: what the build embedded, as texts like any other.
#include "core/profile/shipped.h"

#include "core/profile/load.h"

namespace certwright::profile {

std::vector<ProfileText> shippedProfiles() {
    std::vector<ProfileText> profiles;
    for (const ShippedText& text : shippedTexts())
        profiles.push_back({std::string(text.name), std::string(base::textOf(text.octets))});
    return profiles;
}

} // namespace certwright::profile

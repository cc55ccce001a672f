// Why: the shipped profiles travel inside the program; this is the seam to the file that the build generates
// from resources/profiles.
#pragma once

#include <span>
#include <string_view>

#include "core/base/bytes.h"

namespace certwright::profile {

// ShippedText is one file of resources/profiles: its name ("aoi.yaml") and its octets, which live as long as
// the program.
struct ShippedText {
    std::string_view name;
    base::ByteView octets;
};

// shippedTexts returns all of them by name; implemented by the generated file.
std::span<const ShippedText> shippedTexts();

} // namespace certwright::profile

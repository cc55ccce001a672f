// Why: a profile says where the service's root belongs, and several rooms put it there.
#pragma once

#include <string>
#include <string_view>

namespace certwright::profile {

constexpr std::string_view rootPlaceholder = "{root}";

// withRoot returns `text` with `root` for each "{root}".
inline std::string withRoot(std::string text, std::string_view root) {
    for (std::size_t at = text.find(rootPlaceholder); at != std::string::npos;
         at = text.find(rootPlaceholder, at + root.size()))
        text.replace(at, rootPlaceholder.size(), root);
    return text;
}

} // namespace certwright::profile

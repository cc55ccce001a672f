// Why: see names.h.
#include "core/archive/names.h"

namespace certwright::archive {

std::string safeName(std::string_view name) {
    std::string safe;
    while (!name.empty()) {
        const std::size_t end = std::min(name.find_first_of("/\\"), name.size());
        const std::string_view part = name.substr(0, end);
        if (!part.empty() && part != "." && part != "..")
            safe.append(safe.empty() ? "" : "/").append(part);
        name.remove_prefix(std::min(end + 1, name.size()));
    }
    return safe.empty() ? "_" : safe;
}

std::string UniqueNames::unique(const std::string& name) {
    std::string candidate = name;
    for (int number = 2; !m_given.insert(candidate).second; ++number)
        candidate = name + " (" + std::to_string(number) + ")";
    return candidate;
}

} // namespace certwright::archive

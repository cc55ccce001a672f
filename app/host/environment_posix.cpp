// Why: see environment.h.
#include "app/host/environment.h"

#include <cstdlib>

namespace certwright::host {

std::string variable(const std::string& name) {
    const char* value = std::getenv(name.c_str());
    return value != nullptr ? value : "";
}

std::string userLocale() {
    return {};
}

CommandWords::CommandWords(int argc, char** argv)
    : m_pointers(argv, argv + argc) {
    m_pointers.push_back(nullptr);
}

} // namespace certwright::host

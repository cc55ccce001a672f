// Why: see surroundings.h.
#include "app/host/surroundings.h"

#include <cstdlib>

#include "app/host/account.h"

namespace certwright::host {

namespace {

std::string variableOf(const std::string& name) {
    const char* value = std::getenv(name.c_str());
    return value != nullptr ? value : "";
}

} // namespace

job::Surroundings surroundingsOf(const files::FileReader& reader) {
    return {variableOf, [&reader](const std::string& root) {
                const auto info = reader.stat(root, files::Links::Follow);
                const std::uint32_t self = reader.self().user;
                const bool forAnother = self == 0 && info && info->owner.user != self;
                return forAnother ? homeFolderOf(info->owner.user) : homeFolder();
            }};
}

} // namespace certwright::host

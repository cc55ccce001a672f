// Why: see surroundings.h.
#include "app/host/surroundings.h"

#include "app/host/account.h"
#include "app/host/environment.h"

namespace certwright::host {

job::Surroundings surroundingsOf(const files::FileReader& reader) {
    return {variable, [&reader](const std::string& root) {
                const auto info = reader.stat(root, files::Links::Follow);
                const std::uint32_t self = reader.self().user;
                const bool forAnother = self == 0 && info && info->owner.user != self;
                return forAnother ? homeFolderOf(info->owner.user) : homeFolder();
            }};
}

} // namespace certwright::host

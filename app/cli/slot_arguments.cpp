// Why: see slot_arguments.h.
#include "app/cli/slot_arguments.h"

#include "ui/text/command_text.h"
#include "ui/text/value_text.h"

namespace certwright::cli {

using text::CommandPhrase;

std::optional<int> readSlots(Session& session, const Arguments& arguments, Output& output,
                             const profile::Profile& profile, std::map<std::string, std::string>& slots) {
    for (const auto& [slot, path] : {std::pair{"ca", &arguments.ca}, std::pair{"cert", &arguments.cert},
                                     std::pair{"key", &arguments.key}, std::pair{"crl", &arguments.crl}})
        if (!path->empty())
            slots[slot] = *path;
    for (const std::string& pair : arguments.files) {
        const std::size_t equals = pair.find('=');
        const std::string slot = pair.substr(0, equals);
        if (equals == std::string::npos || profile.slot(slot) == nullptr) {
            std::vector<std::string> ids;
            for (const profile::Slot& known : profile.slots)
                ids.push_back(known.id);
            return output.finishWithUsage(
                commandText(CommandPhrase::ErrorSlot, session.book()).arg(text::list(session.book(), ids)));
        }
        slots[slot] = pair.substr(equals + 1);
    }
    return std::nullopt;
}

} // namespace certwright::cli

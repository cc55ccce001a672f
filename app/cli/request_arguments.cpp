// Why: what is brought is named in the same way for an import and for a replacement.
#include "app/cli/request_arguments.h"

#include <algorithm>
#include <charconv>

#include "app/cli/service_arguments.h"
#include "app/cli/slot_arguments.h"
#include "ui/text/command_text.h"
#include "ui/text/comparison_page.h"
#include "ui/text/value_text.h"

namespace certwright::cli {

namespace {

using text::CommandPhrase;

std::optional<int> readSettings(Session& session, const Arguments& arguments, Output& output,
                                const profile::Profile& profile, job::Request& request) {
    for (const std::string& setting : arguments.settings) {
        const std::string_view name = "retention-days=";
        if (!profile.retention || !setting.starts_with(name))
            return output.finishWithUsage(
                commandText(CommandPhrase::ErrorSetUnknown, session.book()).arg(text::shown(setting)));
        const char* first = setting.data() + name.size();
        const char* last = setting.data() + setting.size();
        int days = 0;
        const auto [end, error] = std::from_chars(first, last, days);
        const profile::Retention& limits = *profile.retention;
        if (error != std::errc() || end != last || days < limits.minimumDays || days > limits.maximumDays)
            return output.finishWithUsage(commandText(CommandPhrase::ErrorSet, session.book())
                                              .arg(QString::number(limits.minimumDays),
                                                   QString::number(limits.maximumDays),
                                                   text::shown(setting)));
        request.retentionDays = days;
    }
    return std::nullopt;
}

} // namespace

std::optional<int> readRequest(Session& session, const Arguments& arguments, Output& output, Brought brought,
                               profile::Profile& profile, job::Request& request) {
    auto place = servicePlace(session, arguments);
    if (!place)
        return output.finishWithError(place.error());
    profile = std::move(place->profile);
    request.service = profile.id;
    request.root = place->root;
    request.home = place->home;
    request.paths = arguments.paths;
    request.without = arguments.without;
    request.block = arguments.serverBlock;
    if (!arguments.host.empty())
        request.host = arguments.host;
    if (const auto status = readSlots(session, arguments, output, profile, request.slots))
        return status;
    const bool understood = std::ranges::all_of(request.without, [&](const std::string& id) {
        const profile::Slot* slot = profile.slot(id);
        return slot != nullptr && !slot->required && !request.slots.contains(id);
    });
    if (!understood)
        return output.finishWithUsage(withoutError(profile, session.book()));
    if (brought == Brought::Something && request.slots.empty() && request.paths.empty())
        return output.finishWithUsage(commandText(CommandPhrase::ErrorNothing, session.book()));
    return readSettings(session, arguments, output, profile, request);
}

} // namespace certwright::cli

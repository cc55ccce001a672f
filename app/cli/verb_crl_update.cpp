// Why: the list that ends first is renewed most often, and while the service runs.
#include "app/cli/planned_verb.h"
#include "app/cli/service_arguments.h"
#include "app/cli/slot_arguments.h"
#include "app/cli/verbs.h"
#include "core/job/crl_update.h"
#include "ui/text/command_text.h"

namespace certwright::cli {

int runCrlUpdate(Session& session, const Arguments& arguments) {
    Output output(session, "crl-update", arguments.json ? Format::Json : Format::Text);
    const auto at = judgedAt(session, arguments);
    if (!at)
        return output.finishWithUsage(
            commandText(text::CommandPhrase::ErrorAt, session.book()).arg(text::shown(arguments.at)));
    const auto place = servicePlace(session, arguments);
    if (!place)
        return output.finishWithError(place.error());
    job::CrlUpdateRequest request;
    profile::Profile lists = place->profile;
    std::erase_if(lists.slots, [](const auto& slot) { return slot.kind != profile::SlotKind::Crl; });
    if (const auto status = readSlots(session, arguments, output, lists, request.slots))
        return *status;
    request.paths = arguments.paths;
    if (request.slots.empty() && request.paths.empty())
        return output.finishWithUsage(commandText(text::CommandPhrase::ErrorNothing, session.book()));
    request.older = arguments.allowOlder ? plan::OlderLists::Allow : plan::OlderLists::Refuse;
    job::CrlUpdateJob update(session.environment(*at), {place->profile.id, place->root, place->home},
                             std::move(request));
    return runPlanned(session, arguments, output, update);
}

} // namespace certwright::cli

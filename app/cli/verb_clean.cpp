// Why: what an import was made from, and copies of the key that lie around, go when nobody needs them.
#include "app/cli/clean_sources.h"
#include "app/cli/password.h"
#include "app/cli/service_arguments.h"
#include "app/cli/verbs.h"
#include "ui/text/command_text.h"

namespace certwright::cli {

int runClean(Session& session, const Arguments& arguments) {
    Output output(session, "clean", arguments.json ? Format::Json : Format::Text);
    if (arguments.paths.empty() && arguments.keysIn.empty())
        return output.finishWithUsage(commandText(text::CommandPhrase::ErrorNothing, session.book()));
    const auto place = servicePlace(session, arguments);
    if (!place)
        return output.finishWithError(place.error());
    const CleanRequest request{
        {place->profile.id, place->root, place->home}, {arguments.paths, arguments.keysIn}, session.now()};
    const auto passwords = passwordSource(arguments, session);
    return cleanSources(session, arguments, output, request, CleanTime::Alone, *passwords);
}

} // namespace certwright::cli

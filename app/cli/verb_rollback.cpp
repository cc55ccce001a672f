// Why: every earlier state can come back, previewed and proved like any other change.
#include "app/cli/planned_verb.h"
#include "app/cli/service_arguments.h"
#include "app/cli/verbs.h"
#include "core/job/rollback.h"

namespace certwright::cli {

int runRollback(Session& session, const Arguments& arguments) {
    Output output(session, "rollback", arguments.json ? Format::Json : Format::Text);
    const auto place = servicePlace(session, arguments);
    if (!place)
        return output.finishWithError(place.error());
    job::RollbackChoice choice;
    choice.id = arguments.id;
    choice.side = arguments.before ? job::Side::Before : job::Side::After;
    choice.acceptance = arguments.acceptUnproved ? job::Acceptance::Unproved : job::Acceptance::OnlyProved;
    job::RollbackJob rollback(session.environment(session.now()),
                              {place->profile.id, place->root, place->home}, choice);
    return runPlanned(session, arguments, output, rollback);
}

} // namespace certwright::cli

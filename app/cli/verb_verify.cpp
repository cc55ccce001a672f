// Why: is what is installed whole, and would the service start?
#include "app/cli/output.h"
#include "app/cli/service_arguments.h"
#include "app/cli/verbs.h"
#include "core/job/open_service.h"
#include "ui/text/command_text.h"
#include "ui/text/json_document.h"
#include "ui/text/plan_page.h"

namespace certwright::cli {

int runVerify(Session& session, const Arguments& arguments) {
    Output output(session, "verify", arguments.json ? Format::Json : Format::Text);
    const auto at = judgedAt(session, arguments);
    if (!at)
        return output.finishWithUsage(
            commandText(text::CommandPhrase::ErrorAt, session.book()).arg(text::shown(arguments.at)));
    const auto place = servicePlace(session, arguments);
    if (!place)
        return output.finishWithError(place.error());
    job::Environment environment = session.environment(*at);
    const auto service = job::openService(environment, place->profile.id, place->root, place->home);
    if (!service)
        return output.finishWithError(service.error());
    const auto verification = job::verifyService(environment, *service);
    if (!verification)
        return output.finishWithError(verification.error());
    text::addProof(output.page(), verification->proof, session.book());
    output.json()["proof"] = text::jsonOf(verification->proof);
    output.json()["protector"] = text::jsonOf(verification->protector);
    return output.finishWithFindings(verification->findings);
}

} // namespace certwright::cli

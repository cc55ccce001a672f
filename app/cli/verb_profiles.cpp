// Why: a person finds out here what a service needs before looking for files.
#include <algorithm>

#include "app/cli/output.h"
#include "app/cli/verbs.h"
#include "ui/text/json_document.h"
#include "ui/text/profiles_page.h"

namespace certwright::cli {

int runProfiles(Session& session, const Arguments& arguments) {
    Output output(session, "profiles", arguments.json ? Format::Json : Format::Text);
    std::vector<profile::ProfileText> texts = session.ownProfiles();
    for (profile::ProfileText& shipped : profile::shippedProfiles())
        texts.push_back(std::move(shipped));
    std::vector<std::string> seen;
    output.json()["profiles"] = text::Json::array();
    for (const profile::ProfileText& one : texts) {
        const auto profile = profile::parseProfile(one.yaml, one.name);
        if (!profile)
            return output.finishWithError(profile.error());
        // The user's own profile of an id stands in for the shipped one.
        if (std::ranges::find(seen, profile->id) != seen.end())
            continue;
        seen.push_back(profile->id);
        text::addProfile(output.page(), *profile, session.book());
        output.json()["profiles"].push_back(text::jsonOf(*profile));
    }
    return output.finish(exitDone);
}

} // namespace certwright::cli

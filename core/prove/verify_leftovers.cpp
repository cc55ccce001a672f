// Why: the strongest key is worth what its most careless copy is worth.
#include "core/prove/inspection.h"

#include "core/plan/leftovers.h"

namespace certwright::prove {

namespace {

check::Severity severityOf(plan::Holding holding) {
    switch (holding) {
    case plan::Holding::OpenKey:
        return check::Severity::Blocker;
    case plan::Holding::EncryptedKey:
    case plan::Holding::Config:
        return check::Severity::Warning;
    case plan::Holding::Certificate:
    case plan::Holding::Nothing:
        break;
    }
    return check::Severity::Note;
}

} // namespace

void inspectLeftovers(const Inspection& inspection, secret::SecretAccess access) {
    profile::Profile profile = *inspection.place.profile;
    plan::Site site = siteOf(inspection.place);
    if (site.home.empty())
        profile.homeCopies.clear();
    site.profile = &profile;
    for (const plan::Leftover& leftover :
         plan::readableLeftovers(inspection.reader, site, inspection.installed.configText, access))
        inspection.add(
            severityOf(leftover.holding), leftover.path,
            check::LeftoverReadable{leftover.path, leftover.info.mode, plan::holdingWord(leftover.holding)});
}

} // namespace certwright::prove

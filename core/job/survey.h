// Why: people drop a folder and want to see at once what each file is and where it would go, before any
// password is asked for and anything is judged.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/job/import_job.h"

namespace certwright::job {

// SurveyedObject is one thing in one of the files: its kind (plan::kindOf; "ca" for a certificate that only a
// CA slot takes), what it says of itself (subject, issuer, key type; empty while it is locked), when it ends,
// the slot it was taken for (empty: none), and the slots of the profile that could take it.
struct SurveyedObject {
    std::string path;
    std::size_t item = 0;
    std::string kind;
    std::string about;
    std::optional<base::Time> end;
    std::string slot;
    std::vector<std::string> fits;
};

// Survey: objects in the order in which files were given. `findings` are those of loading and sorting, worst
// first (what was ignored: FileUnused, FileUnrecognised …; what is open to choice: SlotAmbiguous). `locked`
// are the files that need a password before the whole can be judged.
struct Survey {
    std::vector<SurveyedObject> objects;
    check::Findings findings;
    std::vector<std::string> locked;
};

// survey reads what `request` names; opens nothing and writes nothing. Errors: ProfileUnknown,
// ProfileInvalid, InvalidArgument (subject: an unknown slot), Cancelled.
base::Result<Survey> survey(Environment& environment, const Request& request);

} // namespace certwright::job

// Why: people drop a folder and want to see at once what each file is and where it would go, before any
// password is asked for and anything is judged.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/job/block_options.h"
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

// SlotChoice is a slot for which several objects were found: `candidates` are their indexes in
// Survey::objects. `preferred` is the one to propose, if there is reason for one: the certificate whose key
// is there, then the one that lasts longest; the key of the certificate that was taken or is proposed; the
// newest list. That a key belongs to a certificate is known of open keys; of others it is guessed, by their
// lying in one file or having one name but for its extension.
struct SlotChoice {
    std::string slot;
    std::vector<std::size_t> candidates;
    std::optional<std::size_t> preferred;
};

// Survey: objects in the order in which files were given. `findings` are those of loading and sorting, worst
// first (what was ignored: FileUnused, FileUnrecognised …). `choices` are what is open, in the profile's
// order. `locked` are the files that need a password before the whole can be judged. `vendorLibrary` is the
// vendor's key library of the service, empty where there is none; `blocks` the server blocks that could take
// its config in.
struct Survey {
    std::vector<SurveyedObject> objects;
    std::vector<SlotChoice> choices;
    check::Findings findings;
    std::vector<std::string> locked;
    std::string vendorLibrary = {};
    BlockOptions blocks = {};
};

// survey reads what `request` names; opens nothing and writes nothing. Errors: ProfileUnknown,
// ProfileInvalid, InvalidArgument (judgeSlots), Cancelled.
base::Result<Survey> survey(Environment& environment, const Request& request);

} // namespace certwright::job

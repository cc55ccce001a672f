// Why: a service folder that somebody made by hand can be wrong in ways that no import ever leaves behind;
// here all of it is asked, of any folder.
#pragma once

#include "core/prove/verify.h"

namespace certwright::prove {

// Diagnosis: everything that verify finds and what only a hand-made folder shows (access control lists,
// links, folders that others may write in, owners, leftovers, two different key stores, values that the
// service misreads), worst first; and the proof.
using Diagnosis = Verification;

// diagnose reads only and always answers: a config that is missing, unreadable or foreign is a finding, and
// the rest is then looked at where the profile puts it.
Diagnosis diagnose(const files::FileReader& reader, const Place& place, base::Time now,
                   secret::SecretAccess access);

} // namespace certwright::prove

// Why: files that are read one after the other while an import goes on are of two sets; here they are of one,
// and it is known later whether they still stand there. Inside this room only.
#pragma once

#include <map>
#include <string>

#include "core/files/identity.h"
#include "core/prove/installed.h"

namespace certwright::reader {

using Identities = std::map<std::string, files::Identity>;

// ReadSet is one installed set as it stood at one time, and what each of its files was then.
struct ReadSet {
    prove::Installed installed;
    Identities identities;
};

// readSet reads config and files. RecoveryNeeded while a transaction is going on or was interrupted;
// FileChanged if files kept changing under its hands; else as prove::readInstalled.
base::Result<ReadSet> readSet(const files::FileReader& reader, const prove::Place& place);

// identitiesOf asks anew for the same paths.
Identities identitiesOf(const Identities& known);

} // namespace certwright::reader

// Why: journal, history and lock name who did it; the user's own profiles and AOI's files lie in the home
// folder.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "core/apply/applier.h"
#include "core/files/file_system.h"
#include "core/profile/load.h"

namespace certwright::host {

// currentActor names the account, this computer and the program's version.
apply::Actor currentActor(const files::FileReader& reader);
// homeFolder returns the user's home folder, empty if there is none.
std::string homeFolder();
// homeFolderOf returns the home folder of the account with this number, empty if there is none.
std::string homeFolderOf(std::uint32_t user);
// settingsFolder returns the user's folder for this program ($XDG_CONFIG_HOME/certwright, on Windows
// %APPDATA%/Certwright; of a portable program portableSettings()), which may be missing; empty if the account
// has none.
std::string settingsFolder();
// ownProfiles reads *.yaml in the user's profile folder (profiles in settingsFolder); a missing folder is no
// error.
std::vector<profile::ProfileText> ownProfiles(const files::FileReader& reader);

} // namespace certwright::host

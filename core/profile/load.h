// Why: profiles are read from YAML, shipped inside the program or in the user's own folder; a mistake is
// reported with file, line and column.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.h"
#include "core/profile/profile.h"

namespace certwright::profile {

// parseProfile reads one profile. ProfileInvalid: `subject` is `name`, `detail` is for mistakeIn (unknown
// key, wrong type, missing key, a path that leaves the root, two slots with one id …). Nothing is guessed.
base::Result<Profile> parseProfile(std::string_view yaml, const std::string& name);

// A profile's text with the name it is reported by.
struct ProfileText {
    std::string name;
    std::string yaml;
};

// shippedProfiles returns the texts that are compiled into the program from resources/profiles, by id.
std::vector<ProfileText> shippedProfiles();

// findProfile reads `own` first (the user's own profiles win over shipped ones of the same id), then the
// shipped ones. ProfileUnknown if none has the id.
base::Result<Profile> findProfile(const std::string& id, const std::vector<ProfileText>& own);

} // namespace certwright::profile

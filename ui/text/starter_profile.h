// Why: a profile is begun from one that is whole and says beside each line what the line is for.
#pragma once

#include <string>

#include "ui/text/phrasebook.h"

namespace certwright::text {

// starterProfile is a profile with the id `id`, complete and with comments in the language of `book`.
std::string starterProfile(const std::string& id, const Phrasebook& book);

// copiedProfile is the text of another profile under a new id, with a comment in front that says where it is
// from. Everything else stays as it is, comments included.
std::string copiedProfile(const std::string& yaml, const std::string& from, const std::string& id,
                          const Phrasebook& book);

} // namespace certwright::text

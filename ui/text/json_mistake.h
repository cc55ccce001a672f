// Why: a script that checks profiles tells one mistake from another by a code, not by a sentence.
#pragma once

#include "core/profile/mistake.h"
#include "ui/text/json_findings.h"

namespace certwright::text {

// jsonOf is "mistake" of an error (resources/help/json.md): code, place, what of the values there is, both
// texts.
Json jsonOf(const profile::Mistake& mistake, const Books& books);

} // namespace certwright::text

// Why: what a verdict on one certificate rests on: the path, what is seen in it, and the paths that fail.
#pragma once

#include "core/check/check.h"
#include "ui/text/json_findings.h"
#include "ui/text/page.h"

namespace certwright::text {

// addValidation shows verdict, path, findings and, under details, why each other path is not valid.
void addValidation(Page& page, const check::Verdict& verdict, const Phrasebook& book);
// addValidation puts the same into `json` (resources/help/json.md).
void addValidation(Json& json, const check::Verdict& verdict, const Books& books);

} // namespace certwright::text

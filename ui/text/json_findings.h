// Why: what scripts read: stable codes, the data of each finding, and both texts (documented in
// resources/help/json.md).
#pragma once

#include <nlohmann/json.hpp>

#include "core/base/result.h"
#include "core/check/finding.h"
#include "ui/text/phrasebook.h"

namespace certwright::text {

// Books are both languages, made once per program run.
struct Books {
    Phrasebook english{Language::English};
    Phrasebook chinese{Language::Chinese};
};

using Json = nlohmann::ordered_json;

Json jsonOf(const check::Finding& finding, const Books& books);
Json jsonOf(const check::Findings& findings, const Books& books);
Json jsonOf(const base::Error& error, const Books& books);

} // namespace certwright::text

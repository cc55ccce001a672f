// Why: see json_clean.h.
#include "ui/text/json_clean.h"

#include "core/base/utf8.h"
#include "ui/text/json_change.h"

namespace certwright::text {

namespace {

const char* resultName(apply::WipeResult result) {
    switch (result) {
    case apply::WipeResult::Removed:
        return "removed";
    case apply::WipeResult::Overwritten:
        return "overwritten";
    case apply::WipeResult::Untouched:
        break;
    }
    return "untouched";
}

} // namespace

Json jsonOf(const plan::CleanUp& cleanUp, const Books& books) {
    Json files = Json::array();
    for (const plan::CleanFile& file : cleanUp.files)
        files.push_back({{"path", base::printable(file.path)},
                         {"sha256", file.sha256},
                         {"size", file.size},
                         {"mode", octal(file.mode)},
                         {"form", file.form},
                         {"holds", file.holds},
                         {"about", base::printable(file.about)}});
    return {{"service", cleanUp.service},
            {"root", base::printable(cleanUp.root)},
            {"files", files},
            {"findings", jsonOf(cleanUp.findings, books)}};
}

Json jsonOf(const std::vector<apply::WipeOutcome>& outcomes, const Books& books) {
    Json out = Json::array();
    for (const apply::WipeOutcome& outcome : outcomes) {
        Json one{{"path", base::printable(outcome.path)}, {"result", resultName(outcome.result)}};
        if (outcome.error)
            one["error"] = jsonOf(*outcome.error, books);
        out.push_back(std::move(one));
    }
    return out;
}

} // namespace certwright::text

// Why: see json_history.h.
#include "ui/text/json_history.h"

#include "core/base/utf8.h"
#include "ui/text/json_change.h"

namespace certwright::text {

namespace {

const char* outcomeName(apply::ProofOutcome outcome) {
    switch (outcome) {
    case apply::ProofOutcome::Passed:
        return "passed";
    case apply::ProofOutcome::Failed:
        return "failed";
    case apply::ProofOutcome::NotMade:
        break;
    }
    return "not-made";
}

Json changeJson(const apply::KeptChange& change) {
    const Json before = change.before ? Json{{"sha256", change.before->sha256},
                                             {"mode", octal(change.before->mode)},
                                             {"stored", !change.backup.empty()}}
                                      : Json();
    return {{"change", changeName(change.kind, change.before)},
            {"purpose", purposeName(change.purpose)},
            {"slot", base::printable(change.slot)},
            {"path", base::printable(change.path)},
            {"mode", octal(change.mode)},
            {"before", before},
            {"sha256", change.sha256},
            {"about", base::printable(change.about)},
            {"beforeAbout", base::printable(change.beforeAbout)}};
}

Json stateJson(const apply::StateFile& file) {
    const bool folder = file.kind == plan::KeptKind::Folder;
    return {{"path", base::printable(file.path)},
            {"kind", folder ? "folder" : "file"},
            {"present", file.present},
            {"mode", file.present ? Json(octal(file.mode)) : Json()},
            {"sha256", file.sha256},
            {"stored", file.present && !folder && file.keeping == plan::Keeping::Stored}};
}

Json headJson(const apply::Entry& entry) {
    return {{"id", entry.id},
            {"sequence", entry.sequence},
            {"operation", plan::operationName(entry.operation)},
            {"restores", base::printable(entry.restores)},
            {"service", base::printable(entry.service)},
            {"time", base::formatIso(entry.startedAt)},
            {"user", base::printable(entry.actor.user)},
            {"host", base::printable(entry.actor.host)},
            {"program", base::printable(entry.actor.version)},
            {"proof", outcomeName(entry.proof.outcome)}};
}

} // namespace

Json historyJson(const apply::History& history, const apply::HistoryLimits& limits) {
    Json entries = Json::array();
    for (const apply::Entry& entry : history.entries) {
        Json head = headJson(entry);
        head["changed"] = Json::array();
        for (const apply::KeptChange& change : entry.changes)
            head["changed"].push_back(base::printable(change.path));
        entries.push_back(std::move(head));
    }
    Json damaged = Json::array();
    for (const std::string& id : history.damaged)
        damaged.push_back(base::printable(id));
    return {{"entries", entries},
            {"damaged", damaged},
            {"limits", {{"count", limits.count}, {"days", limits.days}}}};
}

Json entryJson(const apply::Entry& entry, const Books& books) {
    Json out = headJson(entry);
    out["proof"] = {{"outcome", outcomeName(entry.proof.outcome)},
                    {"passed", entry.proof.steps},
                    {"protocol", base::printable(entry.proof.protocol)},
                    {"cipher", base::printable(entry.proof.cipher)}};
    out["changes"] = Json::array();
    for (const apply::KeptChange& change : entry.changes)
        out["changes"].push_back(changeJson(change));
    out["configDifference"] = Json::array();
    for (const plan::DifferenceLine& line : entry.difference)
        out["configDifference"].push_back(
            {{"kind", std::string(1, line.kind)}, {"line", line.line}, {"text", base::printable(line.text)}});
    out["findings"] = jsonOf(entry.findings, books);
    out["state"] = Json::array();
    for (const apply::StateFile& file : entry.state)
        out["state"].push_back(stateJson(file));
    return out;
}

} // namespace certwright::text

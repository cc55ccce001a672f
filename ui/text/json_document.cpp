// Why: the stages' values as JSON; nothing here holds a secret, so nothing needs masking.
#include "ui/text/json_document.h"

#include "core/base/utf8.h"
#include "ui/text/json_change.h"

namespace certwright::text {

namespace {

// protectorIn is who seals a passphrase anew in a plan with these findings.
std::optional<vault::Protector> protectorIn(const check::Findings& findings) {
    for (const check::Finding& finding : findings) {
        if (finding.body.is<check::ProtectorKmc>())
            return vault::Protector::Kmc;
        if (finding.body.is<check::ProtectorBuiltin>())
            return vault::Protector::Builtin;
        if (finding.body.is<check::ProtectorCertImport>())
            return vault::Protector::CertImport;
    }
    return std::nullopt;
}

Json titleJson(const profile::Title& title) {
    return {{"en", title.en}, {"zh", title.zh}};
}

Json commandJson(const std::optional<profile::Command>& command) {
    if (!command)
        return {};
    return {{"words", command->words}, {"seconds", command->seconds}};
}

Json changeJson(const plan::Change& change, const files::FileReader& reader) {
    const base::Owner owner = change.owner ? *change.owner : reader.self();
    return {{"change", changeName(change.kind, change.before)},
            {"purpose", purposeName(change.purpose)},
            {"slot", change.slot},
            {"path", base::printable(change.path)},
            {"mode", octal(change.mode)},
            {"owner", reader.accountName(owner.user)},
            {"before", change.before
                           ? Json{{"sha256", change.before->sha256}, {"mode", octal(change.before->mode)}}
                           : Json()},
            {"sha256", change.sha256},
            {"about", base::printable(change.about)},
            {"beforeAbout", base::printable(change.beforeAbout)}};
}

} // namespace

Json jsonOf(const profile::Profile& profile) {
    Json slots = Json::array();
    for (const profile::Slot& slot : profile.slots)
        slots.push_back({{"id", slot.id},
                         {"kind", profile::slotKindName(slot.kind)},
                         {"required", slot.required},
                         {"target", slot.target},
                         {"mode", octal(slot.mode)},
                         {"configKey", slot.configKey},
                         {"trust", slot.trust},
                         {"title", titleJson(slot.title)}});
    Json out{{"id", profile.id},
             {"title", titleJson(profile.title)},
             {"summary", titleJson(profile.summary)},
             {"root",
              {{"title", titleJson(profile.rootTitle)},
               {"variable", profile.rootVariable},
               {"places", profile.usualPlaces}}},
             {"config", profile.config.path},
             {"slots", slots}};
    if (profile.commands.verify || profile.commands.reload)
        out["commands"] = {{"verify", commandJson(profile.commands.verify)},
                           {"reload", commandJson(profile.commands.reload)}};
    if (profile.vendor)
        out["vendor"] = {{"library", profile.vendor->library}, {"importer", profile.vendor->importer}};
    if (!profile.passphrase.pipe.empty())
        out["pipe"] = profile.passphrase.pipe;
    if (profile.retention)
        out["retentionDays"] = {{"minimum", profile.retention->minimumDays},
                                {"maximum", profile.retention->maximumDays},
                                {"default", profile.retention->defaultDays}};
    return out;
}

Json jsonOf(const std::vector<job::Selected>& selected) {
    Json out = Json::array();
    for (const job::Selected& entry : selected)
        out.push_back({{"slot", entry.slot},
                       {"path", base::printable(entry.path)},
                       {"about", base::printable(entry.about)}});
    return out;
}

Json jsonOf(const plan::Plan& plan, const files::FileReader& reader) {
    Json changes = Json::array();
    for (const plan::Change& change : plan.changes)
        changes.push_back(changeJson(change, reader));
    Json difference = Json::array();
    for (const plan::DifferenceLine& line : plan.configDifference)
        difference.push_back(
            {{"kind", std::string(1, line.kind)}, {"line", line.line}, {"text", base::printable(line.text)}});
    return {{"operation", plan::operationName(plan.operation)},
            {"restores", plan.restores},
            {"service", plan.service},
            {"root", base::printable(plan.root)},
            {"changes", changes},
            {"configDifference", difference},
            {"protector", jsonOf(protectorIn(plan.findings))}};
}

Json jsonOf(const std::optional<vault::Protector>& protector) {
    if (!protector)
        return nullptr;
    switch (*protector) {
    case vault::Protector::Kmc:
        return "kmc";
    case vault::Protector::Builtin:
        return "builtin";
    case vault::Protector::CertImport:
        return "certimport";
    case vault::Protector::Auto:
        break;
    }
    return nullptr;
}

Json jsonOf(const prove::Proof& proof) {
    Json steps = Json::array();
    for (const prove::ProofStep step : proof.passed)
        steps.push_back(prove::proofStepName(step));
    Json failed = Json::array();
    for (const check::Finding& finding : proof.failures)
        if (const auto* body = finding.body.as<check::ProofFailed>())
            failed.push_back(body->step);
    return {{"succeeded", proof.succeeded()},
            {"passed", steps},
            {"failed", failed},
            {"protocol", proof.protocol},
            {"cipher", proof.cipher}};
}

Json jsonOf(const apply::Receipt& receipt) {
    const auto paths = [](const std::vector<std::string>& list) {
        Json out = Json::array();
        for (const std::string& path : list)
            out.push_back(base::printable(path));
        return out;
    };
    return {{"id", receipt.id},
            {"time", base::formatIso(receipt.startedAt)},
            {"history", base::printable(receipt.stateFolder + "/history/" + receipt.id)},
            {"written", paths(receipt.written)},
            {"removed", paths(receipt.removed)},
            {"exchanged", paths(receipt.exchanged)}};
}

} // namespace certwright::text

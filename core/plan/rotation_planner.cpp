// Why: see rotation_planner.h.
#include "core/plan/rotation_planner.h"

#include "core/config/text_lines.h"
#include "core/files/path.h"
#include "core/plan/change_list.h"
#include "core/plan/config_changes.h"
#include "core/plan/config_text.h"
#include "core/plan/import_planner.h"
#include "core/plan/key_stores.h"

namespace certwright::plan {

namespace {

constexpr std::string_view sealPrefix = "cw1.";

std::string_view trimmed(std::string_view text) {
    const auto first = text.find_first_not_of(" \t\r");
    return first == std::string_view::npos ? std::string_view{} : text.substr(first);
}

std::size_t sealedTextsIn(std::string_view text) {
    std::size_t count = 0;
    for (const config::TextLine& line : config::splitLines(text)) {
        const auto stripped = trimmed(line.text);
        const bool comment = !stripped.empty() && (stripped[0] == '#' || stripped[0] == ';');
        if (!comment && stripped.find(sealPrefix) != std::string_view::npos)
            ++count;
    }
    return count;
}

// The values that hold sealed text: the passphrase, and in a flat file any other key's.
std::vector<config::Setting> sealedSettings(const profile::Profile& profile, std::string_view text) {
    std::vector<config::Setting> result;
    const auto add = [&](const std::string& key) {
        const auto value = configValue(profile.config.format, text, key);
        if (value && value->starts_with(sealPrefix))
            result.push_back({key, *value});
    };
    add(profile.passphrase.configKey);
    if (profile.config.format != profile::ConfigFormat::KeyValue)
        return result;
    for (const config::TextLine& line : config::splitLines(text)) {
        const auto stripped = trimmed(line.text);
        const auto delimiter = stripped.find_first_of("=:");
        if (delimiter == std::string_view::npos || stripped[0] == '#' || stripped[0] == ';')
            continue;
        const auto key = stripped.substr(0, stripped.find_last_not_of(" \t", delimiter - 1) + 1);
        if (key != profile.passphrase.configKey)
            add(std::string(key));
    }
    return result;
}

// judge finds what blocks a rotation and returns the config's text.
std::optional<std::string> judge(const files::FileReader& reader, const Site& site,
                                 check::Findings& findings) {
    const profile::Profile& profile = *site.profile;
    judgeTargets(reader, site, findings);
    const KeyStores stores(reader, site);
    if (stores.foreign())
        findings.push_back({check::Severity::Blocker, site.root,
                            check::VendorRotation{{storeTarget(site, Purpose::KeyStorePrimary).path,
                                                   storeTarget(site, Purpose::KeyStoreStandby).path}}});
    else
        stores.judge(findings);
    auto text = readConfig(reader, profile, site.root, findings);
    if (!text)
        return std::nullopt;
    const std::string path = files::join(site.root, profile.config.path);
    const auto sealed = sealedSettings(profile, *text);
    judgeConfig(profile, path, *text, sealed, findings);
    // A sealed text in a comment of ours counts too.
    const std::size_t commented = profile.passphrase.configKey.starts_with('#') ? sealed.size() : 0;
    if (!check::blocks(findings) && sealedTextsIn(*text) + commented != sealed.size()) {
        findings.push_back(
            {check::Severity::Blocker, path,
             check::ConfigUneditable{path, profile.passphrase.configKey, std::string(sealPrefix), {}}});
    }
    return text;
}

base::Status addChanges(const files::FileReader& reader, const Site& site, const std::string& text,
                        base::RandomSource& random, secret::SecretAccess access, Plan& plan) {
    const profile::Profile& profile = *site.profile;
    const KeyStores stores(reader, site);
    auto vault = stores.openExisting(random, access);
    if (!vault)
        return tl::unexpected(vault.error());
    auto settings = sealedSettings(profile, text);
    std::vector<std::string> sealed;
    for (const config::Setting& setting : settings)
        sealed.push_back(setting.value);
    auto rotated = (*vault)->rotate(sealed, random, access);
    if (!rotated)
        return tl::unexpected(rotated.error());
    for (std::size_t i = 0; i < settings.size(); ++i)
        settings[i].value = rotated->sealed[i];
    const std::string path = files::join(site.root, profile.config.path);
    const auto edited = editConfig(profile, path, text, settings, plan.findings);
    const auto info = reader.stat(path, files::Links::Refuse);
    if (!edited || !info)
        return edited ? base::Status(tl::unexpected(info.error())) : base::Status{};
    ChangeList changes(reader, access);
    changes.file(storeTarget(site, Purpose::KeyStorePrimary), rotated->vault->content(), {});
    changes.file(storeTarget(site, Purpose::KeyStoreStandby), rotated->vault->content(), {});
    changes.file(configTarget(site, info->mode), base::toBytes(edited->text), {});
    plan.changes = changes.takeChanges();
    if (!configUnchanged(plan, text))
        return base::failure(base::ErrorCode::FileChanged, path);
    plan.configDifference = edited->difference;
    plan.findings.insert(plan.findings.end(), changes.findings().begin(), changes.findings().end());
    return {};
}

} // namespace

base::Result<Plan> planRotation(const files::FileReader& reader, const Site& site, base::RandomSource& random,
                                secret::SecretAccess access) {
    Plan plan;
    plan.operation = Operation::Rotate;
    plan.service = site.profile->id;
    plan.root = site.root;
    plan.areas = planAreas(site);
    const auto text = judge(reader, site, plan.findings);
    if (text && !check::blocks(plan.findings)) {
        if (auto added = addChanges(reader, site, *text, random, access, plan); !added) {
            wipePlan(plan);
            return tl::unexpected(added.error());
        }
        keepState(reader, site, plan, access);
        judgeSpace(reader, plan);
    }
    check::sortWorstFirst(plan.findings);
    return plan;
}

} // namespace certwright::plan

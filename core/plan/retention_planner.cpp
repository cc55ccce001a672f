// Why: see retention_planner.h.
#include "core/plan/retention_planner.h"

#include "core/files/path.h"
#include "core/plan/change_list.h"
#include "core/plan/config_changes.h"
#include "core/plan/config_text.h"
#include "core/plan/import_planner.h"
#include "core/plan/inspect.h"

namespace certwright::plan {

namespace {

using check::Severity;

void judgeWish(const Site& site, const std::string& text, const RetentionWish& wish,
               check::Findings& findings) {
    const profile::Profile& profile = *site.profile;
    const std::string& key = profile.retention->configKey;
    const auto value = configValue(profile.config.format, text, key);
    const auto present = value ? base::parseTime(*value) : std::nullopt;
    if (present && wish.until < *present)
        findings.push_back({Severity::Warning, key, check::RetentionShortened{*present, wish.until}});
    if (wish.certificateEnd)
        judgeRetention(profile, wish.until, *wish.certificateEnd, findings);
}

base::Status addChange(const files::FileReader& reader, const Site& site, const std::string& text,
                       const RetentionWish& wish, secret::SecretAccess access, Plan& plan) {
    const profile::Profile& profile = *site.profile;
    const std::string path = files::join(site.root, profile.config.path);
    const std::vector<config::Setting> settings{{profile.retention->configKey, base::formatUtc(wish.until)}};
    judgeConfig(profile, path, text, settings, plan.findings);
    if (check::blocks(plan.findings))
        return {};
    const auto edited = editConfig(profile, path, text, settings, plan.findings);
    if (!edited)
        return {};
    judgeEdited(profile.config, path, edited->text, plan.findings);
    const auto mode = configMode(reader, profile, site.root);
    if (!mode)
        return tl::unexpected(mode.error());
    ChangeList changes(reader, access);
    changes.file(configTarget(site, *mode), base::toBytes(edited->text), {});
    plan.changes = changes.takeChanges();
    plan.findings.insert(plan.findings.end(), changes.findings().begin(), changes.findings().end());
    if (!configUnchanged(plan, text))
        return base::failure(base::ErrorCode::FileChanged, path);
    plan.configDifference = edited->difference;
    return {};
}

} // namespace

base::Result<base::Time> retentionUntil(const profile::Profile& profile, base::Time until, base::Time now) {
    if (!profile.retention)
        return base::failure(base::ErrorCode::InvalidArgument, "retention", profile.id);
    const int least = profile.retention->minimumDays;
    const int most = profile.retention->maximumDays;
    if (until < now + std::chrono::days(least) || until > now + std::chrono::days(most))
        return base::failure(base::ErrorCode::InvalidArgument, "retention",
                             std::to_string(least) + ".." + std::to_string(most));
    return until;
}

base::Result<Plan> planRetention(const files::FileReader& reader, const Site& site, const RetentionWish& wish,
                                 secret::SecretAccess access) {
    Plan plan;
    plan.operation = Operation::Retention;
    plan.service = site.profile->id;
    plan.root = site.root;
    plan.areas = planAreas(site);
    judgeTargets(reader, site, plan.findings);
    const auto text = readConfig(reader, *site.profile, site.root, plan.findings);
    if (text) {
        judgeWish(site, *text, wish, plan.findings);
        if (auto added = addChange(reader, site, *text, wish, access, plan); !added)
            return tl::unexpected(added.error());
        keepState(reader, site, plan, access);
        judgeSpace(reader, plan);
    }
    check::sortWorstFirst(plan.findings);
    return plan;
}

} // namespace certwright::plan

// Why: see inspect.h.
#include "core/plan/inspect.h"

#include <algorithm>

#include "core/files/path.h"
#include "core/plan/config_text.h"
#include "core/plan/key_stores.h"
#include "core/plan/server_blocks.h"
#include "core/plan/slot_content.h"

namespace certwright::plan {

base::Result<std::optional<base::Time>> retentionFor(const profile::Profile& profile, std::optional<int> days,
                                                     base::Time now) {
    if (!profile.retention) {
        if (days)
            return base::failure(base::ErrorCode::InvalidArgument, "retention-days", profile.id);
        return std::optional<base::Time>{};
    }
    const profile::Retention& retention = *profile.retention;
    const int chosen = days.value_or(retention.defaultDays);
    if (chosen < retention.minimumDays || chosen > retention.maximumDays) {
        return base::failure(base::ErrorCode::InvalidArgument, "retention-days",
                             std::to_string(retention.minimumDays) + ".." +
                                 std::to_string(retention.maximumDays));
    }
    return std::optional(now + std::chrono::days(chosen));
}

void judgeRetention(const profile::Profile& profile, base::Time retention, base::Time notAfter,
                    check::Findings& findings) {
    const std::string& key = profile.retention->configKey;
    const int days = base::wholeDays(notAfter, retention);
    if (retention < notAfter) {
        findings.push_back(
            {check::Severity::Warning, key, check::RetentionBeforeCertificate{retention, notAfter}});
    } else if (days >= profile.rules.warningDays) {
        findings.push_back(
            {check::Severity::Note, key, check::RetentionLongAfter{retention, notAfter, days}});
    }
}

void judgeService(const files::FileReader& reader, const Site& site, const ConfigIntent& intent,
                  const std::optional<std::string>& configText, check::Findings& findings) {
    const profile::Profile& profile = *site.profile;
    judgeTargets(reader, site, findings);
    judgeInsertion(reader, site, findings);
    KeyStores(reader, site).judge(findings);
    judgeValues(profile, intent, findings);
    if (!configText)
        return;
    const std::string path = files::join(site.root, profile.config.path);
    const auto settings = settingsFor(profile, intent, *configText);
    check::Findings own;
    judgeConfig(profile, path, *configText, settings, own);
    // A text that cannot be read as YAML has been told; trying to edit it says nothing new.
    if (!check::blocks(own))
        if (const auto edited = editConfig(profile, path, *configText, settings, own))
            judgeEdited(profile.config, path, edited->text, own);
    findings.insert(findings.end(), own.begin(), own.end());
}

std::set<std::string> brought(const profile::Profile& profile, const check::Material& material) {
    std::set<std::string> slots;
    for (const profile::Slot& slot : profile.slots) {
        const bool isKey = slot.kind == profile::SlotKind::PrivateKey;
        if (isKey ? material.key.state != check::KeyState::Absent : hasContent(slot, profile, material))
            slots.insert(slot.id);
    }
    return slots;
}

bool withdrawn(const profile::Slot& slot, const profile::Profile& profile,
               const std::set<std::string>& slots) {
    if (slots.contains(slot.id))
        return false;
    return std::ranges::any_of(profile.slots, [&](const profile::Slot& other) {
        return other.trust == slot.trust && slots.contains(other.id);
    });
}

} // namespace certwright::plan

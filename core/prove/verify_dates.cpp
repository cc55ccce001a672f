// Why: some services delete their own certificates on a day that stands in their config.
#include "core/prove/inspection.h"

#include "core/plan/config_text.h"
#include "core/plan/inspect.h"

namespace certwright::prove {

void inspectRetention(const Inspection& inspection, std::optional<base::Time> notAfter) {
    using check::Severity;
    const profile::Profile& profile = *inspection.place.profile;
    if (!profile.retention)
        return;
    const std::string& key = profile.retention->configKey;
    const auto value = plan::configValue(profile.config.format, inspection.installed.configText, key);
    if (!value)
        return;
    const auto retention = base::parseTime(*value);
    if (!retention) {
        inspection.add(Severity::Warning, key,
                       check::InstalledNotConfigured{key, *value, "YYYY-MM-DD HH:MM:SS"});
        return;
    }
    if (*retention <= inspection.now)
        inspection.add(Severity::Blocker, key, check::RetentionPassed{*retention, inspection.now});
    else if (notAfter)
        plan::judgeRetention(profile, *retention, *notAfter, inspection.findings);
}

} // namespace certwright::prove

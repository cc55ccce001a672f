// Why: see rollback_config.h.
#include "core/plan/rollback_config.h"

#include <algorithm>

#include "core/plan/config_text.h"

namespace certwright::plan {

namespace {

constexpr std::size_t contextLines = 1;

// ownKeys lists the keys that Certwright writes, in the order in which it adds them.
std::vector<std::string> ownKeys(const profile::Profile& profile) {
    std::vector<std::string> keys;
    const auto add = [&keys](const std::string& key) {
        if (std::ranges::find(keys, key) == keys.end())
            keys.push_back(key);
    };
    std::vector<std::string> own{profile.passphrase.configKey};
    for (const profile::Slot& slot : profile.slots)
        own.push_back(slot.configKey);
    if (profile.retention)
        own.push_back(profile.retention->configKey);
    for (const profile::FixedValue& value : profile.config.values)
        own.push_back(value.key);
    for (const std::string& key : profile.config.order)
        if (std::ranges::find(own, key) != own.end())
            add(key);
    for (const std::string& key : own)
        add(key);
    return keys;
}

// isOffered tells whether an import writes the key only where it is absent.
bool isOffered(const profile::Profile& profile, const std::string& key) {
    return std::ranges::any_of(profile.config.values, [&key](const profile::FixedValue& value) {
        return value.key == key && value.use == profile::ValueUse::WhenAbsent;
    });
}

} // namespace

std::optional<EditedConfig> wholeConfig(const profile::Profile& profile, std::string_view now,
                                        std::string_view before) {
    EditedConfig config{std::string(before), {}};
    for (const auto& line : config::lineDifferences(now, before, contextLines))
        config.difference.push_back({line.kind, line.line, masked(profile, line.text)});
    return config;
}

std::optional<EditedConfig> mergedConfig(const profile::Profile& profile, const std::string& path,
                                         std::string_view now, std::string_view before,
                                         check::Findings& findings) {
    const profile::ConfigFormat format = profile.config.format;
    std::vector<config::Setting> settings;
    check::ConfigMerged merged{path, {}};
    for (const std::string& key : ownKeys(profile)) {
        const auto old = configValue(format, before, key);
        const auto present = configValue(format, now, key);
        const auto& broken = old ? present : old;
        if (!broken) {
            const base::Error& error = broken.error();
            findings.push_back({check::Severity::Blocker, path,
                                check::ConfigUneditable{path, error.subject, error.detail, {}}});
            return std::nullopt;
        }
        // What was there before is the person's, whatever they made of it.
        if (*old == *present || (isOffered(profile, key) && !old->empty()))
            continue;
        settings.push_back({key, *old});
        merged.keys.push_back(key);
    }
    if (settings.empty())
        return std::nullopt;
    check::Findings own{{check::Severity::Warning, path, std::move(merged)}};
    judgeConfig(profile, path, now, settings, own);
    auto edited = check::blocks(own) ? std::nullopt : editConfig(profile, path, now, settings, own);
    if (edited)
        judgeEdited(profile.config, path, edited->text, own);
    findings.insert(findings.end(), own.begin(), own.end());
    return edited;
}

} // namespace certwright::plan

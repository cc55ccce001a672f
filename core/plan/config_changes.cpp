// Why: see config_changes.h.
#include "core/plan/config_changes.h"

#include <algorithm>
#include <regex>

#include "core/base/utf8.h"
#include "core/config/key_value.h"
#include "core/config/yaml.h"
#include "core/files/path.h"
#include "core/plan/config_text.h"

namespace certwright::plan {

namespace {

constexpr std::string_view mask = "********";
constexpr std::size_t contextLines = 1;

std::string lastPart(std::string_view key) {
    const auto dot = key.find_last_of('.');
    return std::string(dot == std::string_view::npos ? key : key.substr(dot + 1));
}

std::string lower(std::string_view text) {
    std::string result(text);
    std::transform(result.begin(), result.end(), result.begin(),
                   [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
    return result;
}

// Sealed values end in "_mm" in both services' configs.
bool namesSecret(const profile::Profile& profile, std::string_view key) {
    const std::string name = lower(key);
    return name == lower(lastPart(profile.passphrase.configKey)) || name.ends_with("_mm") ||
           name.find("passw") != std::string::npos || name.find("secret") != std::string::npos ||
           name.find("token") != std::string::npos;
}

std::vector<std::string> asText(const profile::Profile& profile,
                                const std::vector<config::Setting>& settings) {
    std::vector<std::string> result;
    for (const config::Setting& setting : settings) {
        const bool secret = setting.key == profile.passphrase.configKey;
        result.push_back(setting.key + " = " + (secret ? std::string(mask) : setting.value));
    }
    return result;
}

} // namespace

std::string masked(const profile::Profile& profile, std::string_view line) {
    const auto first = line.find_first_not_of(" \t#;-\"'");
    const auto delimiter = line.find_first_of("=:");
    if (first == std::string_view::npos || delimiter == std::string_view::npos || delimiter < first)
        return std::string(line);
    auto key = line.substr(first, delimiter - first);
    while (!key.empty() &&
           (key.back() == ' ' || key.back() == '\t' || key.back() == '"' || key.back() == '\''))
        key.remove_suffix(1);
    const auto value = line.find_first_not_of(" \t\r", delimiter + 1);
    if (value == std::string_view::npos || !namesSecret(profile, key))
        return std::string(line);
    return std::string(line.substr(0, value)) + std::string(mask);
}

std::vector<config::Setting> settingsFor(const profile::Profile& profile, const ConfigIntent& intent,
                                         std::string_view text) {
    std::map<std::string, std::string> values;
    for (const profile::Slot& slot : profile.slots) {
        if (intent.slots.contains(slot.id)) {
            values[slot.configKey] = valueFor(profile, slot);
            continue;
        }
        const auto present = configValue(profile.config.format, text, slot.configKey);
        if (!intent.kept.contains(slot.id) && present && !present->empty())
            values[slot.configKey] = {};
    }
    values[profile.passphrase.configKey] = intent.sealed;
    if (profile.retention && intent.retention)
        values[profile.retention->configKey] = base::formatUtc(*intent.retention);
    std::vector<config::Setting> settings;
    for (const std::string& key : profile.config.order)
        if (const auto found = values.find(key); found != values.end())
            settings.push_back({key, found->second});
    return settings;
}

void judgeValues(const profile::Profile& profile, const ConfigIntent& intent, check::Findings& findings) {
    const profile::Config& config = profile.config;
    for (const config::Setting& setting : settingsFor(profile, intent, {})) {
        const bool isSealed = setting.key == profile.passphrase.configKey;
        const std::size_t length = base::utf8Length(setting.value);
        if (isSealed && length > profile.passphrase.maximumLength) {
            findings.push_back({check::Severity::Blocker, setting.key,
                                check::ValueTooLong{setting.key, length, profile.passphrase.maximumLength}});
        }
        if (setting.value.find_first_of(config.forbidden) != std::string::npos) {
            findings.push_back(
                {check::Severity::Blocker, setting.key,
                 check::ValueAlphabet{setting.key, isSealed ? std::string(mask) : setting.value}});
        }
    }
    for (const profile::Slot& slot : profile.slots) {
        const std::string path = valueFor(profile, slot);
        if (intent.slots.contains(slot.id) && !fitsAlphabet(path, config.pathAlphabet))
            findings.push_back(
                {check::Severity::Blocker, path, check::PathAlphabet{path, config.pathAlphabet}});
    }
}

std::string valueFor(const profile::Profile& profile, const profile::Slot& slot) {
    return profile.config.pathBase.empty() ? slot.target
                                           : files::relativeTo(slot.target, profile.config.pathBase);
}

bool fitsAlphabet(const std::string& path, const std::string& alphabet) {
    // No service reads longer ones, and the library's matcher goes as deep as a text is long.
    constexpr std::size_t longestPath = 4096;
    if (path.size() > longestPath)
        return alphabet.empty();
    try {
        return alphabet.empty() || std::regex_match(path, std::regex("[" + alphabet + "]+"));
    } catch (const std::regex_error&) {
        return false;
    }
}

std::vector<DifferenceLine> differenceOf(const profile::Profile& profile, std::string_view before,
                                         std::string_view after) {
    std::vector<DifferenceLine> result;
    for (const auto& line : config::lineDifferences(before, after, contextLines))
        result.push_back({line.kind, line.line, masked(profile, line.text)});
    return result;
}

std::optional<EditedConfig> editConfig(const profile::Profile& profile, const std::string& path,
                                       std::string_view text, const std::vector<config::Setting>& settings,
                                       check::Findings& findings) {
    const bool flat = profile.config.format == profile::ConfigFormat::KeyValue;
    const auto edits = flat ? config::editKeyValue(text, settings) : config::editYaml(text, settings);
    auto edited = edits ? config::applyEdits(text, *edits) : tl::unexpected(edits.error());
    if (!edited) {
        const base::Error& error = edited.error();
        if (error.code != base::ErrorCode::ConfigDuplicateKey) {
            findings.push_back(
                {check::Severity::Blocker, path,
                 check::ConfigUneditable{path, error.subject, error.detail, asText(profile, settings)}});
        }
        return std::nullopt;
    }
    EditedConfig result{std::move(*edited), {}};
    result.difference = differenceOf(profile, text, result.text);
    return result;
}

} // namespace certwright::plan

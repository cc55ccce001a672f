// Why: see config_changes.h.
#include "core/plan/config_changes.h"

#include <algorithm>
#include <regex>

#include "core/base/shell.h"
#include "core/base/utf8.h"
#include "core/config/key_value.h"
#include "core/config/yaml.h"
#include "core/files/path.h"
#include "core/plan/config_text.h"
#include "core/profile/placeholders.h"

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
    const std::string& sealed = profile.passphrase.configKey;
    return name == lower(lastPart(sealed.starts_with('#') ? sealed.substr(1) : sealed)) ||
           name.ends_with("_mm") || name.find("passw") != std::string::npos ||
           name.find("secret") != std::string::npos || name.find("token") != std::string::npos;
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

// In directives a blank ends the name. Whole words of secrets stand in values too (connection strings,
// headers), and a value that only looks like one loses nothing by being hidden.
std::string maskedDirective(const profile::Profile& profile, std::string_view line) {
    const auto first = line.find_first_not_of(" \t#;");
    if (first == std::string_view::npos)
        return std::string(line);
    const auto stop = std::min(line.find_first_of(" \t=:", first), line.size());
    const std::string name = lower(line.substr(first, stop - first));
    const auto value = line.find_first_not_of(" \t=:\r", stop);
    const auto isOurs = [&name](const std::string& key) { return lower(key) == name; };
    const bool plain = std::ranges::any_of(profile.config.order, isOurs);
    const std::string text = lower(line);
    const auto says = [&text](std::string_view word) { return text.find(word) != std::string::npos; };
    const bool secret = !plain && (name.find("pass") != std::string::npos || name.find("auth") == 0 ||
                                   name == "masterauth" || name == "user" || namesSecret(profile, name) ||
                                   says("password=") || says("authorization") || says("cw1."));
    if (value == std::string_view::npos || !secret)
        return std::string(line);
    return std::string(line.substr(0, value)) + std::string(mask);
}

std::string unlockCommand(const profile::Profile& profile, const std::string& root) {
    std::string command = "certwright-cli unlock --service " + base::singleQuoted(profile.id) + " --root " +
                          base::singleQuoted(root) + " --fd 1";
    return profile.passphrase.prefix.empty() ? command : command + " --for-service";
}

std::string doubled(std::string text, char octet) {
    for (std::size_t at = text.find(octet); at != std::string::npos; at = text.find(octet, at + 2))
        text.insert(at, 1, octet);
    return text;
}

} // namespace

std::string masked(const profile::Profile& profile, std::string_view line) {
    if (directiveSyntax(profile.config.format))
        return maskedDirective(profile, line);
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
            values[slot.configKey] = valueFor(profile, intent.root, slot);
            continue;
        }
        const auto present = configValue(profile.config.format, text, slot.configKey);
        if (!intent.kept.contains(slot.id) && present && !present->empty())
            values[slot.configKey] = {};
    }
    values[profile.passphrase.configKey] = intent.sealed;
    if (profile.retention && intent.retention)
        values[profile.retention->configKey] = base::formatUtc(*intent.retention);
    for (const profile::FixedValue& value : profile.config.values) {
        const auto present = configValue(profile.config.format, text, value.key);
        if (value.use == profile::ValueUse::Always || (present && present->empty()))
            values[value.key] = fixedValue(profile, intent.root, value);
    }
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
        const std::string path = valueFor(profile, intent.root, slot);
        if (intent.slots.contains(slot.id) && !fitsAlphabet(path, config.pathAlphabet))
            findings.push_back(
                {check::Severity::Blocker, path, check::PathAlphabet{path, config.pathAlphabet}});
    }
}

std::string fixedValue(const profile::Profile& profile, const std::string& root,
                       const profile::FixedValue& value) {
    const bool words = profile.config.format == profile::ConfigFormat::Nginx && !value.key.starts_with('#');
    const std::string unlock = unlockCommand(profile, root);
    std::string filled;
    for (std::string_view rest = value.value; !rest.empty();) {
        constexpr std::string_view unlockWord = "{unlock}";
        if (rest.starts_with(profile::rootPlaceholder)) {
            filled += root;
            rest.remove_prefix(profile::rootPlaceholder.size());
        } else if (rest.starts_with(unlockWord)) {
            filled +=
                profile.config.format == profile::ConfigFormat::Postgresql ? doubled(unlock, '%') : unlock;
            rest.remove_prefix(unlockWord.size());
        } else {
            filled += words && rest.front() == ' ' ? config::wordSeparator : rest.front();
            rest.remove_prefix(1);
        }
    }
    return filled;
}

std::string valueFor(const profile::Profile& profile, const std::string& root, const profile::Slot& slot) {
    if (profile.config.pathForm == profile::PathForm::Absolute)
        return files::join(root, slot.target);
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
    const auto syntax = directiveSyntax(profile.config.format);
    const bool flat = profile.config.format == profile::ConfigFormat::KeyValue;
    const auto edits = syntax ? config::editDirectives(text, *syntax, settings)
                       : flat ? config::editKeyValue(text, settings)
                              : config::editYaml(text, settings);
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

// Why: see config_text.h.
#include "core/plan/config_text.h"

#include <algorithm>

#include "core/base/utf8.h"
#include "core/config/key_value.h"
#include "core/config/text_lines.h"
#include "core/config/yaml.h"
#include "core/document/parse.h"
#include "core/files/path.h"

namespace certwright::plan {

namespace {

void judgeRepeatedKeys(const std::string& path, std::string_view text, check::Findings& findings) {
    for (const auto& repeated : config::repeatedKeys(text)) {
        findings.push_back({check::Severity::Blocker, repeated.key,
                            check::ConfigDuplicateKey{path, repeated.key, repeated.occurrences[0].line,
                                                      repeated.occurrences[1].line}});
    }
}

void judgeRepeatedPaths(const std::string& path, std::string_view text, check::Findings& findings) {
    const auto repeated = config::repeatedYamlKeys(text);
    if (!repeated) {
        const base::Error& error = repeated.error();
        findings.push_back(
            {check::Severity::Blocker, path, check::ConfigUneditable{path, error.subject, error.detail, {}}});
        return;
    }
    for (const auto& key : *repeated) {
        findings.push_back({check::Severity::Blocker, key.path,
                            check::ConfigDuplicateKey{path, key.path, key.lines[0], key.lines[1]}});
    }
}

// Other keys may be repeated where the service takes lists.
void judgeDirectives(const profile::Config& config, config::Syntax syntax, const std::string& path,
                     std::string_view text, check::Findings& findings) {
    if (const auto read = config::checkDirectives(text, syntax); !read)
        findings.push_back({check::Severity::Blocker, path,
                            check::ConfigUneditable{path, read.error().subject, read.error().detail, {}}});
    for (const auto& repeated : config::repeatedKeys(text, syntax, config.order)) {
        findings.push_back({check::Severity::Blocker, repeated.key,
                            check::ConfigDuplicateKey{path, repeated.key, repeated.occurrences[0].line,
                                                      repeated.occurrences[1].line}});
    }
}

std::string_view trimmed(std::string_view text) {
    const auto first = text.find_first_not_of(" \t\r");
    if (first == std::string_view::npos)
        return {};
    return text.substr(first, text.find_last_not_of(" \t\r") - first + 1);
}

bool sameKey(std::string_view one, std::string_view other) {
    const auto lower = [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; };
    return std::equal(one.begin(), one.end(), other.begin(), other.end(),
                      [&](char a, char b) { return lower(a) == lower(b); });
}

// Values that the edit gives anew need no word: what is wrong with them goes away.
void judgeForbidden(const profile::Config& config, const std::string& path, std::string_view text,
                    const std::vector<config::Setting>& settings, check::Findings& findings) {
    for (const config::TextLine& line : config::splitLines(text)) {
        const auto stripped = trimmed(line.text);
        const auto delimiter = stripped.find_first_of("=:");
        if (stripped.empty() || stripped[0] == '#' || stripped[0] == ';' ||
            delimiter == std::string_view::npos)
            continue;
        const auto key = trimmed(stripped.substr(0, delimiter));
        const auto value = trimmed(stripped.substr(delimiter + 1));
        const auto found = value.find_first_of(config.forbidden);
        const bool replaced = std::any_of(settings.begin(), settings.end(),
                                          [key](const auto& setting) { return sameKey(setting.key, key); });
        if (found != std::string_view::npos && !replaced) {
            findings.push_back({check::Severity::Warning, std::string(key),
                                check::ConfigInterpolation{path, std::string(key), line.number,
                                                           std::string(1, value[found])}});
        }
    }
}

bool isToBeMade(const profile::Config& config, const base::Error& error) {
    return config.origin == profile::ConfigOrigin::Managed && error.code == base::ErrorCode::FileNotFound;
}

bool isFolder(const files::FileReader& reader, const std::string& path) {
    const auto info = reader.stat(path, files::Links::Follow);
    return info && info->kind == base::FileKind::Folder;
}

} // namespace

std::optional<config::Syntax> directiveSyntax(profile::ConfigFormat format) {
    switch (format) {
    case profile::ConfigFormat::Nginx:
        return config::Syntax::Nginx;
    case profile::ConfigFormat::Redis:
        return config::Syntax::Redis;
    case profile::ConfigFormat::Postgresql:
        return config::Syntax::Postgresql;
    case profile::ConfigFormat::KeyValue:
    case profile::ConfigFormat::Yaml:
        break;
    }
    return std::nullopt;
}

base::Result<std::string> configValue(profile::ConfigFormat format, std::string_view text,
                                      std::string_view key) {
    if (format == profile::ConfigFormat::KeyValue) {
        const auto occurrences = config::occurrencesOf(text, key);
        return occurrences.empty() ? std::string{} : occurrences.back().value;
    }
    if (const auto syntax = directiveSyntax(format)) {
        if (auto read = config::checkDirectives(text, *syntax); !read)
            return tl::unexpected(read.error());
        const auto occurrences = config::occurrencesOf(text, *syntax, key);
        return occurrences.empty() ? std::string{} : occurrences.back().value;
    }
    const auto scalar = config::yamlScalar(text, key);
    if (!scalar)
        return tl::unexpected(scalar.error());
    return *scalar ? (*scalar)->value : std::string{};
}

base::Result<std::string> configContent(const files::FileReader& reader, const profile::Profile& profile,
                                        const std::string& root) {
    const auto text =
        reader.read(files::join(root, profile.config.path), document::maximumFileSize, files::Links::Refuse);
    if (!text && isToBeMade(profile.config, text.error()))
        return std::string{};
    if (!text)
        return tl::unexpected(text.error());
    return std::string(base::textOf(*text));
}

base::Result<std::uint32_t> configMode(const files::FileReader& reader, const profile::Profile& profile,
                                       const std::string& root) {
    const auto info = reader.stat(files::join(root, profile.config.path), files::Links::Refuse);
    if (!info && isToBeMade(profile.config, info.error()))
        return profile.config.mode;
    if (!info)
        return tl::unexpected(info.error());
    return info->mode;
}

std::optional<std::string> readConfig(const files::FileReader& reader, const profile::Profile& profile,
                                      const std::string& root, check::Findings& findings) {
    const std::string path = files::join(root, profile.config.path);
    const std::string base = files::join(root, profile.config.pathBase);
    const auto text = reader.read(path, document::maximumFileSize, files::Links::Refuse);
    if (text && isFolder(reader, base))
        return std::string(base::textOf(*text));
    if (!text && isToBeMade(profile.config, text.error()) && isFolder(reader, root))
        return std::string{};
    if (text) {
        findings.push_back({check::Severity::Blocker, root, check::RootForeign{root, base}});
    } else if (text.error().code == base::ErrorCode::FileIsSymlink ||
               text.error().code == base::ErrorCode::FileNotRegular) {
        return std::nullopt; // told by judgeTargets, as of any other target
    } else if (text.error().code != base::ErrorCode::FileNotFound) {
        const std::string code(base::errorCodeName(text.error().code));
        findings.push_back(
            {check::Severity::Blocker, path, check::FileUnreadable{path, code, text.error().detail}});
    } else if (isFolder(reader, files::parentOf(path)) && isFolder(reader, base)) {
        findings.push_back({check::Severity::Blocker, path, check::ConfigMissing{path}});
    } else {
        findings.push_back({check::Severity::Blocker, root, check::RootForeign{root, path}});
    }
    return std::nullopt;
}

void judgeConfig(const profile::Profile& profile, const std::string& path, std::string_view text,
                 const std::vector<config::Setting>& settings, check::Findings& findings) {
    if (profile.config.format == profile::ConfigFormat::KeyValue) {
        judgeRepeatedKeys(path, text, findings);
        judgeForbidden(profile.config, path, text, settings, findings);
    } else if (const auto syntax = directiveSyntax(profile.config.format)) {
        judgeDirectives(profile.config, *syntax, path, text, findings);
    } else {
        judgeRepeatedPaths(path, text, findings);
    }
}

void judgeEdited(const profile::Config& config, const std::string& path, std::string_view text,
                 check::Findings& findings) {
    const auto lines = config::splitLines(text);
    if (config.maximumLines > 0 && lines.size() > config.maximumLines) {
        findings.push_back({check::Severity::Warning, path,
                            check::ConfigTooManyLines{path, lines.size(), config.maximumLines}});
    }
    for (const config::TextLine& line : lines) {
        const std::size_t length = base::utf8Length(line.text);
        if (config.maximumLineLength > 0 && length > config.maximumLineLength) {
            findings.push_back(
                {check::Severity::Blocker, path,
                 check::ConfigLineTooLong{path, line.number, length, config.maximumLineLength}});
        }
    }
}

} // namespace certwright::plan

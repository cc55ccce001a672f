// Why: the config is the user's: what stands in it is read and judged before one byte of it is to change.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/check/finding.h"
#include "core/config/directives.h"
#include "core/files/file_system.h"
#include "core/profile/profile.h"

namespace certwright::plan {

// configValue returns the value of a flat key or dotted path, empty where it is absent or empty. Fails with
// ConfigInvalid or ConfigUneditable as the YAML reader does.
base::Result<std::string> configValue(profile::ConfigFormat format, std::string_view text,
                                      std::string_view key);

// directiveSyntax is the syntax of those formats that core/config/directives.h edits.
std::optional<config::Syntax> directiveSyntax(profile::ConfigFormat format);

// configContent reads the config; a managed one that is not there is empty. Fails as the reader does.
base::Result<std::string> configContent(const files::FileReader& reader, const profile::Profile& profile,
                                        const std::string& root);

// configMode returns the permission bits of the config; those that a managed one is made with where it is not
// there. Fails as the reader does.
base::Result<std::uint32_t> configMode(const files::FileReader& reader, const profile::Profile& profile,
                                       const std::string& root);

// readConfig returns the config's text, an empty one for a managed config that is not there; nothing with
// ConfigMissing, RootForeign (its folder, or the folder that its paths are relative to, is missing) or
// FileUnreadable in `findings`; a link or something else than a file is judgeTargets' business.
std::optional<std::string> readConfig(const files::FileReader& reader, const profile::Profile& profile,
                                      const std::string& root, check::Findings& findings);

// judgeConfig finds what is wrong with the text as it stands: ConfigDuplicateKey, ConfigUneditable (no
// readable YAML, directives that the service refuses), ConfigInterpolation for values of other keys than
// those of `settings`.
void judgeConfig(const profile::Profile& profile, const std::string& path, std::string_view text,
                 const std::vector<config::Setting>& settings, check::Findings& findings);

// judgeEdited finds what would be wrong with the text after the edit: ConfigTooManyLines, ConfigLineTooLong.
void judgeEdited(const profile::Config& config, const std::string& path, std::string_view text,
                 check::Findings& findings);

} // namespace certwright::plan

// Why: what the config will say is worked out once, shown as a difference with secrets masked, and written as
// it was shown.
#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/clock.h"
#include "core/check/finding.h"
#include "core/config/text_edit.h"
#include "core/plan/plan.h"
#include "core/profile/profile.h"

namespace certwright::plan {

// ConfigIntent is what an import wants the config to say: the slots that it brings a file for, the sealed
// passphrase, the retention date where the service has one, and the slots whose present value stays (those of
// trust pairs that the import has nothing to do with).
struct ConfigIntent {
    std::set<std::string> slots;
    std::string sealed;
    std::optional<base::Time> retention;
    std::set<std::string> kept = {};
    // The service's root, which absolute paths and fixed values name.
    std::string root = {};
};

// settingsFor lists the values in the profile's order, its fixed values (fixedValue) among them. A slot that
// is neither brought nor kept gets an empty value if `text` holds one for it; else it is left alone.
std::vector<config::Setting> settingsFor(const profile::Profile& profile, const ConfigIntent& intent,
                                         std::string_view text);

// judgeValues finds values that the service would refuse: PathAlphabet, ValueAlphabet, ValueTooLong.
void judgeValues(const profile::Profile& profile, const ConfigIntent& intent, check::Findings& findings);

// EditedConfig is the text after the edit and the lines that differ, secrets masked.
struct EditedConfig {
    std::string text;
    std::vector<DifferenceLine> difference;
};

// editConfig gives each setting its value. Nothing, with ConfigUneditable (naming all settings, secrets
// masked) in `findings`, if that cannot be done safely; a duplicate key is judgeConfig's to tell.
std::optional<EditedConfig> editConfig(const profile::Profile& profile, const std::string& path,
                                       std::string_view text, const std::vector<config::Setting>& settings,
                                       check::Findings& findings);

// differenceOf lists the lines that differ, secrets masked.
std::vector<DifferenceLine> differenceOf(const profile::Profile& profile, std::string_view before,
                                         std::string_view after);

// valueFor returns what the config holds for a slot whose file is at its target: its path relative to
// Config::pathBase, or below `root` where the profile wants absolute ones.
std::string valueFor(const profile::Profile& profile, const std::string& root, const profile::Slot& slot);

// fixedValue is one of Config::values with its placeholders filled in. In nginx's syntax blanks of the
// profile's text separate words. "{unlock}" becomes a command for a POSIX shell, each word quoted; PostgreSQL
// takes '%' for a placeholder of its own, so there it is doubled.
std::string fixedValue(const profile::Profile& profile, const std::string& root,
                       const profile::FixedValue& value);

// fitsAlphabet tells whether `path` has only characters of a profile's path alphabet.
bool fitsAlphabet(const std::string& path, const std::string& alphabet);

// masked hides the value of a line whose key names a secret.
std::string masked(const profile::Profile& profile, std::string_view line);

} // namespace certwright::plan

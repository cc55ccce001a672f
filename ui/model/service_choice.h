// Why: which services there are, and whether a folder is one of them, can be asked without a window.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/files/file_system.h"
#include "core/job/known_services.h"
#include "core/profile/load.h"

namespace certwright::model {

// ServiceOption is one profile: usable, or with the `error` that stands against it (ProfileInvalid). `name`
// is its id, or the file of a profile that cannot be read.
struct ServiceOption {
    std::string name;
    std::optional<profile::Profile> profile;
    std::optional<base::Error> error;

    bool usable() const { return !error; }
};

// serviceOptions lists the user's `own` profiles, then the shipped ones that none of them stands in for, then
// what cannot be used.
std::vector<ServiceOption> serviceOptions(const std::vector<profile::ProfileText>& own);

// recognisingFile is the file, relative to the root, by which a folder of the service is known: its config,
// or, where Certwright makes that, the first file that takes it in.
std::string recognisingFile(const profile::Profile& profile);

// RootState is what a folder is for a profile. NoConfig: recognisingFile is not in it. Unreadable: folder or
// that file may not be read. Relative: no whole path.
enum class RootState { Empty, Relative, Missing, NotFolder, NoConfig, Unreadable, Usable };

RootState judgeRoot(const files::FileReader& reader, const profile::Profile& profile,
                    const std::string& root);

} // namespace certwright::model

// Why: an earlier state comes back to the byte, except where a person has edited the config since: what is
// theirs stays.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "core/base/bytes.h"
#include "core/base/clock.h"
#include "core/files/file_system.h"
#include "core/plan/plan.h"
#include "core/plan/targets.h"
#include "core/secret/secret_access.h"

namespace certwright::plan {

// RestoreFile is one file or folder as it was. `present` tells whether it was there at all; `withheld`
// content was not kept (it held a key without encryption), then only its hash is known. `large` stands in
// place of `content` where that is too large to be held; the config is always held.
struct RestoreFile {
    std::string path;
    KeptKind kind = KeptKind::File;
    bool present = false;
    bool withheld = false;
    std::uint32_t mode = 0;
    std::string sha256;
    base::Bytes content;
    std::shared_ptr<const LargeContent> large = {};
};

// Proved says whether a state had a successful proof when it was stored.
enum class Proved { No, Yes };
// ConfigSince says whether anybody but Certwright has written into the config since a state was stored.
enum class ConfigSince { Untouched, Edited };

// RestorePoint is a whole earlier state, its contents checked; some of them are key material, which is wiped
// at the end. `id` names it for people.
struct RestorePoint {
    std::string id;
    Proved proved = Proved::No;
    ConfigSince config = ConfigSince::Untouched;
    std::vector<RestoreFile> files;

    RestorePoint() = default;
    RestorePoint(RestorePoint&&) noexcept = default;
    RestorePoint& operator=(RestorePoint&&) noexcept = default;
    RestorePoint(const RestorePoint&) = delete;
    RestorePoint& operator=(const RestorePoint&) = delete;
    ~RestorePoint();

    // find returns what is known of `path`, nullptr if nothing is.
    const RestoreFile* find(const std::string& path) const;
};

// configuresKey tells whether the state's config names a private key: otherwise there is nothing to prove.
bool configuresKey(const Site& site, const RestorePoint& point);

// planRollback works out the changes after which every path of `point` is as it was: written, removed, given
// its mode. Owners are those that an import would give. A file at one of the profile's places that the state
// did not know is removed. A folder that the state did not have stays, empty. The config gets its exact bytes
// back; if it was edited since, only the values that Certwright writes go back (ConfigMerged). Findings also:
// RollbackWithheld, RollbackUnproved (warnings), RollbackNothing (a note, then there are no changes),
// AdoptOutside for paths that are not in this service's folders any more, those of judgeTargets,
// planExchanges, judgeConfig and editConfig (merging only), RetentionPassed and those of judgeRetention,
// which are judged at `now`. With a blocker among them the plan has no changes. Fails with FileChanged if the
// config changed meanwhile. Content may be key material: wipePlan.
base::Result<Plan> planRollback(const files::FileReader& reader, const Site& site, const RestorePoint& point,
                                base::Time now, secret::SecretAccess access);

} // namespace certwright::plan

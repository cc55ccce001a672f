// Why: where things go is judged before anything goes there: a link, a second name or a foreign owner can
// turn a write into somebody else's file into a write to ours, or the other way round.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/check/finding.h"
#include "core/files/file_system.h"
#include "core/plan/plan.h"
#include "core/profile/profile.h"
#include "core/secret/secret_access.h"
#include "core/vault/vendor_library.h"

namespace certwright::plan {

// RootPolicy says whether root may write into a folder of another account: only where the person said so; all
// files then belong to that account.
enum class RootPolicy { Refuse, AsOwner };

// Site is a service at its place: `profile` must outlive it; `root` and `home` are absolute and free of
// symbolic links; `home` is empty where the profile keeps nothing there. `self` runs this; `rootOwner` and
// `homeOwner` own the folders.
struct Site {
    const profile::Profile* profile = nullptr;
    std::string root;
    std::string home;
    base::Owner self;
    base::Owner rootOwner;
    base::Owner homeOwner;
    RootPolicy rootPolicy = RootPolicy::Refuse;
    // The vendor's library, where it seals and opens here; must outlive this.
    vault::VendorLibrary* vendor = nullptr;
    // What the person said about the server block that takes the config in (FILE:LINE or a server's name).
    std::string block = {};
};

// siteOf resolves both folders. Nothing, with RootMissing in `findings`, if one is no folder. An empty `home`
// is the profile's business: RootMissing too if it keeps copies there.
std::optional<Site> siteOf(const files::FileReader& reader, const profile::Profile& profile,
                           const std::string& root, const std::string& home, check::Findings& findings);

// Target is a file that an import may write. `owner` is given where the writer is root and the folder is
// another's.
struct Target {
    Purpose purpose = Purpose::SlotFile;
    std::string slot;
    std::string path;
    std::uint32_t mode = 0;
    std::optional<base::Owner> owner;
    // Largest file that the service reads there, in octets; 0: no limit is known.
    std::uint64_t maximumSize = 0;
};

// slotTarget, configTarget (mode: that of the config), storeTarget and homeTarget name the files of a site.
Target slotTarget(const Site& site, const profile::Slot& slot);
Target configTarget(const Site& site, std::uint32_t mode);
Target storeTarget(const Site& site, Purpose purpose);
Target homeTarget(const Site& site, const profile::HomeCopy& copy);
// targetsOf lists all of them, the config last.
std::vector<Target> targetsOf(const Site& site);
// homeFolderOf is the folder of the home copies, empty if there are none.
std::string homeFolderOf(const Site& site);

// FolderTarget is a folder that must exist: with exactly `mode` where the profile says so (`exact`), else
// with that mode if it has to be made.
enum class Exactness { Exact, WhenMade };
struct FolderTarget {
    std::string path;
    std::uint32_t mode = 0700;
    Exactness exactness = Exactness::WhenMade;
    std::optional<base::Owner> owner;
};
// foldersOf lists every folder between the root (or the home folder) and the targets, outer ones first,
// without the root and the home folder themselves.
std::vector<FolderTarget> foldersOf(const Site& site);

// judgeTargets finds what stands in the way at the site's folders and files: FolderMode, FolderOwner,
// FolderWritable, TargetSymlink, TargetHardLink, TargetOwner, TargetNotRegular, RunningAsRoot,
// NeedsAsOwner, and what judgeVolume finds.
void judgeTargets(const files::FileReader& reader, const Site& site, check::Findings& findings);

// judgeVolume finds what the file system of `folder` cannot do: ReadOnlyVolume, ModelessVolume (blockers),
// NetworkVolume (a warning).
void judgeVolume(const files::FileReader& reader, const std::string& folder, check::Findings& findings);

// keptPathsOf lists everything whose state is stored with a transaction: all files that a site may hold, the
// config included, and the folders whose mode matters, as they are now. A key file that holds a key without
// encryption is transient.
std::vector<KeptPath> keptPathsOf(const files::FileReader& reader, const Site& site,
                                  secret::SecretAccess access);

// keepState fills `plan.kept` with them as they will be after the plan's changes, which must be complete: a
// key file that holds a clear key now and gets an encrypted one is stored.
void keepState(const files::FileReader& reader, const Site& site, Plan& plan, secret::SecretAccess access);

// holdsClearKey tells whether the file at `path` holds a private key without encryption; false if it cannot
// be read.
bool holdsClearKey(const files::FileReader& reader, const std::string& path, secret::SecretAccess access);

} // namespace certwright::plan

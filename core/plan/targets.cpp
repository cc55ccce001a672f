// Why: which files and folders a service's profile means at a given place.
#include "core/plan/targets.h"

#include <algorithm>

#include "core/files/path.h"

namespace certwright::plan {

namespace {

std::optional<std::string> folderAt(const files::FileReader& reader, const std::string& path) {
    const auto resolved = reader.resolve(path);
    if (!resolved)
        return std::nullopt;
    const auto info = reader.stat(*resolved, files::Links::Refuse);
    return info && info->kind == base::FileKind::Folder ? std::optional(*resolved) : std::nullopt;
}

base::Owner ownerOf(const files::FileReader& reader, const std::string& path) {
    const auto info = reader.stat(path, files::Links::Refuse);
    return info ? info->owner : base::Owner{};
}

std::optional<base::Owner> givenTo(const Site& site, base::Owner owner) {
    return site.self.user == 0 && owner.user != 0 ? std::optional(owner) : std::nullopt;
}

// The folders from below `top` down to the one that holds `path`.
std::vector<std::string> foldersBetween(const std::string& top, const std::string& path) {
    std::vector<std::string> result;
    for (std::string folder = files::parentOf(path); folder != top && files::isBelow(folder, top);
         folder = files::parentOf(folder))
        result.insert(result.begin(), folder);
    return result;
}

void addFolders(std::vector<FolderTarget>& folders, const std::vector<std::string>& paths,
                std::optional<base::Owner> owner) {
    for (const std::string& path : paths) {
        const bool known = std::any_of(folders.begin(), folders.end(),
                                       [&path](const FolderTarget& folder) { return folder.path == path; });
        if (!known)
            folders.push_back({path, 0700, Exactness::WhenMade, owner});
    }
}

} // namespace

std::optional<Site> siteOf(const files::FileReader& reader, const profile::Profile& profile,
                           const std::string& root, const std::string& home, check::Findings& findings) {
    Site site;
    site.profile = &profile;
    site.self = reader.self();
    const auto foundRoot = folderAt(reader, root);
    const auto foundHome =
        profile.homeCopies.empty() ? std::optional<std::string>{std::string{}} : folderAt(reader, home);
    if (!foundRoot)
        findings.push_back({check::Severity::Blocker, root, check::RootMissing{root}});
    if (!foundHome)
        findings.push_back({check::Severity::Blocker, home, check::RootMissing{home}});
    if (!foundRoot || !foundHome)
        return std::nullopt;
    site.root = *foundRoot;
    site.rootOwner = ownerOf(reader, site.root);
    site.home = *foundHome;
    if (!site.home.empty())
        site.homeOwner = ownerOf(reader, site.home);
    return site;
}

Target slotTarget(const Site& site, const profile::Slot& slot) {
    return {Purpose::SlotFile,
            slot.id,
            files::join(site.root, slot.target),
            slot.mode,
            givenTo(site, site.rootOwner),
            site.profile->config.maximumFileSize};
}

Target configTarget(const Site& site, std::uint32_t mode) {
    return {Purpose::Config,
            {},
            files::join(site.root, site.profile->config.path),
            mode,
            givenTo(site, site.rootOwner)};
}

Target storeTarget(const Site& site, Purpose purpose) {
    const profile::KeyStore& store = site.profile->keyStore;
    const std::string& path = purpose == Purpose::KeyStorePrimary ? store.primary : store.standby;
    return {purpose, {}, files::join(site.root, path), store.mode, givenTo(site, site.rootOwner)};
}

Target homeTarget(const Site& site, const profile::HomeCopy& copy) {
    const Purpose purpose = copy.content == profile::HomeContent::Key ? Purpose::KeyBackup : Purpose::KeyHash;
    return {
        purpose, {}, files::join(homeFolderOf(site), copy.path), copy.mode, givenTo(site, site.homeOwner)};
}

std::vector<Target> targetsOf(const Site& site) {
    std::vector<Target> targets{storeTarget(site, Purpose::KeyStorePrimary),
                                storeTarget(site, Purpose::KeyStoreStandby)};
    for (const profile::Slot& slot : site.profile->slots)
        targets.push_back(slotTarget(site, slot));
    for (const profile::HomeCopy& copy : site.profile->homeCopies)
        targets.push_back(homeTarget(site, copy));
    targets.push_back(configTarget(site, 0));
    return targets;
}

std::string homeFolderOf(const Site& site) {
    return site.home.empty() ? std::string{} : files::join(site.home, site.profile->homeFolder);
}

std::vector<FolderTarget> foldersOf(const Site& site) {
    std::vector<FolderTarget> folders;
    const auto rootOwner = givenTo(site, site.rootOwner);
    for (const profile::Folder& folder : site.profile->folders) {
        const std::string path = files::join(site.root, folder.path);
        addFolders(folders, foldersBetween(site.root, path), rootOwner);
        addFolders(folders, {path}, rootOwner);
        const auto own = std::find_if(folders.begin(), folders.end(),
                                      [&path](const FolderTarget& it) { return it.path == path; });
        own->mode = folder.mode;
        own->exactness = Exactness::Exact;
    }
    for (const Target& target : targetsOf(site)) {
        const bool atHome = target.purpose == Purpose::KeyBackup || target.purpose == Purpose::KeyHash;
        const std::string& top = atHome ? site.home : site.root;
        addFolders(folders, foldersBetween(top, target.path),
                   atHome ? givenTo(site, site.homeOwner) : rootOwner);
    }
    return folders;
}

} // namespace certwright::plan

// Why: a link, a second name or a list of other accounts lets somebody in whom no mode shows.
#include "core/prove/inspection.h"

#include <algorithm>

#include "core/files/path.h"
#include "core/plan/installed_files.h"
#include "core/plan/key_stores.h"
#include "core/prove/place_paths.h"

namespace certwright::prove {

namespace {

using check::Severity;

constexpr std::uint32_t othersMayWrite = 0022;

class PlacesJudge {
  public:
    explicit PlacesJudge(const Inspection& inspection)
        : m_inspection(inspection)
        , m_reader(inspection.reader)
        , m_profile(*inspection.place.profile)
        , m_site(siteOf(inspection.place)) {
        // Without a home folder there are no copies to be judged.
        if (m_site.home.empty())
            m_profile.homeCopies.clear();
        m_site.profile = &m_profile;
        if (const auto root = m_reader.stat(m_site.root, files::Links::Refuse))
            m_owner = root->owner;
    }

    void judge() const {
        judgeFolder(m_site.root);
        if (!m_site.home.empty() && !m_profile.homeCopies.empty())
            judgeFolder(m_site.home);
        for (const plan::FolderTarget& folder : plan::foldersOf(m_site))
            judgeFolder(folder.path);
        for (const plan::Target& target : plan::installedFiles(m_site, m_inspection.installed.configText))
            judgeFile(target);
    }

  private:
    bool isJudgedElsewhere(const std::string& folder) const {
        return std::any_of(m_profile.folders.begin(), m_profile.folders.end(),
                           [&](const auto& known) { return targetPath(m_site.root, known.path) == folder; });
    }

    void judgeOwner(const std::string& path, const base::FileInfo& info) const {
        if (info.owner.user != m_owner.user)
            m_inspection.add(Severity::Warning, path,
                             check::InstalledOwner{path, m_reader.accountName(info.owner.user),
                                                   m_reader.accountName(m_owner.user)});
    }

    void judgeList(const std::string& path) const {
        if (m_reader.hasAccessList(path).value_or(false))
            m_inspection.add(Severity::Warning, path, check::AccessList{path});
    }

    void judgeFolder(const std::string& path) const {
        const auto info = m_reader.stat(path, files::Links::Refuse);
        if (!info)
            return;
        if (info->kind == base::FileKind::Symlink) {
            m_inspection.add(Severity::Blocker, path, check::TargetSymlink{path});
        } else if (info->kind != base::FileKind::Folder) {
            m_inspection.add(Severity::Blocker, path, check::TargetNotRegular{path});
        } else {
            if ((info->mode & othersMayWrite) != 0)
                m_inspection.add(Severity::Blocker, path, check::FolderWritable{path, info->mode});
            if (!isJudgedElsewhere(path))
                judgeOwner(path, *info);
            judgeList(path);
        }
    }

    void judgeFile(const plan::Target& target) const {
        const auto info = m_reader.stat(target.path, files::Links::Refuse);
        if (!info)
            return;
        if (info->kind == base::FileKind::Symlink) {
            m_inspection.add(Severity::Blocker, target.path, check::TargetSymlink{target.path});
            return;
        }
        if (info->kind != base::FileKind::Regular) {
            m_inspection.add(Severity::Blocker, target.path, check::TargetNotRegular{target.path});
            return;
        }
        if (info->links > 1)
            m_inspection.add(Severity::Blocker, target.path, check::TargetHardLink{target.path, info->links});
        judgeList(target.path);
        const bool isConfig = target.purpose == plan::Purpose::Config;
        const bool isCopy =
            target.purpose == plan::Purpose::KeyBackup || target.purpose == plan::Purpose::KeyHash;
        if (isConfig || isCopy)
            judgeOwner(target.path, *info);
        if (isConfig && (info->mode & othersMayWrite) != 0)
            m_inspection.add(Severity::Blocker, target.path,
                             check::InstalledMode{target.path, info->mode, info->mode & ~othersMayWrite});
    }

    const Inspection& m_inspection;
    const files::FileReader& m_reader;
    profile::Profile m_profile;
    plan::Site m_site;
    base::Owner m_owner;
};

} // namespace

void inspectPlaces(const Inspection& inspection) {
    PlacesJudge(inspection).judge();
}

void inspectStoreCopies(const Inspection& inspection) {
    const plan::Site site = siteOf(inspection.place);
    if (!plan::KeyStores(inspection.reader, site).differ())
        return;
    std::erase_if(inspection.findings,
                  [](const check::Finding& finding) { return finding.body.is<check::KeyStoreRepaired>(); });
    const std::vector<std::string> paths{plan::storeTarget(site, plan::Purpose::KeyStorePrimary).path,
                                         plan::storeTarget(site, plan::Purpose::KeyStoreStandby).path};
    inspection.add(Severity::Warning, paths.front(), check::KeyStoresDiffer{paths});
}

} // namespace certwright::prove

// Why: each folder and file of a site is looked at once, without following links.
#include "core/files/path.h"
#include "core/plan/judge_file.h"
#include "core/plan/targets.h"

namespace certwright::plan {

namespace {

constexpr std::uint32_t othersMayWrite = 0022;

class TargetJudge {
  public:
    TargetJudge(const files::FileReader& reader, const Site& site, check::Findings& findings)
        : m_reader(reader)
        , m_site(site)
        , m_findings(findings) {}

    void judgeTop(const std::string& path) {
        if (const auto info = m_reader.stat(path, files::Links::Refuse)) {
            judgeFolderOwner(path, *info);
            judgeWritable(path, *info);
        }
    }

    // The service looks below the home folder of its own account; root's own would be the wrong one.
    void judgeHome() {
        if (m_site.self.user == 0 && m_site.homeOwner.user != m_site.rootOwner.user)
            block(m_site.home, check::FolderOwner{m_site.home, m_reader.accountName(m_site.homeOwner.user),
                                                  m_reader.accountName(m_site.rootOwner.user)});
    }

    void judgeFolder(const FolderTarget& folder) {
        const auto info = m_reader.stat(folder.path, files::Links::Refuse);
        if (!info)
            return;
        if (info->kind == base::FileKind::Symlink)
            block(folder.path, check::TargetSymlink{folder.path});
        else if (info->kind != base::FileKind::Folder)
            block(folder.path, check::TargetNotRegular{folder.path});
        else
            judgeExisting(folder, *info);
    }

    void judgeFile(const std::string& path) {
        const auto info = m_reader.stat(path, files::Links::Refuse);
        if (!info)
            return;
        if (info->kind == base::FileKind::Symlink) {
            block(path, check::TargetSymlink{path});
        } else if (info->kind != base::FileKind::Regular) {
            block(path, check::TargetNotRegular{path});
        } else {
            if (info->links > 1)
                block(path, check::TargetHardLink{path, info->links});
            if (!ours(info->owner))
                block(path, check::TargetOwner{path, m_reader.accountName(info->owner.user), userName()});
        }
    }

  private:
    // Root works for the owner of the service folder; anybody else for themselves.
    bool ours(base::Owner owner) const {
        return owner.user == m_site.self.user ||
               (m_site.self.user == 0 &&
                (owner.user == m_site.rootOwner.user || owner.user == m_site.homeOwner.user));
    }

    std::string userName() const { return m_reader.accountName(m_site.self.user); }

    void block(const std::string& path, check::FindingBody body) {
        m_findings.push_back({check::Severity::Blocker, path, std::move(body)});
    }

    void judgeFolderOwner(const std::string& path, const base::FileInfo& info) {
        if (!ours(info.owner))
            block(path, check::FolderOwner{path, m_reader.accountName(info.owner.user), userName()});
    }

    void judgeWritable(const std::string& path, const base::FileInfo& info) {
        if ((info.mode & othersMayWrite) != 0)
            block(path, check::FolderWritable{path, info.mode});
    }

    void judgeExisting(const FolderTarget& folder, const base::FileInfo& info) {
        judgeFolderOwner(folder.path, info);
        // Where others may write, they may also have prepared something: the mode alone does not mend that.
        judgeWritable(folder.path, info);
        const std::uint32_t wanted = m_reader.storedMode(folder.mode, base::FileKind::Folder);
        if (folder.exactness == Exactness::Exact && info.mode != wanted) {
            m_findings.push_back(
                {check::Severity::Warning, folder.path, check::FolderMode{folder.path, info.mode, wanted}});
        }
    }

    const files::FileReader& m_reader;
    const Site& m_site;
    check::Findings& m_findings;
};

} // namespace

void judgeTargets(const files::FileReader& reader, const Site& site, check::Findings& findings) {
    TargetJudge judge(reader, site, findings);
    judge.judgeTop(site.root);
    if (!site.home.empty()) {
        judge.judgeTop(site.home);
        judge.judgeHome();
    }
    for (const FolderTarget& folder : foldersOf(site))
        judge.judgeFolder(folder);
    for (const Target& target : targetsOf(site))
        judge.judgeFile(target.path);
    if (site.self.user == 0 && site.rootOwner.user != 0) {
        const std::string owner = reader.accountName(site.rootOwner.user);
        if (site.rootPolicy == RootPolicy::AsOwner)
            findings.push_back({check::Severity::Warning, site.root, check::RunningAsRoot{owner, site.root}});
        else
            findings.push_back({check::Severity::Blocker, site.root, check::NeedsAsOwner{owner, site.root}});
    }
    judgeVolume(reader, site.root, findings);
    if (!site.home.empty())
        judgeVolume(reader, site.home, findings);
}

void judgeFileAndFolders(const files::FileReader& reader, const Site& site, const std::string& path,
                         check::Findings& findings) {
    TargetJudge judge(reader, site, findings);
    for (std::string folder = files::parentOf(path); folder != site.root && files::isBelow(folder, site.root);
         folder = files::parentOf(folder))
        judge.judgeFolder({folder, 0, Exactness::WhenMade, {}});
    judge.judgeFile(path);
}

void judgeVolume(const files::FileReader& reader, const std::string& folder, check::Findings& findings) {
    const auto volume = reader.volume(folder);
    if (!volume)
        return;
    if (volume->readOnly)
        findings.push_back({check::Severity::Blocker, folder, check::ReadOnlyVolume{folder}});
    if (!volume->keepsModes)
        findings.push_back({check::Severity::Blocker, folder, check::ModelessVolume{folder, volume->kind}});
    else if (volume->reach == files::Reach::Network)
        findings.push_back({check::Severity::Warning, folder, check::NetworkVolume{folder, volume->kind}});
}

} // namespace certwright::plan

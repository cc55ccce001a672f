// Why: see rollback_planner.h.
#include "core/plan/rollback_planner.h"

#include <algorithm>
#include <map>
#include <set>

#include "core/document/parse.h"
#include "core/files/path.h"
#include "core/plan/change_list.h"
#include "core/plan/config_changes.h"
#include "core/plan/config_text.h"
#include "core/plan/exchanges.h"
#include "core/plan/import_planner.h"
#include "core/plan/inspect.h"
#include "core/plan/large_lists.h"
#include "core/plan/rollback_config.h"
#include "core/plan/server_blocks.h"

namespace certwright::plan {

namespace {

constexpr std::uint32_t fileModes = 0777;
constexpr std::uint32_t ownerEnters = 0300;

std::string configPathOf(const Site& site) {
    return files::join(site.root, site.profile->config.path);
}

class RollbackPlanner {
  public:
    RollbackPlanner(const files::FileReader& reader, const Site& site, const RestorePoint& point,
                    base::Time now, secret::SecretAccess access)
        : m_reader(reader)
        , m_site(site)
        , m_profile(*site.profile)
        , m_point(point)
        , m_now(now)
        , m_access(access)
        , m_changes(reader, access) {}

    base::Status run(Plan& plan);

  private:
    bool atHome(const std::string& path) const;
    bool inside(const std::string& path) const;
    std::optional<base::Owner> ownerOf(const std::string& path) const;
    Target targetFor(const std::string& path, std::uint32_t mode) const;
    void planFolders();
    void closeFolders();
    void planFiles(Plan& plan);
    void planFile(const RestoreFile& file, Plan& plan);
    void restoreLarge(const RestoreFile& file, const Target& target, Plan& plan);
    void withhold(const RestoreFile& file);
    void planIncludes(Plan& plan);
    void planInclude(const std::string& path, const RestoreFile* old, Plan& plan);
    void planConfig(Plan& plan);
    void judgeDates(const Plan& plan, check::Findings& findings) const;
    void keep(Plan& plan) const;
    void choosePlaces(Plan& plan) const;
    void tell(Plan& plan) const;

    const files::FileReader& m_reader;
    const Site& m_site;
    const profile::Profile& m_profile;
    const RestorePoint& m_point;
    base::Time m_now;
    secret::SecretAccess m_access;
    ChangeList m_changes;
    std::vector<FolderTarget> m_lastFolders;
    check::RollbackWithheld m_withheld;
    std::string m_configText;
    std::set<std::string> m_insertionFiles;
};

bool RollbackPlanner::atHome(const std::string& path) const {
    return !m_site.home.empty() && files::isBelow(path, homeFolderOf(m_site));
}

bool RollbackPlanner::inside(const std::string& path) const {
    return files::isBelow(path, m_site.root) || atHome(path);
}

// What the history says of owners is not followed: it lies in a folder of the very account that root may be
// working for.
std::optional<base::Owner> RollbackPlanner::ownerOf(const std::string& path) const {
    const base::Owner owner = atHome(path) ? m_site.homeOwner : m_site.rootOwner;
    return m_site.self.user == 0 && owner.user != 0 ? std::optional(owner) : std::nullopt;
}

Target RollbackPlanner::targetFor(const std::string& path, std::uint32_t mode) const {
    for (Target target : targetsOf(m_site)) {
        if (target.path != path)
            continue;
        target.mode = mode & fileModes;
        return target;
    }
    // The vendor's script may have put a file elsewhere: it belongs to the slot whose value names it.
    Target target{Purpose::SlotFile, {}, path, mode & fileModes, ownerOf(path)};
    const std::string base = files::join(m_site.root, m_profile.config.pathBase);
    for (const profile::Slot& slot : m_profile.slots) {
        const auto value = configValue(m_profile.config.format, m_configText, slot.configKey);
        if (value && !value->empty() && files::join(base, *value) == path)
            target.slot = slot.id;
    }
    return target;
}

// Outer folders first, as the map sorts them. A folder that its owner may not write in gets its mode when all
// is done.
void RollbackPlanner::planFolders() {
    std::map<std::string, FolderTarget> folders;
    for (const RestoreFile& folder : m_point.files) {
        if (folder.kind == KeptKind::Folder && folder.present && inside(folder.path))
            folders[folder.path] = {folder.path, folder.mode, Exactness::Exact, ownerOf(folder.path)};
    }
    for (const RestoreFile& file : m_point.files) {
        if (!file.present || file.withheld || !inside(file.path))
            continue;
        const std::string& top = atHome(file.path) ? m_site.home : m_site.root;
        for (std::string folder = files::parentOf(file.path); folder != top && files::isBelow(folder, top);
             folder = files::parentOf(folder))
            folders.try_emplace(folder, FolderTarget{folder, 0700, Exactness::WhenMade, ownerOf(folder)});
    }
    for (const auto& [path, folder] : folders) {
        if ((folder.mode & ownerEnters) == ownerEnters)
            m_changes.folder(folder);
        else
            m_lastFolders.push_back(folder);
    }
}

void RollbackPlanner::closeFolders() {
    for (const FolderTarget& folder : m_lastFolders)
        m_changes.folder(folder);
}

// What was withheld is compared by its hash: it may still be there.
void RollbackPlanner::withhold(const RestoreFile& file) {
    auto present = m_reader.read(file.path, document::maximumCrlSize, files::Links::Refuse);
    if (present && contentHash(*present) == file.sha256)
        m_changes.file(targetFor(file.path, file.mode), std::move(*present), {});
    else
        m_withheld.paths.push_back(file.path);
    if (present)
        base::wipe(*present);
}

void RollbackPlanner::restoreLarge(const RestoreFile& file, const Target& target, Plan& plan) {
    const auto content = file.large->open(m_reader);
    const auto about =
        content ? issuersOf(**content) : base::Result<std::string>(tl::unexpected(content.error()));
    if (about)
        return m_changes.file(target, LargeFile{file.large, file.sha256}, *about);
    const std::string code(base::errorCodeName(about.error().code));
    const std::string& path = about.error().subject;
    plan.findings.push_back(
        {check::Severity::Blocker, path, check::FileUnreadable{path, code, about.error().detail}});
}

void RollbackPlanner::planFile(const RestoreFile& file, Plan& plan) {
    const Target target = targetFor(file.path, file.mode);
    if (file.withheld) {
        withhold(file);
    } else if (file.present && file.large) {
        restoreLarge(file, target, plan);
    } else if (file.present) {
        const bool told = target.purpose == Purpose::SlotFile || target.purpose == Purpose::KeyBackup;
        m_changes.file(target, file.content, told ? aboutContent(file.content, m_access) : std::string{});
    } else {
        m_changes.remove(target);
    }
}

void RollbackPlanner::planFiles(Plan& plan) {
    const std::string config = configPathOf(m_site);
    for (const RestoreFile& file : m_point.files) {
        if (file.kind != KeptKind::File || file.path == config || m_insertionFiles.contains(file.path))
            continue;
        if (inside(file.path))
            planFile(file, plan);
        else
            plan.findings.push_back({check::Severity::Warning, file.path, check::AdoptOutside{file.path}});
    }
    // Another home folder than then: what is there is not of this state.
    const bool knowsHome =
        std::ranges::any_of(m_point.files, [this](const RestoreFile& file) { return atHome(file.path); });
    for (const Target& target : targetsOf(m_site))
        if (target.path != config && m_point.find(target.path) == nullptr &&
            (knowsHome || !atHome(target.path)))
            m_changes.remove(target);
}

// What else stands in the service's own files is theirs: only our line comes and goes.
void RollbackPlanner::planInclude(const std::string& path, const RestoreFile* old, Plan& plan) {
    const auto insertion = insertionOf(m_site);
    const auto info = m_reader.stat(path, files::Links::Refuse);
    const auto text = m_reader.read(path, config::maximumNginxSize, files::Links::Refuse);
    if (!info || !text || (old != nullptr && (!old->present || old->withheld || old->large)))
        return;
    const std::string now(base::textOf(*text));
    const std::string before =
        old != nullptr ? std::string(base::textOf(old->content)) : withoutInclude(*insertion, now);
    const std::string restored = restoredInclude(*insertion, now, before);
    m_changes.file(includeTarget(m_site, path, *info), base::toBytes(restored), {});
    plan.configDifference.push_back({'@', 0, files::relativeTo(path, m_site.root)});
    for (const auto& line : config::lineDifferences(now, restored, 1))
        plan.configDifference.push_back({line.kind, line.line, masked(m_profile, line.text)});
}

void RollbackPlanner::planIncludes(Plan& plan) {
    for (const std::string& path : m_insertionFiles)
        planInclude(path, m_point.find(path), plan);
}

// A config that is gone holds nothing of anybody's: then all of the old one comes back. A managed one that
// was not there goes, but for what a person wrote into it since.
void RollbackPlanner::planConfig(Plan& plan) {
    const std::string path = configPathOf(m_site);
    const RestoreFile* old = m_point.find(path);
    const bool wasToBeMade = old != nullptr && !old->present && !m_configText.empty() &&
                             m_profile.config.origin == profile::ConfigOrigin::Managed;
    if (old == nullptr || old->withheld || (!old->present && !wasToBeMade))
        return;
    const auto info = m_reader.stat(path, files::Links::Refuse);
    const std::string before(base::textOf(old->content));
    const auto restored = m_point.config == ConfigSince::Edited && info
                              ? mergedConfig(m_profile, path, m_configText, before, plan.findings)
                              : wholeConfig(m_profile, m_configText, before);
    if (!restored)
        return;
    if (wasToBeMade && restored->text.empty())
        m_changes.remove(targetFor(path, m_profile.config.mode));
    const std::uint32_t mode = m_point.config == ConfigSince::Edited && info ? info->mode : old->mode;
    if (!wasToBeMade || !restored->text.empty())
        m_changes.file(targetFor(path, mode), base::toBytes(restored->text), {});
    plan.configDifference = restored->difference;
    m_configText = restored->text;
}

// The certificate of the restored state is known only from its own file.
void RollbackPlanner::judgeDates(const Plan& plan, check::Findings& findings) const {
    if (!m_profile.retention || plan.changes.empty())
        return;
    const std::string& key = m_profile.retention->configKey;
    const auto value = configValue(m_profile.config.format, m_configText, key);
    const auto retention = value ? base::parseTime(*value) : std::nullopt;
    if (!retention)
        return;
    if (*retention <= m_now) {
        findings.push_back({check::Severity::Warning, key, check::RetentionPassed{*retention, m_now}});
        return;
    }
    for (const profile::Slot& slot : m_profile.slots) {
        const RestoreFile* file = m_point.find(slotTarget(m_site, slot).path);
        if (slot.kind != profile::SlotKind::ServerCertificate || file == nullptr)
            continue;
        for (const document::Item& item : document::parse(file->content, m_access).items) {
            const auto* leaf = std::get_if<document::Certificate>(&item.object);
            if (leaf != nullptr)
                return judgeRetention(m_profile, *retention, leaf->facts.notAfter, findings);
        }
    }
}

// keep lists what is stored afterwards: all that may be there now, and all that comes back. Nothing that this
// plan writes holds a key without encryption; what it replaces may.
void RollbackPlanner::keep(Plan& plan) const {
    plan.kept = keptPathsOf(m_reader, m_site, m_access);
    for (const RestoreFile& file : m_point.files) {
        const bool known =
            std::ranges::any_of(plan.kept, [&file](const KeptPath& kept) { return kept.path == file.path; });
        if (known || !inside(file.path))
            continue;
        const bool clear = holdsClearKey(m_reader, file.path, m_access);
        plan.kept.push_back({file.path, file.kind, clear ? Keeping::Transient : Keeping::Stored});
    }
    for (Change& change : plan.changes) {
        const auto kept = std::ranges::find(plan.kept, change.path, &KeptPath::path);
        if (kept == plan.kept.end() || kept->keeping != Keeping::Transient)
            continue;
        change.keeping = Keeping::Transient;
        if (change.kind == ChangeKind::WriteFile)
            kept->keeping = Keeping::Stored;
    }
}

// A home folder that is not there and not made has no part in it.
void RollbackPlanner::choosePlaces(Plan& plan) const {
    plan.areas = planAreas(m_site);
    const bool made =
        std::ranges::any_of(plan.changes, [this](const Change& change) { return atHome(change.path); });
    if (plan.areas.size() == 1 || made || m_reader.stat(plan.areas[1].base, files::Links::Refuse))
        return;
    plan.areas.resize(1);
    std::erase_if(plan.kept, [this](const KeptPath& kept) { return atHome(kept.path); });
}

void RollbackPlanner::tell(Plan& plan) const {
    const std::string& id = m_point.id;
    plan.findings.insert(plan.findings.end(), m_changes.findings().begin(), m_changes.findings().end());
    if (!m_withheld.paths.empty())
        plan.findings.push_back({check::Severity::Warning, m_withheld.paths.front(), m_withheld});
    if (check::blocks(plan.findings))
        return;
    if (plan.changes.empty())
        plan.findings.push_back({check::Severity::Note, id, check::RollbackNothing{id}});
    else if (m_point.proved == Proved::No && configuresKey(m_site, m_point))
        plan.findings.push_back({check::Severity::Warning, id, check::RollbackUnproved{id}});
}

base::Status RollbackPlanner::run(Plan& plan) {
    const auto text = m_reader.read(configPathOf(m_site), document::maximumFileSize, files::Links::Refuse);
    if (text)
        m_configText = std::string(base::textOf(*text));
    const std::string seen = m_configText;
    for (const InsertionFile& file : insertionFiles(m_reader, m_site, plan.findings))
        m_insertionFiles.insert(file.path);
    planFolders();
    planFiles(plan);
    closeFolders();
    planConfig(plan);
    planIncludes(plan);
    plan.changes = m_changes.takeChanges();
    keep(plan);
    choosePlaces(plan);
    tell(plan);
    judgeDates(plan, plan.findings);
    if (text && !configUnchanged(plan, seen))
        return base::failure(base::ErrorCode::FileChanged, configPathOf(m_site));
    return {};
}

} // namespace

RestorePoint::~RestorePoint() {
    for (RestoreFile& file : files)
        base::wipe(file.content);
}

const RestoreFile* RestorePoint::find(const std::string& path) const {
    const auto found = std::ranges::find(files, path, &RestoreFile::path);
    return found == files.end() ? nullptr : &*found;
}

bool configuresKey(const Site& site, const RestorePoint& point) {
    const RestoreFile* config = point.find(configPathOf(site));
    if (config == nullptr)
        return false;
    const std::string base = files::join(site.root, site.profile->config.pathBase);
    return std::ranges::any_of(site.profile->slots, [&](const profile::Slot& slot) {
        const auto value =
            configValue(site.profile->config.format, base::textOf(config->content), slot.configKey);
        if (slot.kind != profile::SlotKind::PrivateKey || (value && value->empty()))
            return false;
        if (!value)
            return true;
        // Shipped configs hold placeholders: a file in the service folder that was not there is no key.
        const std::string path = files::join(base, *value);
        const RestoreFile* named = point.find(path);
        const RestoreFile* file = named != nullptr ? named : point.find(slotTarget(site, slot).path);
        return file != nullptr ? file->present : !files::isBelow(path, site.root);
    });
}

base::Result<Plan> planRollback(const files::FileReader& reader, const Site& site, const RestorePoint& point,
                                base::Time now, secret::SecretAccess access) {
    Plan plan;
    plan.operation = Operation::Rollback;
    plan.restores = point.id;
    plan.service = site.profile->id;
    plan.root = site.root;
    judgeTargets(reader, site, plan.findings);
    if (auto done = RollbackPlanner(reader, site, point, now, access).run(plan); !done) {
        wipePlan(plan);
        return tl::unexpected(done.error());
    }
    if (check::blocks(plan.findings)) {
        wipePlan(plan);
        plan.changes.clear();
    }
    planExchanges(reader, site, plan);
    if (!plan.changes.empty())
        judgeSpace(reader, plan);
    check::sortWorstFirst(plan.findings);
    return plan;
}

} // namespace certwright::plan

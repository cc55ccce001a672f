// Why: see repair_planner.h.
#include "core/plan/repair_planner.h"

#include <algorithm>

#include "core/document/parse.h"
#include "core/files/path.h"
#include "core/plan/config_changes.h"
#include "core/plan/config_text.h"
#include "core/plan/import_planner.h"
#include "core/plan/installed_files.h"
#include "core/plan/large_content.h"
#include "core/plan/large_lists.h"
#include "core/plan/leftovers.h"
#include "core/plan/repair_steps.h"

namespace certwright::plan {

namespace {

constexpr std::uint32_t othersMayWrite = 0022;
constexpr std::uint32_t leftoverMode = 0600;

// judgeSite finds what concerns the folder as a whole; what stands at single places is a repair's own work.
void judgeSite(const files::FileReader& reader, const Site& site, check::Findings& findings) {
    check::Findings all;
    judgeTargets(reader, site, all);
    for (check::Finding& finding : all) {
        const bool top = finding.subject == site.root || (!site.home.empty() && finding.subject == site.home);
        if (top && !finding.body.is<check::FolderWritable>())
            findings.push_back(std::move(finding));
    }
}

bool isStore(Purpose purpose) {
    return purpose == Purpose::KeyStorePrimary || purpose == Purpose::KeyStoreStandby;
}

} // namespace

RepairPlanner::RepairPlanner(const files::FileReader& reader, const Site& site, const RepairSource& source,
                             base::RandomSource& random, secret::SecretAccess access, Plan& plan)
    : m_reader(reader)
    , m_site(site)
    , m_profile(*site.profile)
    , m_source(source)
    , m_random(random)
    , m_access(access)
    , m_plan(plan)
    , m_ground(reader, site, plan.areas)
    , m_stores(reader, site)
    , m_changes(reader, access) {}

RepairPlanner::~RepairPlanner() {
    for (auto& [path, content] : m_contents)
        base::wipe(content);
    base::wipe(m_keyContent);
}

void RepairPlanner::addFolders() {
    for (const FolderTarget& folder : m_ground.folders())
        m_changes.folder(folder);
    for (const auto& [path, content] : m_contents) {
        const auto missing = m_ground.missingFolder(path);
        if (missing && m_madeFolders.insert(missing->path).second)
            m_changes.folder(*missing);
    }
}

// counts: a file that no value names is not the service's; where the config says nothing, all are.
bool RepairPlanner::counts(const Target& target) const {
    const profile::Slot* slot = m_profile.slot(target.slot);
    if (target.purpose != Purpose::SlotFile || slot == nullptr)
        return true;
    const auto value = m_before ? configValue(m_profile.config.format, m_text, slot->configKey)
                                : base::Result<std::string>(std::string{"unknown"});
    return !value || !value->empty();
}

std::uint32_t RepairPlanner::wantedMode(const Target& target, const base::FileInfo& info) const {
    return target.purpose == Purpose::Config ? info.mode & ~othersMayWrite : target.mode;
}

bool RepairPlanner::needsNewFile(const Target& target, const base::FileInfo& info) const {
    const bool foreign = target.owner && target.owner->user != info.owner.user;
    if (foreign || info.links > 1)
        return true;
    // A new file below a folder with a list of its own would get one again.
    const auto listed = [this](const std::string& path) {
        return m_reader.hasAccessList(path).value_or(false);
    };
    return listed(target.path) && !listed(m_site.root) && !listed(files::parentOf(target.path));
}

void RepairPlanner::addFile(Target target) {
    const auto given = m_contents.find(target.path);
    const bool vendors = isStore(target.purpose) && m_stores.foreign() && given == m_contents.end();
    if (!counts(target) || vendors || !m_ground.mayWrite(target.path))
        return;
    target.owner = m_ground.ownerOf(target.path);
    const auto info = m_reader.stat(target.path, files::Links::Refuse);
    if (info)
        target.mode = wantedMode(target, *info);
    if (given != m_contents.end()) {
        const std::string about = aboutContent(given->second, m_access);
        m_changes.renew(target, std::move(given->second), about);
        m_contents.erase(given);
    } else if (info && needsNewFile(target, *info)) {
        if (const auto list = largeAt(m_reader, target.path))
            if (auto present = presentFile(target.path, m_reader))
                return m_changes.renew(target, std::move(*present), list->about);
        auto content = m_reader.read(target.path, document::maximumCrlSize, files::Links::Refuse);
        if (!content)
            return;
        const std::string about = aboutContent(*content, m_access);
        // A key without encryption is not written a second time, whatever else is wrong with it.
        if (holdsClearKey(*content, m_access))
            base::wipe(*content);
        else
            m_changes.renew(target, std::move(*content), about);
    } else if (info && info->mode != target.mode) {
        m_changes.mode(target);
    }
}

void RepairPlanner::addFiles() {
    for (Target& target : installedFiles(m_site, m_text)) {
        const bool atHome = target.purpose == Purpose::KeyBackup || target.purpose == Purpose::KeyHash;
        if (target.purpose != Purpose::Config && (!atHome || !m_site.home.empty()))
            addFile(std::move(target));
    }
}

void RepairPlanner::addLeftovers() {
    for (const Leftover& leftover : readableLeftovers(m_reader, m_site, m_text, m_access)) {
        // A second name may be somebody else's file.
        if (leftover.info.links == 1 && m_ground.mayWrite(leftover.path))
            m_changes.mode(
                {Purpose::Leftover, {}, leftover.path, leftoverMode, m_ground.ownerOf(leftover.path)});
    }
}

base::Status RepairPlanner::run() {
    readConfig();
    mendKeyStores();
    if (auto mended = mendKey(); !mended)
        return mended;
    mendHomeCopies();
    addFolders();
    addFiles();
    addLeftovers();
    if (m_before && *m_before != m_text)
        give(configTarget(m_site, 0).path, base::toBytes(m_text));
    addFile(configTarget(m_site, 0));
    m_plan.changes = m_changes.takeChanges();
    if (m_before) {
        m_plan.configDifference = differenceOf(m_profile, *m_before, m_text);
        if (!configUnchanged(m_plan, *m_before))
            return base::failure(base::ErrorCode::FileChanged, configTarget(m_site, 0).path);
    }
    m_plan.findings.insert(m_plan.findings.end(), m_changes.findings().begin(), m_changes.findings().end());
    return {};
}

base::Result<Plan> planRepair(const files::FileReader& reader, const Site& site, const RepairSource& source,
                              base::RandomSource& random, secret::SecretAccess access) {
    Plan plan;
    plan.operation = Operation::Repair;
    plan.service = site.profile->id;
    plan.root = site.root;
    plan.areas = planAreas(site);
    judgeSite(reader, site, plan.findings);
    if (auto done = RepairPlanner(reader, site, source, random, access, plan).run(); !done) {
        wipePlan(plan);
        return tl::unexpected(done.error());
    }
    keepState(reader, site, plan, access);
    judgeSpace(reader, plan);
    check::sortWorstFirst(plan.findings);
    return plan;
}

} // namespace certwright::plan

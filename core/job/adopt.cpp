// Why: see adopt.h.
#include "core/job/adopt.h"

#include <algorithm>

#include "core/apply/history.h"
#include "core/files/path.h"
#include "core/plan/config_text.h"
#include "core/plan/import_planner.h"
#include "core/prove/verify.h"

namespace certwright::job {

namespace {

using check::Severity;

constexpr std::string_view sealPrefix = "cw1.";

// What only says that a file itself is odd; everything else that judgeTargets blocks for would make the
// stored state worthless or unsafe.
bool isFileFault(const check::Finding& finding, const std::vector<plan::Target>& targets) {
    const bool odd = finding.body.is<check::TargetSymlink, check::TargetNotRegular, check::TargetHardLink>();
    return odd && std::ranges::any_of(targets, [&finding](const plan::Target& target) {
               return target.path == finding.subject;
           });
}

void addOnce(check::Findings& findings, const check::Finding& finding) {
    const bool known = std::ranges::any_of(findings, [&finding](const check::Finding& other) {
        return other.subject == finding.subject && check::codeOf(other) == check::codeOf(finding);
    });
    if (!known)
        findings.push_back(finding);
}

check::Finding asWarning(check::Finding finding) {
    if (finding.severity == Severity::Blocker)
        finding.severity = Severity::Warning;
    return finding;
}

void judgePlaces(const files::FileReader& reader, const plan::Site& site, check::Findings& findings) {
    check::Findings found;
    plan::judgeTargets(reader, site, found);
    const auto targets = plan::targetsOf(site);
    for (const check::Finding& finding : found)
        addOnce(findings, isFileFault(finding, targets) ? asWarning(finding) : finding);
    static_cast<void>(plan::readConfig(reader, *site.profile, site.root, findings));
}

void findOutside(const files::FileReader& reader, const prove::Installed& installed, const std::string& root,
                 check::Findings& findings) {
    for (const auto& [slot, file] : installed.files) {
        const auto resolved = reader.resolve(file.path);
        if (!files::isBelow(resolved ? *resolved : file.path, root))
            addOnce(findings, {Severity::Warning, file.path, check::AdoptOutside{file.path}});
    }
}

// Only regular files in folders that are there have a content that can be stored; the others were told of.
std::vector<plan::KeptPath> storable(const files::FileReader& reader, const std::vector<plan::Area>& areas,
                                     std::vector<plan::KeptPath> kept) {
    std::erase_if(kept, [&](const plan::KeptPath& path) {
        if (std::ranges::none_of(
                areas, [&path](const plan::Area& area) { return files::isBelow(path.path, area.base); }))
            return true;
        const auto info = reader.stat(path.path, files::Links::Refuse);
        const auto wanted =
            path.kind == plan::KeptKind::Folder ? base::FileKind::Folder : base::FileKind::Regular;
        return info && info->kind != wanted;
    });
    return kept;
}

} // namespace

base::Status AdoptJob::look(const plan::Site& site, plan::Plan& plan) {
    const files::FileReader& reader = environment().fileSystem;
    judgePlaces(reader, site, plan.findings);
    if (check::blocks(plan.findings))
        return {};
    const auto installed = prove::readInstalled(reader, place());
    if (installed) {
        findOutside(reader, *installed, site.root, plan.findings);
        const bool vendors = site.vendor != nullptr && !installed->sealedPassphrase.empty();
        if (vendors || installed->sealedPassphrase.starts_with(sealPrefix))
            m_demand = ProofDemand::Reported;
    }
    const auto verification = prove::verify(reader, place(), environment().judgedAt, environment().access);
    if (!verification)
        return tl::unexpected(verification.error());
    for (const check::Finding& finding : verification->findings)
        addOnce(plan.findings, asWarning(finding));
    plan.areas = plan::planAreas(site);
    if (plan.areas.size() > 1 && !reader.stat(plan.areas[1].base, files::Links::Refuse))
        plan.areas.resize(1);
    plan.kept = storable(reader, plan.areas, plan::keptPathsOf(reader, site, environment().access));
    for (const plan::KeptPath& kept : plan.kept)
        if (kept.keeping == plan::Keeping::Transient)
            addOnce(plan.findings, {Severity::Warning, kept.path, check::AdoptClearKey{kept.path}});
    plan::judgeSpace(reader, plan);
    return {};
}

base::Result<plan::Plan> AdoptJob::makePlan(const plan::Site& site) {
    m_demand = ProofDemand::None;
    plan::Plan plan;
    plan.operation = plan::Operation::Adopt;
    plan.service = site.profile->id;
    plan.root = site.root;
    const auto history = apply::historyOf(environment().fileSystem, plan::stateFolderOf(site.root));
    if (!history)
        return tl::unexpected(history.error());
    if (!history->entries.empty()) {
        const std::string& id = history->entries.front().id;
        plan.findings.push_back({Severity::Note, id, check::AdoptedAlready{id}});
        return plan;
    }
    if (auto looked = look(site, plan); !looked)
        return tl::unexpected(looked.error());
    check::sortWorstFirst(plan.findings);
    return plan;
}

} // namespace certwright::job

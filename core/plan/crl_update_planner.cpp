// Why: see crl_update_planner.h.
#include "core/plan/crl_update_planner.h"

#include <algorithm>

#include "core/check/check.h"
#include "core/document/encode.h"
#include "core/files/path.h"
#include "core/plan/change_list.h"
#include "core/plan/config_changes.h"
#include "core/plan/config_text.h"
#include "core/plan/crl_order.h"
#include "core/plan/crl_sorting.h"
#include "core/plan/import_planner.h"
#include "core/plan/inspect.h"
#include "core/plan/material.h"

namespace certwright::plan {

namespace {

using check::Severity;
using profile::SlotKind;

template <typename... Bodies> bool isOneOf(const check::Finding& finding) {
    return (finding.body.is<Bodies>() || ...);
}

bool isAboutLists(const check::Finding& finding) {
    return isOneOf<check::CrlExpired, check::CrlNotYetValid, check::CrlExpiresSoon, check::CrlNoNextUpdate,
                   check::CrlConverted, check::CrlWrongIssuer, check::CrlSignatureInvalid,
                   check::IssuerNoCrlSign, check::Revoked, check::CertificateOnHold>(finding) ||
           isOneOf<check::CrlDelta, check::CrlScope, check::CrlSomeReasons, check::CrlCriticalExtension,
                   check::CrlNumber, check::CrlForm, check::CrlIndirect, check::CrlRepeatedEntry,
                   check::CrlSignerUnknown, check::CrlNotSearched>(finding);
}

class CrlUpdatePlanner {
  public:
    CrlUpdatePlanner(const files::FileReader& reader, const Site& site, const CrlUpdateSource& source,
                     const std::string& configText, secret::SecretAccess access)
        : m_reader(reader)
        , m_site(site)
        , m_profile(*site.profile)
        , m_source(source)
        , m_configText(configText)
        , m_installed(reader, site, configText, access)
        , m_changes(reader, access) {}

    base::Status run(Plan& plan);

  private:
    void planSlot(const profile::Slot& slot, const std::vector<Place>& places);
    bool mayBeUpdated(const InstalledSlot& installed);
    bool isNews(const check::SourcedCrl& brought, const std::vector<check::SourcedCrl>& installed);
    void write(const profile::Slot& slot, const std::vector<check::SourcedCrl>& lists);
    void judgeLists(const SortedCrls& sorted);
    check::Material materialFor(const SortedCrls& sorted) const;
    void judgeCas(const SortedCrls& sorted);
    void judgeDeletion();
    base::Status writeConfig(Plan& plan);
    void place(Plan& plan);
    std::vector<check::SourcedCrl> broughtFor(const std::vector<Place>& places) const;
    void tell(Severity severity, const std::string& subject, check::FindingBody body) {
        m_findings.push_back({severity, subject, std::move(body)});
    }

    const files::FileReader& m_reader;
    const Site& m_site;
    const profile::Profile& m_profile;
    const CrlUpdateSource& m_source;
    const std::string& m_configText;
    InstalledObjects m_installed;
    ChangeList m_changes;
    std::vector<config::Setting> m_settings;
    check::Findings m_findings;
};

std::vector<check::SourcedCrl> CrlUpdatePlanner::broughtFor(const std::vector<Place>& places) const {
    std::vector<check::SourcedCrl> result;
    for (const Place place : places) {
        const LoadedFile& file = m_source.loaded.files[place.file];
        const document::Item& item = file.items[place.item];
        result.push_back({*crlAt(m_source.loaded, place), file.source.path, item.encoding, item.container});
    }
    return result;
}

// mayBeUpdated holds the slot to the service's rule, and the config to where the file will be.
bool CrlUpdatePlanner::mayBeUpdated(const InstalledSlot& installed) {
    const profile::Slot& slot = *installed.slot;
    const bool missing = installed.configured.empty() ||
                         (installed.error && installed.error->code == base::ErrorCode::FileNotFound);
    const std::string wanted = valueFor(m_profile, m_site.root, slot);
    if (missing && m_profile.crlUpdate.needsConfigured) {
        tell(Severity::Blocker, slot.id, check::CrlNotConfigured{slot.id, slot.configKey});
        return false;
    }
    if (!installed.configured.empty() && installed.path != slotTarget(m_site, slot).path) {
        tell(Severity::Blocker, slot.configKey,
             check::InstalledNotConfigured{slot.configKey, installed.configured, wanted});
        return false;
    }
    if (installed.configured.empty())
        m_settings.push_back({slot.configKey, wanted});
    // A file that is there and cannot be read is told where the change is made.
    return true;
}

bool CrlUpdatePlanner::isNews(const check::SourcedCrl& brought,
                              const std::vector<check::SourcedCrl>& installed) {
    const document::CrlFacts& facts = brought.crl.facts;
    const document::CrlFacts* newest = nullptr;
    for (const check::SourcedCrl& present : installed) {
        if (!isSameList(present.crl, brought.crl))
            continue;
        if (isSameVersion(present.crl, brought.crl)) {
            tell(Severity::Note, brought.path, check::CrlSame{facts.issuer.text});
            return false;
        }
        if (newest == nullptr || isOlder(*newest, present.crl.facts))
            newest = &present.crl.facts;
    }
    if (newest != nullptr && isOlder(facts, *newest)) {
        const bool allowed = m_source.older == OlderLists::Allow;
        tell(allowed ? Severity::Warning : Severity::Blocker, brought.path,
             check::CrlOlder{facts.issuer.text, decimalNumber(facts), decimalNumber(*newest),
                             facts.thisUpdate, newest->thisUpdate});
    }
    return true;
}

void CrlUpdatePlanner::planSlot(const profile::Slot& slot, const std::vector<Place>& places) {
    const InstalledSlot* installed = m_installed.slotOf(SlotKind::Crl, slot.trust);
    if (installed == nullptr || !mayBeUpdated(*installed))
        return;
    const std::vector<check::SourcedCrl> present = crlsOf(*installed);
    std::vector<check::SourcedCrl> lists = present;
    bool changed = false;
    for (const check::SourcedCrl& brought : broughtFor(places)) {
        if (!isNews(brought, present))
            continue;
        changed = true;
        const auto older = [&](const check::SourcedCrl& list) { return isSameList(list.crl, brought.crl); };
        const auto first = std::ranges::find_if(lists, older);
        if (first == lists.end()) {
            lists.push_back(brought);
            continue;
        }
        *first = brought;
        lists.erase(std::remove_if(std::next(first), lists.end(), older), lists.end());
    }
    if (changed)
        write(slot, lists);
}

void CrlUpdatePlanner::write(const profile::Slot& slot, const std::vector<check::SourcedCrl>& lists) {
    SlotContent content;
    for (const check::SourcedCrl& list : lists) {
        content.large.push_back(partOf(list));
        content.about += (content.about.empty() ? "" : "; ") + list.crl.facts.issuer.text;
    }
    if (auto text = textOf(content.large)) {
        content.pem = std::move(*text);
        content.large.clear();
    }
    Target target = slotTarget(m_site, slot);
    // "Same owner" (SERVICES.md section 1): root can keep it, everybody else has it anyway.
    const auto info = m_reader.stat(target.path, files::Links::Refuse);
    if (info && m_site.self.user == 0)
        target.owner = info->owner;
    m_changes.file(target, content);
    tell(Severity::Note, slot.id, check::CrlReadAtStart{slot.id});
}

check::Material CrlUpdatePlanner::materialFor(const SortedCrls& sorted) const {
    check::Material material;
    const std::string& own = m_installed.serverTrust();
    if (const InstalledSlot* chain = m_installed.slotOf(SlotKind::ServerCertificate, own)) {
        material.pool = certificatesOf(*chain);
        if (!material.pool.empty()) {
            material.leaf = material.pool.front();
            material.pool.erase(material.pool.begin());
        }
    }
    for (const auto& [id, places] : sorted.slots) {
        const profile::Slot* slot = m_profile.slot(id);
        const InstalledSlot* ca = m_installed.slotOf(SlotKind::CaCertificate, slot->trust);
        if (ca == nullptr)
            continue;
        if (slot->trust == own) {
            material.cas = certificatesOf(*ca);
            material.crls = broughtFor(places);
        } else {
            material.pairs.push_back({ca->slot->id, certificatesOf(*ca), broughtFor(places)});
        }
    }
    return material;
}

// judgeLists asks the rules that an import asks, of the new lists and what is installed around them.
void CrlUpdatePlanner::judgeLists(const SortedCrls& sorted) {
    const check::Material material = materialFor(sorted);
    const auto verdict = check::check(material, policyOf(m_profile, std::nullopt), m_source.now);
    for (const check::Finding& finding : verdict.findings) {
        const auto* revoked = finding.body.as<check::Revoked>();
        const auto* held = finding.body.as<check::CertificateOnHold>();
        if (revoked != nullptr && revoked->role == "server")
            tell(
                Severity::Blocker, finding.subject,
                check::CrlRevokesServer{revoked->name, revoked->serial, revoked->revokedAt, revoked->reason});
        else if (held != nullptr && held->role == "server")
            tell(Severity::Blocker, finding.subject,
                 check::CrlRevokesServer{held->name, held->serial, held->since, "certificateHold"});
        else if (isAboutLists(finding))
            m_findings.push_back(finding);
    }
}

// judgeCas tells why no list can be judged: without its CA anybody's would do.
void CrlUpdatePlanner::judgeCas(const SortedCrls& sorted) {
    for (const InstalledSlot& crl : m_installed.slots()) {
        const bool concerned =
            crl.slot->trust == m_installed.serverTrust() || inUse(crl) || sorted.slots.contains(crl.slot->id);
        if (crl.slot->kind != SlotKind::Crl || !concerned)
            continue;
        const InstalledSlot* ca = m_installed.slotOf(SlotKind::CaCertificate, crl.slot->trust);
        if (ca != nullptr && certificatesOf(*ca).empty()) {
            const std::string path = ca->path.empty() ? slotTarget(m_site, *ca->slot).path : ca->path;
            tell(Severity::Blocker, path, check::InstalledMissing{path, ca->slot->id});
        }
    }
}

void CrlUpdatePlanner::judgeDeletion() {
    if (!m_profile.retention)
        return;
    const std::string& key = m_profile.retention->configKey;
    const auto value = configValue(m_profile.config.format, m_configText, key);
    const auto until = value ? base::parseTime(*value) : std::nullopt;
    if (!until)
        return;
    if (*until <= m_source.now)
        tell(Severity::Warning, key, check::RetentionPassed{*until, m_source.now});
    else if (const document::Certificate* leaf = m_installed.leaf())
        judgeRetention(m_profile, *until, leaf->facts.notAfter, m_findings);
}

base::Status CrlUpdatePlanner::writeConfig(Plan& plan) {
    if (m_settings.empty())
        return {};
    const std::string path = files::join(m_site.root, m_profile.config.path);
    const auto mode = configMode(m_reader, m_profile, m_site.root);
    if (!mode)
        return tl::unexpected(mode.error());
    const auto edited = editConfig(m_profile, path, m_configText, m_settings, m_findings);
    if (!edited)
        return {};
    judgeEdited(m_profile.config, path, edited->text, m_findings);
    m_changes.file(configTarget(m_site, *mode), base::toBytes(edited->text), {});
    plan.configDifference = edited->difference;
    return {};
}

// place follows the service's rule on how a list is replaced, and says what a reader can meet.
void CrlUpdatePlanner::place(Plan& plan) {
    if (m_profile.crlUpdate.placement != profile::CrlPlacement::RemoveFirst)
        return;
    int count = 0;
    std::string folder;
    for (Change& change : plan.changes) {
        if (change.kind != ChangeKind::WriteFile || change.purpose != Purpose::SlotFile || !change.before)
            continue;
        change.placement = Placement::RemoveFirst;
        folder = files::parentOf(change.path);
        ++count;
    }
    if (count > 0)
        tell(Severity::Note, folder, check::SwapStepwise{folder, count, "rule"});
}

base::Status CrlUpdatePlanner::run(Plan& plan) {
    SortedCrls sorted = sortCrls(m_source.loaded, m_profile, m_installed);
    m_findings = std::move(sorted.findings);
    judgeCas(sorted);
    for (const profile::Slot& slot : m_profile.slots)
        if (const auto chosen = sorted.slots.find(slot.id); chosen != sorted.slots.end())
            planSlot(slot, chosen->second);
    judgeLists(sorted);
    judgeDeletion();
    if (auto written = writeConfig(plan); !written)
        return written;
    plan.changes = m_changes.takeChanges();
    place(plan);
    plan.findings.insert(plan.findings.end(), m_findings.begin(), m_findings.end());
    plan.findings.insert(plan.findings.end(), m_changes.findings().begin(), m_changes.findings().end());
    if (!configUnchanged(plan, m_configText))
        return base::failure(base::ErrorCode::FileChanged, files::join(m_site.root, m_profile.config.path));
    return {};
}

// dropChanges also takes back what was said of changes that will not be made.
void dropChanges(Plan& plan) {
    wipePlan(plan);
    plan.changes.clear();
    plan.configDifference.clear();
    std::erase_if(plan.findings, [](const check::Finding& finding) {
        return isOneOf<check::CrlReadAtStart, check::SwapStepwise>(finding);
    });
}

} // namespace

base::Result<Plan> planCrlUpdate(const files::FileReader& reader, const Site& site,
                                 const CrlUpdateSource& source, secret::SecretAccess access) {
    const profile::Profile& profile = *site.profile;
    if (std::ranges::none_of(profile.slots, [](const auto& slot) { return slot.kind == SlotKind::Crl; }))
        return base::failure(base::ErrorCode::NotSupported, profile.id);
    Plan plan;
    plan.operation = Operation::CrlUpdate;
    plan.service = profile.id;
    plan.root = site.root;
    plan.areas = planAreas(site);
    plan.findings = source.loaded.findings;
    judgeTargets(reader, site, plan.findings);
    if (const auto text = readConfig(reader, profile, site.root, plan.findings)) {
        judgeConfig(profile, files::join(site.root, profile.config.path), *text, {}, plan.findings);
        if (auto planned = CrlUpdatePlanner(reader, site, source, *text, access).run(plan); !planned) {
            wipePlan(plan);
            return tl::unexpected(planned.error());
        }
    }
    keepState(reader, site, plan, access);
    judgeSpace(reader, plan);
    if (check::blocks(plan.findings))
        dropChanges(plan);
    check::sortWorstFirst(plan.findings);
    // Nothing is worse than locking the server itself out.
    std::stable_partition(plan.findings.begin(), plan.findings.end(),
                          [](const auto& finding) { return isOneOf<check::CrlRevokesServer>(finding); });
    return plan;
}

} // namespace certwright::plan

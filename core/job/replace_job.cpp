// Why: see replace_job.h.
#include "core/job/replace_job.h"

#include <algorithm>
#include <set>

#include "core/document/parse.h"
#include "core/files/path.h"
#include "core/plan/config_text.h"
#include "core/plan/inspect.h"
#include "core/plan/material.h"
#include "core/plan/vendor_findings.h"

namespace certwright::job {

namespace {

using base::ErrorCode;
using check::Severity;
using profile::SlotKind;
using prove::KeyFault;

// keyFault is what stands against using the installed key; nothing if it opens, or if its file or its key
// stores are told of elsewhere.
std::optional<check::FindingBody> keyFault(const prove::OpenedKey& opened, const std::string& configKey) {
    const base::Error& error = opened.error;
    switch (opened.fault) {
    case KeyFault::None:
    case KeyFault::NoFile:
    case KeyFault::VendorAbsent:
        break;
    case KeyFault::Vendor:
        return plan::findingOf(*opened.vendorFault).body;
    case KeyFault::KeyStore:
        if (error.code != ErrorCode::KeyStoreMissing)
            break;
        [[fallthrough]];
    case KeyFault::NotSealed:
    case KeyFault::Seal:
        return check::InstalledSeal{configKey, std::string(base::errorCodeName(error.code)), error.detail};
    case KeyFault::NoKey:
        return check::InstalledUnreadable{error.subject, "key", error.detail};
    case KeyFault::Unencrypted:
        return check::KeyUnencrypted{error.subject};
    case KeyFault::Passphrase:
        return check::InstalledPassphrase{error.subject};
    }
    return std::nullopt;
}

const profile::Slot* slotOfKind(const profile::Profile& profile, SlotKind kind) {
    const auto found = std::ranges::find(profile.slots, kind, &profile::Slot::kind);
    return found == profile.slots.end() ? nullptr : &*found;
}

plan::LoadedFile loadedFile(const prove::InstalledFile& installed, const files::FileReader& reader,
                            secret::SecretAccess access) {
    plan::LoadedFile file;
    file.source.path = installed.path;
    file.source.info = *installed.info;
    file.source.target = *installed.info;
    file.source.ownerName = reader.accountName(installed.info->owner.user);
    if (!installed.lists) {
        file.items = document::parse(*installed.content, access).items;
        return file;
    }
    for (const document::Item& item : installed.lists->items)
        if (const auto* crl = std::get_if<document::Crl>(&item.object))
            file.items.push_back({document::Object(*crl), item.encoding, item.container, item.line});
    return file;
}

std::vector<document::CertificateFacts>
certificatesIn(const prove::Installed& installed, const profile::Slot& slot, secret::SecretAccess access) {
    std::vector<document::CertificateFacts> result;
    for (const document::Item& item : document::parse(*installed.files.at(slot.id).content, access).items)
        if (const auto* certificate = std::get_if<document::Certificate>(&item.object))
            result.push_back(certificate->facts);
    return result;
}

bool hasContent(const prove::Installed& installed, const profile::Slot* slot) {
    const auto file = slot != nullptr ? installed.files.find(slot->id) : installed.files.end();
    return file != installed.files.end() && file->second.isRead();
}

} // namespace

// Situation is everything that one call of plan() works out, in the order in which it does.
struct ReplaceJob::Situation {
    const plan::Site& site;
    const profile::Profile& profile;
    check::Findings findings;
    prove::Installed installed;
    prove::OpenedKey opened;
    ImportSources sources;
    check::Material material;
    check::ServerPath path;

    Situation(const plan::Site& place, const profile::Profile& service)
        : site(place)
        , profile(service) {}
    Situation(const Situation&) = delete;
    Situation& operator=(const Situation&) = delete;
    // The installed key may not be encrypted.
    ~Situation() {
        for (auto& [slot, file] : installed.files)
            if (file.content)
                base::wipe(*file.content);
    }

    bool keyBrought() const {
        const profile::Slot* slot = slotOfKind(profile, SlotKind::PrivateKey);
        return slot != nullptr && sources.brought(slot->id);
    }

    // The very key that is installed is no new key, as long as the service can open it.
    const document::PrivateKey* newKey() const {
        const auto* key = keyBrought() ? sources.openedKey(profile) : nullptr;
        const bool same = key != nullptr && opened.fault == KeyFault::None && opened.facts &&
                          opened.facts->publicKeyInfo == key->facts.publicKeyInfo;
        return same ? nullptr : key;
    }
};

ReplaceJob::ReplaceJob(Environment environment, ReplaceRequest request, PasswordSource& passwords)
    : PlannedJob(std::move(environment),
                 {request.brought.service, request.brought.root, request.brought.home})
    , m_request(std::move(request))
    , m_passwords(passwords) {}

ReplaceJob::~ReplaceJob() = default;

// readInstalled tells, with blockers, where there is nothing to start from.
bool ReplaceJob::readInstalled(Situation& situation) {
    const files::FileReader& reader = environment().fileSystem;
    const profile::Profile& profile = situation.profile;
    const auto text = plan::readConfig(reader, profile, situation.site.root, situation.findings);
    if (!text)
        return false;
    auto installed = prove::readInstalled(reader, place());
    if (!installed) {
        const base::Error& error = installed.error();
        const std::string path = files::join(situation.site.root, profile.config.path);
        plan::judgeConfig(profile, path, *text, {}, situation.findings);
        if (!check::blocks(situation.findings))
            situation.findings.push_back(
                {Severity::Blocker, path, check::ConfigUneditable{path, error.subject, error.detail, {}}});
        return false;
    }
    situation.installed = std::move(*installed);
    const auto there = [&](SlotKind kind) {
        return hasContent(situation.installed, slotOfKind(profile, kind));
    };
    if (!there(SlotKind::ServerCertificate) && !there(SlotKind::PrivateKey)) {
        const std::string& root = situation.site.root;
        situation.findings.push_back({Severity::Blocker, root, check::ReplaceNothingInstalled{root}});
        return false;
    }
    situation.opened = prove::openInstalledKey(reader, place(), situation.installed, environment().access);
    return true;
}

SourceChoice ReplaceJob::choice() const {
    SourceChoice result = sourcesOf(m_request.brought);
    result.without.insert(m_request.without.begin(), m_request.without.end());
    return result;
}

// standIns are the installed files that can be read; the key among them only as far as it can be opened.
StandIns ReplaceJob::standIns(Situation& situation) {
    StandIns result;
    prove::OpenedKey& opened = situation.opened;
    for (const profile::Slot& slot : situation.profile.slots) {
        if (!hasContent(situation.installed, &slot))
            continue;
        const prove::InstalledFile& installed = situation.installed.files.at(slot.id);
        plan::LoadedFile file = loadedFile(installed, environment().fileSystem, environment().access);
        if (slot.kind == SlotKind::PrivateKey) {
            if (!opened.facts)
                continue;
            result.key.state = check::KeyState::Opened;
            result.key.path = installed.path;
            result.key.facts = *opened.facts;
            std::erase_if(file.items, [](const document::Item& item) {
                return !std::holds_alternative<document::PrivateKey>(item.object);
            });
            if (opened.key)
                file.items.push_back({std::move(*opened.key), {}, {}, 0});
        }
        result.files.emplace(slot.id, std::move(file));
    }
    return result;
}

base::Status ReplaceJob::read(Situation& situation) {
    ImportSources& sources = situation.sources;
    if (auto read = sources.read(environment(), situation.profile, choice(), m_passwords); !read)
        return read;
    sources.standIn(environment(), situation.profile, m_request.brought.slots, standIns(situation));
    if (auto searched = sources.searchLists(environment()); !searched)
        return searched;
    m_selected = sources.selected(situation.profile);
    const std::string& configKey = situation.profile.passphrase.configKey;
    auto fault = keyFault(situation.opened, configKey);
    const bool keyBrought = situation.keyBrought();
    const profile::Slot* keySlot = slotOfKind(situation.profile, SlotKind::PrivateKey);
    for (const check::Finding& finding : sources.findings()) {
        const auto* missing = finding.body.as<check::SlotMissing>();
        const bool toldBetter =
            missing != nullptr && fault && keySlot != nullptr && missing->slot == keySlot->id;
        if (!toldBetter)
            situation.findings.push_back(finding);
    }
    if (fault)
        situation.findings.push_back(
            {keyBrought ? Severity::Note : Severity::Blocker, configKey, std::move(*fault)});
    return {};
}

void ReplaceJob::judge(Situation& situation, std::optional<base::Time> retention) {
    const files::FileReader& reader = environment().fileSystem;
    const profile::Profile& profile = situation.profile;
    const ImportSources& sources = situation.sources;
    auto host = m_request.brought.host;
    if (!host)
        host = plan::hostOf(profile, situation.installed.configText);
    situation.material =
        plan::materialOf(sources.loaded(), sources.selection(), profile, sources.key(), reader);
    const auto installed = sources.standInPaths();
    std::erase_if(situation.material.sources,
                  [&](const check::SourceFile& source) { return installed.contains(source.path); });
    auto verdict = check::check(situation.material, plan::policyOf(profile, host), environment().judgedAt);
    situation.path = std::move(verdict.path);
    if (!retention)
        retention = retentionIn(profile, situation.installed.configText);
    m_view = viewOf(situation.material, situation.path, retention);
    for (check::Finding& finding : verdict.findings) {
        const auto* unused = finding.body.as<check::CertificateUnused>();
        if (unused == nullptr || !installed.contains(unused->path))
            situation.findings.push_back(std::move(finding));
    }
}

void ReplaceJob::compare(Situation& situation) {
    const profile::Profile& profile = situation.profile;
    const profile::Slot* leafSlot = slotOfKind(profile, SlotKind::ServerCertificate);
    if (!situation.material.leaf || !hasContent(situation.installed, leafSlot))
        return;
    const auto leaves = certificatesIn(situation.installed, *leafSlot, environment().access);
    const profile::Slot* caSlot = profile.slotOf(SlotKind::CaCertificate, leafSlot->trust);
    if (leaves.empty())
        return;
    // Whoever put the file there may have put the CA first.
    const auto own = std::ranges::find_if(leaves, [&](const document::CertificateFacts& facts) {
        return situation.opened.facts && situation.opened.facts->publicKeyInfo == facts.key.publicKeyInfo;
    });
    plan::InstalledCertificates installed{own == leaves.end() ? leaves.front() : *own, {}};
    if (hasContent(situation.installed, caSlot))
        installed.cas = certificatesIn(situation.installed, *caSlot, environment().access);
    const auto commonName =
        profile.rules.commonNameCounts ? check::CommonName::Count : check::CommonName::Ignore;
    m_comparison = plan::compare(installed, situation.material, situation.path, commonName);
    plan::judgeComparison(*m_comparison, situation.findings);
}

base::Result<plan::Plan> ReplaceJob::planFor(Situation& situation, std::optional<base::Time> retention) {
    const ImportSources& sources = situation.sources;
    plan::ReplaceSource source{situation.material, situation.path, {},       {},
                               situation.newKey(), nullptr,        retention};
    for (const profile::Slot& slot : situation.profile.slots)
        if (sources.brought(slot.id))
            source.brought.insert(slot.id);
    source.without = choice().without;
    if (situation.opened.fault == KeyFault::None)
        source.passphrase = &*situation.opened.passphrase;
    return plan::planReplace(environment().fileSystem, situation.site, source, environment().random,
                             environment().access, std::move(situation.findings));
}

base::Result<plan::Plan> ReplaceJob::makePlan(const plan::Site& site) {
    m_selected.clear();
    m_comparison.reset();
    if (auto judged = judgeSlots(service().profile, choice()); !judged)
        return tl::unexpected(judged.error());
    Situation situation(site, service().profile);
    std::optional<base::Time> retention;
    if (const auto days = m_request.brought.retentionDays) {
        const auto until = plan::retentionFor(situation.profile, days, environment().now);
        if (!until)
            return tl::unexpected(until.error());
        retention = *until;
    }
    if (!readInstalled(situation)) {
        plan::Plan blocked;
        blocked.operation = plan::Operation::Replace;
        plan::judgeTargets(environment().fileSystem, site, situation.findings);
        blocked.findings = std::move(situation.findings);
        return blocked;
    }
    if (auto done = read(situation); !done)
        return tl::unexpected(done.error());
    environment().progress.enter(base::Step::Check, 0, 1);
    if (environment().progress.cancelled())
        return base::failure(ErrorCode::Cancelled);
    judge(situation, retention);
    compare(situation);
    return planFor(situation, retention);
}

} // namespace certwright::job

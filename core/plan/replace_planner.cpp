// Why: see replace_planner.h.
#include "core/plan/replace_planner.h"

#include <algorithm>

#include "core/document/encode.h"
#include "core/document/parse.h"
#include "core/files/path.h"
#include "core/ossl/digest.h"
#include "core/plan/change_list.h"
#include "core/plan/config_changes.h"
#include "core/plan/config_text.h"
#include "core/plan/exchanges.h"
#include "core/plan/import_planner.h"
#include "core/plan/inspect.h"
#include "core/plan/large_lists.h"
#include "core/plan/objects.h"
#include "core/plan/sealing.h"
#include "core/plan/select.h"
#include "core/plan/slot_content.h"

namespace certwright::plan {

namespace {

// As long as a sealed passphrase is, for judging the config before there is one.
constexpr std::size_t sealedLength = 106;

using Items = std::vector<document::Item>;

bool sameItems(const Items& one, const Items& other) {
    return std::ranges::equal(one, other, [](const document::Item& left, const document::Item& right) {
        return sameObject(left.object, right.object);
    });
}

bool holdsAll(const Items& items, const Items& wanted) {
    return std::ranges::all_of(wanted, [&items](const document::Item& needed) {
        return std::ranges::any_of(
            items, [&needed](const document::Item& item) { return sameObject(item.object, needed.object); });
    });
}

class ReplacePlanner {
  public:
    ReplacePlanner(const files::FileReader& reader, const Site& site, const ReplaceSource& source,
                   base::RandomSource& random, secret::SecretAccess access)
        : m_reader(reader)
        , m_site(site)
        , m_profile(*site.profile)
        , m_source(source)
        , m_random(random)
        , m_access(access)
        , m_changes(reader, access) {}

    base::Status run(Plan& plan);

  private:
    bool sealsAnew() const { return m_source.key != nullptr && m_source.passphrase == nullptr; }
    std::string value(const std::string& key) const;
    std::optional<std::string> configuredPath(const profile::Slot& slot) const;
    bool configuredAtTarget(const profile::Slot& slot) const;
    Items installedItems(const profile::Slot& slot) const;
    bool stays(const profile::Slot& slot, const std::string& pem) const;
    ConfigIntent intent(const std::string& sealed) const;
    std::vector<config::Setting> settings(const std::string& sealed) const;
    void judge(check::Findings& findings) const;
    void judgeRetentionDate(check::Findings& findings) const;
    base::Status writeSecrets(check::Findings& findings);
    base::Status sealKey(const KeyStores& stores, check::Findings& findings);
    base::Status encryptKey(const secret::SecretBytes& passphrase);
    void writeSlots();
    void writeHomeCopies();
    void removeUnwanted(check::Findings& findings);
    base::Status writeConfig(Plan& plan);
    void tell(Plan& plan) const;

    const files::FileReader& m_reader;
    const Site& m_site;
    const profile::Profile& m_profile;
    const ReplaceSource& m_source;
    base::RandomSource& m_random;
    secret::SecretAccess m_access;
    ChangeList m_changes;
    std::string m_configText;
    std::string m_keyPem;
    std::string m_sealed;
    std::optional<check::Finding> m_protector;
};

std::string ReplacePlanner::value(const std::string& key) const {
    return configValue(m_profile.config.format, m_configText, key).value_or(std::string{});
}

std::optional<std::string> ReplacePlanner::configuredPath(const profile::Slot& slot) const {
    const std::string configured = value(slot.configKey);
    if (configured.empty())
        return std::nullopt;
    const std::string folder = files::join(m_site.root, m_profile.config.pathBase);
    const auto path = m_reader.resolve(files::join(folder, configured));
    return path ? std::optional(*path) : std::nullopt;
}

bool ReplacePlanner::configuredAtTarget(const profile::Slot& slot) const {
    const ConfigIntent alone{{slot.id}, {}, {}, {}, m_site.root};
    for (const config::Setting& setting : settingsFor(m_profile, alone, {}))
        if (setting.key == slot.configKey && setting.value == value(slot.configKey))
            return true;
    return configuredPath(slot) == slotTarget(m_site, slot).path;
}

Items ReplacePlanner::installedItems(const profile::Slot& slot) const {
    const auto path = configuredPath(slot);
    if (path && slot.kind == profile::SlotKind::Crl)
        if (auto large = largeItemsAt(m_reader, *path))
            return std::move(*large);
    const auto content = path ? m_reader.read(*path, document::maximumCrlSize, files::Links::Refuse)
                              : base::Result<base::Bytes>(base::Bytes{});
    return content ? document::parse(*content, m_access).items : Items{};
}

// What was brought may be what is installed, written differently: then the file stays.
bool ReplacePlanner::stays(const profile::Slot& slot, const std::string& pem) const {
    if (pem.empty() || !configuredAtTarget(slot))
        return pem.empty();
    const Items installed = installedItems(slot);
    const Items wanted = document::parse(base::viewOf(pem), m_access).items;
    return m_source.brought.contains(slot.id) ? sameItems(installed, wanted) : holdsAll(installed, wanted);
}

ConfigIntent ReplacePlanner::intent(const std::string& sealed) const {
    ConfigIntent intent{{}, sealed, m_source.retention, {}, m_site.root};
    for (const profile::Slot& slot : m_profile.slots) {
        const bool isKey = slot.kind == profile::SlotKind::PrivateKey;
        const bool written = isKey ? m_source.key != nullptr : m_source.brought.contains(slot.id);
        if (written && !configuredAtTarget(slot))
            intent.slots.insert(slot.id);
        else if (!m_source.without.contains(slot.id))
            intent.kept.insert(slot.id);
    }
    return intent;
}

std::vector<config::Setting> ReplacePlanner::settings(const std::string& sealed) const {
    auto result = settingsFor(m_profile, intent(sealed), m_configText);
    if (!sealsAnew())
        std::erase_if(result, [this](const config::Setting& setting) {
            return setting.key == m_profile.passphrase.configKey;
        });
    return result;
}

void ReplacePlanner::judge(check::Findings& findings) const {
    judgeTargets(m_reader, m_site, findings);
    KeyStores(m_reader, m_site).judge(findings);
    const std::string sealed = sealsAnew() ? std::string(sealedLength, 'x') : std::string{};
    judgeValues(m_profile, intent(sealed), findings);
    const std::string path = files::join(m_site.root, m_profile.config.path);
    const auto wanted = settings(sealed);
    check::Findings own;
    judgeConfig(m_profile, path, m_configText, wanted, own);
    if (!check::blocks(own) && !wanted.empty())
        if (const auto edited = editConfig(m_profile, path, m_configText, wanted, own))
            judgeEdited(m_profile.config, path, edited->text, own);
    findings.insert(findings.end(), own.begin(), own.end());
    judgeRetentionDate(findings);
}

void ReplacePlanner::judgeRetentionDate(check::Findings& findings) const {
    if (!m_profile.retention || !m_source.material.leaf)
        return;
    const auto present = base::parseTime(value(m_profile.retention->configKey));
    const auto until = m_source.retention ? m_source.retention : present;
    if (until)
        judgeRetention(m_profile, *until, m_source.material.leaf->certificate.facts.notAfter, findings);
}

base::Status ReplacePlanner::writeSecrets(check::Findings& findings) {
    const KeyStores stores(m_reader, m_site);
    if (sealsAnew())
        return sealKey(stores, findings);
    // What stays sealed by the vendor's library needs its key stores as they are.
    if (!stores.foreign()) {
        const auto vault = stores.openExisting(m_random, m_access);
        if (!vault)
            return tl::unexpected(vault.error());
        m_changes.file(storeTarget(m_site, Purpose::KeyStorePrimary), (*vault)->content(), {});
        m_changes.file(storeTarget(m_site, Purpose::KeyStoreStandby), (*vault)->content(), {});
    }
    return m_source.key != nullptr ? encryptKey(*m_source.passphrase) : base::Status{};
}

base::Status ReplacePlanner::sealKey(const KeyStores& stores, check::Findings& findings) {
    auto sealing = sealAnew(m_site, stores, m_random, m_access, findings);
    if (!sealing)
        return tl::unexpected(sealing.error());
    if (!*sealing)
        return {};
    Sealing& made = **sealing;
    m_sealed = std::move(made.text);
    m_protector = std::move(made.protector);
    m_changes.file(storeTarget(m_site, Purpose::KeyStorePrimary), std::move(*made.stores.primary), {});
    m_changes.file(storeTarget(m_site, Purpose::KeyStoreStandby), std::move(*made.stores.standby), {});
    return encryptKey(made.passphrase);
}

base::Status ReplacePlanner::encryptKey(const secret::SecretBytes& passphrase) {
    auto pem = document::encryptKey(*m_source.key, passphrase, m_profile.passphrase.iterations, m_access);
    if (!pem)
        return tl::unexpected(pem.error());
    m_keyPem = std::move(*pem);
    return {};
}

void ReplacePlanner::writeSlots() {
    for (const profile::Slot& slot : m_profile.slots) {
        const Target target = slotTarget(m_site, slot);
        if (slot.kind == profile::SlotKind::PrivateKey) {
            if (m_source.key != nullptr)
                m_changes.file(target, base::toBytes(m_keyPem), keyTypeText(m_source.key->facts));
            continue;
        }
        const bool brought = m_source.brought.contains(slot.id);
        if (!brought && slot.kind != profile::SlotKind::ServerCertificate)
            continue;
        const auto content = contentFor(slot, m_profile, m_source.material, m_source.path);
        if (!content.large.empty() || !stays(slot, content.pem))
            m_changes.file(target, content);
    }
}

void ReplacePlanner::writeHomeCopies() {
    if (m_source.key == nullptr)
        return;
    for (const profile::HomeCopy& copy : m_profile.homeCopies) {
        const bool whole = copy.content == profile::HomeContent::Key;
        const std::string hash = ossl::sha256Hex(base::viewOf(m_keyPem));
        m_changes.file(homeTarget(m_site, copy), base::toBytes(whole ? m_keyPem : hash),
                       whole ? keyTypeText(m_source.key->facts) : std::string{});
    }
}

void ReplacePlanner::removeUnwanted(check::Findings& findings) {
    for (const profile::Slot& slot : m_profile.slots) {
        const Target target = slotTarget(m_site, slot);
        if (!m_source.without.contains(slot.id) || !m_reader.stat(target.path, files::Links::Refuse))
            continue;
        m_changes.remove(target);
        findings.push_back({check::Severity::Warning, slot.id, check::TargetRemoved{target.path, slot.id}});
    }
}

base::Status ReplacePlanner::writeConfig(Plan& plan) {
    const auto wanted = settings(m_sealed);
    if (wanted.empty())
        return {};
    if (m_sealed.size() > m_profile.passphrase.maximumLength) {
        const std::string& key = m_profile.passphrase.configKey;
        plan.findings.push_back(
            {check::Severity::Blocker, key,
             check::ValueTooLong{key, m_sealed.size(), m_profile.passphrase.maximumLength}});
    }
    const std::string path = files::join(m_site.root, m_profile.config.path);
    const auto mode = configMode(m_reader, m_profile, m_site.root);
    if (!mode)
        return tl::unexpected(mode.error());
    check::Findings told;
    // Why it cannot be edited was found before.
    if (const auto edited = editConfig(m_profile, path, m_configText, wanted, told)) {
        m_changes.file(configTarget(m_site, *mode), base::toBytes(edited->text), {});
        plan.configDifference = edited->difference;
    }
    return {};
}

void ReplacePlanner::tell(Plan& plan) const {
    if (m_protector)
        plan.findings.push_back(*m_protector);
    tellReplaced(plan);
    if (plan.changes.empty())
        plan.findings.push_back({check::Severity::Note, m_site.root, check::ReplaceNothing{m_site.root}});
    plan.findings.insert(plan.findings.end(), m_changes.findings().begin(), m_changes.findings().end());
}

base::Status ReplacePlanner::run(Plan& plan) {
    const std::string path = files::join(m_site.root, m_profile.config.path);
    auto text = configContent(m_reader, m_profile, m_site.root);
    if (!text)
        return tl::unexpected(text.error());
    m_configText = std::move(*text);
    judge(plan.findings);
    if (check::blocks(plan.findings))
        return {};
    for (const FolderTarget& folder : foldersOf(m_site))
        m_changes.folder(folder);
    if (auto written = writeSecrets(plan.findings); !written)
        return written;
    // The vendor's library could not seal, and has told why.
    if (sealsAnew() && m_keyPem.empty())
        return {};
    writeSlots();
    writeHomeCopies();
    removeUnwanted(plan.findings);
    if (auto written = writeConfig(plan); !written)
        return written;
    plan.changes = m_changes.takeChanges();
    tell(plan);
    if (!configUnchanged(plan, m_configText))
        return base::failure(base::ErrorCode::FileChanged, path);
    return {};
}

} // namespace

base::Result<Plan> planReplace(const files::FileReader& reader, const Site& site, const ReplaceSource& source,
                               base::RandomSource& random, secret::SecretAccess access,
                               check::Findings findings) {
    Plan plan;
    plan.operation = Operation::Replace;
    plan.service = site.profile->id;
    plan.root = site.root;
    plan.areas = planAreas(site);
    plan.findings = std::move(findings);
    if (auto done = ReplacePlanner(reader, site, source, random, access).run(plan); !done) {
        wipePlan(plan);
        return tl::unexpected(done.error());
    }
    keepState(reader, site, plan, access);
    planExchanges(reader, site, plan);
    judgeSpace(reader, plan);
    check::sortWorstFirst(plan.findings);
    return plan;
}

} // namespace certwright::plan

// Why: see import_planner.h.
#include "core/plan/import_planner.h"

#include "core/document/encode.h"
#include "core/document/parse.h"
#include "core/files/path.h"
#include "core/ossl/digest.h"
#include "core/plan/change_list.h"
#include "core/plan/config_changes.h"
#include "core/plan/config_text.h"
#include "core/plan/inspect.h"
#include "core/plan/sealing.h"
#include "core/plan/select.h"
#include "core/plan/server_blocks.h"
#include "core/plan/slot_content.h"

namespace certwright::plan {

namespace {

// SealedKey is the key as it will be installed: PEM text, its passphrase sealed for the config, and who
// sealed it.
struct SealedKey {
    std::string pem;
    std::string sealed;
    std::optional<check::Finding> protector;
};

class ImportPlanner {
  public:
    ImportPlanner(const files::FileReader& reader, const Site& site, const ImportSource& source,
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
    base::Status sealKey(check::Findings& findings);
    base::Status runOwn(Plan& plan);
    base::Status runVendors(Plan& plan);
    base::Status takeVendors(VendorFiles& made, Plan& plan);
    void writeFolders();
    void writeSlots();
    void writeHomeCopies();
    void removeStale(check::Findings& findings);
    std::set<std::string> kept() const;
    base::Status writeConfig(Plan& plan);
    void tell(Plan& plan) const;

    const files::FileReader& m_reader;
    const Site& m_site;
    const profile::Profile& m_profile;
    const ImportSource& m_source;
    base::RandomSource& m_random;
    secret::SecretAccess m_access;
    ChangeList m_changes;
    SealedKey m_key;
    std::string m_configText;
};

base::Status ImportPlanner::sealKey(check::Findings& findings) {
    auto sealing = sealAnew(m_site, KeyStores(m_reader, m_site), m_random, m_access, findings);
    if (!sealing)
        return tl::unexpected(sealing.error());
    if (!*sealing)
        return {};
    Sealing& made = **sealing;
    auto pem = document::encryptKey(m_source.key, made.passphrase, m_profile.passphrase.iterations, m_access);
    if (!pem)
        return tl::unexpected(pem.error());
    m_key = {std::move(*pem), std::move(made.text), std::move(made.protector)};
    m_changes.file(storeTarget(m_site, Purpose::KeyStorePrimary), std::move(*made.stores.primary), {});
    m_changes.file(storeTarget(m_site, Purpose::KeyStoreStandby), std::move(*made.stores.standby), {});
    return {};
}

void ImportPlanner::writeFolders() {
    for (const FolderTarget& folder : foldersOf(m_site))
        m_changes.folder(folder);
}

void ImportPlanner::writeSlots() {
    for (const profile::Slot& slot : m_profile.slots) {
        if (slot.kind == profile::SlotKind::PrivateKey) {
            m_changes.file(slotTarget(m_site, slot), base::toBytes(m_key.pem),
                           keyTypeText(m_source.key.facts));
        } else {
            const auto content = contentFor(slot, m_profile, m_source.material, m_source.path);
            if (!content.empty())
                m_changes.file(slotTarget(m_site, slot), content);
        }
    }
}

void ImportPlanner::writeHomeCopies() {
    for (const profile::HomeCopy& copy : m_profile.homeCopies) {
        const auto key = base::viewOf(m_key.pem);
        const bool whole = copy.content == profile::HomeContent::Key;
        m_changes.file(homeTarget(m_site, copy), base::toBytes(whole ? m_key.pem : ossl::sha256Hex(key)),
                       whole ? keyTypeText(m_source.key.facts) : std::string{});
    }
}

// An import replaces whole trust pairs: what was configured and is not brought again goes.
void ImportPlanner::removeStale(check::Findings& findings) {
    const auto slots = brought(m_profile, m_source.material);
    for (const profile::Slot& slot : m_profile.slots) {
        const auto value = configValue(m_profile.config.format, m_configText, slot.configKey);
        const Target target = slotTarget(m_site, slot);
        const auto info = m_reader.stat(target.path, files::Links::Refuse);
        if (!withdrawn(slot, m_profile, slots) || !value || value->empty() || !info)
            continue;
        m_changes.remove(target);
        findings.push_back({check::Severity::Warning, slot.id, check::TargetRemoved{target.path, slot.id}});
    }
}

// Other trust pairs keep what works; a value that points nowhere (the shipped files hold such) is emptied.
std::set<std::string> ImportPlanner::kept() const {
    const auto slots = brought(m_profile, m_source.material);
    std::set<std::string> ids;
    for (const profile::Slot& slot : m_profile.slots) {
        const auto value = configValue(m_profile.config.format, m_configText, slot.configKey);
        if (slots.contains(slot.id) || withdrawn(slot, m_profile, slots) || !value || value->empty())
            continue;
        const std::string base = files::join(m_site.root, m_profile.config.pathBase);
        if (m_reader.stat(files::join(base, *value), files::Links::Refuse))
            ids.insert(slot.id);
    }
    return ids;
}

base::Status ImportPlanner::writeConfig(Plan& plan) {
    const ConfigIntent intent{brought(m_profile, m_source.material), m_key.sealed, m_source.retention, kept(),
                              m_site.root};
    const auto settings = settingsFor(m_profile, intent, m_configText);
    const std::string path = files::join(m_site.root, m_profile.config.path);
    const auto mode = configMode(m_reader, m_profile, m_site.root);
    if (!mode)
        return tl::unexpected(mode.error());
    if (m_key.sealed.size() > m_profile.passphrase.maximumLength) {
        const std::string& key = m_profile.passphrase.configKey;
        plan.findings.push_back(
            {check::Severity::Blocker, key,
             check::ValueTooLong{key, m_key.sealed.size(), m_profile.passphrase.maximumLength}});
    }
    check::Findings told;
    const auto edited = editConfig(m_profile, path, m_configText, settings, told);
    // Why it cannot be edited was found before the plan was made.
    if (!edited)
        return {};
    m_changes.file(configTarget(m_site, *mode), base::toBytes(edited->text), {});
    plan.configDifference = edited->difference;
    return {};
}

void ImportPlanner::tell(Plan& plan) const {
    plan.findings.push_back(*m_key.protector);
    tellReplaced(plan);
    plan.findings.insert(plan.findings.end(), m_changes.findings().begin(), m_changes.findings().end());
}

base::Status ImportPlanner::run(Plan& plan) {
    const std::string path = files::join(m_site.root, m_profile.config.path);
    auto text = configContent(m_reader, m_profile, m_site.root);
    if (!text)
        return tl::unexpected(text.error());
    m_configText = std::move(*text);
    writeFolders();
    if (auto done = m_source.importer != nullptr ? runVendors(plan) : runOwn(plan); !done)
        return done;
    // Without the vendor's library or importer there is no plan, and it has told why.
    if (!m_key.protector)
        return {};
    plan.changes = m_changes.takeChanges();
    tell(plan);
    if (!configUnchanged(plan, m_configText))
        return base::failure(base::ErrorCode::FileChanged, path);
    return {};
}

// runOwn plans what this program makes itself.
base::Status ImportPlanner::runOwn(Plan& plan) {
    if (auto sealed = sealKey(plan.findings); !sealed)
        return sealed;
    if (m_key.pem.empty())
        return {};
    writeSlots();
    writeHomeCopies();
    removeStale(plan.findings);
    if (auto written = writeConfig(plan); !written)
        return written;
    return planInsertion(m_reader, m_site, m_changes, plan);
}

// runVendors plans what the vendor's own importer made.
base::Status ImportPlanner::runVendors(Plan& plan) {
    const VendorInput input{m_source.material, m_source.path, m_source.key};
    auto made = importByVendor(m_reader, m_site, input, *m_source.importer, m_random, m_access);
    if (!made)
        return tl::unexpected(made.error());
    plan.findings.insert(plan.findings.end(), made->findings.begin(), made->findings.end());
    if (check::blocks(made->findings))
        return {};
    const std::string program = files::join(m_site.root, m_profile.vendor->importer);
    m_key.protector = check::Finding{check::Severity::Note, program, check::ProtectorCertImport{program}};
    return takeVendors(*made, plan);
}

base::Status ImportPlanner::takeVendors(VendorFiles& made, Plan& plan) {
    const auto mode = configMode(m_reader, m_profile, m_site.root);
    if (!mode)
        return tl::unexpected(mode.error());
    base::Bytes& config = made.files[m_profile.config.path];
    plan.configDifference = differenceOf(m_profile, m_configText, base::textOf(config));
    m_changes.file(configTarget(m_site, *mode), std::move(config), {});
    for (const profile::Slot& slot : m_profile.slots) {
        const auto file = made.files.find(slot.target);
        if (file == made.files.end())
            continue;
        const std::string about = slot.kind == profile::SlotKind::PrivateKey
                                      ? keyTypeText(m_source.key.facts)
                                      : aboutContent(file->second, m_access);
        m_changes.file(slotTarget(m_site, slot), std::move(file->second), about);
    }
    m_changes.file(storeTarget(m_site, Purpose::KeyStorePrimary),
                   std::move(made.files[m_profile.keyStore.primary]), {});
    m_changes.file(storeTarget(m_site, Purpose::KeyStoreStandby),
                   std::move(made.files[m_profile.keyStore.standby]), {});
    for (const profile::HomeCopy& copy : m_profile.homeCopies) {
        const std::string name = files::join(files::join("home", m_profile.homeFolder), copy.path);
        m_changes.file(homeTarget(m_site, copy), std::move(made.files[name]), {});
    }
    removeStale(plan.findings);
    return {};
}

} // namespace

base::Result<Plan> planImport(const files::FileReader& reader, const Site& site, const ImportSource& source,
                              base::RandomSource& random, secret::SecretAccess access,
                              check::Findings findings) {
    Plan plan;
    plan.service = site.profile->id;
    plan.root = site.root;
    plan.areas = planAreas(site);
    plan.findings = std::move(findings);
    if (auto done = ImportPlanner(reader, site, source, random, access).run(plan); !done) {
        wipePlan(plan);
        return tl::unexpected(done.error());
    }
    keepState(reader, site, plan, access);
    judgeSpace(reader, plan);
    check::sortWorstFirst(plan.findings);
    return plan;
}

} // namespace certwright::plan

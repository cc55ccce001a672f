// Why: see vendor_import.h.
#include "core/plan/vendor_import.h"

#include <utility>

#include "core/document/encode.h"
#include "core/files/path.h"
#include "core/plan/key_stores.h"
#include "core/plan/slot_content.h"
#include "core/plan/vendor_findings.h"
#include "core/vault/passphrase.h"

namespace certwright::plan {

namespace {

using profile::SlotKind;

class Request {
  public:
    Request(const Site& site, const VendorInput& input)
        : m_site(site)
        , m_profile(*site.profile)
        , m_input(input) {}

    base::Status fill(const KeyStores& stores, const std::string& keyPem);
    const vault::CertImportRequest& made() const { return m_made; }
    const std::vector<std::string>& required() const { return m_required; }

  private:
    base::Status addSlot(const profile::Slot& slot, const std::string& serverTrust);
    void addHome();
    void demand(const std::string& path) {
        m_made.results.push_back(path);
        m_required.push_back(path);
    }

    const Site& m_site;
    const profile::Profile& m_profile;
    const VendorInput& m_input;
    vault::CertImportRequest m_made;
    std::vector<std::string> m_required;
};

base::Status Request::addSlot(const profile::Slot& slot, const std::string& serverTrust) {
    if (slot.kind == SlotKind::PrivateKey) {
        demand(slot.target);
        return {};
    }
    const SlotContent content = contentFor(slot, m_profile, m_input.material, m_input.path);
    if (content.empty())
        return {};
    if (slot.trust != serverTrust)
        return base::failure(base::ErrorCode::InvalidArgument, "certimport", slot.id);
    if (!content.large.empty())
        return base::failure(base::ErrorCode::NotSupported, slot.id, "certimport");
    demand(slot.target);
    base::Bytes pem = base::toBytes(content.pem);
    if (slot.kind == SlotKind::CaCertificate)
        m_made.ca = std::move(pem);
    else if (slot.kind == SlotKind::ServerCertificate)
        m_made.certificate = std::move(pem);
    else
        m_made.crl = std::move(pem);
    return {};
}

// What it keeps beside the service is taken where it made it; the service compares it, the proof does not.
void Request::addHome() {
    for (const profile::HomeCopy& copy : m_profile.homeCopies)
        demand(files::join(files::join("home", m_profile.homeFolder), copy.path));
}

base::Status Request::fill(const KeyStores& stores, const std::string& keyPem) {
    m_made.root = m_site.root;
    m_made.importer = m_profile.vendor->importer;
    m_made.serviceFolder = m_profile.config.pathBase;
    m_made.home = m_profile.rootVariable;
    m_made.account = m_site.rootOwner;
    m_made.key = base::toBytes(keyPem);
    m_made.copies = {m_profile.config.path};
    for (const auto& [purpose, path] : {std::pair{Purpose::KeyStorePrimary, m_profile.keyStore.primary},
                                        std::pair{Purpose::KeyStoreStandby, m_profile.keyStore.standby}}) {
        // The built-in vault's own would be garbage to it.
        if (stores.state(purpose) == vault::KeyStoreState::Foreign)
            m_made.copies.push_back(path);
        demand(path);
    }
    for (const profile::Folder& folder : m_profile.folders)
        m_made.folders.push_back(folder.path);
    std::string serverTrust;
    for (const profile::Slot& slot : m_profile.slots)
        if (slot.kind == SlotKind::ServerCertificate)
            serverTrust = slot.trust;
    for (const profile::Slot& slot : m_profile.slots)
        if (auto added = addSlot(slot, serverTrust); !added)
            return added;
    addHome();
    demand(m_profile.config.path);
    return {};
}

bool hasMarkedStores(const std::map<std::string, base::Bytes>& files, const profile::KeyStore& stores) {
    for (const std::string* path : {&stores.primary, &stores.standby}) {
        std::optional<base::Bytes> content = files.at(*path);
        const bool marked = vault::stateOf(content) == vault::KeyStoreState::Foreign;
        base::wipe(*content);
        if (!marked)
            return false;
    }
    return true;
}

} // namespace

VendorFiles::~VendorFiles() {
    for (auto& [path, content] : files)
        base::wipe(content);
}

base::Result<VendorFiles> importByVendor(const files::FileReader& reader, const Site& site,
                                         const VendorInput& input, VendorImporter& importer,
                                         base::RandomSource& random, secret::SecretAccess access) {
    const auto passphrase = vault::makePassphrase(random, access);
    if (!passphrase)
        return tl::unexpected(passphrase.error());
    const auto pem =
        document::encryptKey(input.key, *passphrase, site.profile->passphrase.iterations, access);
    if (!pem)
        return tl::unexpected(pem.error());
    Request request(site, input);
    if (auto filled = request.fill(KeyStores(reader, site), *pem); !filled)
        return tl::unexpected(filled.error());
    auto run = importer.run(request.made(), *passphrase);
    if (!run)
        return tl::unexpected(run.error());
    VendorFiles result;
    const std::string program = files::join(site.root, site.profile->vendor->importer);
    result.findings = findingsOf(program, *run, request.required());
    result.files = std::move(run->files);
    if (result.findings.empty() && !hasMarkedStores(result.files, site.profile->keyStore))
        result.findings.push_back(findingOf({vault::VendorFaultKind::Garbage, program, "stores", {}, {}, 0}));
    return result;
}

} // namespace certwright::plan

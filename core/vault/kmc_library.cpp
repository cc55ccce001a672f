// Why: see kmc_library.h.
#include "core/vault/kmc_library.h"

#include <algorithm>
#include <array>
#include <utility>

#include "core/files/path.h"
#include "core/vault/kmc_ground.h"
#include "core/vault/kmc_machine.h"
#include "core/vault/kmc_semaphore.h"
#include "core/vault/kmc_work_folder.h"

namespace certwright::vault {

namespace {

using secret::SecretAccess;
using secret::SecretBytes;

// Stores are key material: whatever happens to them, they are wiped.
struct WipedStores {
    WipedStores(KeyStoreFiles files)
        : stores(std::move(files)) {}
    WipedStores(const WipedStores&) = delete;
    WipedStores& operator=(const WipedStores&) = delete;
    ~WipedStores() {
        for (auto* store : {&stores.primary, &stores.standby})
            if (*store)
                base::wipe(**store);
    }

    KeyStoreFiles stores;
};

// isUsable tells whether a text may stand in the service's config as it is (SERVICES.md section 1).
bool isUsable(std::string_view text) {
    return !text.empty() && text.size() <= kmc::maximumText &&
           std::all_of(text.begin(), text.end(), [](char c) {
               return c > ' ' && c <= '~' && std::string_view("\"'#%`").find(c) == std::string_view::npos;
           });
}

// isBelievable: there, not empty, and with the vendor's mark if it was there before.
bool isBelievable(const std::optional<base::Bytes>& before, const std::optional<base::Bytes>& after) {
    return after && !after->empty() &&
           (stateOf(before) != KeyStoreState::Foreign || stateOf(after) == KeyStoreState::Foreign);
}

class KmcLibrary final : public VendorLibrary {
  public:
    KmcLibrary(const KmcSetup& setup, files::FileSystem& fileSystem, VendorSettings settings,
               base::Progress& progress)
        : m_setup(setup)
        , m_fileSystem(fileSystem)
        , m_settings(std::move(settings))
        , m_progress(progress) {}

    const std::string& path() const override { return m_settings.library; }

    VendorResult<VendorSealed> seal(const SecretBytes& plain, const KeyStoreFiles& stores,
                                    SecretAccess access) override {
        if (plain.empty() || plain.size() > kmc::maximumSecret)
            return fault(VendorFaultKind::Failed, "KeEncryptByDomain");
        KmcWorkFolder folder(m_fileSystem);
        kmc::Request request;
        request.type = kmc::Type::Seal;
        request.payload = plain.clone();
        const auto answer = ask(request, folder, stores, access);
        if (!answer)
            return tl::unexpected(answer.error());
        const std::string_view text = base::textOf(answer->reveal(access));
        if (!isUsable(text))
            return fault(VendorFaultKind::Garbage, "text");
        WipedStores after(folder.readBack());
        if (!isBelievable(stores.primary, after.stores.primary) ||
            !isBelievable(stores.standby, after.stores.standby))
            return fault(VendorFaultKind::Garbage, "stores");
        return VendorSealed{std::string(text), std::exchange(after.stores, {})};
    }

    VendorResult<SecretBytes> unseal(const std::string& sealed, const KeyStoreFiles& stores,
                                     SecretAccess access) override {
        if (!isUsable(sealed))
            return fault(VendorFaultKind::Garbage, "text");
        KmcWorkFolder folder(m_fileSystem);
        kmc::Request request;
        request.type = kmc::Type::Unseal;
        request.payload = SecretBytes::copyOf(base::viewOf(sealed));
        return ask(request, folder, stores, access);
    }

  private:
    tl::unexpected<VendorFault> fault(VendorFaultKind kind, std::string name) const {
        return tl::unexpected(VendorFault{kind, m_settings.library, std::move(name), {}, {}, 0});
    }

    // The account that the library runs as, where that is not this process's.
    std::optional<base::Owner> otherAccount() const {
        const std::uint32_t self = m_fileSystem.self().user;
        if (self != 0 || !m_settings.account || m_settings.account->user == 0)
            return std::nullopt;
        return m_settings.account;
    }

    // lookedAt returns the file to load, after everything that can be seen from outside.
    VendorResult<std::string> lookedAt() const {
        const auto helper = m_fileSystem.stat(m_setup.helper, files::Links::Follow);
        if (!helper || helper->kind != base::FileKind::Regular)
            return helperMissing();
        const auto library = safeLibrary(m_fileSystem, m_settings.library, otherAccount());
        if (!library)
            return library;
        const std::string found = machineOf(m_fileSystem, *library);
        const std::string expected = machineOf(m_fileSystem, m_setup.helper);
        if (found != expected)
            return tl::unexpected(
                VendorFault{VendorFaultKind::Architecture, m_settings.library, {}, found, expected, 0});
        const base::Owner account = otherAccount().value_or(m_fileSystem.self());
        if (const auto owner = ownerInTheWay(m_fileSystem, m_settings.semaphoreKey, account))
            return tl::unexpected(VendorFault{VendorFaultKind::Semaphore,
                                              m_settings.library,
                                              m_fileSystem.accountName(*owner),
                                              semaphoreName(m_settings.semaphoreKey),
                                              {},
                                              0});
        return library;
    }

    tl::unexpected<VendorFault> helperMissing() const {
        return tl::unexpected(VendorFault{VendorFaultKind::HelperMissing, m_setup.helper, {}, {}, {}, 0});
    }

    tl::unexpected<VendorFault> refused(const base::Error& error) const {
        return tl::unexpected(VendorFault{VendorFaultKind::System, m_settings.library,
                                          std::string(base::errorCodeName(error.code)), error.subject,
                                          error.detail, 0});
    }

    // ask lets the helper do `request` on copies of `stores` in `folder`.
    VendorResult<SecretBytes> ask(kmc::Request& request, KmcWorkFolder& folder, const KeyStoreFiles& stores,
                                  SecretAccess access) {
        const auto library = lookedAt();
        if (!library)
            return tl::unexpected(library.error());
        if (const auto made = folder.make(m_setup.workFolders, stores, otherAccount()); !made)
            return refused(made.error());
        request.library = *library;
        request.primary = folder.primary();
        request.standby = folder.standby();
        request.semaphoreKey = m_settings.semaphoreKey;
        request.domain = m_settings.domain;
        request.algorithm = static_cast<std::uint32_t>(m_settings.algorithm);
        if (const auto account = otherAccount())
            request.account = {account->user, account->group};
        KmcProcess helper;
        if (const auto started = helper.start(m_setup.helper, folder.path()); !started)
            return started.error().code == base::ErrorCode::ProgramMissing ? helperMissing()
                                                                           : refused(started.error());
        auto answer = exchange(helper, request, m_setup.limits, m_progress, access);
        if (!answer)
            answer.error().path = m_settings.library;
        return answer;
    }

    const KmcSetup m_setup;
    files::FileSystem& m_fileSystem;
    const VendorSettings m_settings;
    base::Progress& m_progress;
};

} // namespace

std::string kmcHelperPath(const files::FileReader& reader, const std::string& ownProgramFolder) {
    const std::string beside = files::join(ownProgramFolder, kmcHelperName());
    for (const std::string& path :
         {beside, files::join(files::parentOf(ownProgramFolder), "libexec/" + kmcHelperName())}) {
        const auto info = reader.stat(path, files::Links::Follow);
        if (info && info->kind == base::FileKind::Regular)
            return path;
    }
    return beside;
}

std::unique_ptr<VendorLibrary> KmcLibraries::at(const VendorSettings& settings, base::Progress& progress) {
    return std::make_unique<KmcLibrary>(m_setup, m_fileSystem, settings, progress);
}

} // namespace certwright::vault

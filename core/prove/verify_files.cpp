// Why: the service refuses files with another mode or owner than it wants, and does not start without them.
#include "core/prove/inspection.h"

#include "core/ossl/digest.h"
#include "core/plan/key_stores.h"
#include "core/prove/place_paths.h"

namespace certwright::prove {

namespace {

using check::Severity;

// judgeMode compares permission bits, as far as they are stored.
void judgeMode(const Inspection& inspection, Severity severity, const std::string& path,
               const base::FileInfo& info, std::uint32_t mode) {
    const std::uint32_t wanted = inspection.reader.storedMode(mode, info.kind);
    if (info.mode != wanted)
        inspection.add(severity, path, check::InstalledMode{path, info.mode, wanted});
}

// judgeOwner compares with the owner of the service folder: the account that the service runs as.
void judgeOwner(const Inspection& inspection, const std::string& path, const base::Owner& owner) {
    const auto root = inspection.reader.stat(inspection.place.root, files::Links::Refuse);
    if (!root || owner.user == root->owner.user)
        return;
    inspection.add(Severity::Blocker, path,
                   check::InstalledOwner{path, inspection.reader.accountName(owner.user),
                                         inspection.reader.accountName(root->owner.user)});
}

void judgeMissing(const Inspection& inspection, const std::string& path, const std::string& slot,
                  const base::Error& error, std::string_view kind) {
    if (error.code == base::ErrorCode::FileNotFound)
        inspection.add(Severity::Blocker, path, check::InstalledMissing{path, slot});
    else
        inspection.add(Severity::Blocker, path,
                       check::InstalledUnreadable{path, std::string(kind),
                                                  std::string(base::errorCodeName(error.code))});
}

void judgeKeyStore(const Inspection& inspection, const std::string& path) {
    const auto info = inspection.reader.stat(path, files::Links::Refuse);
    if (!info)
        return;
    judgeMode(inspection, Severity::Warning, path, *info, inspection.place.profile->keyStore.mode);
    judgeOwner(inspection, path, info->owner);
}

// keyContent returns the installed key file as it stands, nullptr if it cannot be read.
const base::Bytes* keyContent(const Inspection& inspection) {
    for (const profile::Slot& slot : inspection.place.profile->slots) {
        const auto file = inspection.installed.files.find(slot.id);
        if (slot.kind == profile::SlotKind::PrivateKey && file != inspection.installed.files.end() &&
            file->second.content)
            return &*file->second.content;
    }
    return nullptr;
}

void judgeCopy(const Inspection& inspection, const profile::HomeCopy& copy, const std::string& path,
               const base::Bytes& content) {
    const base::Bytes* key = keyContent(inspection);
    if (key == nullptr)
        return;
    if (copy.content == profile::HomeContent::Key) {
        if (content != *key)
            inspection.add(Severity::Blocker, path, check::InstalledBackup{path});
        return;
    }
    std::string_view text = base::textOf(content);
    while (!text.empty() && (text.back() == '\n' || text.back() == '\r'))
        text.remove_suffix(1);
    if (text != ossl::sha256Hex(*key))
        inspection.add(Severity::Blocker, path, check::InstalledHash{path});
}

} // namespace

void inspectFolders(const Inspection& inspection) {
    for (const profile::Folder& folder : inspection.place.profile->folders) {
        const std::string path = targetPath(inspection.place.root, folder.path);
        const auto info = inspection.reader.stat(path, files::Links::Refuse);
        if (!info) {
            inspection.add(Severity::Blocker, path, check::InstalledMissing{path, {}});
            continue;
        }
        judgeMode(inspection, Severity::Blocker, path, *info, folder.mode);
        judgeOwner(inspection, path, info->owner);
    }
}

void inspectFiles(const Inspection& inspection) {
    for (const profile::Slot& slot : inspection.place.profile->slots) {
        const auto found = inspection.installed.files.find(slot.id);
        if (found == inspection.installed.files.end())
            continue;
        const InstalledFile& file = found->second;
        if (file.error)
            judgeMissing(inspection, file.path, slot.id, *file.error, profile::slotKindName(slot.kind));
        if (file.info && file.info->kind == base::FileKind::Regular) {
            judgeMode(inspection, Severity::Blocker, file.path, *file.info, slot.mode);
            judgeOwner(inspection, file.path, file.info->owner);
        }
    }
}

void inspectKeyStores(const Inspection& inspection) {
    const plan::Site site = siteOf(inspection.place);
    // Vendor's key stores whose library is not here are told of as what could not be checked.
    if (inspection.opened.fault != KeyFault::VendorAbsent)
        plan::KeyStores(inspection.reader, site).judge(inspection.findings);
    const bool missing = inspection.opened.error.code == base::ErrorCode::KeyStoreMissing;
    for (const auto purpose : {plan::Purpose::KeyStorePrimary, plan::Purpose::KeyStoreStandby}) {
        const std::string path = plan::storeTarget(site, purpose).path;
        if (inspection.opened.fault == KeyFault::KeyStore && missing)
            inspection.add(Severity::Blocker, path, check::InstalledMissing{path, {}});
        judgeKeyStore(inspection, path);
    }
}

void inspectHome(const Inspection& inspection) {
    const profile::Profile& profile = *inspection.place.profile;
    constexpr std::uint64_t largest = 10ULL * 1024 * 1024;
    for (const profile::HomeCopy& copy : profile.homeCopies) {
        const std::string path = plan::homeTarget(siteOf(inspection.place), copy).path;
        const auto content = inspection.reader.read(path, largest, files::Links::Refuse);
        if (!content) {
            judgeMissing(inspection, path, {}, content.error(), "key");
            continue;
        }
        if (const auto info = inspection.reader.stat(path, files::Links::Refuse))
            judgeMode(inspection, Severity::Warning, path, *info, copy.mode);
        judgeCopy(inspection, copy, path, *content);
    }
}

} // namespace certwright::prove

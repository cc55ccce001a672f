// Why: see kmc_work_folder.h.
#include "core/vault/kmc_work_folder.h"

#include <chrono>
#include <string_view>

#include "core/files/path.h"

namespace certwright::vault {

namespace {

using base::ErrorCode;
using base::FileKind;
using files::Links;

constexpr std::uint64_t largestStore = 1024UL * 1024;
constexpr std::uint32_t openToAll = 0001;
constexpr std::uint32_t sticky = 01000;
constexpr std::string_view prefix = "certwright-kmc-";
constexpr std::string_view lockEnding = ".lock";
constexpr int deepest = 16;
constexpr int mostAttempts = 100;

// isSafe: nobody else may rename what lies in the folder.
bool isSafe(const files::FileReader& reader, const std::string& folder,
            const std::optional<base::Owner>& account) {
    const auto info = reader.stat(folder, Links::Refuse);
    if (!info || info->kind != FileKind::Folder)
        return false;
    if (info->owner.user != 0 && info->owner.user != reader.self().user)
        return false;
    if (account && (info->mode & openToAll) == 0)
        return false;
    return (info->mode & 0022U) == 0 || (info->mode & sticky) != 0;
}

} // namespace

base::Status KmcWorkFolder::make(const std::vector<std::string>& folders, const KeyStoreFiles& stores,
                                 const std::optional<base::Owner>& account) {
    base::Status made = base::failure(ErrorCode::InputOutput, folders.empty() ? "" : folders.back());
    for (const std::string& folder : folders) {
        const auto real = m_fileSystem.resolve(folder);
        if (!real || !isSafe(m_fileSystem, *real, account))
            continue;
        sweep(*real);
        made = makeIn(*real, account);
        if (made)
            break;
    }
    if (made && stores.primary)
        made = m_fileSystem.writeNew(primary(), *stores.primary, 0600, account);
    if (made && stores.standby)
        made = m_fileSystem.writeNew(standby(), *stores.standby, 0600, account);
    return made;
}

base::Status KmcWorkFolder::makeIn(const std::string& folder, const std::optional<base::Owner>& account) {
    // The name need not be secret, only new: makeFolder takes nothing that is there.
    auto name = static_cast<std::uint64_t>(std::chrono::steady_clock::now().time_since_epoch().count());
    base::Status made;
    for (int attempt = 0; attempt < mostAttempts; ++attempt) {
        const std::string path = files::join(folder, std::string(prefix) + std::to_string(name++));
        auto lock = files::FileLock::acquire(path + std::string(lockEnding), "certwright", {});
        if (!lock && lock.error().code != ErrorCode::LockHeld)
            return tl::unexpected(lock.error());
        if (!lock)
            continue;
        made = m_fileSystem.makeFolder(path, 0700, account);
        if (made) {
            m_path = path;
            m_lock = std::move(*lock);
        }
        if (made || made.error().code != ErrorCode::FileExists)
            return made;
    }
    return made;
}

// A lock that can be had belongs to nobody: its process was killed before it could tidy up.
void KmcWorkFolder::sweep(const std::string& folder) {
    for (const std::string& name : m_fileSystem.list(folder).value_or(std::vector<std::string>())) {
        const std::string path = files::join(folder, name);
        if (!name.starts_with(prefix) || !name.ends_with(lockEnding))
            continue;
        const auto info = m_fileSystem.stat(path, Links::Refuse);
        if (!info || info->kind != FileKind::Regular || !(info->owner == m_fileSystem.self()))
            continue;
        if (const auto lock = files::FileLock::acquire(path, "certwright", {})) {
            const std::string left = path.substr(0, path.size() - lockEnding.size());
            const auto there = m_fileSystem.stat(left, Links::Refuse);
            if (there && there->kind == FileKind::Folder)
                clear(left, 0);
            static_cast<void>(m_fileSystem.remove(path));
        }
    }
}

KeyStoreFiles KmcWorkFolder::readBack() const {
    return {readStore(primary()), readStore(standby())};
}

std::optional<base::Bytes> KmcWorkFolder::readStore(const std::string& path) const {
    auto content = m_fileSystem.read(path, largestStore, Links::Refuse);
    if (!content)
        return std::nullopt;
    return std::move(*content);
}

std::string KmcWorkFolder::primary() const {
    return files::join(m_path, "kmc.ks");
}

std::string KmcWorkFolder::standby() const {
    return files::join(m_path, "StandbyKsf.ks");
}

KmcWorkFolder::~KmcWorkFolder() {
    if (m_path.empty())
        return;
    clear(m_path, 0);
    static_cast<void>(m_fileSystem.remove(m_path + std::string(lockEnding)));
}

void KmcWorkFolder::clear(const std::string& folder, int depth) {
    static_cast<void>(m_fileSystem.setMode(folder, 0700));
    const auto names = m_fileSystem.list(folder);
    for (const std::string& name : names.value_or(std::vector<std::string>())) {
        const std::string path = files::join(folder, name);
        const auto info = m_fileSystem.stat(path, Links::Refuse);
        if (info && info->kind == FileKind::Folder) {
            if (depth < deepest)
                clear(path, depth + 1);
            continue;
        }
        if (info && info->kind == FileKind::Regular)
            static_cast<void>(m_fileSystem.setMode(path, 0600));
        if (!info || info->kind != FileKind::Regular || !m_fileSystem.wipe(path))
            static_cast<void>(m_fileSystem.remove(path));
    }
    static_cast<void>(m_fileSystem.removeFolder(folder));
}

} // namespace certwright::vault

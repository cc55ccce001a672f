// Why: see repair_ground.h.
#include "core/plan/repair_ground.h"

#include <algorithm>

#include "core/document/crl_file.h"
#include "core/files/path.h"

namespace certwright::plan {

namespace {

constexpr std::uint32_t othersMayWrite = 0022;
constexpr std::uint32_t plainModes = 0777;

} // namespace

RepairGround::RepairGround(const files::FileReader& reader, const Site& site, const std::vector<Area>& areas)
    : m_reader(reader)
    , m_site(site)
    , m_areas(areas) {
    consider({site.root, 0, Exactness::WhenMade, ownerOf(site.root)});
    for (const FolderTarget& folder : foldersOf(site))
        consider(folder);
}

void RepairGround::consider(const FolderTarget& folder) {
    const auto info = m_reader.stat(folder.path, files::Links::Refuse);
    if (!info || info->kind != base::FileKind::Folder || !ours(info->owner))
        return;
    const bool exact = folder.exactness == Exactness::Exact;
    const std::uint32_t wanted = exact ? folder.mode : info->mode & ~othersMayWrite;
    const bool isTop = areaOf(folder.path) != nullptr && areaOf(folder.path)->base == folder.path;
    if (info->mode != wanted && (isTop || reaches(folder.path)))
        m_folders.push_back({folder.path, wanted, Exactness::Exact, ownerOf(folder.path)});
}

std::optional<base::Owner> RepairGround::ownerOf(const std::string& path) const {
    if (m_site.self.user != 0)
        return std::nullopt;
    const bool atHome = !m_site.home.empty() && !files::isBelow(path, m_site.root);
    return atHome ? m_site.homeOwner : m_site.rootOwner;
}

bool RepairGround::ours(const base::Owner& owner) const {
    return owner.user == m_site.self.user || (m_site.self.user == 0 && (owner.user == m_site.rootOwner.user ||
                                                                        owner.user == m_site.homeOwner.user));
}

const Area* RepairGround::areaOf(const std::string& path) const {
    const Area* found = nullptr;
    for (const Area& area : m_areas)
        if (files::isBelow(path, area.base) && (found == nullptr || area.base.size() > found->base.size()))
            found = &area;
    return found;
}

bool RepairGround::isGood(const std::string& folder) const {
    const auto info = m_reader.stat(folder, files::Links::Refuse);
    if (!info)
        return missingFolder(files::join(folder, "x")).has_value();
    if (info->kind != base::FileKind::Folder || !ours(info->owner))
        return false;
    const bool narrowed = std::any_of(m_folders.begin(), m_folders.end(),
                                      [&folder](const FolderTarget& it) { return it.path == folder; });
    return narrowed || (info->mode & othersMayWrite) == 0;
}

bool RepairGround::reaches(const std::string& path) const {
    const Area* area = areaOf(path);
    if (area == nullptr || files::isBelow(path, area->state) || path == area->base)
        return false;
    for (std::string folder = files::parentOf(path);; folder = files::parentOf(folder)) {
        if (!isGood(folder))
            return false;
        if (folder == area->base)
            return true;
    }
}

std::optional<FolderTarget> RepairGround::missingFolder(const std::string& path) const {
    const std::string folder = files::parentOf(path);
    if (m_reader.stat(folder, files::Links::Refuse))
        return std::nullopt;
    for (const FolderTarget& target : foldersOf(m_site))
        if (target.path == folder && m_reader.stat(files::parentOf(folder), files::Links::Refuse))
            return target;
    return std::nullopt;
}

bool RepairGround::mayWrite(const std::string& path) const {
    if (!reaches(path))
        return false;
    const auto info = m_reader.stat(path, files::Links::Refuse);
    if (!info)
        return info.error().code == base::ErrorCode::FileNotFound;
    if (info->kind != base::FileKind::Regular || info->mode > plainModes)
        return false;
    if (m_site.self.user != 0 && info->owner.user != m_site.self.user)
        return false;
    return m_reader.open(path, document::maximumStreamedSize, files::Links::Refuse).has_value();
}

} // namespace certwright::plan

// Why: reading is where most of what people bring goes wrong, so every way of failing becomes a finding of
// its own.
#include "core/plan/load.h"

#include <algorithm>

#include "core/files/path.h"
#include "core/plan/loader.h"

namespace certwright::plan {

std::optional<std::string> archiveAround(const files::FileReader& reader, const std::string& path) {
    if (reader.stat(path, files::Links::Follow))
        return std::nullopt;
    std::string inner = path;
    for (std::string outer = files::parentOf(path); outer.size() < inner.size();
         outer = files::parentOf(inner)) {
        if (const auto info = reader.stat(outer, files::Links::Follow))
            return info->kind == base::FileKind::Regular ? std::optional(outer) : std::nullopt;
        inner = outer;
    }
    return std::nullopt;
}

Loader::Wanted& Loader::wantedFile(const std::string& path, Origin origin) {
    auto same = std::ranges::find(m_wanted, path, &Wanted::path);
    if (same == m_wanted.end())
        same = m_wanted.insert(same, {path, {}, origin, false, {}});
    if (origin == Origin::Named)
        same->origin = Origin::Named;
    return *same;
}

void Loader::want(const std::string& path, const std::string& slot, Origin origin) {
    std::vector<std::string>* slots = nullptr;
    if (const auto archive = origin == Origin::Named ? archiveAround(m_reader, path) : std::nullopt) {
        slots = &wantedFile(*archive, origin).inside[path];
    } else {
        Wanted& wanted = wantedFile(path, origin);
        wanted.whole = true;
        slots = &wanted.slots;
    }
    if (!slot.empty())
        slots->push_back(slot);
}

void Loader::addForSlot(const std::string& slot, const std::string& path) {
    want(path, slot, Origin::Named);
}

void Loader::addPath(const std::string& path) {
    const auto info = m_reader.stat(path, files::Links::Follow);
    if (info && info->kind == base::FileKind::Folder) {
        addFolder(path, path, 1);
    } else {
        want(path, {}, Origin::Named);
    }
}

void Loader::addFolder(const std::string& folder, const std::string& top, int depth) {
    const auto names = m_reader.list(folder);
    if (!names) {
        tellUnreadable(depth == 1 ? Origin::Named : Origin::Found, folder, names.error());
        return;
    }
    for (const std::string& name : *names) {
        if (name.starts_with('.')) {
            continue;
        }
        const std::string path = files::join(folder, name);
        const auto info = m_reader.stat(path, files::Links::Follow);
        if (info && info->kind == base::FileKind::Folder) {
            const auto own = m_reader.stat(path, files::Links::Refuse);
            // A link to a folder may lead anywhere, even back here.
            if (depth < maximumFolderDepth && own && own->kind == base::FileKind::Folder) {
                addFolder(path, top, depth + 1);
            }
        } else if (info && info->kind == base::FileKind::Regular) {
            if (m_found++ < maximumFoundFiles) {
                want(path, {}, Origin::Found);
            } else if (m_found == maximumFoundFiles + 1) {
                tellUnreadable(Origin::Found, top,
                               {base::ErrorCode::FileTooLarge, top, std::to_string(maximumFoundFiles)});
            }
        }
    }
}

base::Result<Loaded> Loader::readAll() {
    const int total = static_cast<int>(m_wanted.size());
    for (int done = 0; done < total; ++done) {
        m_progress.enter(base::Step::Load, done, total);
        if (m_progress.cancelled())
            return base::failure(base::ErrorCode::Cancelled);
        if (auto read = readOne(m_wanted[static_cast<std::size_t>(done)]); !read)
            return tl::unexpected(read.error());
    }
    if (auto read = readLarge(); !read)
        return tl::unexpected(read.error());
    return std::move(m_loaded);
}

base::Result<Loaded> loadFiles(const files::FileReader& reader,
                               const std::map<std::string, std::string>& slots,
                               const std::vector<std::string>& paths, base::Progress& progress,
                               secret::SecretAccess access) {
    Loader loader(reader, progress, access);
    for (const auto& [slot, path] : slots) {
        loader.addForSlot(slot, path);
    }
    for (const std::string& path : paths) {
        loader.addPath(path);
    }
    return loader.readAll();
}

} // namespace certwright::plan

// Why: people learn and try the tool on something that cannot hurt.
#include "core/job/practice.h"

#include "core/files/path.h"
#include "core/job/practice_files.h"

namespace certwright::job {

namespace {

// Everything is for the person who made it: it holds keys, though nobody's.
constexpr std::uint32_t folderMode = 0700;
constexpr std::uint32_t readmeMode = 0644;

// prepareFolder returns the absolute path of an empty folder, made if it was missing.
base::Result<std::string> prepareFolder(files::FileSystem& disk, std::string folder) {
    while (folder.size() > 1 && folder.back() == '/')
        folder.pop_back();
    const auto names = disk.list(folder);
    if (names) {
        if (!names->empty())
            return base::failure(base::ErrorCode::FileExists, folder);
        return disk.resolve(folder);
    }
    if (names.error().code != base::ErrorCode::FileNotFound)
        return tl::unexpected(names.error());
    const auto parent = disk.resolve(files::parentOf(folder));
    if (!parent)
        return tl::unexpected(parent.error());
    const std::string path = files::join(*parent, files::fileNameOf(folder));
    if (auto made = disk.makeFolder(path, folderMode, std::nullopt); !made)
        return tl::unexpected(made.error());
    return path;
}

base::Status makeFolders(files::FileSystem& disk, const std::string& folder) {
    std::vector<std::string> folders = serviceFolders();
    folders.emplace_back("material");
    for (const PracticeSet& set : practiceSets())
        folders.push_back("material/" + set.id);
    for (const std::string& name : folders)
        if (auto made = disk.makeFolder(files::join(folder, name), folderMode, std::nullopt); !made)
            return made;
    return {};
}

base::Status writeFiles(files::FileSystem& disk, const std::string& folder, PracticeFiles files) {
    for (PracticeFile& file : files) {
        auto written = disk.writeNew(files::join(folder, file.path), file.content, file.mode, std::nullopt);
        base::wipe(file.content);
        if (!written)
            return written;
    }
    return {};
}

} // namespace

base::Status makePractice(Environment& environment, const std::string& folder, const std::string& readme) {
    files::FileSystem& disk = environment.fileSystem;
    const auto path = prepareFolder(disk, folder);
    if (!path)
        return tl::unexpected(path.error());
    auto material = materialFiles(environment.now, environment.access);
    if (!material)
        return tl::unexpected(material.error());
    if (auto made = makeFolders(disk, *path); !made)
        return made;
    if (auto written = writeFiles(disk, *path, serviceFiles()); !written)
        return written;
    if (auto written = writeFiles(disk, *path, std::move(*material)); !written)
        return written;
    return disk.writeNew(files::join(*path, "README.md"), base::viewOf(readme), readmeMode, std::nullopt);
}

} // namespace certwright::job

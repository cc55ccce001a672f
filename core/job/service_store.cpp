// Why: see service_store.h.
#include "core/job/service_store.h"

#include <chrono>

#include "core/files/file_lock.h"
#include "core/files/path.h"
#include "core/job/process_id.h"

namespace certwright::job {

namespace {

using base::ErrorCode;
using files::Links;

constexpr std::chrono::milliseconds patience{1000};
// "~/.config" and the folder in it; a home that is not there is not made.
constexpr std::size_t mostMade = 2;
constexpr std::uint32_t folderMode = 0700;
constexpr std::uint32_t listMode = 0600;

// What a folder above leads to may be a link of the person's own; below it nothing is followed.
base::Result<std::string> settingsFolderOf(files::FileSystem& fileSystem, const std::string& wanted) {
    std::vector<std::string> missing;
    std::string folder = wanted;
    while (!fileSystem.stat(folder, Links::Follow)) {
        const std::string parent = files::parentOf(folder);
        if (parent == folder || missing.size() == mostMade)
            return base::failure(ErrorCode::FileNotFound, wanted);
        missing.push_back(files::fileNameOf(folder));
        folder = parent;
    }
    auto resolved = fileSystem.resolve(folder);
    if (!resolved)
        return resolved;
    const auto info = fileSystem.stat(*resolved, Links::Refuse);
    if (info && fileSystem.self().user == 0 && info->owner.user != 0)
        return base::failure(ErrorCode::TargetUnsafe, *resolved);
    for (auto name = missing.rbegin(); name != missing.rend(); ++name) {
        resolved = files::join(*resolved, *name);
        if (auto made = fileSystem.makeFolder(*resolved, folderMode, std::nullopt);
            !made && made.error().code != ErrorCode::FileExists)
            return tl::unexpected(made.error());
    }
    return resolved;
}

base::Result<ReadList> loadFrom(const files::FileReader& reader, const std::string& path) {
    const auto content = reader.read(path, largestList, Links::Refuse);
    if (content)
        return readList(base::textOf(*content));
    switch (content.error().code) {
    case ErrorCode::FileNotFound:
    case ErrorCode::FolderNotRegular:
        return ReadList{};
    case ErrorCode::FileTooLarge:
    case ErrorCode::FileIsSymlink:
    case ErrorCode::FileNotRegular:
        return ReadList{{}, true};
    default:
        return tl::unexpected(content.error());
    }
}

base::Status writeList(files::FileSystem& fileSystem, const std::string& folder, const ServiceList& list) {
    const std::string fresh = files::join(folder, "services.json.new");
    // Under the lock, what stands there was left by somebody who was killed.
    if (fileSystem.stat(fresh, Links::Refuse))
        if (auto removed = fileSystem.remove(fresh); !removed)
            return removed;
    const std::string text = listText(list);
    if (auto written = fileSystem.writeNew(fresh, base::viewOf(text), listMode, std::nullopt); !written)
        return written;
    if (auto replaced = fileSystem.replace(fresh, files::join(folder, "services.json")); !replaced)
        return replaced;
    return fileSystem.syncFolder(folder);
}

} // namespace

std::string servicesFile(const Environment& environment) {
    return files::join(environment.settingsFolder, "services.json");
}

std::string damagedFile(const Environment& environment) {
    return servicesFile(environment) + ".damaged";
}

base::Result<ReadList> loadServices(const Environment& environment) {
    if (environment.settingsFolder.empty())
        return ReadList{};
    return loadFrom(environment.fileSystem, servicesFile(environment));
}

base::Status updateServices(Environment& environment, const std::function<bool(ServiceList&)>& edit) {
    if (environment.settingsFolder.empty())
        return {};
    files::FileSystem& fileSystem = environment.fileSystem;
    const auto folder = settingsFolderOf(fileSystem, environment.settingsFolder);
    if (!folder)
        return tl::unexpected(folder.error());
    const auto lock =
        files::FileLock::acquire(files::join(*folder, "services.lock"),
                                 environment.actor.user + " pid " + std::to_string(processId()), patience);
    if (!lock)
        return tl::unexpected(lock.error());
    const std::string path = files::join(*folder, "services.json");
    auto read = loadFrom(fileSystem, path);
    if (!read)
        return tl::unexpected(read.error());
    if (read->damaged) {
        if (auto aside = fileSystem.replace(path, path + ".damaged"); !aside)
            return aside;
        read->list.setAside = true;
    }
    const bool changed = edit(read->list);
    return changed || read->damaged ? writeList(fileSystem, *folder, read->list) : base::Status{};
}

} // namespace certwright::job

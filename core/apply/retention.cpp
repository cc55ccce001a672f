// Why: the past is kept as long as it is useful and no longer, and what goes is overwritten; the folder keeps
// a name of its own wherever it is moved.
#include <algorithm>
#include <nlohmann/json.hpp>

#include "core/apply/exchange.h"
#include "core/apply/history.h"
#include "core/apply/layout.h"

namespace certwright::apply {

using base::ErrorCode;
using base::Status;
using files::Links;
using nlohmann::json;

namespace {

constexpr std::uint64_t smallFile = 4096;
constexpr std::uint32_t privateMode = 0600;

std::string limitsPath(const std::string& stateFolder) {
    return files::join(stateFolder, "history-limits.json");
}

std::string identityPath(const std::string& stateFolder) {
    return files::join(stateFolder, "identity");
}

// isOld tells whether `startedAt` lies more than `days` before `now`.
bool isOld(base::Time startedAt, int days, base::Time now) {
    return startedAt + std::chrono::days(days) < now;
}

} // namespace

HistoryLimits limitsOf(const files::FileReader& reader, const std::string& stateFolder) {
    HistoryLimits limits;
    const auto text = reader.read(limitsPath(stateFolder), smallFile, Links::Refuse);
    if (!text)
        return limits;
    const std::string_view view = base::textOf(*text);
    const json object = json::parse(view.begin(), view.end(), nullptr, false);
    const auto number = [&object](const char* key, int standard) {
        const bool there = object.is_object() && object.contains(key) && object[key].is_number_integer();
        const auto value = there ? object[key].get<std::int64_t>() : std::int64_t{standard};
        return value >= 1 && value <= 100000 ? static_cast<int>(value) : standard;
    };
    return {number("count", limits.count), number("days", limits.days)};
}

Status writeLimits(files::FileSystem& fileSystem, const std::string& stateFolder,
                   const HistoryLimits& limits) {
    const std::string path = limitsPath(stateFolder);
    const std::string text = json({{"count", limits.count}, {"days", limits.days}}).dump() + "\n";
    const auto folder = fileSystem.stat(stateFolder, Links::Refuse);
    if (!folder)
        return tl::unexpected<base::Error>(folder.error());
    const auto owner =
        folder->owner == fileSystem.self() ? std::nullopt : std::optional<base::Owner>(folder->owner);
    const auto removed = fileSystem.remove(path + ".new");
    if (!removed && removed.error().code != ErrorCode::FileNotFound)
        return removed;
    if (auto written = fileSystem.writeNew(path + ".new", base::viewOf(text), privateMode, owner); !written)
        return written;
    return fileSystem.replace(path + ".new", path);
}

std::vector<std::string> outdated(const History& history, const HistoryLimits& limits, base::Time now) {
    std::vector<std::string> ids;
    std::string oldestKept;
    for (std::size_t i = 0; i < history.entries.size(); ++i) {
        const Entry& entry = history.entries[i];
        const bool beyond = i > 0 && (i >= static_cast<std::size_t>(limits.count) ||
                                      isOld(entry.startedAt, limits.days, now));
        if (beyond)
            ids.push_back(entry.id);
        else if (oldestKept.empty() || entry.id < oldestKept)
            oldestKept = entry.id;
    }
    // Ids begin with the time, which is all that is known of a damaged one.
    for (const std::string& id : history.damaged)
        if (!oldestKept.empty() && id < oldestKept && isTransactionId(id))
            ids.push_back(id);
    return ids;
}

Status wipeEntry(files::FileSystem& fileSystem, const std::string& stateFolder, const std::string& id) {
    if (!isTransactionId(id))
        return base::failure(ErrorCode::InvalidArgument, id);
    const std::string folder = historyFolder(stateFolder, id);
    auto names = fileSystem.list(folder);
    if (!names)
        return tl::unexpected<base::Error>(names.error());
    // The entry itself goes last, so that a kill leaves something that is found, and wiped, again.
    std::stable_partition(names->begin(), names->end(),
                          [](const std::string& name) { return name != "entry.json"; });
    for (const std::string& name : *names)
        if (auto wiped = wipeFile(fileSystem, files::join(folder, name)); !wiped)
            return wiped;
    if (auto removed = fileSystem.removeFolder(folder); !removed)
        return removed;
    return fileSystem.syncFolder(historyParent(stateFolder));
}

std::optional<std::string> identityOf(const files::FileReader& reader, const std::string& stateFolder) {
    const auto text = reader.read(identityPath(stateFolder), smallFile, Links::Refuse);
    if (!text)
        return std::nullopt;
    std::string identity(base::textOf(*text));
    while (!identity.empty() && identity.back() == '\n')
        identity.pop_back();
    const bool hexadecimal = std::all_of(identity.begin(), identity.end(), [](char c) {
        return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f');
    });
    return identity.size() == 32 && hexadecimal ? std::optional(identity) : std::nullopt;
}

Status giveIdentity(files::FileSystem& fileSystem, const std::string& stateFolder,
                    const std::string& identity, std::optional<base::Owner> owner) {
    if (identityOf(fileSystem, stateFolder))
        return {};
    const std::string path = identityPath(stateFolder);
    const auto removed = fileSystem.remove(path);
    if (!removed && removed.error().code != ErrorCode::FileNotFound)
        return removed;
    return fileSystem.writeNew(path, base::viewOf(identity + "\n"), privateMode, owner);
}

} // namespace certwright::apply

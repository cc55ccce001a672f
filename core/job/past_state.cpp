// Why: see past_state.h.
#include "core/job/past_state.h"

#include <algorithm>

#include "core/apply/stored.h"
#include "core/document/crl_file.h"
#include "core/document/parse.h"
#include "core/files/path.h"

namespace certwright::job {

namespace {

using base::ErrorCode;
static_assert(apply::mostStored == document::maximumStreamedSize, "what is installed can be kept");

const apply::StateFile* stateOf(const apply::Entry& entry, const std::string& path) {
    const auto found = std::ranges::find(entry.state, path, &apply::StateFile::path);
    return found == entry.state.end() ? nullptr : &*found;
}

const apply::KeptChange* changeOf(const apply::Entry& entry, const std::string& path) {
    const auto found = std::ranges::find(entry.changes, path, &apply::KeptChange::path);
    return found == entry.changes.end() ? nullptr : &*found;
}

// Hashes stand for contents; empty: there is no such file. Nothing: the entry does not know.
std::optional<std::string> hashAfter(const apply::Entry& entry, const std::string& path) {
    const apply::StateFile* file = stateOf(entry, path);
    if (file == nullptr)
        return std::nullopt;
    return file->present ? file->sha256 : std::string{};
}

std::optional<std::string> hashBefore(const apply::Entry& entry, const std::string& path) {
    const apply::KeptChange* change = changeOf(entry, path);
    if (change == nullptr)
        return hashAfter(entry, path);
    return change->before ? change->before->sha256 : std::string{};
}

std::optional<std::string> hashOnDisk(const files::FileReader& reader, const std::string& path) {
    const auto file = reader.open(path, apply::mostStored, files::Links::Refuse);
    if (!file && file.error().code == ErrorCode::FileNotFound)
        return std::string{};
    const auto hash = file ? plan::contentHash(**file) : tl::unexpected(file.error());
    return hash ? std::optional(*hash) : std::nullopt;
}

// configSince follows the config from the state to the disk. Between two entries nobody but a person writes:
// a missing or damaged entry counts as such unless the config is the same on both of its sides.
plan::ConfigSince configSince(const files::FileReader& reader, const apply::History& history,
                              const apply::Entry& entry, const std::string& path, Side side) {
    // Nothing known is equal to nothing.
    const auto same = [](const auto& one, const auto& other) { return one && other && *one == *other; };
    auto hash = side == Side::Before ? hashBefore(entry, path) : hashAfter(entry, path);
    const auto first = std::ranges::find(history.entries, entry.id, &apply::Entry::id);
    auto next = first;
    if (side == Side::After && next == history.entries.begin())
        return same(hash, hashOnDisk(reader, path)) ? plan::ConfigSince::Untouched
                                                    : plan::ConfigSince::Edited;
    if (side == Side::After)
        --next;
    for (;; --next) {
        if (!same(hash, hashBefore(*next, path)))
            return plan::ConfigSince::Edited;
        hash = hashAfter(*next, path);
        if (next == history.entries.begin())
            break;
    }
    return same(hash, hashOnDisk(reader, path)) ? plan::ConfigSince::Untouched : plan::ConfigSince::Edited;
}

// Source is one entry in the history of a service, with its config, which is always held whole.
struct Source {
    const files::FileReader& reader;
    const std::string& stateFolder;
    const apply::Entry& entry;
    const std::string& config;

    std::uint64_t heldOf(const std::string& path) const {
        return path == config ? apply::mostStored : document::maximumFileSize;
    }
};

base::Result<plan::RestoreFile> withContent(plan::RestoreFile file,
                                            base::Result<apply::StoredContent> stored) {
    if (!stored)
        return tl::unexpected(stored.error());
    file.content = std::move(stored->content);
    file.large = std::move(stored->large);
    return file;
}

base::Result<plan::RestoreFile> fileAfter(const Source& source, const apply::StateFile& file) {
    plan::RestoreFile result;
    result.path = file.path;
    result.kind = file.kind;
    result.present = file.present;
    result.mode = file.mode;
    result.sha256 = file.sha256;
    if (!file.present || file.kind == plan::KeptKind::Folder)
        return result;
    if (file.keeping == plan::Keeping::Transient) {
        result.withheld = true;
        return result;
    }
    return withContent(std::move(result), apply::storedState(source.reader, source.stateFolder, source.entry,
                                                             file, source.heldOf(file.path)));
}

base::Result<plan::RestoreFile> fileBefore(const Source& source, const apply::KeptChange& change) {
    plan::RestoreFile result;
    result.path = change.path;
    const bool hashed = change.before && !change.before->sha256.empty();
    const bool folder =
        change.kind == plan::ChangeKind::MakeFolder || (change.kind == plan::ChangeKind::SetMode && !hashed);
    result.kind = folder ? plan::KeptKind::Folder : plan::KeptKind::File;
    result.present = change.before.has_value();
    if (!change.before)
        return result;
    result.mode = change.before->mode;
    result.sha256 = change.before->sha256;
    if (folder)
        return result;
    // Setting a mode leaves the content, which is then part of the state after it.
    const apply::StateFile* after = stateOf(source.entry, change.path);
    if (change.kind == plan::ChangeKind::SetMode && after != nullptr) {
        auto file = fileAfter(source, *after);
        if (file)
            file->mode = change.before->mode;
        return file;
    }
    if (change.keeping == plan::Keeping::Transient || change.backup.empty()) {
        result.withheld = true;
        return result;
    }
    return withContent(std::move(result),
                       apply::storedPrevious(source.reader, source.stateFolder, source.entry, change,
                                             source.heldOf(change.path)));
}

base::Status addFiles(const Source& source, Side side, plan::RestorePoint& point) {
    const apply::Entry& entry = source.entry;
    const auto add = [&point](base::Result<plan::RestoreFile> file) -> base::Status {
        if (!file)
            return tl::unexpected(file.error());
        point.files.push_back(std::move(*file));
        return {};
    };
    for (const apply::StateFile& file : entry.state) {
        const apply::KeptChange* change = side == Side::Before ? changeOf(entry, file.path) : nullptr;
        if (auto added = add(change != nullptr ? fileBefore(source, *change) : fileAfter(source, file));
            !added)
            return added;
    }
    if (side == Side::After)
        return {};
    for (const apply::KeptChange& change : entry.changes)
        if (stateOf(entry, change.path) == nullptr)
            if (auto added = add(fileBefore(source, change)); !added)
                return added;
    return {};
}

// leaves tells whether `entry` left just what `point` holds.
bool leaves(const apply::Entry& entry, const plan::RestorePoint& point) {
    return std::ranges::all_of(entry.state, [&point](const apply::StateFile& file) {
        const plan::RestoreFile* known = point.find(file.path);
        if (known == nullptr || known->present != file.present)
            return known == nullptr && !file.present;
        return !file.present || (known->sha256 == file.sha256 && known->mode == file.mode);
    });
}

void nameBefore(const apply::History& history, const apply::Entry& entry, plan::RestorePoint& point) {
    const auto place = std::ranges::find(history.entries, entry.id, &apply::Entry::id);
    const auto older = place == history.entries.end() ? place : place + 1;
    const bool known = older != history.entries.end() && leaves(*older, point);
    point.id = known ? older->id : entry.id + "-before";
    point.proved =
        known && older->proof.outcome == apply::ProofOutcome::Passed ? plan::Proved::Yes : plan::Proved::No;
}

} // namespace

base::Result<const apply::Entry*> entryOf(const apply::History& history, const std::string& stateFolder,
                                          const std::string& id) {
    if (!id.empty()) {
        if (const apply::Entry* entry = history.find(id))
            return entry;
        for (const std::string& damaged : history.damaged)
            if (damaged.starts_with(id))
                return base::failure(ErrorCode::HistoryDamaged, damaged);
        return base::failure(ErrorCode::HistoryUnknown, id);
    }
    if (!history.entries.empty())
        return &history.entries.front();
    if (!history.damaged.empty())
        return base::failure(ErrorCode::HistoryDamaged, history.damaged.back());
    return base::failure(ErrorCode::HistoryUnknown, stateFolder);
}

base::Result<plan::RestorePoint> restorePoint(const files::FileReader& reader, const prove::Place& place,
                                              const apply::History& history, const apply::Entry& entry,
                                              Side side) {
    plan::RestorePoint point;
    const std::string stateFolder = plan::stateFolderOf(place.root);
    const std::string config = files::join(place.root, place.profile->config.path);
    if (auto added = addFiles({reader, stateFolder, entry, config}, side, point); !added)
        return tl::unexpected(added.error());
    point.id = entry.id;
    point.proved = entry.proof.outcome == apply::ProofOutcome::Passed ? plan::Proved::Yes : plan::Proved::No;
    if (side == Side::Before)
        nameBefore(history, entry, point);
    point.config = configSince(reader, history, entry, config, side);
    return point;
}

bool describesDisk(const files::FileReader& reader, const apply::Entry& entry) {
    return std::ranges::all_of(entry.state, [&reader](const apply::StateFile& file) {
        if (file.kind == plan::KeptKind::Folder)
            return true;
        const auto hash = hashOnDisk(reader, file.path);
        return hash && *hash == (file.present ? file.sha256 : std::string{});
    });
}

} // namespace certwright::job

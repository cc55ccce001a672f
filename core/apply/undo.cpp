// Why: the way back must end at the same bytes, modes and owners, from wherever the way there stopped, and
// must not run over what somebody else has put there since.
#include "core/apply/undo.h"

#include "core/apply/exchange.h"
#include "core/apply/layout.h"
#include "core/apply/safety.h"
#include "core/apply/staging.h"
#include "core/apply/touched.h"

namespace certwright::apply {

using base::ErrorCode;
using base::FileKind;
using base::Status;
using files::Links;
using plan::ChangeKind;

namespace {

constexpr std::uint32_t folderMode = 0700;

// Found is what stands at a target now.
enum class Found { Nothing, Before, BeforeContent, After, Other };

base::Result<Found> findAt(const files::FileReader& reader, const Step& step) {
    const auto info = reader.stat(step.path, Links::Refuse);
    if (!info && info.error().code == ErrorCode::FileNotFound)
        return Found::Nothing;
    if (!info)
        return tl::unexpected<base::Error>(info.error());
    if (info->kind != FileKind::Regular)
        return Found::Other;
    const auto hash = hashAt(reader, step.path);
    if (!hash)
        return tl::unexpected<base::Error>(hash.error());
    if (step.before && *hash == step.before->sha256) {
        const bool same = info->mode == step.before->mode && info->owner == step.before->owner;
        return same ? Found::Before : Found::BeforeContent;
    }
    return !step.sha256.empty() && *hash == step.sha256 ? Found::After : Found::Other;
}

// writeCopy writes a copy of a step's backup, if that still is what it was.
Status writeCopy(files::FileSystem& fileSystem, const Journal& journal, std::size_t index,
                 std::unique_ptr<files::OpenFile> backup) {
    const plan::Before before = journal.steps[index].before.value_or(plan::Before{});
    const auto owner =
        before.owner == fileSystem.self() ? std::nullopt : std::optional<base::Owner>(before.owner);
    const auto content = plan::checkedCopy(std::move(backup), backupPath(journal, index), before.sha256);
    return fileSystem.writeNewFrom(returnPath(journal, index), *content, before.mode, owner);
}

// openBackup opens a step's backup.
base::Result<std::unique_ptr<files::OpenFile>> openBackup(const files::FileReader& reader,
                                                          const Journal& journal, std::size_t index) {
    return reader.open(backupPath(journal, index), mostStored, Links::Refuse);
}

// writeReturn writes a copy beside the target's file system's staging, past what a killed undo left there.
Status writeReturn(files::FileSystem& fileSystem, const Journal& journal, std::size_t index) {
    const Step& step = journal.steps[index];
    auto backup = openBackup(fileSystem, journal, index);
    if (!backup)
        return tl::unexpected<base::Error>(std::move(backup.error()));
    auto written = writeCopy(fileSystem, journal, index, std::move(*backup));
    if (written)
        return written;
    if (written.error().code == ErrorCode::FileExists) {
        if (auto removed = fileSystem.remove(returnPath(journal, index)); !removed)
            return removed;
    } else if (written.error().code == ErrorCode::FileNotFound) { // staging did not outlive a power cut
        if (step.area == 0)                                       // may be there
            static_cast<void>(
                fileSystem.makeFolder(stagingParent(journal.stateFolder()), folderMode, std::nullopt));
        if (auto made = fileSystem.makeFolder(stagingFolder(journal, step.area), folderMode, std::nullopt);
            !made)
            return made;
    } else {
        return written;
    }
    backup = openBackup(fileSystem, journal, index);
    if (!backup)
        return tl::unexpected<base::Error>(std::move(backup.error()));
    return writeCopy(fileSystem, journal, index, std::move(*backup));
}

Status restore(files::FileSystem& fileSystem, const Journal& journal, std::size_t index) {
    if (auto restored = writeReturn(fileSystem, journal, index); !restored)
        return restored;
    return fileSystem.replace(returnPath(journal, index), journal.steps[index].path);
}

Status undoFile(files::FileSystem& fileSystem, const Journal& journal, std::size_t index) {
    const Step& step = journal.steps[index];
    const auto found = findAt(fileSystem, step);
    if (!found)
        return tl::unexpected<base::Error>(found.error());
    switch (*found) {
    case Found::Before:
        return {};
    case Found::Nothing:
        return step.before ? restore(fileSystem, journal, index) : Status();
    case Found::BeforeContent:
        return restore(fileSystem, journal, index);
    case Found::After:
        return step.before ? restore(fileSystem, journal, index) : fileSystem.remove(step.path);
    case Found::Other:
        break;
    }
    // Not ours. If our file is still in staging, it never was: this step had not been reached.
    const auto staged = hashAt(fileSystem, stagedPath(journal, index));
    if (step.kind == ChangeKind::WriteFile && staged && *staged && **staged == step.sha256)
        return {};
    return base::failure(ErrorCode::FileChanged, step.path, "changed since");
}

Status undoFolder(files::FileSystem& fileSystem, const Step& step) {
    auto removed = fileSystem.removeFolder(step.path);
    if (removed || removed.error().code == ErrorCode::FileNotFound ||
        removed.error().code == ErrorCode::FileExists) // others have put something there: it stays
        return {};
    return removed;
}

Status undoMode(files::FileSystem& fileSystem, const Step& step) {
    const auto info = fileSystem.stat(step.path, Links::Refuse);
    if (!info)
        return tl::unexpected<base::Error>(info.error());
    const std::uint32_t mode = step.before ? step.before->mode : step.mode;
    return info->mode == mode ? Status() : fileSystem.setMode(step.path, mode);
}

Status undoStep(files::FileSystem& fileSystem, const Journal& journal, std::size_t index) {
    const Step& step = journal.steps[index];
    if (auto way = checkWay(fileSystem, journal, step); !way)
        return way;
    switch (step.kind) {
    case ChangeKind::WriteFile:
    case ChangeKind::RemoveFile:
        return undoFile(fileSystem, journal, index);
    case ChangeKind::MakeFolder:
        return undoFolder(fileSystem, step);
    case ChangeKind::SetMode:
        return undoMode(fileSystem, step);
    }
    return {};
}

// checkExchangeWay holds every step of an exchange to checkWay.
Status checkExchangeWay(const files::FileReader& reader, const Journal& journal, std::size_t exchange) {
    for (const Step& step : journal.steps)
        if (step.exchange == exchange)
            if (auto way = checkWay(reader, journal, step); !way)
                return way;
    return {};
}

tl::unexpected<base::Error> undoFailure(const std::string& path, const base::Error& why) {
    std::string detail(base::errorCodeName(why.code));
    if (why.subject != path)
        detail += " " + why.subject;
    if (!why.detail.empty())
        detail += ": " + why.detail;
    return base::failure(ErrorCode::UndoFailed, path, detail);
}

} // namespace

Status putBack(files::FileSystem& fileSystem, const Journal& journal, std::size_t count) {
    Status first;
    for (std::size_t i = journal.exchanges.size(); i-- > 0;) {
        // Whatever stands in the way of going back at once shows in the steps below.
        const bool safe = checkExchangeWay(fileSystem, journal, i).has_value();
        if (safe)
            static_cast<void>(exchangeBack(fileSystem, journal, i));
    }
    for (std::size_t i = journal.steps.size(); i-- > 0;) {
        if (i >= count && !journal.steps[i].exchange)
            continue;
        auto undone = undoStep(fileSystem, journal, i);
        if (!undone && first)
            first = undoFailure(journal.steps[i].path, undone.error());
    }
    for (const std::string& folder : touchedFolders(journal)) {
        auto synced = fileSystem.syncFolder(folder);
        if (!synced && synced.error().code != ErrorCode::FileNotFound && first)
            first = undoFailure(folder, synced.error());
    }
    return first;
}

Status closeUndone(files::FileSystem& fileSystem, const Journal& journal) {
    if (auto cleared = clearStaging(fileSystem, journal); !cleared)
        return cleared;
    if (auto dropped = dropMadeBases(fileSystem, journal); !dropped)
        return dropped;
    if (auto dropped = dropHistory(fileSystem, journal); !dropped)
        return dropped;
    return dropJournal(fileSystem, journal.stateFolder());
}

Status undoAll(files::FileSystem& fileSystem, Journal& journal, std::size_t count) {
    if (auto back = putBack(fileSystem, journal, count); !back) {
        journal.state = JournalState::UndoFailed;
        static_cast<void>(writeJournal(fileSystem, journal)); // Applying, as it says now, is as good
        return back;
    }
    // From here on a later change by somebody else is no longer taken for half of ours.
    journal.state = JournalState::Undone;
    static_cast<void>(writeJournal(fileSystem, journal));
    static_cast<void>(closeUndone(fileSystem, journal));
    return {};
}

} // namespace certwright::apply

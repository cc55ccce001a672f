// Why: a settled transaction's journal is its history entry; nothing is written twice, and there is no moment
// in which neither is there.
#include "core/apply/history.h"

#include <algorithm>
#include <tuple>

#include "core/apply/journal_text.h"
#include "core/apply/layout.h"
#include "core/apply/recovery.h"
#include "core/apply/staging.h"
#include "core/apply/undo.h"

namespace certwright::apply {

using base::ErrorCode;
using base::Status;
using plan::ChangeKind;

namespace {

constexpr std::uint32_t entryMode = 0600;

Entry entryOf(const Journal& journal) {
    Entry entry{journal.id,         journal.service,       journal.startedAt,    journal.actor.user,
                journal.actor.host, journal.actor.version, journal.findingCodes, {}};
    for (std::size_t i = 0; i < journal.steps.size(); ++i) {
        const Step& step = journal.steps[i];
        if (step.kind != ChangeKind::WriteFile && step.kind != ChangeKind::RemoveFile)
            continue;
        KeptFile file;
        file.path = step.path;
        file.afterSha256 = step.sha256;
        if (step.before) {
            file.backup = backupName(i);
            file.beforeSha256 = step.before->sha256;
            file.beforeMode = step.before->mode;
        }
        entry.files.push_back(std::move(file));
    }
    return entry;
}

base::Result<Entry> readEntry(const files::FileReader& reader, const std::string& stateFolder,
                              const std::string& id) {
    const std::string path = entryPath(stateFolder, id);
    const auto text = reader.read(path, journalLimit, files::Links::Refuse);
    if (!text)
        return tl::unexpected<base::Error>(text.error());
    const auto journal = decodeJournal(*text, stateFolder, path);
    if (!journal)
        return tl::unexpected<base::Error>(journal.error());
    if (journal->id != id || journal->state != JournalState::Applied)
        return base::failure(ErrorCode::JournalDamaged, path);
    return entryOf(*journal);
}

// giveEntry writes the entry as a file of its own, for the account that root works for.
Status giveEntry(files::FileSystem& fileSystem, const Journal& journal, const base::Owner& owner) {
    const std::string path = entryPath(journal.stateFolder(), journal.id);
    const std::string fresh = path + ".new";
    for (const std::string& old : {fresh, path}) // left by one that was killed
        if (auto removed = fileSystem.remove(old);
            !removed && removed.error().code != ErrorCode::FileNotFound)
            return removed;
    if (auto written = fileSystem.writeNew(fresh, encodeJournal(journal), entryMode, owner); !written)
        return written;
    return fileSystem.replace(fresh, path);
}

} // namespace

Status closeKept(files::FileSystem& fileSystem, const Journal& journal) {
    const std::string& state = journal.stateFolder();
    if (auto cleared = clearStaging(fileSystem, journal); !cleared)
        return cleared;
    const auto owner = stateOwner(fileSystem, journal);
    Status kept = owner ? giveEntry(fileSystem, journal, *owner)
                        : fileSystem.replace(journalPath(state), entryPath(state, journal.id));
    if (kept)
        kept = fileSystem.syncFolder(historyFolder(state, journal.id));
    if (!kept)
        return kept;
    return owner ? dropJournal(fileSystem, state) : fileSystem.syncFolder(state);
}

base::Result<History> historyOf(const files::FileReader& reader, const std::string& stateFolder) {
    History history;
    const auto names = reader.list(historyParent(stateFolder));
    if (!names && names.error().code == ErrorCode::FileNotFound)
        return history;
    if (!names)
        return tl::unexpected<base::Error>(names.error());
    const bool open = interrupted(reader, stateFolder);
    for (const std::string& name : *names) {
        auto entry = readEntry(reader, stateFolder, name);
        if (entry)
            history.entries.push_back(std::move(*entry));
        else if (!open || entry.error().code != ErrorCode::FileNotFound) // else: it is not finished yet
            history.damaged.push_back(name);
    }
    std::sort(history.entries.begin(), history.entries.end(), [](const Entry& left, const Entry& right) {
        return std::tie(left.startedAt, left.id) > std::tie(right.startedAt, right.id);
    });
    return history;
}

} // namespace certwright::apply

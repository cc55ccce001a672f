// Why: the journal on the disk is always a whole one: written beside, made durable, renamed over.
#include "core/apply/journal.h"

#include "core/apply/journal_text.h"
#include "core/apply/layout.h"

namespace certwright::apply {

using base::ErrorCode;

namespace {

constexpr std::uint32_t journalMode = 0600;
constexpr std::uint32_t writableByOthers = 0022;

// removeIfThere removes a file and is content if there is none.
base::Status removeIfThere(files::FileSystem& fileSystem, const std::string& path) {
    auto removed = fileSystem.remove(path);
    if (!removed && removed.error().code != ErrorCode::FileNotFound)
        return removed;
    return {};
}

} // namespace

base::Result<std::optional<Journal>> readJournal(const files::FileReader& reader,
                                                 const std::string& stateFolder) {
    const std::string path = journalPath(stateFolder);
    const auto info = reader.stat(path, files::Links::Refuse);
    if (!info && info.error().code == ErrorCode::FileNotFound)
        return std::optional<Journal>();
    if (!info)
        return tl::unexpected<base::Error>(info.error());
    if (info->kind != base::FileKind::Regular || info->size > journalLimit)
        return base::failure(ErrorCode::JournalDamaged, path, "no regular file, or too large");
    // Whoever can put a journal here decides what is written where; so it must be our own.
    if (info->owner.user != reader.self().user || info->links != 1 || (info->mode & writableByOthers) != 0)
        return base::failure(ErrorCode::TargetUnsafe, path, reader.accountName(info->owner.user));
    const auto text = reader.read(path, journalLimit, files::Links::Refuse);
    if (!text)
        return tl::unexpected<base::Error>(text.error());
    auto journal = decodeJournal(*text, stateFolder, path);
    if (!journal)
        return tl::unexpected<base::Error>(std::move(journal.error()));
    return std::optional<Journal>(std::move(*journal));
}

base::Status writeJournal(files::FileSystem& fileSystem, const Journal& journal) {
    const std::string fresh = newJournalPath(journal.stateFolder());
    const base::Bytes text = encodeJournal(journal);
    auto written = fileSystem.writeNew(fresh, text, journalMode, std::nullopt);
    if (!written && written.error().code == ErrorCode::FileExists) { // left by one that was killed
        if (auto removed = fileSystem.remove(fresh); !removed)
            return removed;
        written = fileSystem.writeNew(fresh, text, journalMode, std::nullopt);
    }
    if (!written)
        return written;
    if (auto replaced = fileSystem.replace(fresh, journalPath(journal.stateFolder())); !replaced) {
        static_cast<void>(fileSystem.remove(fresh)); // the failure to tell of is the first
        return replaced;
    }
    return fileSystem.syncFolder(journal.stateFolder());
}

base::Status dropJournal(files::FileSystem& fileSystem, const std::string& stateFolder) {
    if (auto removed = removeIfThere(fileSystem, newJournalPath(stateFolder)); !removed)
        return removed;
    if (auto removed = removeIfThere(fileSystem, journalPath(stateFolder)); !removed)
        return removed;
    return fileSystem.syncFolder(stateFolder);
}

} // namespace certwright::apply

// Why: what is read back after years is believed only as far as its hashes go.
#include "core/apply/history.h"

#include <algorithm>
#include <tuple>

#include "core/apply/journal_text.h"
#include "core/apply/layout.h"

namespace certwright::apply {

using base::ErrorCode;
using files::Links;
using plan::ChangeKind;

namespace {

KeptChange changeOf(const Step& step, std::size_t index) {
    KeptChange change;
    change.kind = step.kind;
    change.purpose = step.purpose;
    change.slot = step.slot;
    change.path = step.path;
    change.before = step.before;
    change.mode = step.mode;
    change.sha256 = step.sha256;
    change.about = step.about;
    change.beforeAbout = step.beforeAbout;
    change.keeping = step.keeping;
    const bool kept = step.before && step.keeping == plan::Keeping::Stored;
    if (kept && (step.kind == ChangeKind::WriteFile || step.kind == ChangeKind::RemoveFile))
        change.backup = backupName(index);
    return change;
}

Entry entryOf(Journal journal) {
    Entry entry;
    entry.sequence = journal.sequence;
    entry.id = std::move(journal.id);
    entry.operation = journal.operation;
    entry.restores = std::move(journal.restores);
    entry.service = std::move(journal.service);
    entry.startedAt = journal.startedAt;
    entry.actor = std::move(journal.actor);
    entry.findings = std::move(journal.findings);
    for (std::size_t i = 0; i < journal.steps.size(); ++i)
        entry.changes.push_back(changeOf(journal.steps[i], i));
    entry.difference = std::move(journal.difference);
    entry.state = std::move(journal.stored);
    entry.proof = std::move(journal.proof);
    return entry;
}

base::Result<Entry> readEntry(const files::FileReader& reader, const std::string& stateFolder,
                              const std::string& id) {
    const std::string path = entryPath(stateFolder, id);
    const auto text = reader.read(path, journalLimit, Links::Refuse);
    if (!text)
        return tl::unexpected<base::Error>(text.error());
    auto journal = decodeJournal(*text, stateFolder, path);
    if (!journal)
        return tl::unexpected<base::Error>(std::move(journal.error()));
    if (journal->id != id || journal->state != JournalState::Applied)
        return base::failure(ErrorCode::JournalDamaged, path);
    return entryOf(std::move(*journal));
}

} // namespace

const Entry* History::find(const std::string& id) const {
    const Entry* found = nullptr;
    for (const Entry& entry : entries) {
        if (entry.id == id)
            return &entry;
        if (id.empty() || !entry.id.starts_with(id))
            continue;
        if (found != nullptr)
            return nullptr;
        found = &entry;
    }
    return found;
}

base::Result<History> historyOf(const files::FileReader& reader, const std::string& stateFolder) {
    History history;
    const auto names = reader.list(historyParent(stateFolder));
    if (!names && names.error().code == ErrorCode::FileNotFound)
        return history;
    if (!names)
        return tl::unexpected<base::Error>(names.error());
    const auto open = readJournal(reader, stateFolder);
    for (const std::string& name : *names) {
        auto entry = readEntry(reader, stateFolder, name);
        const bool unfinished = open && *open && (*open)->id == name;
        if (entry)
            history.entries.push_back(std::move(*entry));
        else if (!unfinished)
            history.damaged.push_back(name);
    }
    std::sort(history.entries.begin(), history.entries.end(), [](const Entry& left, const Entry& right) {
        return std::tie(left.sequence, left.id) > std::tie(right.sequence, right.id);
    });
    return history;
}

} // namespace certwright::apply

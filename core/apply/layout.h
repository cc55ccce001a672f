// Why: every name below a state folder, in one place: what staging makes, undo and recovery must find. Inside
// this room only.
#pragma once

#include <cstdint>
#include <string>

#include "core/apply/journal.h"
#include "core/apply/stored.h"
#include "core/files/path.h"

namespace certwright::apply {

// Where a state's content ends, in octets: several files of the largest size, one behind the other.
inline constexpr std::uint64_t largestState = 64 * mostStored;

inline std::string journalPath(const std::string& stateFolder) {
    return files::join(stateFolder, "journal.json");
}

// newJournalPath is where a journal is written before it is renamed; such a file is not a journal.
inline std::string newJournalPath(const std::string& stateFolder) {
    return files::join(stateFolder, "journal.json.new");
}

inline std::string stagingParent(const std::string& stateFolder) {
    return files::join(stateFolder, "staging");
}

inline std::string historyParent(const std::string& stateFolder) {
    return files::join(stateFolder, "history");
}

inline std::string historyFolder(const std::string& stateFolder, const std::string& id) {
    return files::join(historyParent(stateFolder), id);
}

inline std::string entryPath(const std::string& stateFolder, const std::string& id) {
    return files::join(historyFolder(stateFolder, id), "entry.json");
}

// statePath is the file that holds the content of every managed file after the transaction.
inline std::string statePath(const std::string& stateFolder, const std::string& id) {
    return files::join(historyFolder(stateFolder, id), "state");
}

// backupName is the file in the history folder that holds the previous content of step `index`.
inline std::string backupName(std::size_t index) {
    return "file-" + std::to_string(index);
}

inline std::string backupPath(const Journal& journal, std::size_t index) {
    return files::join(historyFolder(journal.stateFolder(), journal.id), backupName(index));
}

// stagingFolder is a folder of its own in the service root's area, and the state folder itself elsewhere.
inline std::string stagingFolder(const Journal& journal, std::size_t area) {
    if (area == 0)
        return files::join(stagingParent(journal.stateFolder()), journal.id);
    return journal.areas[area].state;
}

// setFolder is the copy of an exchanged folder, and after the exchange the old folder itself.
inline std::string setFolder(const Journal& journal, std::size_t exchange) {
    return files::join(stagingFolder(journal, 0), "set-" + std::to_string(exchange));
}

inline std::string stagedPath(const Journal& journal, std::size_t index) {
    const Step& step = journal.steps[index];
    if (step.exchange)
        return files::join(setFolder(journal, *step.exchange), files::fileNameOf(step.path));
    return files::join(stagingFolder(journal, step.area), journal.id + "-" + std::to_string(index));
}

// returnPath is where a backup is copied to before it is renamed back over its target.
inline std::string returnPath(const Journal& journal, std::size_t index) {
    const std::string name = journal.id + "-" + std::to_string(index) + "-back";
    return files::join(stagingFolder(journal, journal.steps[index].area), name);
}

} // namespace certwright::apply

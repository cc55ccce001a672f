// Why: what is going on must be on the disk before it goes on, in a form that says alone how to end it.
// Inside this room only.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "core/apply/applier.h"

namespace certwright::apply {

// JournalState: Prepared: staging only, no target touched. Applying: targets may be old or new. Applied: all
// are new and durable. Undone: all are old again and durable; what is left is tidying. UndoFailed: as
// Applying, and putting back has failed once.
enum class JournalState { Prepared, Applying, Applied, Undone, UndoFailed };

// Step is a plan::Change without content: `area` is the index of the area that it lies in, `sha256` that of
// the new content (WriteFile only). SetMode of a folder has an empty before->sha256. `exchange` is the index
// of the exchange that it belongs to.
struct Step {
    plan::ChangeKind kind = plan::ChangeKind::WriteFile;
    plan::Purpose purpose = plan::Purpose::SlotFile;
    std::string slot;
    std::string path;
    std::size_t area = 0;
    std::uint32_t mode = 0;
    std::optional<base::Owner> owner;
    std::optional<plan::Before> before;
    std::string sha256;
    std::string about;
    std::string beforeAbout;
    plan::Placement placement = plan::Placement::RenameOver;
    plan::Keeping keeping = plan::Keeping::Stored;
    std::optional<std::size_t> exchange;

    bool isFile() const { return before ? !before->sha256.empty() : kind == plan::ChangeKind::WriteFile; }
};

// JournalArea is a plan::Area and which of its two folders this transaction makes while staging.
struct JournalArea {
    std::string base;
    std::string state;
    bool madeBase = false;
    bool madeState = false;
};

// Journal is one transaction. steps[i] is the plan's changes[i]. A settled transaction's journal, with
// `state` and `proof` filled in, is its history entry.
struct Journal {
    JournalState state = JournalState::Prepared;
    std::uint64_t sequence = 0;
    std::string id;
    plan::Operation operation = plan::Operation::Import;
    std::string restores;
    std::string service;
    base::Time startedAt;
    Actor actor;
    check::Findings findings;
    std::vector<JournalArea> areas;
    std::vector<Step> steps;
    std::vector<plan::Exchange> exchanges;
    std::vector<plan::KeptPath> kept;
    std::vector<plan::DifferenceLine> difference;
    std::vector<StateFile> stored;
    ProofRecord proof;

    const std::string& stateFolder() const { return areas.front().state; }
};

// journalOf records a plan (without its place in the sequence). InvalidArgument (subject: the path or id)
// where the plan breaks its own contract: no area, a path outside its areas, the same path twice, a hash that
// is not the content's.
base::Result<Journal> journalOf(const plan::Plan& plan, const std::string& id, base::Time now,
                                const Actor& actor);
// brokenRule returns the first value in `journal` that must not be acted on (see journalOf; a journal on the
// disk may be damaged or hostile); nothing if all is well.
std::optional<std::string> brokenRule(const Journal& journal);
// isPlainPath tells whether `path` is absolute UTF-8 without empty, "." and ".." components.
bool isPlainPath(const std::string& path);
// isTransactionId tells whether `id` is 1 to 64 of [0-9A-Za-z-].
bool isTransactionId(const std::string& id);

// readJournal reads the open journal; nothing if there is none. JournalDamaged if it cannot be understood,
// TargetUnsafe if somebody else may have written it, else the reader's errors.
base::Result<std::optional<Journal>> readJournal(const files::FileReader& reader,
                                                 const std::string& stateFolder);
// writeJournal replaces the journal on the disk, atomically and durably.
base::Status writeJournal(files::FileSystem& fileSystem, const Journal& journal);
// dropJournal removes the journal, and what a killed writeJournal left, durably.
base::Status dropJournal(files::FileSystem& fileSystem, const std::string& stateFolder);

} // namespace certwright::apply

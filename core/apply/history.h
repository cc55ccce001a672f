// Why: every earlier state can be restored (DESIGN promise 3): what a finished transaction leaves behind,
// read back.
//
// "<root>/.certwright/history/<id>/" holds entry.json (what happened, with its own checksum), file-N (the
// previous content of the N-th change) and state (the content of every managed file after the transaction,
// one after the other). Each entry is whole in itself: a damaged or removed one takes no other with it. Paths
// in the service root are stored relative to it, so that a moved folder keeps its past.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "core/base/clock.h"
#include "core/base/result.h"
#include "core/files/file_system.h"
#include "core/plan/plan.h"

namespace certwright::apply {

// Actor is who does it, for journal and history.
struct Actor {
    std::string user;
    std::string host;
    std::string version;
};

// ProofOutcome: Passed and Failed as it went; NotMade: nothing installed to prove, or ended before the proof.
enum class ProofOutcome { NotMade, Passed, Failed };
// ProofRecord is what the history keeps of a proof: prove::proofStepName of each step that passed.
struct ProofRecord {
    ProofOutcome outcome = ProofOutcome::NotMade;
    std::vector<std::string> steps;
    std::string protocol;
    std::string cipher;
};

// KeptChange is one change of a finished transaction. `backup` is the file in the entry's folder with the
// previous content, empty if there was none or it was not kept (`keeping`).
struct KeptChange {
    plan::ChangeKind kind = plan::ChangeKind::WriteFile;
    plan::Purpose purpose = plan::Purpose::SlotFile;
    std::string slot;
    std::string path;
    std::string backup;
    std::optional<plan::Before> before;
    std::uint32_t mode = 0;
    std::string sha256;
    std::string about;
    std::string beforeAbout;
    plan::Keeping keeping = plan::Keeping::Stored;
};

// StateFile is one managed file or folder as it was after the transaction. `present` tells whether it was
// there; a transient one has no content. `offset` and `size` find the content in the entry's state file.
struct StateFile {
    std::string path;
    plan::KeptKind kind = plan::KeptKind::File;
    plan::Keeping keeping = plan::Keeping::Stored;
    bool present = false;
    std::uint32_t mode = 0;
    base::Owner owner;
    std::string sha256;
    std::uint64_t offset = 0;
    std::uint64_t size = 0;
};

// Entry is one finished transaction. `sequence` counts up whatever the clock does; `findings` are those of
// its plan; `difference` is the config's, secrets masked.
struct Entry {
    std::uint64_t sequence = 0;
    std::string id;
    plan::Operation operation = plan::Operation::Import;
    std::string restores;
    std::string service;
    base::Time startedAt;
    Actor actor;
    check::Findings findings;
    std::vector<KeptChange> changes;
    std::vector<plan::DifferenceLine> difference;
    std::vector<StateFile> state;
    ProofRecord proof;
};

// History lists finished transactions, newest (highest sequence) first; `damaged` names the folders of those
// that cannot be read.
struct History {
    std::vector<Entry> entries;
    std::vector<std::string> damaged;

    // find returns the entry with `id`, or the only one whose id starts with it; nullptr otherwise.
    const Entry* find(const std::string& id) const;
};

// historyOf reads all entries in `stateFolder`; empty if there is none. Errors: the reader's.
base::Result<History> historyOf(const files::FileReader& reader, const std::string& stateFolder);

// stateContent returns the content of one present, stored file of an entry, hash-checked. HistoryDamaged if
// it is not what was stored.
base::Result<base::Bytes> stateContent(const files::FileReader& reader, const std::string& stateFolder,
                                       const Entry& entry, const StateFile& file);

// previousContent returns what a change replaced or removed, hash-checked. HistoryDamaged as above, or if it
// was not kept.
base::Result<base::Bytes> previousContent(const files::FileReader& reader, const std::string& stateFolder,
                                          const Entry& entry, const KeptChange& change);

// HistoryLimits: entries beyond the newest `count`, or older than `days` days, are wiped; the newest always
// stays.
struct HistoryLimits {
    int count = 10;
    int days = 400;
};

// limitsOf returns the limits that were chosen for this service, or the defaults. writeLimits stores them.
HistoryLimits limitsOf(const files::FileReader& reader, const std::string& stateFolder);
base::Status writeLimits(files::FileSystem& fileSystem, const std::string& stateFolder,
                         const HistoryLimits& limits);

// outdated lists the entries (and damaged ones that are older than all that stay) that `limits` no longer
// allow; wipeEntry overwrites and removes one of them, so that a kill leaves a damaged entry at most.
std::vector<std::string> outdated(const History& history, const HistoryLimits& limits, base::Time now);
base::Status wipeEntry(files::FileSystem& fileSystem, const std::string& stateFolder, const std::string& id);

// identityOf returns the random name (32 hexadecimal digits) that a service folder got with its first
// transaction and keeps wherever it is moved; nothing if it has none.
std::optional<std::string> identityOf(const files::FileReader& reader, const std::string& stateFolder);
// giveIdentity makes one if there is none, for `owner` where given; `identity` is used then.
base::Status giveIdentity(files::FileSystem& fileSystem, const std::string& stateFolder,
                          const std::string& identity, std::optional<base::Owner> owner);

} // namespace certwright::apply

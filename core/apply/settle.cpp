// Why: what a transaction leaves behind is whole in itself: the state after it in one file, and an entry that
// says what is where and how it came about.
#include <utility>

#include "core/apply/journal_text.h"
#include "core/apply/layout.h"
#include "core/apply/staging.h"
#include "core/apply/undo.h"

namespace certwright::apply {

using base::ErrorCode;
using base::Status;
using files::Links;

namespace {

constexpr std::uint32_t privateMode = 0600;
constexpr std::uint64_t contentLimit = std::uint64_t{256} * 1024 * 1024;
constexpr std::size_t identityLength = 32;

// Bundle is the content of the state file; it may hold key stores, so it is wiped.
struct Bundle {
    base::Bytes content;
    std::vector<StateFile> files;

    Bundle() = default;
    Bundle(const Bundle&) = delete;
    Bundle& operator=(const Bundle&) = delete;
    ~Bundle() { base::wipe(content); }

    void add(const base::Bytes& piece) {
        if (content.capacity() < content.size() + piece.size()) {
            base::Bytes larger;
            larger.reserve((content.size() + piece.size()) * 2);
            larger.assign(content.begin(), content.end());
            base::wipe(content);
            content = std::move(larger);
        }
        content.insert(content.end(), piece.begin(), piece.end());
    }
};

// readKept describes one kept path as it is now and adds its content.
Status readKept(const files::FileReader& reader, const plan::KeptPath& kept, Bundle& bundle) {
    StateFile file;
    file.path = kept.path;
    file.kind = kept.kind;
    file.keeping = kept.keeping;
    const auto info = reader.stat(kept.path, Links::Refuse);
    const auto wanted =
        kept.kind == plan::KeptKind::Folder ? base::FileKind::Folder : base::FileKind::Regular;
    if (!info && info.error().code != ErrorCode::FileNotFound &&
        info.error().code != ErrorCode::FolderNotRegular)
        return tl::unexpected<base::Error>(info.error());
    file.present = info && info->kind == wanted;
    if (file.present) {
        file.mode = info->mode;
        file.owner = info->owner;
    }
    if (file.present && kept.kind == plan::KeptKind::File) {
        auto content = reader.read(kept.path, contentLimit, Links::Refuse);
        if (!content)
            return tl::unexpected<base::Error>(std::move(content.error()));
        file.sha256 = plan::contentHash(*content);
        if (kept.keeping == plan::Keeping::Stored) {
            file.offset = bundle.content.size();
            file.size = content->size();
            bundle.add(*content);
        }
        base::wipe(*content);
    }
    bundle.files.push_back(std::move(file));
    return {};
}

// writeFresh writes a file past what a killed settling left at its path.
Status writeFresh(files::FileSystem& fileSystem, const std::string& path, base::ByteView content,
                  const std::optional<base::Owner>& owner) {
    auto removed = fileSystem.remove(path);
    if (!removed && removed.error().code != ErrorCode::FileNotFound)
        return removed;
    return fileSystem.writeNew(path, content, privateMode, owner);
}

Status writeEntry(files::FileSystem& fileSystem, const Journal& journal, const ProofRecord& proof) {
    Bundle bundle;
    for (const plan::KeptPath& kept : journal.kept)
        if (auto read = readKept(fileSystem, kept, bundle); !read)
            return read;
    Journal entry = journal;
    entry.stored = bundle.files;
    entry.proof = proof;
    const std::string& state = journal.stateFolder();
    const auto owner = stateOwner(fileSystem, journal);
    if (auto written = writeFresh(fileSystem, statePath(state, journal.id), bundle.content, owner); !written)
        return written;
    const std::string path = entryPath(state, journal.id);
    if (auto written = writeFresh(fileSystem, path + ".new", encodeJournal(entry), owner); !written)
        return written;
    if (auto replaced = fileSystem.replace(path + ".new", path); !replaced)
        return replaced;
    return fileSystem.syncFolder(historyFolder(state, journal.id));
}

// isWritten tells whether a settling that was killed had come as far as the whole entry.
bool isWritten(const files::FileReader& reader, const Journal& journal) {
    const std::string path = entryPath(journal.stateFolder(), journal.id);
    const auto text = reader.read(path, journalLimit, Links::Refuse);
    if (!text)
        return false;
    const auto entry = decodeJournal(*text, journal.stateFolder(), path);
    return entry && entry->id == journal.id;
}

} // namespace

Status closeKept(files::FileSystem& fileSystem, const Journal& journal, const ProofRecord& proof) {
    const std::string& state = journal.stateFolder();
    if (auto cleared = clearStaging(fileSystem, journal); !cleared)
        return cleared;
    if (!isWritten(fileSystem, journal))
        if (auto written = writeEntry(fileSystem, journal, proof); !written)
            return written;
    if (auto wiped = wipeTransient(fileSystem, journal); !wiped)
        return wiped;
    const std::string identity =
        plan::contentHash(base::viewOf(journal.id + state)).substr(0, identityLength);
    if (auto given = giveIdentity(fileSystem, state, identity, stateOwner(fileSystem, journal)); !given)
        return given;
    return dropJournal(fileSystem, state);
}

} // namespace certwright::apply

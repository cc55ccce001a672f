// Why: what a transaction leaves behind is whole in itself: the state after it in one file, and an entry that
// says what is where and how it came about.
#include <algorithm>
#include <utility>

#include "core/apply/journal_text.h"
#include "core/apply/layout.h"
#include "core/apply/staging.h"
#include "core/apply/stored_content.h"
#include "core/apply/undo.h"

namespace certwright::apply {

using base::ErrorCode;
using base::Status;
using files::Links;

namespace {

constexpr std::uint32_t privateMode = 0600;
constexpr std::size_t identityLength = 32;
constexpr std::uint64_t mostHeld = std::uint64_t{1024} * 1024;

// Bundle hands out the content of the state file, every stored one of the kept files behind the other, and
// takes down where each lies. What it holds may be a key store, so it is wiped.
class Bundle final : public files::NewContent {
  public:
    Bundle(const files::FileReader& reader, const std::vector<plan::KeptPath>& kept)
        : m_reader(reader)
        , m_kept(kept) {}
    Bundle(const Bundle&) = delete;
    Bundle& operator=(const Bundle&) = delete;
    ~Bundle() override { base::wipe(m_held); }

    base::Result<std::size_t> next(std::span<std::uint8_t> place) override;
    // files describes all of them, once the end was handed out.
    const std::vector<StateFile>& files() const { return m_files; }

  private:
    Status describe(const plan::KeptPath& kept);
    Status begin(const plan::KeptPath& kept, StateFile& file);
    base::Result<std::size_t> ofFile(std::span<std::uint8_t> place);

    const files::FileReader& m_reader;
    const std::vector<plan::KeptPath>& m_kept;
    std::vector<StateFile> m_files;
    // The file that is being handed out: a small one whole, since it is read only once then; a large one as
    // it was hashed.
    base::Bytes m_held;
    std::size_t m_given = 0;
    std::unique_ptr<files::NewContent> m_large;
    std::uint64_t m_size = 0;
};

// describe takes down one kept path as it is now, and begins with its content.
Status Bundle::describe(const plan::KeptPath& kept) {
    StateFile file;
    file.path = kept.path;
    file.kind = kept.kind;
    file.keeping = kept.keeping;
    const auto info = m_reader.stat(kept.path, Links::Refuse);
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
    Status begun;
    if (file.present && kept.kind == plan::KeptKind::File)
        begun = begin(kept, file);
    m_files.push_back(std::move(file));
    return begun;
}

Status Bundle::begin(const plan::KeptPath& kept, StateFile& file) {
    auto open = m_reader.open(kept.path, mostStored, Links::Refuse);
    if (!open)
        return tl::unexpected<base::Error>(std::move(open.error()));
    const std::uint64_t size = (*open)->size();
    const bool stored = kept.keeping == plan::Keeping::Stored;
    if (stored && size <= mostHeld) {
        auto held = contentOf(**open);
        if (!held)
            return tl::unexpected<base::Error>(std::move(held.error()));
        m_held = std::move(*held);
        file.sha256 = plan::contentHash(m_held);
        file.size = m_held.size();
    } else {
        auto hash = plan::contentHash(**open);
        if (!hash)
            return tl::unexpected<base::Error>(std::move(hash.error()));
        file.sha256 = std::move(*hash);
    }
    if (!stored)
        return {};
    file.offset = m_size;
    if (size <= mostHeld)
        return {};
    file.size = size;
    m_large = plan::checkedCopy(std::move(*open), kept.path, file.sha256);
    return {};
}

base::Result<std::size_t> Bundle::ofFile(std::span<std::uint8_t> place) {
    if (m_large)
        return m_large->next(place);
    const std::size_t count = std::min(place.size(), m_held.size() - m_given);
    std::copy_n(m_held.begin() + static_cast<std::ptrdiff_t>(m_given), count, place.begin());
    m_given += count;
    return count;
}

base::Result<std::size_t> Bundle::next(std::span<std::uint8_t> place) {
    for (;;) {
        const auto count = ofFile(place);
        if (!count)
            return count;
        m_size += *count;
        if (*count > 0)
            return count;
        m_large.reset();
        base::wipe(m_held);
        m_held.clear();
        m_given = 0;
        if (m_files.size() == m_kept.size())
            return 0;
        if (auto described = describe(m_kept[m_files.size()]); !described)
            return tl::unexpected<base::Error>(std::move(described.error()));
    }
}

// clearWay removes what a killed settling left at a path.
Status clearWay(files::FileSystem& fileSystem, const std::string& path) {
    auto removed = fileSystem.remove(path);
    if (!removed && removed.error().code != ErrorCode::FileNotFound)
        return removed;
    return {};
}

Status writeEntry(files::FileSystem& fileSystem, const Journal& journal, const ProofRecord& proof) {
    const std::string& state = journal.stateFolder();
    const std::string path = entryPath(state, journal.id);
    for (const std::string& way : {statePath(state, journal.id), path + ".new"})
        if (auto cleared = clearWay(fileSystem, way); !cleared)
            return cleared;
    const auto owner = stateOwner(fileSystem, journal);
    Bundle bundle(fileSystem, journal.kept);
    if (auto written = fileSystem.writeNewFrom(statePath(state, journal.id), bundle, privateMode, owner);
        !written)
        return written;
    Journal entry = journal;
    entry.stored = bundle.files();
    entry.proof = proof;
    if (auto written = fileSystem.writeNew(path + ".new", encodeJournal(entry), privateMode, owner); !written)
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

// Why: see content.h. Octets may be a key's, so the buffer is wiped after every file.
#include "core/scan/content.h"

#include <algorithm>

#include "core/archive/zip.h"
#include "core/document/mended_content.h"
#include "core/document/parse.h"
#include "core/files/path.h"
#include "core/ossl/digest.h"
#include "core/scan/conditions.h"
#include "core/scan/large_lists.h"

namespace certwright::scan {

namespace {

using base::ByteView;

// One archive: as many entries and octets as an import takes, of each entry as much as of a file.
constexpr archive::Limits archiveLimits{2000, document::maximumFileSize, 256ULL * 1024 * 1024};
constexpr std::size_t pieceSize = 65536;
constexpr std::size_t overlap = pemBeginning - 1;

Kind kindOf(const document::Object& object) {
    struct Visit {
        Kind operator()(const document::Certificate&) const { return Kind::Certificate; }
        Kind operator()(const document::Crl&) const { return Kind::Crl; }
        Kind operator()(const document::EncryptedKey&) const { return Kind::EncryptedKey; }
        Kind operator()(const document::PrivateKey&) const { return Kind::Key; }
        Kind operator()(const document::Pkcs12&) const { return Kind::Store; }
        Kind operator()(const document::Request&) const { return Kind::Request; }
    };
    return std::visit(Visit{}, object);
}

const document::KeyFacts* keyOf(const document::Object& object) {
    if (const auto* certificate = std::get_if<document::Certificate>(&object))
        return &certificate->facts.key;
    if (const auto* key = std::get_if<document::PrivateKey>(&object))
        return &key->facts;
    if (const auto* request = std::get_if<document::Request>(&object))
        return &request->facts.key;
    return nullptr;
}

// identityOf is the digest by which two things are the same; empty for those that are not compared.
base::Bytes identityOf(const document::Object& object, const base::Bytes& keyId) {
    if (const auto* certificate = std::get_if<document::Certificate>(&object))
        return certificate->facts.fingerprint;
    if (const auto* key = std::get_if<document::EncryptedKey>(&object))
        return ossl::sha256(key->encoded);
    return std::holds_alternative<document::PrivateKey>(object) ? keyId : base::Bytes();
}

void clean(std::span<std::uint8_t> octets) {
    volatile std::uint8_t* at = octets.data();
    for (std::size_t i = 0; i < octets.size(); ++i)
        at[i] = 0;
}

} // namespace

// Unpacking gets the files of one archive. Archives within are not opened.
class Contents::Unpacking final : public archive::Receiver {
  public:
    Unpacking(Contents& contents, Source& archive)
        : m_contents(contents)
        , m_archive(archive) {}

    bool wants(const std::string&) override { return true; }
    void take(const std::string& name, secret::SecretBytes content) override {
        const ByteView octets = content.reveal(m_contents.m_access);
        Letters letters = Letters::One;
        const Look look = m_contents.look(octets, octets.size(), name, letters);
        Source source{files::join(m_archive.path, name), octets.size(), m_archive.mode};
        if (look == Look::Whole)
            m_contents.readObjects(octets, source);
    }

  private:
    Contents& m_contents;
    Source& m_archive;
};

void Contents::tellUnreadable(const base::Error& error) {
    add(m_yield.tally, error);
    m_listener.unreadable(error);
}

void Contents::read(const files::Folder& folder, const std::string& name) {
    const auto file = folder.file(name);
    if (!file)
        return tellUnreadable(file.error());
    const Source source{files::join(folder.path(), name), (*file)->size(), (*file)->mode()};
    if (const auto done = readOpen(**file, source, name); !done)
        tellUnreadable(done.error());
}

base::Status Contents::readOpen(files::FolderFile& file, Source source, const std::string& name) {
    m_buffer.resize(std::max(m_buffer.size(), peekSize));
    const auto wanted = static_cast<std::size_t>(std::min<std::uint64_t>(source.size, peekSize));
    const auto held = file.read(std::span(m_buffer).first(wanted));
    if (!held)
        return tl::unexpected(held.error());
    m_used = *held;
    const ByteView first = ByteView(m_buffer).first(*held);
    base::Status done;
    Letters letters = Letters::One;
    const std::string_view format = foreignFormat(first);
    if (!format.empty()) {
        Found thing;
        thing.kind = Kind::Foreign;
        thing.format = format;
        tell(std::move(thing), source);
    } else if (source.size > document::maximumFileSize) {
        done = readLarge(file, source, first);
    } else if (const Look seen = look(first, source.size, name, letters); seen == Look::Text) {
        done = readText(file, source, *held, letters);
    } else if (seen != Look::Nothing) {
        done = readWhole(file, source, *held);
    }
    clean(std::span(m_buffer).first(m_used));
    if (m_buffer.size() > 16 * pieceSize)
        base::Bytes().swap(m_buffer);
    return done;
}

// look is lookAt that also looks behind UTF-16; `letters` then tells that it is.
Look Contents::look(ByteView first, std::uint64_t size, const std::string& name, Letters& letters) const {
    const Look wide = lookAt(first, size, name);
    if (wide != Look::Utf16)
        return wide;
    const auto mended = document::mendedContent(first.first(first.size() / 2 * 2), m_access);
    if (!mended)
        return Look::Nothing;
    letters = Letters::Two;
    const Look narrow = lookAt(mended->content.reveal(m_access), size / 2, name);
    return narrow == Look::Whole || narrow == Look::Text ? narrow : Look::Nothing;
}

// Of files that are too large to be held lists are read; anything else that begins like ours is counted.
base::Status Contents::readLarge(files::FolderFile& file, Source& source, ByteView first) {
    Letters letters = Letters::One;
    if (!beginsCrl(first)) {
        const bool text = first.empty() || first[0] != 0x30;
        if (text && look(first, source.size, {}, letters) == Look::Whole)
            ++m_yield.tally.large;
        return {};
    }
    const LargeLists lists{[&](const document::ParsedFile& found) {
                               for (const document::Item& item : found.items)
                                   tellItem(item, source);
                               for (const document::Damage& damage : found.damages)
                                   tellDamage(damage, source);
                           },
                           [&](std::uint64_t done) { m_listener.reading(source.path, done, source.size); }};
    const auto extent = readLists(file, first, lists, m_progress);
    if (!extent)
        return tl::unexpected(extent.error());
    m_yield.tally.large += *extent == Extent::Part ? 1U : 0U;
    return {};
}

// readText searches the rest of a text in pieces, and reads all of it only if a block begins somewhere.
base::Status Contents::readText(files::FolderFile& file, Source& source, std::size_t held, Letters letters) {
    m_buffer.resize(std::max(m_buffer.size(), pieceSize));
    // A block may begin across the end of a piece.
    std::size_t kept = std::min(held, overlap);
    std::copy_n(m_buffer.begin() + static_cast<std::ptrdiff_t>(held - kept), kept, m_buffer.begin());
    for (;;) {
        const auto more = file.read(std::span(m_buffer).subspan(kept, pieceSize - kept));
        if (!more)
            return tl::unexpected(more.error());
        m_used = std::max(m_used, kept + *more);
        const ByteView piece = ByteView(m_buffer).first(kept + *more);
        if (holdsPem(piece, letters))
            break;
        if (kept + *more < pieceSize || m_progress.cancelled())
            return {};
        kept = overlap;
        std::copy_n(piece.end() - overlap, overlap, m_buffer.begin());
    }
    if (const auto back = file.rewind(); !back)
        return back;
    return readWhole(file, source, 0);
}

// readWhole reads what is not held yet. A file that has grown meanwhile is read as far as it was.
base::Status Contents::readWhole(files::FolderFile& file, Source& source, std::size_t held) {
    const auto size = static_cast<std::size_t>(source.size);
    if (m_buffer.size() < size) {
        base::Bytes larger(size);
        std::copy_n(m_buffer.begin(), held, larger.begin());
        std::swap(larger, m_buffer);
        base::wipe(larger);
    }
    const auto more = file.read(std::span(m_buffer).subspan(held, size - held));
    if (!more)
        return tl::unexpected(more.error());
    m_used = std::max(m_used, held + *more);
    const ByteView content = ByteView(m_buffer).first(held + *more);
    if (archive::isZip(content))
        readArchive(content, source);
    else
        readObjects(content, source);
    return {};
}

void Contents::readArchive(ByteView content, Source& source) {
    Unpacking unpacking(*this, source);
    const auto unpacked = archive::readZip(content, archiveLimits, unpacking, m_progress);
    if (!unpacked)
        return; // Cancelled, which the walk notices too.
    for (const archive::Trouble& trouble : unpacked->troubles)
        if (trouble.kind == archive::TroubleKind::Encrypted)
            return tellUnreadable({base::ErrorCode::NotSupported, source.path, "encrypted archive"});
        else if (trouble.kind != archive::TroubleKind::Damaged &&
                 trouble.kind != archive::TroubleKind::EntryTooLarge)
            return tellUnreadable({base::ErrorCode::FileTooLarge, source.path, trouble.detail});
}

void Contents::readObjects(ByteView content, Source& source) {
    const document::ParsedFile file = document::parse(content, m_access);
    for (const document::Item& item : file.items)
        tellItem(item, source);
    for (const document::Damage& damage : file.damages) {
        // DER is recognised by little: what is not whole there is most often something else.
        if (damage.label.empty() && file.items.empty())
            continue;
        tellDamage(damage, source);
    }
}

void Contents::tellDamage(const document::Damage& damage, Source& source) {
    Found thing;
    thing.kind = Kind::Damaged;
    thing.damage = &damage;
    thing.line = damage.line;
    tell(std::move(thing), source);
}

void Contents::tellItem(const document::Item& item, Source& source) {
    Found thing;
    thing.kind = kindOf(item.object);
    thing.item = &item;
    thing.line = item.line;
    thing.conditions = conditionsOf(item.object, source.mode, m_request);
    if (const document::KeyFacts* key = keyOf(item.object))
        thing.keyId = ossl::sha256(key->publicKeyInfo);
    const base::Bytes identity = identityOf(item.object, thing.keyId);
    if (!identity.empty()) {
        if (!source.place)
            source.place = m_places.add(source.path);
        m_yield.records.push_back({halfOf(identity), halfOf(thing.keyId), *source.place, thing.kind});
    }
    tell(std::move(thing), source);
}

void Contents::tell(Found thing, Source& source) {
    thing.path = source.path;
    thing.size = source.size;
    thing.mode = source.mode;
    add(m_yield.tally, thing);
    m_listener.found(thing);
}

} // namespace certwright::scan

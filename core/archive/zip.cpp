// Why: see zip.h.
#include "core/archive/zip.h"

#include <algorithm>
#include <archive.h>
#include <archive_entry.h>
#include <memory>
#include <optional>
#include <string_view>

#include "core/archive/entry_name.h"
#include "core/archive/names.h"
#include "core/secret/process.h"

namespace certwright::archive {

namespace {

constexpr std::string_view firstEntry = "PK\x03\x04";
constexpr std::string_view noEntries = "PK\x05\x06";

struct FreeArchive {
    void operator()(::archive* p) const { ::archive_read_free(p); }
};
using OwnedArchive = std::unique_ptr<::archive, FreeArchive>;

std::string detailOf(::archive* archive) {
    const char* text = ::archive_error_string(archive);
    return text == nullptr ? std::string() : std::string(text);
}

// Only with the directory at the archive's end: without it, nobody can say whether the archive is whole.
OwnedArchive open(base::ByteView content, std::string& detail) {
    OwnedArchive archive(::archive_read_new());
    const bool opened =
        archive && ::archive_read_support_format_zip_seekable(archive.get()) == ARCHIVE_OK &&
        ::archive_read_open_memory(archive.get(), content.data(), content.size()) == ARCHIVE_OK;
    if (!opened && archive)
        detail = detailOf(archive.get());
    return opened ? std::move(archive) : OwnedArchive();
}

class ZipReader {
  public:
    ZipReader(const Limits& limits, Receiver& receiver, const base::Progress& progress)
        : m_limits(limits)
        , m_receiver(receiver)
        , m_progress(progress) {}

    base::Result<Unpacked> read(base::ByteView content);

  private:
    enum class Next { Entry, End };

    Next nextEntry(::archive* archive, archive_entry*& entry);
    void readEntry(::archive* archive, archive_entry* entry);
    std::optional<secret::SecretBytes> unpack(::archive* archive, const std::string& name,
                                              std::uint64_t size);
    bool fits(const std::string& name, std::uint64_t unpacked, std::uint64_t size);
    void tell(TroubleKind kind, std::string entry, std::uint64_t size, std::string detail) {
        m_result.troubles.push_back({kind, std::move(entry), size, std::move(detail)});
    }

    const Limits& m_limits;
    Receiver& m_receiver;
    const base::Progress& m_progress;
    NameReading m_names;
    UniqueNames m_unique;
    Unpacked m_result;
    bool m_ended = false;
};

ZipReader::Next ZipReader::nextEntry(::archive* archive, archive_entry*& entry) {
    const int result = ::archive_read_next_header(archive, &entry);
    if (result == ARCHIVE_OK || result == ARCHIVE_WARN)
        return Next::Entry;
    if (result != ARCHIVE_EOF)
        tell(TroubleKind::Broken, {}, 0, detailOf(archive));
    return Next::End;
}

// fits tells, and ends the reading, where a limit is reached.
bool ZipReader::fits(const std::string& name, std::uint64_t unpacked, std::uint64_t size) {
    if (unpacked > m_limits.entryOctets) {
        tell(TroubleKind::EntryTooLarge, name, std::max(size, unpacked), {});
        return false;
    }
    if (m_result.octets > m_limits.totalOctets) {
        tell(TroubleKind::TooLarge, {}, 0, {});
        m_ended = true;
        return false;
    }
    return true;
}

std::optional<secret::SecretBytes> ZipReader::unpack(::archive* archive, const std::string& name,
                                                     std::uint64_t size) {
    secret::SecretBytes content;
    for (;;) {
        const void* block = nullptr;
        std::size_t length = 0;
        la_int64_t offset = 0;
        const int result = ::archive_read_data_block(archive, &block, &length, &offset);
        if (result == ARCHIVE_EOF)
            return content;
        if (result != ARCHIVE_OK) {
            tell(TroubleKind::Damaged, name, size, detailOf(archive));
            return std::nullopt;
        }
        m_result.octets += length;
        if (!fits(name, content.size() + length, size) || m_progress.cancelled())
            return std::nullopt;
        content.append({static_cast<const std::uint8_t*>(block), length});
    }
}

void ZipReader::readEntry(::archive* archive, archive_entry* entry) {
    if (::archive_entry_filetype(entry) != AE_IFREG)
        return;
    const std::string name = m_unique.unique(safeName(m_names.nameOf(entry)));
    if (!m_receiver.wants(name))
        return;
    const la_int64_t said = ::archive_entry_size_is_set(entry) != 0 ? ::archive_entry_size(entry) : 0;
    const auto size = static_cast<std::uint64_t>(std::max<la_int64_t>(said, 0));
    if (::archive_entry_is_encrypted(entry) != 0)
        return tell(TroubleKind::Encrypted, name, size, {});
    if (!fits(name, size, size))
        return;
    if (auto content = unpack(archive, name, size))
        m_receiver.take(name, std::move(*content));
}

base::Result<Unpacked> ZipReader::read(base::ByteView content) {
    std::string detail;
    const OwnedArchive archive = open(content, detail);
    if (!archive)
        tell(TroubleKind::Broken, {}, 0, detail);
    archive_entry* entry = nullptr;
    while (archive && !m_ended && nextEntry(archive.get(), entry) == Next::Entry) {
        if (m_progress.cancelled())
            return base::failure(base::ErrorCode::Cancelled);
        if (++m_result.entries > m_limits.entries) {
            tell(TroubleKind::TooManyEntries, {}, 0, {});
            break;
        }
        readEntry(archive.get(), entry);
    }
    if (m_progress.cancelled())
        return base::failure(base::ErrorCode::Cancelled);
    return std::move(m_result);
}

} // namespace

bool isZip(base::ByteView content) {
    return base::textOf(content).starts_with(firstEntry) || base::textOf(content).starts_with(noEntries);
}

base::Result<Unpacked> readZip(base::ByteView content, const Limits& limits, Receiver& receiver,
                               const base::Progress& progress) {
    if (base::textOf(content).starts_with(noEntries))
        return Unpacked{}; // libarchive takes it for no archive
    secret::wipeFreedMemory();
    return ZipReader(limits, receiver, progress).read(content);
}

} // namespace certwright::archive

// Why: a file, and a file in an archive, become things that are told, counted and recorded. Inside this room
// only.
#pragma once

#include "core/files/folder.h"
#include "core/scan/candidate.h"
#include "core/scan/register.h"

namespace certwright::scan {

// Yield is what one thread has found: counts, and a record for each certificate and key.
struct Yield {
    Tally tally;
    std::vector<Record> records;
};

// Contents reads files for one thread. The references must outlive it.
class Contents {
  public:
    Contents(const Request& request, Listener& listener, Places& places, const base::Progress& progress,
             secret::SecretAccess access)
        : m_request(request)
        , m_listener(listener)
        , m_places(places)
        , m_progress(progress)
        , m_access(access) {}

    // read looks at the file `name` in `folder`; what cannot be read is told and counted.
    void read(const files::Folder& folder, const std::string& name);
    // tellUnreadable tells and counts one that could not be read for another reason.
    void tellUnreadable(const base::Error& error);
    Yield take() { return std::move(m_yield); }
    std::uint64_t things() const { return m_yield.tally.things(); }

  private:
    class Unpacking;
    // Source is the file that things come from: the size and mode they have, and its number once it has one.
    struct Source {
        std::string path;
        std::uint64_t size = 0;
        std::uint32_t mode = 0;
        std::optional<std::uint64_t> place = {};
    };

    base::Status readOpen(files::FolderFile& file, Source source, const std::string& name);
    Look look(base::ByteView first, std::uint64_t size, const std::string& name, Letters& letters) const;
    base::Status readText(files::FolderFile& file, Source& source, std::size_t held, Letters letters);
    base::Status readWhole(files::FolderFile& file, Source& source, std::size_t held);
    base::Status readLarge(files::FolderFile& file, Source& source, base::ByteView first);
    void readArchive(base::ByteView content, Source& source);
    void readObjects(base::ByteView content, Source& source);
    void tellDamage(const document::Damage& damage, Source& source);
    void tellItem(const document::Item& item, Source& source);
    void tell(Found thing, Source& source);

    const Request& m_request;
    Listener& m_listener;
    Places& m_places;
    const base::Progress& m_progress;
    secret::SecretAccess m_access;
    Yield m_yield;
    base::Bytes m_buffer;
    std::size_t m_used = 0; // octets of the buffer that hold something of the file
};

} // namespace certwright::scan

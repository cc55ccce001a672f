// Why: what was named is gathered first and read afterwards, each file once; this is the state of that.
// Inside plan only.
#pragma once

#include <map>
#include <set>
#include <string>
#include <vector>

#include "core/archive/zip.h"
#include "core/plan/large_lists.h"
#include "core/plan/load.h"

namespace certwright::plan {

// Loader fills a Loaded. One use: add everything, then readAll.
class Loader {
  public:
    Loader(const files::FileReader& reader, base::Progress& progress, secret::SecretAccess access)
        : m_reader(reader)
        , m_progress(progress)
        , m_access(access) {}

    // load.cpp
    void addForSlot(const std::string& slot, const std::string& path);
    void addPath(const std::string& path);
    base::Result<Loaded> readAll();

  private:
    // Inside: for files in an archive that were named, by their paths, the slots they are for.
    using Inside = std::map<std::string, std::vector<std::string>>;
    // A file to be read; `whole` as such and not only for what is `inside`.
    struct Wanted {
        std::string path;
        std::vector<std::string> slots;
        Origin origin = Origin::Named;
        bool whole = false;
        Inside inside;
    };
    class Unpacking;
    // A large list, and before which of the other files it was named.
    struct Large {
        LoadedFile file;
        std::size_t before = 0;
    };

    Wanted& wantedFile(const std::string& path, Origin origin);
    void want(const std::string& path, const std::string& slot, Origin origin);
    void addFolder(const std::string& folder, const std::string& top, int depth);
    // load_content.cpp
    base::Status readOne(Wanted& wanted);
    base::Status readArchive(Wanted& wanted, const check::SourceFile& source, base::ByteView content);
    void keep(LoadedFile file, base::ByteView content);
    void tellForeign(Origin origin, const std::string& path, const document::ParsedFile& parsed);
    void keepParsed(LoadedFile file, document::ParsedFile parsed, std::uint64_t size);
    // load_large.cpp
    bool deferred(const Wanted& wanted, const check::SourceFile& source);
    base::Status readLarge();
    void keepLarge(LoadedFile file, Streamed streamed, std::uint64_t size);
    void tellTroubles(const Wanted& wanted, const archive::Unpacked& unpacked, bool anything);
    void giveSlots(const Wanted& wanted, std::size_t first);
    bool describe(const Wanted& wanted, check::SourceFile& source);
    void tell(Origin origin, const std::string& path, check::FindingBody body);
    void tellUnreadable(Origin origin, const std::string& path, const base::Error& error);

    const files::FileReader& m_reader;
    base::Progress& m_progress;
    secret::SecretAccess m_access;
    std::vector<Wanted> m_wanted;
    std::size_t m_found = 0;
    // What was unpacked of all archives together.
    std::size_t m_entries = 0;
    std::uint64_t m_unpacked = 0;
    // Lists that are streamed when the serial numbers of everything else are known.
    std::vector<Large> m_large;
    Loaded m_loaded;
};

} // namespace certwright::plan

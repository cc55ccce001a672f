// Why: a name in a zip archive is UTF-8 only if its maker said so; else it is whatever the maker's system
// had, and for the users of this program that is mostly GBK.
#pragma once

#include <memory>
#include <string>

struct archive_entry;

namespace certwright::archive {

// NameReading keeps whatever the library needs to give names as they are, for the thread that it was made on,
// as long as it lives.
class NameReading {
  public:
    NameReading();
    NameReading(const NameReading&) = delete;
    NameReading& operator=(const NameReading&) = delete;
    ~NameReading();

    // nameOf returns the entry's name as well-formed UTF-8: what was neither UTF-8 nor GB18030 is escaped.
    std::string nameOf(archive_entry* entry) const;

  private:
    struct State;
    std::unique_ptr<State> m_state;
};

} // namespace certwright::archive

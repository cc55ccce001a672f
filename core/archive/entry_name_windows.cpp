// Why: on Windows libarchive reads unmarked names in the system's own code page, which is GBK where the names
// are Chinese.
#include "core/archive/entry_name.h"

#include <archive_entry.h>
#include <string_view>

#include "core/base/utf8.h"

namespace certwright::archive {

struct NameReading::State {};

NameReading::NameReading() = default;
NameReading::~NameReading() = default;

std::string NameReading::nameOf(archive_entry* entry) const {
    if (const char* utf8 = ::archive_entry_pathname_utf8(entry); utf8 != nullptr && base::isUtf8(utf8))
        return utf8;
    const char* given = ::archive_entry_pathname(entry);
    return base::printable(given == nullptr ? std::string_view() : std::string_view(given));
}

} // namespace certwright::archive

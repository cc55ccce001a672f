// Why: libarchive turns names that are marked as UTF-8 into the locale's encoding, and leaves all others as
// they are.
#include "core/archive/entry_name.h"

#include <archive_entry.h>
#include <clocale>
#include <cstdint>
#include <iconv.h>
#include <locale.h>
#include <optional>
#include <string_view>

#include "core/base/utf8.h"

namespace certwright::archive {

namespace {

std::optional<std::string> fromGb18030(std::string_view text) {
    const iconv_t handle = ::iconv_open("UTF-8", "GB18030");
    if (reinterpret_cast<std::intptr_t>(handle) == -1)
        return std::nullopt;
    std::string in(text);
    std::string out(text.size() * 2, '\0'); // two octets become three, four become four
    char* from = in.data();
    char* to = out.data();
    std::size_t fromLeft = in.size();
    std::size_t toLeft = out.size();
    const std::size_t result = ::iconv(handle, &from, &fromLeft, &to, &toLeft);
    ::iconv_close(handle);
    if (result == static_cast<std::size_t>(-1) || fromLeft != 0)
        return std::nullopt;
    out.resize(out.size() - toLeft);
    return out;
}

} // namespace

// A locale of this thread only; without one that is UTF-8, marked names come with their foreign letters
// replaced.
struct NameReading::State {
    locale_t own = static_cast<locale_t>(nullptr);
    locale_t before = static_cast<locale_t>(nullptr);
};

NameReading::NameReading()
    : m_state(std::make_unique<State>()) {
    for (const char* name : {"C.UTF-8", "en_US.UTF-8", "zh_CN.UTF-8"}) {
        m_state->own = ::newlocale(LC_CTYPE_MASK, name, static_cast<locale_t>(nullptr));
        if (m_state->own != static_cast<locale_t>(nullptr)) {
            m_state->before = ::uselocale(m_state->own);
            return;
        }
    }
}

NameReading::~NameReading() {
    if (m_state->own == static_cast<locale_t>(nullptr))
        return;
    ::uselocale(m_state->before);
    ::freelocale(m_state->own);
}

std::string NameReading::nameOf(archive_entry* entry) const {
    const char* given = ::archive_entry_pathname(entry);
    const std::string_view name = given == nullptr ? std::string_view() : std::string_view(given);
    if (base::isUtf8(name))
        return std::string(name);
    if (auto converted = fromGb18030(name); converted && base::isUtf8(*converted))
        return *converted;
    return base::printable(name);
}

} // namespace certwright::archive

// Why: on Windows libarchive keeps names that are marked as UTF-8 in UTF-16, and leaves all others as they
// are (in the "C" locale, which no program here changes). What it makes of one for the other side holds Latin
// letters at most.
#include "core/archive/entry_name.h"

#include <algorithm>
#include <archive_entry.h>
#include <optional>
#include <string_view>

#include <windows.h>

#include "core/base/utf8.h"

namespace certwright::archive {

namespace {

// GB18030, and GBK, which is most of it, where a system lacks that (Wine does).
constexpr UINT chinesePages[] = {54936, 936};

std::string utf8From(std::wstring_view wide) {
    const int units = static_cast<int>(wide.size());
    std::string out(wide.size() * 3, '\0');
    const int length = WideCharToMultiByte(CP_UTF8, WC_ERR_INVALID_CHARS, wide.data(), units, out.data(),
                                           static_cast<int>(out.size()), nullptr, nullptr);
    out.resize(static_cast<std::size_t>(length));
    return out;
}

std::optional<std::string> fromChinese(std::string_view text) {
    std::wstring wide(text.size(), L'\0');
    for (const UINT page : chinesePages) {
        const int units =
            MultiByteToWideChar(page, MB_ERR_INVALID_CHARS, text.data(), static_cast<int>(text.size()),
                                wide.data(), static_cast<int>(wide.size()));
        if (units > 0)
            return utf8From(std::wstring_view(wide).substr(0, static_cast<std::size_t>(units)));
    }
    return std::nullopt;
}

} // namespace

struct NameReading::State {};

NameReading::NameReading() = default;
NameReading::~NameReading() = default;

std::string NameReading::nameOf(archive_entry* entry) const {
    const char* octets = ::archive_entry_pathname(entry);
    const std::string_view given = octets == nullptr ? std::string_view() : std::string_view(octets);
    if (!given.empty() && base::isUtf8(given))
        return std::string(given);
    const wchar_t* units = ::archive_entry_pathname_w(entry);
    const std::wstring_view wide = units == nullptr ? std::wstring_view() : std::wstring_view(units);
    const bool marked = std::ranges::any_of(wide, [](wchar_t unit) { return unit > 0xFF; });
    if (!marked && !given.empty())
        if (const auto converted = fromChinese(given); converted && base::isUtf8(*converted))
            return *converted;
    std::string text = utf8From(wide);
    return text.empty() ? base::printable(given) : text;
}

} // namespace certwright::archive

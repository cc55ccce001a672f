// Why: tests name files in UTF-8 as the product does; std::filesystem takes a narrow string for one in the
// code page of the system, which on Windows is another one.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>

namespace certwright::test {

// utf8Path is the path whose name is `text` in UTF-8, on every system.
inline std::filesystem::path utf8Path(std::string_view text) {
    return std::u8string(text.begin(), text.end());
}

// utf8Of is the name of `path` in UTF-8, with '/' between folders as the product writes it.
inline std::string utf8Of(const std::filesystem::path& path) {
    const std::u8string text = path.generic_u8string();
    return {text.begin(), text.end()};
}

} // namespace certwright::test

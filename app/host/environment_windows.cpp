// Why: see environment.h.
#include "app/host/environment.h"

#include <array>

#include <windows.h>

#include <shellapi.h>

#include "app/host/wide_text_windows.h"

namespace certwright::host {

std::string narrowText(std::wstring_view wide) {
    const int size = static_cast<int>(wide.size());
    const int length = WideCharToMultiByte(CP_UTF8, 0, wide.data(), size, nullptr, 0, nullptr, nullptr);
    std::string text(static_cast<std::size_t>(length), '\0');
    WideCharToMultiByte(CP_UTF8, 0, wide.data(), size, text.data(), length, nullptr, nullptr);
    return text;
}

std::string narrowPath(std::wstring_view wide) {
    std::string path = narrowText(wide);
    for (char& c : path)
        if (c == '\\')
            c = '/';
    return path;
}

std::wstring wideText(std::string_view utf8) {
    const int size = static_cast<int>(utf8.size());
    const int length = MultiByteToWideChar(CP_UTF8, 0, utf8.data(), size, nullptr, 0);
    std::wstring wide(static_cast<std::size_t>(length), L'\0');
    MultiByteToWideChar(CP_UTF8, 0, utf8.data(), size, wide.data(), length);
    return wide;
}

std::string variable(const std::string& name) {
    const std::wstring wideName = wideText(name);
    std::wstring value(GetEnvironmentVariableW(wideName.c_str(), nullptr, 0), L'\0');
    // Somebody may have made it longer meanwhile; then it is cut to nothing.
    const DWORD length =
        GetEnvironmentVariableW(wideName.c_str(), value.data(), static_cast<DWORD>(value.size()));
    value.resize(length < value.size() ? length : 0);
    return narrowText(value);
}

std::string userLocale() {
    std::array<wchar_t, LOCALE_NAME_MAX_LENGTH> name{};
    const LANGID language = GetUserDefaultUILanguage(); // what the desktop speaks, not how it writes dates
    if (LCIDToLocaleName(MAKELCID(language, SORT_DEFAULT), name.data(), static_cast<int>(name.size()), 0) ==
        0)
        return {};
    return narrowText(name.data());
}

CommandWords::CommandWords(int, char**) {
    int count = 0;
    LPWSTR* const words = CommandLineToArgvW(GetCommandLineW(), &count);
    for (int i = 0; words != nullptr && i < count; ++i)
        m_texts.push_back(narrowText(words[i]));
    LocalFree(words);
    for (std::string& text : m_texts)
        m_pointers.push_back(text.data());
    m_pointers.push_back(nullptr);
}

} // namespace certwright::host

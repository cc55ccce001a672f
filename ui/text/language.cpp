// Why: the locale rules of POSIX in one small place.
#include "ui/text/language.h"

namespace certwright::text {

std::optional<Language> languageFromName(std::string_view name) {
    if (name == "en")
        return Language::English;
    if (name == "zh")
        return Language::Chinese;
    return std::nullopt;
}

Language languageFromLocale(std::string_view lcAll, std::string_view lcMessages, std::string_view lang) {
    const std::string_view decisive = !lcAll.empty() ? lcAll : !lcMessages.empty() ? lcMessages : lang;
    return decisive.starts_with("zh") ? Language::Chinese : Language::English;
}

std::string_view languageName(Language language) {
    return language == Language::Chinese ? "zh" : "en";
}

} // namespace certwright::text

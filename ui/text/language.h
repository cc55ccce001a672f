// Why: two languages, one meaning (DESIGN promise 8); which one is decided once, from the option or the
// locale.
#pragma once

#include <optional>
#include <string_view>

namespace certwright::text {

enum class Language { English, Chinese };

// languageFromName reads "en" or "zh" (what --lang takes); nothing for anything else.
std::optional<Language> languageFromName(std::string_view name);
// languageFromLocale reads the values of LC_ALL, LC_MESSAGES and LANG in POSIX order: the first that is not
// empty decides; "zh…" is Chinese, everything else English.
Language languageFromLocale(std::string_view lcAll, std::string_view lcMessages, std::string_view lang);
// languageName returns "en" or "zh".
std::string_view languageName(Language language);

} // namespace certwright::text

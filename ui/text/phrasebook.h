// Why: JSON carries both languages at once and the window will switch live, so a sentence is asked of a
// phrasebook and not of the process-wide translator.
#pragma once

#include <memory>
#include <string_view>

#include <QString>

#include "ui/text/language.h"

class QTranslator;

namespace certwright::text {

// Phrasebook says things in one language. `say` is what lupdate looks for (alias of translate): context,
// English source, an optional disambiguation and, for "%n", a count that chooses the plural form.
class Phrasebook {
  public:
    explicit Phrasebook(Language language);
    ~Phrasebook();
    Phrasebook(const Phrasebook&) = delete;
    Phrasebook& operator=(const Phrasebook&) = delete;

    Language language() const { return m_language; }
    QString say(const char* context, const char* source, const char* disambiguation = nullptr,
                int n = -1) const;

  private:
    Language m_language;
    // English needs its file only for plural forms, so files are loaded when first needed.
    mutable std::unique_ptr<QTranslator> m_translator;
};

// shown makes foreign text (names, paths, config lines) safe to show: valid UTF-8 without control characters.
QString shown(std::string_view text);

} // namespace certwright::text

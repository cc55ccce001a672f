// Why: the language changes at once and everywhere, in open pages too, Qt's own buttons and dialogs included.
#pragma once

#include <functional>
#include <memory>

#include <QObject>

#include "ui/text/phrasebook.h"

class QTranslator;

namespace certwright::language {

// LanguageSwitch knows the language of the window. Both phrasebooks live as long as it does.
class LanguageSwitch final : public QObject {
    Q_OBJECT

  public:
    explicit LanguageSwitch(text::Language language, QObject* parent = nullptr);
    ~LanguageSwitch() override;

    text::Language language() const { return m_language; }
    // book says things in the present language.
    const text::Phrasebook& book() const;
    // bookOf says things in a given language (for reports).
    const text::Phrasebook& bookOf(text::Language language) const;

    // setLanguage installs Qt's own translation, sets the default locale, and then emits changed().
    void setLanguage(text::Language language);

    // speak calls `setTexts` now and after each change, as long as `owner` lives.
    void speak(QObject* owner, std::function<void(const text::Phrasebook&)> setTexts);

  Q_SIGNALS:
    void changed();

  private:
    void install();

    text::Language m_language;
    text::Phrasebook m_english{text::Language::English};
    text::Phrasebook m_chinese{text::Language::Chinese};
    std::unique_ptr<QTranslator> m_qt;
};

} // namespace certwright::language

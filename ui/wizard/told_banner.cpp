// Why: see told_banner.h.
#include "ui/wizard/told_banner.h"

#include "ui/text/error_text.h"

namespace certwright::wizard {

Told toldOf(const base::Error& error, const text::Phrasebook& book) {
    const auto words = text::errorText(error, book);
    Told told{widget::Tone::Blocker, words.sentence, words.nextStep};
    if (!words.detail.isEmpty())
        told.text += QLatin1Char('\n') + book.say("findings", "Details: %1").arg(words.detail);
    return told;
}

ToldBanner::ToldBanner(language::LanguageSwitch& language, QWidget* parent)
    : Banner(parent)
    , m_language(language) {
    hide();
    language.speak(this, [this](const text::Phrasebook&) {
        if (m_say)
            tell(m_say);
    });
}

void ToldBanner::tell(Say say) {
    const Told told = say(m_language.book());
    m_say = std::move(say);
    setMessage(told.tone, told.title, told.text);
    show();
}

void ToldBanner::tell(const base::Error& error) {
    tell([error](const text::Phrasebook& book) { return toldOf(error, book); });
}

void ToldBanner::quiet() {
    m_say = nullptr;
    hide();
}

} // namespace certwright::wizard

// Why: what an action led to is told until the next one, and goes on being told after a language switch.
#pragma once

#include <functional>

#include "core/base/result.h"
#include "ui/language/language_switch.h"
#include "ui/widget/banner.h"

namespace certwright::wizard {

// Told is what stands on a banner.
struct Told {
    widget::Tone tone = widget::Tone::Note;
    QString title;
    QString text = {};
};

// toldOf puts an error into words: what happened, what to do, details.
Told toldOf(const base::Error& error, const text::Phrasebook& book);

// ToldBanner is hidden until it is told something.
class ToldBanner final : public widget::Banner {
    Q_OBJECT

  public:
    using Say = std::function<Told(const text::Phrasebook&)>;

    explicit ToldBanner(language::LanguageSwitch& language, QWidget* parent = nullptr);

    // tell shows what `say` returns now and after each language switch.
    void tell(Say say);
    void tell(const base::Error& error);
    // quiet hides it.
    void quiet();

  private:
    language::LanguageSwitch& m_language;
    Say m_say;
};

} // namespace certwright::wizard

// Why: see tone_icon.h.
#include "ui/widget/tone_icon.h"

#include <QPainter>

namespace certwright::widget {

ToneIcon::ToneIcon(IconName name, Tone tone, QWidget* parent, double scale)
    : QWidget(parent)
    , m_name(name)
    , m_tone(tone)
    , m_scale(scale) {
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

void ToneIcon::setIcon(IconName name, Tone tone) {
    m_name = name;
    m_tone = tone;
    update();
}

QSize ToneIcon::sizeHint() const {
    const int side = qRound(fontMetrics().height() * m_scale);
    return {side, side};
}

void ToneIcon::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    const int side = std::min(width(), height());
    painter.drawPixmap((width() - side) / 2, (height() - side) / 2,
                       pixmap(m_name, toneInk(m_tone, palette()), side, devicePixelRatioF()));
}

IconName iconOfTone(Tone tone) {
    switch (tone) {
    case Tone::Good:
        return IconName::Good;
    case Tone::Warning:
        return IconName::Warning;
    case Tone::Blocker:
        return IconName::Blocker;
    case Tone::Neutral:
    case Tone::Accent:
    case Tone::Note:
        break;
    }
    return IconName::Note;
}

} // namespace certwright::widget

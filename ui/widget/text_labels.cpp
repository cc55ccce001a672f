// Why: see text_labels.h.
#include "ui/widget/text_labels.h"

#include <QAccessible>
#include <QHelpEvent>
#include <QPainter>
#include <QToolTip>

#include "ui/widget/wrapped_text.h"

namespace certwright::widget {

namespace {

// A paragraph is easiest to read in lines of about 70 letters.
constexpr int comfortable = 70;
// Below this many letters a column is no column any more.
constexpr int narrowest = 10;

int letters(const QWidget* widget, int count) {
    return widget->fontMetrics().averageCharWidth() * count;
}

} // namespace

WrappingLabel::WrappingLabel(QWidget* parent)
    : QLabel(parent) {
    setTextFormat(Qt::PlainText);
    setWordWrap(true);
    setAlignment(Qt::AlignLeft | Qt::AlignTop);
}

QSize WrappingLabel::sizeHint() const {
    const QMargins margins = contentsMargins();
    const QSize size = wrappedSize(text(), font(), letters(this, comfortable));
    return size.grownBy(margins);
}

QSize WrappingLabel::minimumSizeHint() const {
    const int natural = wrappedSize(text(), font(), QWIDGETSIZE_MAX).width();
    return QSize(std::min(natural, letters(this, narrowest)), fontMetrics().height())
        .grownBy(contentsMargins());
}

int WrappingLabel::heightForWidth(int width) const {
    const QMargins margins = contentsMargins();
    return wrappedSize(text(), font(), width - margins.left() - margins.right()).height() + margins.top() +
           margins.bottom();
}

QColor WrappingLabel::ink() const {
    return palette().color(foregroundRole());
}

void WrappingLabel::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setPen(ink());
    QRect area = contentsRect();
    if (alignment().testFlag(Qt::AlignVCenter)) {
        const int spare = area.height() - wrappedSize(text(), font(), area.width()).height();
        area.translate(0, std::max(0, spare / 2));
    }
    drawWrapped(painter, area, text(), font(), alignment());
}

ToneLabel::ToneLabel(Tone tone, QWidget* parent)
    : WrappingLabel(parent)
    , m_tone(tone) {
    QFont bold = font();
    bold.setBold(true);
    setFont(bold);
}

void ToneLabel::setTone(Tone tone) {
    m_tone = tone;
    update();
}

QColor ToneLabel::ink() const {
    return toneInk(m_tone, palette());
}

QLabel* heading(QWidget* parent) {
    auto* label = new WrappingLabel(parent);
    QFont bold = label->font();
    bold.setBold(true);
    bold.setPointSizeF(bold.pointSizeF() * 1.1);
    label->setFont(bold);
    return label;
}

QLabel* bodyText(QWidget* parent) {
    return new WrappingLabel(parent);
}

QLabel* dimText(QWidget* parent) {
    auto* label = new WrappingLabel(parent);
    label->setForegroundRole(QPalette::PlaceholderText);
    return label;
}

ElidedLabel::ElidedLabel(QWidget* parent)
    : QLabel(parent) {
    setTextFormat(Qt::PlainText);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
}

QSize ElidedLabel::sizeHint() const {
    return QSize(fontMetrics().horizontalAdvance(text()) + 1, fontMetrics().height())
        .grownBy(contentsMargins());
}

QSize ElidedLabel::minimumSizeHint() const {
    const QSize whole = sizeHint();
    return {std::min(whole.width(), letters(this, narrowest)), whole.height()};
}

void ElidedLabel::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setPen(palette().color(foregroundRole()));
    const QRect area = contentsRect();
    painter.drawText(area, static_cast<int>(alignment() | Qt::AlignVCenter) | Qt::TextSingleLine,
                     fontMetrics().elidedText(text(), Qt::ElideMiddle, area.width()));
}

bool ElidedLabel::event(QEvent* event) {
    if (event->type() == QEvent::ToolTip && sizeHint().width() > width()) {
        QToolTip::showText(static_cast<QHelpEvent*>(event)->globalPos(), text(), this);
        return true;
    }
    return QLabel::event(event);
}

void announce(QWidget* widget) {
    QAccessibleEvent event(widget, QAccessible::Alert);
    QAccessible::updateAccessibility(&event);
}

} // namespace certwright::widget

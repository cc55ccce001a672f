// Why: see card.h.
#include "ui/widget/card.h"

#include <QFocusEvent>
#include <QPainter>
#include <QScrollBar>

namespace certwright::widget {

namespace {

constexpr int padding = 16;
constexpr qreal radius = 8;

} // namespace

Card::Card(QWidget* parent)
    : QFrame(parent)
    , m_body(new QVBoxLayout(this)) {
    setFrameShape(QFrame::NoFrame);
    m_body->setContentsMargins(padding, padding, padding, padding);
    m_body->setSpacing(8);
}

void Card::setTone(Tone tone) {
    m_tone = tone;
    update();
}

void Card::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const bool plain = m_tone == Tone::Neutral;
    painter.setPen(plain ? palette().color(QPalette::Mid) : toneInk(m_tone, palette()));
    painter.setBrush(plain ? palette().color(QPalette::Base) : toneFill(m_tone, palette()));
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), radius, radius);
}

ScrollColumn::ScrollColumn(QWidget* parent)
    : QScrollArea(parent)
    , m_column(new QVBoxLayout) {
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setWidgetResizable(true);
    auto* content = new QWidget;
    auto* top = new QVBoxLayout(content);
    top->addLayout(m_column);
    top->addStretch();
    // Focus rings of what stands at the edge are drawn outside it.
    top->setContentsMargins(3, 3, 3, 3);
    m_column->setSpacing(12);
    setWidget(content);
    // The page's background shows through.
    content->setAutoFillBackground(false);
    viewport()->setAutoFillBackground(false);
    setFocusPolicy(Qt::NoFocus);
    connect(verticalScrollBar(), &QScrollBar::rangeChanged, this,
            [this](int, int maximum) { setFocusPolicy(maximum > 0 ? Qt::TabFocus : Qt::NoFocus); });
}

QSize ScrollColumn::sizeHint() const {
    const QSize content = widget()->sizeHint();
    return {content.width() + verticalScrollBar()->sizeHint().width(), content.height()};
}

QSize ScrollColumn::minimumSizeHint() const {
    return {widget()->minimumSizeHint().width() + verticalScrollBar()->sizeHint().width(),
            fontMetrics().height() * 4};
}

void ScrollColumn::paintEvent(QPaintEvent*) {
    if (!hasFocus() || !m_ring)
        return;
    QPainter painter(viewport());
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(toneInk(Tone::Accent, palette()), 2));
    painter.drawRoundedRect(QRectF(viewport()->rect()).adjusted(1, 1, -1, -1), radius, radius);
}

void ScrollColumn::focusInEvent(QFocusEvent* event) {
    QScrollArea::focusInEvent(event);
    const Qt::FocusReason reason = event->reason();
    m_ring = reason == Qt::TabFocusReason || reason == Qt::BacktabFocusReason;
    viewport()->update();
}

void ScrollColumn::focusOutEvent(QFocusEvent* event) {
    QScrollArea::focusOutEvent(event);
    viewport()->update();
}

} // namespace certwright::widget

// Why: see banner.h.
#include "ui/widget/banner.h"

#include <QHBoxLayout>
#include <QPainter>
#include <QVBoxLayout>

#include "ui/widget/text_labels.h"

namespace certwright::widget {

Banner::Banner(QWidget* parent)
    : QFrame(parent)
    , m_icon(new ToneIcon(IconName::Note, Tone::Neutral, this))
    , m_title(bodyText(this))
    , m_text(bodyText(this)) {
    QFont bold = m_title->font();
    bold.setBold(true);
    m_title->setFont(bold);
    auto* texts = new QVBoxLayout;
    texts->setSpacing(2);
    texts->addWidget(m_title);
    texts->addWidget(m_text);
    texts->addStretch();
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(14, 12, 14, 12);
    layout->setSpacing(12);
    layout->addWidget(m_icon, 0, Qt::AlignTop);
    layout->addLayout(texts, 1);
    m_text->hide();
}

void Banner::setMessage(Tone tone, const QString& title, const QString& text) {
    const bool same = tone == m_tone && title == m_title->text() && text == m_text->text();
    m_tone = tone;
    m_icon->setIcon(iconOfTone(tone), tone);
    m_title->setText(title);
    m_text->setText(text);
    m_text->setVisible(!text.isEmpty());
    setAccessibleName(title);
    setAccessibleDescription(text);
    update();
    if (same)
        return;
    m_spoken = false;
    if (isVisible())
        speak();
}

void Banner::speak() {
    m_spoken = true;
    announce(this);
}

void Banner::showEvent(QShowEvent* event) {
    QFrame::showEvent(event);
    if (!m_spoken)
        speak();
}

void Banner::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(toneFill(m_tone, palette()));
    painter.drawRoundedRect(rect(), 8, 8);
}

} // namespace certwright::widget

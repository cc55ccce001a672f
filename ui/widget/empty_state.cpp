// Why: see empty_state.h.
#include "ui/widget/empty_state.h"

#include <QHBoxLayout>
#include <QVBoxLayout>

#include "ui/widget/text_labels.h"

namespace certwright::widget {

EmptyState::EmptyState(IconName icon, QWidget* parent)
    : QWidget(parent)
    , m_title(heading(this))
    , m_text(bodyText(this))
    , m_buttons(new FlowLayout) {
    QFont large = m_title->font();
    large.setPointSizeF(large.pointSizeF() * 1.3);
    m_title->setFont(large);
    auto* middle = new QVBoxLayout;
    middle->setSpacing(12);
    middle->addWidget(new ToneIcon(icon, Tone::Accent, this, 3.5), 0, Qt::AlignLeft);
    middle->addWidget(m_title);
    middle->addWidget(m_text);
    middle->addSpacing(4);
    middle->addLayout(m_buttons);
    auto* column = new QHBoxLayout;
    column->addStretch(1);
    column->addLayout(middle, 8);
    column->addStretch(1);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addStretch(1);
    layout->addLayout(column);
    layout->addStretch(2);
}

void EmptyState::setTexts(const QString& title, const QString& text) {
    m_title->setText(title);
    m_text->setText(text);
    setAccessibleName(title);
    setAccessibleDescription(text);
}

void EmptyState::addButton(QWidget* button) {
    m_buttons->addWidget(button);
}

} // namespace certwright::widget

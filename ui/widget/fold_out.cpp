// Why: see fold_out.h.
#include "ui/widget/fold_out.h"

namespace certwright::widget {

FoldOut::FoldOut(QWidget* parent)
    : QWidget(parent)
    , m_button(new QToolButton(this))
    , m_folded(new QWidget(this))
    , m_body(new QVBoxLayout(m_folded)) {
    m_button->setCheckable(true);
    m_button->setAutoRaise(true);
    m_button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_button->setArrowType(Qt::RightArrow);
    const int side = fontMetrics().height();
    m_button->setIconSize({side, side});
    m_button->setFocusPolicy(Qt::StrongFocus);
    m_body->setContentsMargins(side + 8, 0, 0, 0);
    m_body->setSpacing(8);
    m_folded->hide();
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(4);
    layout->addWidget(m_button, 0, Qt::AlignLeft);
    layout->addWidget(m_folded);
    layout->addStretch();
    connect(m_button, &QToolButton::toggled, this, [this](bool open) {
        m_button->setArrowType(open ? Qt::DownArrow : Qt::RightArrow);
        m_folded->setVisible(open);
        Q_EMIT toggled(open);
    });
}

void FoldOut::setTitle(const QString& title) {
    m_button->setText(title);
}

void FoldOut::setOpen(bool open) {
    m_button->setChecked(open);
}

} // namespace certwright::widget

// Why: the field is painted by the style as a line edit, with dots of its own.
#include <QPainter>
#include <QStyleOptionFrame>

#include "ui/widget/secret_field.h"

namespace certwright::widget {

namespace {

constexpr int margin = 2;

QStyleOptionFrame frameOf(const QWidget& field) {
    QStyleOptionFrame option;
    option.initFrom(&field);
    option.rect = field.contentsRect();
    option.lineWidth = field.style()->pixelMetric(QStyle::PM_DefaultFrameWidth, &option, &field);
    option.state |= QStyle::State_Sunken;
    return option;
}

QString dotOf(const QWidget& field) {
    return {QChar(field.style()->styleHint(QStyle::SH_LineEdit_PasswordCharacter, nullptr, &field))};
}

} // namespace

QSize SecretField::sizeHint() const {
    const QStyleOptionFrame option = frameOf(*this);
    const QSize text(fontMetrics().horizontalAdvance(QLatin1Char('x')) * 24,
                     std::max(fontMetrics().height(), 14) + 2 * margin);
    return style()->sizeFromContents(QStyle::CT_LineEdit, &option, text, this);
}

QSize SecretField::minimumSizeHint() const {
    return {fontMetrics().horizontalAdvance(QLatin1Char('x')) * 8, sizeHint().height()};
}

QRect SecretField::contents() const {
    const QStyleOptionFrame option = frameOf(*this);
    return style()
        ->subElementRect(QStyle::SE_LineEditContents, &option, this)
        .adjusted(margin, 0, -margin, 0);
}

int SecretField::dotWidth() const {
    return fontMetrics().horizontalAdvance(dotOf(*this));
}

int SecretField::widthOf(int character) const {
    if (character != m_peeked)
        return dotWidth();
    const char32_t shown = m_text.characterAt(character);
    return fontMetrics().horizontalAdvance(QString::fromUcs4(&shown, 1));
}

int SecretField::positionOf(int character) const {
    const int before = character * dotWidth();
    return m_peeked >= 0 && m_peeked < character ? before - dotWidth() + widthOf(m_peeked) : before;
}

int SecretField::caretPosition() const {
    return positionOf(m_text.caret()) + m_preedit * dotWidth();
}

int SecretField::characterNear(int x) const {
    const int within = x - contents().left() + m_scrolled;
    return std::clamp((within + dotWidth() / 2) / std::max(dotWidth(), 1), 0, m_text.characters());
}

void SecretField::scrollToCaret() {
    const int width = contents().width() - 1;
    const int caret = caretPosition();
    const int end = positionOf(m_text.characters()) + m_preedit * dotWidth();
    m_scrolled = std::clamp(m_scrolled, caret - width, caret);
    m_scrolled = std::clamp(m_scrolled, 0, std::max(end - width, 0));
}

void SecretField::paintCharacters(QPainter& painter, const QRect& area) const {
    const QString dot = dotOf(*this);
    const int caret = m_text.caret();
    const int shift = m_preedit * dotWidth();
    for (int i = 0; i < m_text.characters(); ++i) {
        const int left = area.left() - m_scrolled + positionOf(i) + (i >= caret ? shift : 0);
        const QRect cell(left, area.top(), widthOf(i), area.height());
        const char32_t shown = i == m_peeked ? m_text.characterAt(i) : 0;
        painter.drawText(cell, Qt::AlignCenter | Qt::TextDontClip,
                         shown != 0 ? QString::fromUcs4(&shown, 1) : dot);
    }
    for (int i = 0; i < m_preedit; ++i) {
        const int left = area.left() - m_scrolled + positionOf(caret) + i * dotWidth();
        const QRect cell(left, area.top(), dotWidth(), area.height());
        painter.drawText(cell, Qt::AlignCenter | Qt::TextDontClip, dot);
        painter.drawLine(cell.left(), cell.center().y() + fontMetrics().height() / 2, cell.right(),
                         cell.center().y() + fontMetrics().height() / 2);
    }
}

void SecretField::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    const QStyleOptionFrame option = frameOf(*this);
    style()->drawPrimitive(QStyle::PE_PanelLineEdit, &option, &painter, this);
    const QRect area = contents();
    painter.setClipRect(area.adjusted(-1, 0, 1, 0));
    if (empty() && m_preedit == 0 && !m_placeholder.isEmpty()) {
        painter.setPen(palette().color(QPalette::PlaceholderText));
        painter.drawText(area, Qt::AlignLeft | Qt::AlignVCenter,
                         fontMetrics().elidedText(m_placeholder, Qt::ElideRight, area.width()));
    }
    const bool selected = m_text.selected();
    if (selected)
        painter.fillRect(QRect(area.left() - m_scrolled, area.top() + 1, positionOf(m_text.characters()),
                               area.height() - 2),
                         palette().brush(QPalette::Highlight));
    painter.setPen(palette().color(selected ? QPalette::HighlightedText : QPalette::Text));
    paintCharacters(painter, area);
    if (m_caretShown && !selected) {
        const int height = std::min(area.height(), fontMetrics().height() + 2);
        painter.fillRect(
            QRect(area.left() - m_scrolled + caretPosition(), area.center().y() - height / 2, 1, height),
            palette().color(QPalette::Text));
    }
}

} // namespace certwright::widget

// Why: see step_bar.h.
#include "ui/wizard/step_bar.h"

#include <QPainter>

#include "ui/widget/icons.h"
#include "ui/widget/theme.h"

namespace certwright::wizard {

using widget::Tone;

StepBar::StepBar(QWidget* parent)
    : QWidget(parent) {
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void StepBar::setSteps(const QStringList& names, int current, const QString& spoken) {
    m_names = names;
    m_current = current;
    setAccessibleName(spoken);
    updateGeometry();
    update();
}

QSize StepBar::sizeHint() const {
    return {400, fontMetrics().height() + 18};
}

QSize StepBar::minimumSizeHint() const {
    return {200, sizeHint().height()};
}

void StepBar::paintEvent(QPaintEvent*) {
    if (m_names.isEmpty())
        return;
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const int bar = 4;
    const int gap = 6;
    const int count = static_cast<int>(m_names.size());
    const double cellWidth = (width() - gap * (count - 1.0)) / count;
    for (int i = 0; i < count; ++i) {
        const QRectF cell(i * (cellWidth + gap), 0, cellWidth, height());
        const bool reached = i <= m_current;
        const QColor colour =
            reached ? widget::toneInk(Tone::Accent, palette()) : palette().color(QPalette::Mid);
        painter.setPen(Qt::NoPen);
        painter.setBrush(colour);
        painter.drawRoundedRect(QRectF(cell.left(), height() - bar, cellWidth, bar), 2, 2);
        QFont font = this->font();
        font.setBold(i == m_current);
        painter.setFont(font);
        painter.setPen(i == m_current ? palette().color(QPalette::WindowText)
                                      : palette().color(QPalette::PlaceholderText));
        const QString name =
            QFontMetrics(font).elidedText(m_names[i], Qt::ElideRight, static_cast<int>(cellWidth));
        painter.drawText(cell.adjusted(1, 0, 0, -bar - 5), Qt::AlignLeft | Qt::AlignVCenter, name);
    }
}

} // namespace certwright::wizard

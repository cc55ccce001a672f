// Why: see wrapped_text.h.
#include "ui/widget/wrapped_text.h"

#include <cmath>

#include <QFontMetrics>
#include <QTextLayout>

namespace certwright::widget {

namespace {

// The paragraph breaks of a label are line breaks of one text.
QString lines(QString text) {
    return text.replace(QLatin1Char('\n'), QChar(QChar::LineSeparator));
}

void arrange(QTextLayout& layout, int width) {
    QTextOption option;
    option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    layout.setTextOption(option);
    layout.setCacheEnabled(true);
    // A little air between lines, whatever the font asks for.
    const QFontMetrics metrics(layout.font());
    const int leading = std::max(metrics.leading(), metrics.height() / 6);
    qreal y = 0;
    layout.beginLayout();
    for (QTextLine line = layout.createLine(); line.isValid(); line = layout.createLine()) {
        line.setLineWidth(width);
        y += y > 0 ? leading : 0;
        line.setPosition({0, y});
        y += line.height();
    }
    layout.endLayout();
}

} // namespace

QSize wrappedSize(const QString& text, const QFont& font, int width) {
    QTextLayout layout(lines(text), font);
    arrange(layout, std::max(width, 1));
    qreal natural = 0;
    for (int i = 0; i < layout.lineCount(); ++i)
        natural = std::max(natural, layout.lineAt(i).naturalTextWidth());
    const int height = static_cast<int>(std::ceil(layout.boundingRect().height()));
    return {static_cast<int>(std::ceil(natural)), std::max(height, QFontMetrics(font).height())};
}

void drawWrapped(QPainter& painter, const QRect& area, const QString& text, const QFont& font,
                 Qt::Alignment alignment) {
    QTextLayout layout(lines(text), font);
    arrange(layout, std::max(area.width(), 1));
    for (int i = 0; i < layout.lineCount(); ++i) {
        const QTextLine line = layout.lineAt(i);
        qreal x = area.left();
        if (alignment.testFlag(Qt::AlignRight))
            x += area.width() - line.naturalTextWidth();
        else if (alignment.testFlag(Qt::AlignHCenter))
            x += (area.width() - line.naturalTextWidth()) / 2;
        line.draw(&painter, {x, static_cast<qreal>(area.top())});
    }
}

} // namespace certwright::widget

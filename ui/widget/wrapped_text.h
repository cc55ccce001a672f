// Why: labels, bars and differences wrap the same way: between words, and within what is longer than a line.
#pragma once

#include <QFont>
#include <QPainter>
#include <QString>

namespace certwright::widget {

// wrappedSize is what `text` needs in lines of at most `width` pixels; its lines end where '\n' stands.
// Answers are remembered: nested layouts ask the same hundreds of times. To be called on the window's thread.
QSize wrappedSize(const QString& text, const QFont& font, int width);
// drawWrapped draws it into `area` from the top, in the painter's pen. Of `alignment` only the horizontal
// part counts.
void drawWrapped(QPainter& painter, const QRect& area, const QString& text, const QFont& font,
                 Qt::Alignment alignment = Qt::AlignLeft);

} // namespace certwright::widget

// Why: see wrapped_text.h.
#include "ui/widget/wrapped_text.h"

#include <cmath>

#include <QCache>
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

// Question is what a size was asked for. A font's height tells the same font on two screens apart. (The font
// itself would outlive the application here.)
struct Question {
    QString text;
    QString font;
    int fontHeight = 0;
    int width = 0;

    bool operator==(const Question&) const = default;
};

std::size_t qHash(const Question& question, std::size_t seed) {
    return qHashMulti(seed, question.text, question.font, question.fontHeight, question.width);
}

QSize measured(const Question& question, const QFont& font) {
    QTextLayout layout(lines(question.text), font);
    arrange(layout, std::max(question.width, 1));
    qreal natural = 0;
    for (int i = 0; i < layout.lineCount(); ++i)
        natural = std::max(natural, layout.lineAt(i).naturalTextWidth());
    const int height = static_cast<int>(std::ceil(layout.boundingRect().height()));
    return {static_cast<int>(std::ceil(natural)), std::max(height, question.fontHeight)};
}

} // namespace

QSize wrappedSize(const QString& text, const QFont& font, int width) {
    constexpr int mostAnswers = 2000;
    static QCache<Question, QSize> answers(mostAnswers);
    const Question question{text, font.key(), QFontMetrics(font).height(), width};
    if (const QSize* known = answers.object(question))
        return *known;
    const QSize size = measured(question, font);
    answers.insert(question, new QSize(size));
    return size;
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

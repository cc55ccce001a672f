// Why: see difference_view.h.
#include "ui/widget/difference_view.h"

#include <algorithm>

#include <QFontDatabase>
#include <QLabel>
#include <QPainter>

#include "ui/text/phrasebook.h"
#include "ui/widget/text_labels.h"
#include "ui/widget/theme.h"
#include "ui/widget/wrapped_text.h"

namespace certwright::widget {

namespace {

constexpr int edge = 6;
constexpr int middle = 8;
constexpr char fileKind = '@';

// Side is one half of a row; line 0: nothing stands there.
struct Side {
    std::size_t line = 0;
    QString text;
};

struct Pair {
    Side before;
    Side after;
    bool changed = false;
    // A gap stands for lines that are the same and not shown.
    bool gap = false;
};

Side sideOf(const plan::DifferenceLine& line) {
    return {line.line, text::shown(line.text)};
}

// pairsOf puts each run of removed lines beside the run of added lines that follows it.
std::vector<Pair> pairsOf(const std::vector<plan::DifferenceLine>& lines) {
    std::vector<Pair> pairs;
    std::size_t next = 1;
    long shift = 0;
    for (std::size_t i = 0; i < lines.size();) {
        std::size_t removed = i;
        while (removed < lines.size() && lines[removed].kind == '-')
            ++removed;
        std::size_t added = removed;
        while (added < lines.size() && lines[added].kind == '+')
            ++added;
        const bool kept = added == i;
        const std::size_t first = kept || removed > i
                                      ? lines[i].line
                                      : static_cast<std::size_t>(static_cast<long>(lines[i].line) - shift);
        if (first > next)
            pairs.push_back({{}, {}, false, true});
        if (kept) {
            Side same = sideOf(lines[i]);
            Side moved = same;
            moved.line = static_cast<std::size_t>(static_cast<long>(same.line) + shift);
            next = same.line + 1;
            pairs.push_back({std::move(same), std::move(moved), false, false});
            ++i;
            continue;
        }
        const std::size_t count = std::max(removed - i, added - removed);
        for (std::size_t k = 0; k < count; ++k)
            pairs.push_back({i + k < removed ? sideOf(lines[i + k]) : Side(),
                             removed + k < added ? sideOf(lines[removed + k]) : Side(), true, false});
        next = first + (removed - i);
        shift += static_cast<long>(added - removed) - static_cast<long>(removed - i);
        i = added;
    }
    return pairs;
}

QString spokenText(const Pair& pair, const text::Phrasebook& book) {
    if (pair.gap)
        return book.say("widget", "Lines that stay as they are");
    if (!pair.changed)
        return book.say("widget", "Line %1 stays: %2").arg(pair.before.line).arg(pair.before.text);
    if (pair.before.line == 0)
        return book.say("widget", "Line %1 is new: %2").arg(pair.after.line).arg(pair.after.text);
    if (pair.after.line == 0)
        return book.say("widget", "Line %1 is removed: %2").arg(pair.before.line).arg(pair.before.text);
    return book.say("widget", "Line %1 was: %2, becomes: %3")
        .arg(QString::number(pair.before.line), pair.before.text, pair.after.text);
}

// Row is one pair. Its text is what is spoken; what is seen is painted.
class Row final : public QLabel {
  public:
    Row(Pair pair, std::size_t digits, QWidget* parent)
        : QLabel(parent)
        , m_pair(std::move(pair))
        , m_digits(static_cast<int>(digits)) {
        setTextFormat(Qt::PlainText);
        setWordWrap(true); // else a label drops heightForWidth with its next text
        QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Preferred);
        policy.setHeightForWidth(true);
        setSizePolicy(policy);
    }

    QSize sizeHint() const override { return {letters(100), heightForWidth(letters(100))}; }
    QSize minimumSizeHint() const override {
        return {2 * (gutter() + letters(8)) + middle, fontMetrics().height() + 2};
    }
    int heightForWidth(int width) const override {
        const int room = half(width) - gutter() - edge;
        return std::max(wrappedSize(m_pair.before.text, font(), room).height(),
                        wrappedSize(m_pair.after.text, font(), room).height()) +
               4;
    }

  protected:
    void paintEvent(QPaintEvent*) override {
        QPainter painter(this);
        const int wide = half(width());
        paintSide(painter, {0, 0, wide, height()}, m_pair.before, Tone::Blocker, QLatin1Char('-'));
        paintSide(painter, {width() - wide, 0, wide, height()}, m_pair.after, Tone::Good, QLatin1Char('+'));
    }

  private:
    int letters(int count) const { return fontMetrics().horizontalAdvance(QLatin1Char('0')) * count; }
    int half(int width) const { return (width - middle) / 2; }
    // Number, space, sign, space.
    int gutter() const { return edge + letters(m_digits + 3); }

    void paintSide(QPainter& painter, const QRect& area, const Side& side, Tone tone, QLatin1Char sign) {
        if (m_pair.gap) {
            painter.setPen(palette().color(QPalette::PlaceholderText));
            painter.drawText(area, Qt::AlignCenter, QStringLiteral("⋯"));
            return;
        }
        if (side.line == 0) {
            painter.fillRect(area, palette().color(QPalette::AlternateBase));
            return;
        }
        if (m_pair.changed)
            painter.fillRect(area, toneFill(tone, palette()));
        const QRect number(area.left() + edge, area.top() + 2, letters(m_digits), fontMetrics().height());
        painter.setPen(m_pair.changed ? toneInk(tone, palette())
                                      : palette().color(QPalette::PlaceholderText));
        painter.drawText(number, Qt::AlignRight | Qt::AlignTop, QString::number(side.line));
        if (m_pair.changed)
            painter.drawText(number.right() + 1 + letters(1), number.top() + fontMetrics().ascent(),
                             QString(sign));
        painter.setPen(palette().color(QPalette::WindowText));
        drawWrapped(painter, area.adjusted(gutter(), 2, -edge, 0), side.text, font());
    }

    Pair m_pair;
    int m_digits;
};

} // namespace

DifferenceView::DifferenceView(QWidget* parent)
    : QWidget(parent)
    , m_rows(new QVBoxLayout(this)) {
    m_rows->setContentsMargins(0, 0, 0, 0);
    m_rows->setSpacing(0);
}

void DifferenceView::setDifference(const std::vector<plan::DifferenceLine>& lines,
                                   const text::Phrasebook& book) {
    while (QLayoutItem* item = m_rows->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    std::size_t highest = 0;
    for (const plan::DifferenceLine& line : lines)
        highest = std::max(highest, line.line);
    const auto digits = std::max<std::size_t>(2, std::to_string(highest).size());
    for (auto next = lines.begin(); next != lines.end();) {
        if (next->kind == fileKind)
            addFile(*next++, book);
        const auto end = std::find_if(next, lines.end(),
                                      [](const plan::DifferenceLine& line) { return line.kind == fileKind; });
        addRows({next, end}, digits, book);
        next = end;
    }
    setAccessibleName(book.say("widget", "Old lines on the left, new lines on the right"));
}

void DifferenceView::addFile(const plan::DifferenceLine& line, const text::Phrasebook& book) {
    QLabel* name = dimText(this);
    name->setText(book.say("widget", "File %1").arg(text::shown(line.text)));
    if (!m_rows->isEmpty())
        m_rows->addSpacing(10);
    m_rows->addWidget(name);
    m_rows->addSpacing(4);
}

void DifferenceView::addRows(const std::vector<plan::DifferenceLine>& lines, std::size_t digits,
                             const text::Phrasebook& book) {
    QFont fixed = QFontDatabase::systemFont(QFontDatabase::FixedFont);
    fixed.setPointSizeF(font().pointSizeF());
    for (Pair& pair : pairsOf(lines)) {
        const QString spoken = spokenText(pair, book);
        auto* row = new Row(std::move(pair), digits, this);
        row->setFont(fixed);
        row->setText(spoken);
        m_rows->addWidget(row);
    }
}

} // namespace certwright::widget

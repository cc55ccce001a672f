// Why: see time_bar.h.
#include "ui/widget/time_bar.h"

#include <algorithm>

#include <QPainter>

namespace certwright::widget {

namespace {

constexpr int thickness = 8;
constexpr int overhang = 3;

QFont boldOf(QFont font) {
    font.setBold(true);
    return font;
}

} // namespace

TimeBar::TimeBar(std::shared_ptr<const TimeAxis> axis, base::Time now, base::Time end, Tone tone,
                 QWidget* parent)
    : QWidget(parent)
    , m_today(axis->position(now))
    , m_end(axis->position(end))
    , m_tone(tone) {
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

QSize TimeBar::sizeHint() const {
    return {200, thickness + 2 * overhang};
}

QSize TimeBar::minimumSizeHint() const {
    return {60, sizeHint().height()};
}

void TimeBar::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    const QRectF track(0, overhang, width(), thickness);
    painter.setBrush(palette().color(QPalette::AlternateBase));
    painter.drawRoundedRect(track, thickness / 2.0, thickness / 2.0);
    const double today = m_today * width();
    const double end = m_end * width();
    // What ends now still has a bar that can be seen.
    const double length = std::max(std::abs(end - today), static_cast<double>(thickness));
    const double left = std::clamp(std::min(today, end), 0.0, std::max(0.0, width() - length));
    painter.setBrush(toneInk(m_tone, palette()));
    painter.drawRoundedRect(QRectF(left, overhang, length, thickness), thickness / 2.0, thickness / 2.0);
    painter.setBrush(palette().color(QPalette::WindowText));
    painter.drawRect(QRectF(std::clamp(today - 1, 0.0, width() - 2.0), 0, 2, height()));
}

TimeMarks::TimeMarks(std::vector<Mark> marks, QWidget* parent)
    : QWidget(parent)
    , m_marks(std::move(marks)) {
    // Today's word is placed first, so that the others give way to it.
    std::ranges::stable_sort(m_marks, std::greater{}, &Mark::today);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

QSize TimeMarks::sizeHint() const {
    return {200, fontMetrics().height() + 2};
}

QSize TimeMarks::minimumSizeHint() const {
    return {60, sizeHint().height()};
}

QRect TimeMarks::place(const Mark& mark) const {
    const QFontMetrics metrics(mark.today ? boldOf(font()) : font());
    const int length = metrics.horizontalAdvance(mark.text) + 1;
    const int middle = qRound(mark.position * width());
    const int left = std::clamp(middle - length / 2, 0, std::max(0, width() - length));
    return {left, 2, length, metrics.height()};
}

void TimeMarks::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    std::vector<QRect> taken;
    for (const Mark& mark : m_marks) {
        const QRect area = place(mark);
        const QRect spaced = area.adjusted(-fontMetrics().averageCharWidth(), 0, 0, 0);
        if (std::ranges::any_of(taken, [&](const QRect& other) { return other.intersects(spaced); }))
            continue;
        taken.push_back(area.adjusted(0, 0, fontMetrics().averageCharWidth(), 0));
        painter.setFont(mark.today ? boldOf(font()) : font());
        painter.setPen(palette().color(mark.today ? QPalette::WindowText : QPalette::PlaceholderText));
        painter.drawText(area, Qt::AlignLeft | Qt::AlignVCenter, mark.text);
    }
}

} // namespace certwright::widget

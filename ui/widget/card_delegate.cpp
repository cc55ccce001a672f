// Why: see card_delegate.h.
#include "ui/widget/card_delegate.h"

#include <algorithm>

#include <QAbstractItemView>
#include <QPainter>

#include "ui/widget/tone_icon.h"
#include "ui/widget/wrapped_text.h"

namespace certwright::widget {

namespace {

using model::Urgency;

constexpr int padding = 12;
constexpr int gap = 4;
constexpr qreal radius = 8;
// The bar shows a year; what ends later is at its end.
constexpr int barDays = 365;
constexpr int barHeight = 8;

// Face is what stands on one card, with the fonts it is written in.
struct Face {
    QString title;
    QString mark;
    QStringList lines;
    QString verdict;
    QString reason;
    QList<int> days;
    Tone tone = Tone::Neutral;
    QFont font;
    QFont bold;
};

Face faceOf(const QStyleOptionViewItem& option, const QModelIndex& index) {
    Face face;
    face.title = index.data(model::CardTitle).toString();
    face.mark = index.data(model::CardMark).toString();
    face.lines = index.data(model::CardLines).toStringList();
    face.verdict = index.data(model::CardVerdict).toString();
    face.reason = index.data(model::CardReason).toString();
    for (const QVariant& day : index.data(model::CardDays).toList())
        face.days << day.toInt();
    face.tone = toneOf(static_cast<Urgency>(index.data(model::CardUrgency).toInt()));
    face.font = option.font;
    face.bold = option.font;
    face.bold.setBold(true);
    return face;
}

// Writer goes down a card line by line; without a painter it measures only.
class Writer {
  public:
    Writer(const QRect& area, QPainter* painter, const QPalette& palette)
        : m_area(area)
        , m_painter(painter)
        , m_palette(palette) {}

    void text(const QString& text, const QFont& font, const QColor& colour, int indent = 0) {
        if (text.isEmpty())
            return;
        const int width = m_area.width() - indent;
        const int height = wrappedSize(text, font, width).height();
        if (m_painter != nullptr) {
            m_painter->setPen(colour);
            drawWrapped(*m_painter, {m_area.left() + indent, m_y, width, height}, text, font);
        }
        m_y += height + gap;
    }
    void mark(const QString& text, const QFont& font);
    void verdict(const Face& face);
    void bar(const Face& face);
    void space(int height) { m_y += height; }
    int height() const { return m_y - gap; }
    void startAt(int y) { m_y = y; }

  private:
    QRect m_area;
    QPainter* m_painter;
    const QPalette& m_palette;
    int m_y = 0;
};

// A pill that sets this card apart from the others.
void Writer::mark(const QString& text, const QFont& font) {
    if (text.isEmpty())
        return;
    constexpr int side = 8;
    const QSize size = wrappedSize(text, font, m_area.width() - 2 * side);
    if (m_painter != nullptr) {
        const QRect pill(m_area.left(), m_y, size.width() + 2 * side, size.height() + 2);
        m_painter->setPen(toneInk(Tone::Accent, m_palette));
        m_painter->setBrush(toneFill(Tone::Accent, m_palette));
        m_painter->drawRoundedRect(QRectF(pill).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6);
        drawWrapped(*m_painter, pill.adjusted(side, 1, -side, -1), text, font);
    }
    m_y += size.height() + 2 + gap;
}

void Writer::verdict(const Face& face) {
    if (face.verdict.isEmpty())
        return;
    const int side = QFontMetrics(face.bold).height();
    const QColor ink = toneInk(face.tone, m_palette);
    if (m_painter != nullptr) {
        const qreal ratio = m_painter->device()->devicePixelRatioF();
        m_painter->drawPixmap(m_area.left(), m_y, pixmap(iconOfTone(face.tone), ink, side, ratio));
    }
    text(face.verdict, face.bold, ink, side + 6);
}

// From today on the left to a year from now; filled up to the first end, a stroke at each later one.
void Writer::bar(const Face& face) {
    if (face.days.isEmpty())
        return;
    const QRectF track =
        QRectF(m_area.left(), m_y + 2, m_area.width(), barHeight).adjusted(0.5, 0.5, -0.5, -0.5);
    if (m_painter != nullptr) {
        const auto place = [&](int days) { return track.width() * std::clamp(days, 0, barDays) / barDays; };
        const QColor ink = toneInk(face.tone, m_palette);
        m_painter->setPen(m_palette.color(QPalette::Mid));
        m_painter->setBrush(m_palette.color(QPalette::AlternateBase));
        m_painter->drawRoundedRect(track, 4, 4);
        // What has ended fills it whole, so that it is seen from afar.
        const qreal filled = face.days.front() < 0 ? track.width() : std::max(place(face.days.front()), 8.0);
        m_painter->setPen(Qt::NoPen);
        m_painter->setBrush(ink);
        m_painter->drawRoundedRect(QRectF(track.topLeft(), QSizeF(filled, track.height())), 4, 4);
        m_painter->setPen(QPen(m_palette.color(QPalette::WindowText), 2));
        for (const int days : face.days)
            if (days > std::max(face.days.front(), 0) && days < barDays && face.days.front() >= 0) {
                const qreal x = track.left() + place(days);
                m_painter->drawLine(QPointF(x, track.top() - 2), QPointF(x, track.bottom() + 2));
            }
    }
    m_y += barHeight + 4 + gap;
}

int write(Writer& writer, const Face& face, const QColor& main, const QColor& dim) {
    writer.text(face.title, face.bold, main);
    writer.mark(face.mark, face.font);
    for (const QString& line : face.lines)
        writer.text(line, face.font, dim);
    writer.space(gap);
    writer.verdict(face);
    writer.bar(face);
    writer.text(face.reason, face.font, main);
    return writer.height();
}

// Room is left for a scroll bar whether it is there or not: its coming would make the cards higher.
int widthOf(const QStyleOptionViewItem& option) {
    const auto* view = qobject_cast<const QAbstractItemView*>(option.widget);
    if (view == nullptr)
        return option.rect.width();
    return view->width() - view->style()->pixelMetric(QStyle::PM_ScrollBarExtent, nullptr, view);
}

} // namespace

Tone toneOf(Urgency urgency) {
    switch (urgency) {
    case Urgency::Blocker:
        return Tone::Blocker;
    case Urgency::Warning:
        return Tone::Warning;
    case Urgency::Note:
        return Tone::Note;
    case Urgency::Good:
        return Tone::Good;
    case Urgency::Nothing:
        break;
    }
    return Tone::Neutral;
}

CardDelegate::CardDelegate(QObject* parent)
    : QStyledItemDelegate(parent) {}

void CardDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option,
                         const QModelIndex& index) const {
    const bool selected = option.state.testFlag(QStyle::State_Selected);
    const bool focused = option.state.testFlag(QStyle::State_HasFocus);
    const QPalette& palette = option.palette;
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    const qreal line = selected && focused ? 2 : 1;
    painter->setPen(
        QPen(palette.color(QPalette::Active, selected ? QPalette::Highlight : QPalette::Mid), line));
    painter->setBrush(selected ? toneFill(Tone::Accent, palette) : palette.color(QPalette::Base));
    const qreal inset = line / 2;
    painter->drawRoundedRect(QRectF(option.rect).adjusted(inset, inset + 3, -inset, -inset - 3), radius,
                             radius);
    const QColor main = palette.color(QPalette::Active, QPalette::WindowText);
    const QColor dim =
        palette.color(QPalette::Active, selected ? QPalette::WindowText : QPalette::PlaceholderText);
    Writer writer(option.rect.adjusted(padding, 0, -padding, 0), painter, palette);
    writer.startAt(option.rect.top() + padding + 3);
    write(writer, faceOf(option, index), main, dim);
    painter->restore();
}

QSize CardDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const {
    const int width = widthOf(option);
    Writer writer({padding, 0, std::max(width - 2 * padding, 1), 0}, nullptr, option.palette);
    const int height = write(writer, faceOf(option, index), {}, {});
    return {std::min(width, 2 * padding), height + 2 * padding + 6};
}

} // namespace certwright::widget

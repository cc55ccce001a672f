// Why: see source_list.h.
#include "ui/wizard/source_list.h"

#include <QContextMenuEvent>
#include <QKeyEvent>
#include <QPainter>
#include <QStyledItemDelegate>

#include "ui/widget/icons.h"
#include "ui/widget/theme.h"

namespace certwright::wizard {

using model::SourceModel;
using widget::Tone;

namespace {

constexpr int padding = 8;

int lineHeight(const QFontMetrics& metrics) {
    return metrics.height() + 2;
}

// moreArea is where the dots are, at the end of a row.
QRect moreArea(const QRect& row, const QFontMetrics& metrics) {
    const int side = metrics.height() + 2 * padding;
    return {row.right() - side + 1, row.top(), side, row.height()};
}

class RowPainter {
  public:
    RowPainter(QPainter& painter, const QStyleOptionViewItem& option, const QModelIndex& index)
        : m_painter(painter)
        , m_option(option)
        , m_index(index)
        , m_selected((option.state & QStyle::State_Selected) != 0) {}

    void paint() {
        paintGround();
        const QFontMetrics metrics(m_option.font);
        const QRect row = m_option.rect;
        const QRect more = moreArea(row, metrics);
        const int icon = metrics.height() * 3 / 2;
        const QRect iconArea(row.left() + padding, row.center().y() - icon / 2, icon, icon);
        paintIcon(widget::iconOfKind(m_index.data(SourceModel::KindRole).toString().toStdString()), iconArea);
        paintIcon(widget::IconName::More, centred(more, metrics.height() * 3 / 2));
        const int left = iconArea.right() + padding + 4;
        const int top = row.top() + padding;
        const QRect area(left, top, more.left() - left - padding, lineHeight(metrics));
        paintFirst(area);
        paintSecond(area.translated(0, area.height()));
    }

  private:
    QColor ink(QPalette::ColorRole usual) const {
        return m_option.palette.color(m_selected ? QPalette::HighlightedText : usual);
    }

    static QRect centred(const QRect& area, int side) {
        return {area.center().x() - side / 2, area.center().y() - side / 2, side, side};
    }

    void paintGround() {
        const bool focus = (m_option.state & QStyle::State_HasFocus) != 0;
        const bool hover = (m_option.state & QStyle::State_MouseOver) != 0;
        if (m_selected)
            m_painter.fillRect(m_option.rect, m_option.palette.brush(QPalette::Highlight));
        else if (hover)
            m_painter.fillRect(m_option.rect, m_option.palette.brush(QPalette::AlternateBase));
        if (!focus)
            return;
        m_painter.setPen(QPen(ink(QPalette::Highlight), 2));
        m_painter.drawRect(m_option.rect.adjusted(1, 1, -1, -1));
    }

    void paintIcon(widget::IconName name, const QRect& area) {
        const QColor colour = m_selected ? m_option.palette.color(QPalette::HighlightedText)
                                         : widget::toneInk(Tone::Neutral, m_option.palette);
        m_painter.drawPixmap(
            area, widget::pixmap(name, colour, area.width(), m_painter.device()->devicePixelRatioF()));
    }

    // text paints as much as fits and returns what is left of the area; Right: from its right end.
    enum class From { Left, Right };
    QRect text(const QRect& area, const QString& words, const QFont& font, From from = From::Left) {
        const QFontMetrics metrics(font);
        const QString fitting = metrics.elidedText(words, Qt::ElideMiddle, std::max(area.width(), 0));
        m_painter.setFont(font);
        m_painter.drawText(
            area, static_cast<int>(Qt::AlignVCenter | (from == From::Left ? Qt::AlignLeft : Qt::AlignRight)),
            fitting);
        const int used = metrics.horizontalAdvance(fitting) + 2 * padding;
        return from == From::Left ? area.adjusted(used, 0, 0, 0) : area.adjusted(0, 0, -used, 0);
    }

    void paintFirst(const QRect& area) {
        QFont bold = m_option.font;
        bold.setBold(true);
        m_painter.setPen(ink(QPalette::Text));
        const QRect rest = text(area, m_index.data(SourceModel::TitleRole).toString(), bold);
        text(rest, m_index.data(SourceModel::AboutRole).toString(), m_option.font);
    }

    void paintSecond(const QRect& area) {
        m_painter.setPen(ink(QPalette::PlaceholderText));
        const QString use = m_index.data(SourceModel::UseTextRole).toString();
        const int most = area.width() / 2;
        const QFontMetrics metrics(m_option.font);
        QRect rest = text(area.adjusted(area.width() - most, 0, 0, 0), use, m_option.font, From::Right);
        rest =
            QRect(area.left(), area.top(),
                  area.width() - std::min(most, metrics.horizontalAdvance(use)) - 2 * padding, area.height());
        const QString left = m_index.data(SourceModel::LeftRole).toString();
        const int forLeft = left.isEmpty() ? 0 : metrics.horizontalAdvance(left) + 2 * padding;
        rest = text(rest.adjusted(0, 0, -forLeft, 0), m_index.data(SourceModel::FileRole).toString(),
                    m_option.font)
                   .adjusted(0, 0, forLeft, 0);
        const QVariant urgency = m_index.data(SourceModel::UrgencyRole);
        if (urgency.isValid() && !m_selected)
            m_painter.setPen(widget::toneInk(widget::toneOf(static_cast<check::Severity>(urgency.toInt())),
                                             m_option.palette));
        text(rest, left, m_option.font);
    }

    QPainter& m_painter;
    const QStyleOptionViewItem& m_option;
    const QModelIndex& m_index;
    bool m_selected;
};

class SourceDelegate final : public QStyledItemDelegate {
  public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override {
        painter->save();
        RowPainter(*painter, option, index).paint();
        painter->restore();
    }
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex&) const override {
        const QFontMetrics metrics(option.font);
        return {metrics.averageCharWidth() * 20, 2 * lineHeight(metrics) + 2 * padding};
    }
};

} // namespace

SourceList::SourceList(SourceModel& sources, QWidget* parent)
    : QListView(parent) {
    setModel(&sources);
    setItemDelegate(new SourceDelegate(this));
    setUniformItemSizes(true);
    setDragEnabled(true);
    setDragDropMode(QAbstractItemView::DragOnly);
    setSelectionMode(QAbstractItemView::SingleSelection);
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setMouseTracking(true);
    setTabKeyNavigation(false);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    connect(&sources, &QAbstractItemModel::modelReset, this, &SourceList::updateGeometry);
}

QSize SourceList::sizeHint() const {
    const int rows = std::clamp(model()->rowCount(), 1, mostRows);
    const int height = 2 * lineHeight(fontMetrics()) + 2 * padding;
    return {fontMetrics().averageCharWidth() * 50, rows * height + 2 * frameWidth()};
}

QSize SourceList::minimumSizeHint() const {
    return {fontMetrics().averageCharWidth() * 20, sizeHint().height()};
}

void SourceList::request(const QModelIndex& index) {
    if (!index.isValid())
        return;
    const QRect row = visualRect(index);
    Q_EMIT menuRequested(index.row(), viewport()->mapToGlobal(moreArea(row, fontMetrics()).bottomLeft()));
}

void SourceList::contextMenuEvent(QContextMenuEvent* event) {
    if (event->reason() == QContextMenuEvent::Keyboard)
        request(currentIndex());
    else if (const QModelIndex index = indexAt(event->pos()); index.isValid())
        Q_EMIT menuRequested(index.row(), event->globalPos());
}

void SourceList::keyPressEvent(QKeyEvent* event) {
    const int key = event->key();
    if (key == Qt::Key_Return || key == Qt::Key_Enter || key == Qt::Key_Space)
        request(currentIndex());
    else
        QListView::keyPressEvent(event);
}

void SourceList::mouseReleaseEvent(QMouseEvent* event) {
    const QPoint position = event->position().toPoint();
    const QModelIndex index = indexAt(position);
    const bool onDots = index.isValid() && moreArea(visualRect(index), fontMetrics()).contains(position);
    QListView::mouseReleaseEvent(event);
    if (onDots && event->button() == Qt::LeftButton)
        request(index);
}

void SourceList::changeEvent(QEvent* event) {
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange) {
        scheduleDelayedItemsLayout();
        updateGeometry();
    }
    QListView::changeEvent(event);
}

// Whoever comes with the keyboard wants to see where it is.
void SourceList::focusInEvent(QFocusEvent* event) {
    if (!currentIndex().isValid() && model()->rowCount() > 0)
        setCurrentIndex(model()->index(0, 0));
    QListView::focusInEvent(event);
}

} // namespace certwright::wizard

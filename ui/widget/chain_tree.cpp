// Why: see chain_tree.h.
#include "ui/widget/chain_tree.h"

#include <set>

#include <QPainter>
#include <QResizeEvent>
#include <QStyledItemDelegate>
#include <QTreeWidgetItemIterator>

#include "ui/widget/chain_rows.h"
#include "ui/widget/icons.h"
#include "ui/widget/theme.h"
#include "ui/widget/wrapped_text.h"

namespace certwright::widget {

namespace {

constexpr int padding = 5;
constexpr int gap = 8;

// RowDelegate wraps rows to the width of the tree, and gives objects an icon and a bold first line.
class RowDelegate final : public QStyledItemDelegate {
  public:
    explicit RowDelegate(const ChainTree& tree, QObject* parent)
        : QStyledItemDelegate(parent)
        , m_tree(tree) {}

    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override {
        int depth = 1;
        for (QModelIndex above = index.parent(); above.isValid(); above = above.parent())
            ++depth;
        const int width = m_tree.viewport()->width() - depth * m_tree.indentation();
        const QString text = index.data().toString();
        const int room = roomFor(width, index, option.fontMetrics);
        int height = 0;
        for (const QString& part : partsOf(text))
            height += wrappedSize(part, fontFor(option.font, index, height == 0), room).height();
        return {std::max(1, width), height + 2 * padding};
    }

    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override {
        QStyleOptionViewItem panel = option;
        initStyleOption(&panel, index);
        panel.text.clear();
        const QWidget* view = option.widget;
        view->style()->drawControl(QStyle::CE_ItemViewItem, &panel, painter, view);
        QRect area = option.rect.adjusted(padding, padding, -padding, 0);
        if (isObject(index)) {
            const auto tone = static_cast<Tone>(index.data(ChainTone).toInt());
            const int side = iconSide(option.fontMetrics);
            painter->drawPixmap(area.topLeft(),
                                pixmap(static_cast<IconName>(index.data(ChainIcon).toInt()),
                                       toneInk(tone, option.palette), side, view->devicePixelRatioF()));
            area.setLeft(area.left() + side + gap);
        }
        painter->setPen(option.palette.color(QPalette::Text));
        bool first = true;
        for (const QString& part : partsOf(index.data().toString())) {
            const QFont font = fontFor(option.font, index, first);
            drawWrapped(*painter, area, part, font);
            area.setTop(area.top() + wrappedSize(part, font, area.width()).height());
            first = false;
        }
    }

  private:
    static QStringList partsOf(const QString& text) { return text.split(QLatin1Char('\n')); }
    static bool isObject(const QModelIndex& index) { return index.data(ChainIcon).isValid(); }
    static int iconSide(const QFontMetrics& metrics) { return qRound(metrics.height() * 1.25); }
    static QFont fontFor(QFont font, const QModelIndex& index, bool first) {
        font.setBold(first && isObject(index));
        return font;
    }
    static int roomFor(int width, const QModelIndex& index, const QFontMetrics& metrics) {
        return width - 2 * padding - (isObject(index) ? iconSide(metrics) + gap : 0);
    }

    const ChainTree& m_tree;
};

QString keyOf(const QTreeWidgetItem* item) {
    return item->data(0, ChainKey).toString();
}

} // namespace

ChainTree::ChainTree(QWidget* parent)
    : QTreeWidget(parent) {
    setHeaderHidden(true);
    setColumnCount(1);
    setFrameShape(QFrame::NoFrame);
    setItemDelegate(new RowDelegate(*this, this));
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollMode(ScrollPerPixel);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setTextElideMode(Qt::ElideNone);
    setIndentation(fontMetrics().height() + 6);
    viewport()->setAutoFillBackground(false);
    connect(this, &QTreeWidget::expanded, this, &ChainTree::fit);
    connect(this, &QTreeWidget::collapsed, this, &ChainTree::fit);
}

void ChainTree::setChain(const job::SetView& view, base::Time now, const text::Phrasebook& book) {
    std::set<QString> known;
    std::set<QString> open;
    for (QTreeWidgetItemIterator it(this); *it != nullptr; ++it) {
        known.insert(keyOf(*it));
        if ((*it)->isExpanded())
            open.insert(keyOf(*it));
    }
    clear();
    addChainRows(*this, view, now, book);
    for (QTreeWidgetItemIterator it(this); *it != nullptr; ++it) {
        const QString key = keyOf(*it);
        const bool object = (*it)->data(0, ChainIcon).isValid();
        (*it)->setExpanded(known.contains(key) ? open.contains(key) : object);
    }
    setAccessibleName(book.say("widget", "Certificate chain"));
    setAccessibleDescription(
        book.say("widget", "The CA is at the root; each certificate is signed by the one above it."));
    fit();
}

void ChainTree::fit() {
    scheduleDelayedItemsLayout();
    updateGeometry();
}

int ChainTree::contentHeight() const {
    int height = 0;
    for (QTreeWidgetItem* item = topLevelItem(0); item != nullptr; item = itemBelow(item))
        height += sizeHintForIndex(indexFromItem(item)).height();
    return height;
}

QSize ChainTree::sizeHint() const {
    return {fontMetrics().averageCharWidth() * 60, contentHeight() + 2 * frameWidth()};
}

QSize ChainTree::minimumSizeHint() const {
    return {fontMetrics().averageCharWidth() * 24, contentHeight() + 2 * frameWidth()};
}

void ChainTree::resizeEvent(QResizeEvent* event) {
    QTreeWidget::resizeEvent(event);
    if (event->size().width() != event->oldSize().width())
        fit();
}

void ChainTree::changeEvent(QEvent* event) {
    QTreeWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange) {
        setIndentation(fontMetrics().height() + 6);
        fit();
    }
}

} // namespace certwright::widget

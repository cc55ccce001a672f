// Why: see card_list.h.
#include "ui/widget/card_list.h"

#include <QEvent>

#include "ui/model/card_role.h"
#include "ui/widget/card_delegate.h"

namespace certwright::widget {

CardList::CardList(QWidget* parent)
    : QListView(parent) {
    setItemDelegate(new CardDelegate(this));
    setFrameShape(QFrame::NoFrame);
    setResizeMode(QListView::Adjust);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setSelectionMode(QAbstractItemView::SingleSelection);
    // The window's background shows between the cards.
    setAutoFillBackground(false);
    viewport()->setAutoFillBackground(false);
}

void CardList::setModel(QAbstractItemModel* model) {
    connect(model, &QAbstractItemModel::modelAboutToBeReset, this, [this] { m_filling = true; });
    QListView::setModel(model);
    // After the view's own, which forgets the current card.
    connect(model, &QAbstractItemModel::modelReset, this, &CardList::restore);
    // Another language makes other heights.
    connect(model, &QAbstractItemModel::dataChanged, this, [this] { scheduleDelayedItemsLayout(); });
}

void CardList::choose(const QString& key) {
    m_wanted = key;
    for (int row = 0; model() != nullptr && row < model()->rowCount(); ++row)
        if (model()->index(row, 0).data(model::CardKey).toString() == key)
            setCurrentIndex(model()->index(row, 0));
}

void CardList::restore() {
    const QString before = m_wanted.isEmpty() ? m_key : m_wanted;
    QModelIndex found;
    for (int row = 0; row < model()->rowCount() && !found.isValid(); ++row)
        if (const QModelIndex index = model()->index(row, 0); index.data(model::CardKey).toString() == before)
            found = index;
    if (!found.isValid())
        found = model()->index(0, 0);
    setCurrentIndex(found);
    m_filling = false;
    currentChanged(found, {});
}

void CardList::currentChanged(const QModelIndex& current, const QModelIndex& previous) {
    QListView::currentChanged(current, previous);
    if (m_filling)
        return;
    m_key = current.data(model::CardKey).toString();
    if (m_key == m_wanted)
        m_wanted.clear();
    Q_EMIT chosen(current.isValid() ? current.row() : -1);
}

void CardList::changeEvent(QEvent* event) {
    QListView::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange)
        scheduleDelayedItemsLayout();
}

QSize CardList::minimumSizeHint() const {
    return {fontMetrics().averageCharWidth() * 18, fontMetrics().height() * 4};
}

} // namespace certwright::widget

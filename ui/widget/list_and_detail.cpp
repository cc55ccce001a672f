// Why: see list_and_detail.h.
#include "ui/widget/list_and_detail.h"

#include <algorithm>

#include <QEvent>

namespace certwright::widget {

namespace {

// Fewer letters than this across are too few for two columns.
constexpr int lettersBeside = 64;
constexpr int between = 16;

} // namespace

ListAndDetail::ListAndDetail(QWidget* list, QWidget* detail, QWidget* parent)
    : QSplitter(Qt::Horizontal, parent) {
    setChildrenCollapsible(false);
    setHandleWidth(between);
    addWidget(list);
    addWidget(detail);
    setStretchFactor(0, 2);
    setStretchFactor(1, 3);
    setSizes({2000, 3000});
}

// As narrow as one column: it turns before it gets there.
QSize ListAndDetail::minimumSizeHint() const {
    const QSize list = widget(0)->minimumSizeHint();
    const QSize detail = widget(1)->minimumSizeHint();
    return {std::max(list.width(), detail.width()), std::max(list.height(), detail.height())};
}

void ListAndDetail::resizeEvent(QResizeEvent* event) {
    QSplitter::resizeEvent(event);
    turn();
}

void ListAndDetail::changeEvent(QEvent* event) {
    QSplitter::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        turn();
}

void ListAndDetail::turn() {
    const bool beside = width() >= fontMetrics().averageCharWidth() * lettersBeside;
    const Qt::Orientation wanted = beside ? Qt::Horizontal : Qt::Vertical;
    if (wanted == orientation())
        return;
    setOrientation(wanted);
    setSizes({2000, 3000});
}

} // namespace certwright::widget

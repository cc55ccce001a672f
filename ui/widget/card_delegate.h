// Why: a list of cards is one control for the keyboard and a screen reader; what stands on a card is painted.
#pragma once

#include <QStyledItemDelegate>

#include "ui/model/card_role.h"
#include "ui/widget/theme.h"

namespace certwright::widget {

// toneOf says in which colour an urgency is shown.
Tone toneOf(model::Urgency urgency);

// CardDelegate paints the roles of model/card_role.h as a card: title, mark, lines, verdict with icon, a bar
// of the next year on which every end has its place, and the reason. Texts wrap; nothing is left out.
class CardDelegate final : public QStyledItemDelegate {
    Q_OBJECT

  public:
    explicit CardDelegate(QObject* parent = nullptr);

    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override;
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;
};

} // namespace certwright::widget

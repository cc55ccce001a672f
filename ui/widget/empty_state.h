// Why: where nothing is there yet, a person reads what would be there and how to begin.
#pragma once

#include <QLabel>
#include <QWidget>

#include "ui/widget/flow_layout.h"
#include "ui/widget/tone_icon.h"

namespace certwright::widget {

// EmptyState is a large icon, a title, a sentence and buttons, in the middle of its place.
class EmptyState final : public QWidget {
    Q_OBJECT

  public:
    explicit EmptyState(IconName icon, QWidget* parent = nullptr);

    void setTexts(const QString& title, const QString& text);
    // addButton puts a button below the text.
    void addButton(QWidget* button);

  private:
    QLabel* m_title;
    QLabel* m_text;
    FlowLayout* m_buttons;
};

} // namespace certwright::widget

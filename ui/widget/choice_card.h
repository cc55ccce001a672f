// Why: few choices that need a sentence each are easier to tell apart as cards than as a list.
#pragma once

#include <QLabel>
#include <QRadioButton>

#include "ui/widget/icons.h"
#include "ui/widget/tone_icon.h"

namespace certwright::widget {

// ChoiceCard is a radio button that looks like a card: a title, a sentence, and possibly why it cannot be
// chosen. Put those that exclude each other into a QButtonGroup; arrow keys then move between them.
class ChoiceCard final : public QRadioButton {
    Q_OBJECT

  public:
    explicit ChoiceCard(IconName icon, QWidget* parent = nullptr);

    void setWords(const QString& title, const QString& sentence);
    // setTrouble disables the card and says why; empty: nothing stands against it.
    void setTrouble(const QString& trouble);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;
    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;

  protected:
    bool hitButton(const QPoint& position) const override;
    void paintEvent(QPaintEvent* event) override;
    bool event(QEvent* event) override;

  private:
    ToneIcon* m_icon;
    QLabel* m_title;
    QLabel* m_sentence;
    QLabel* m_trouble;
};

} // namespace certwright::widget

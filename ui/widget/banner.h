// Why: the one thing to know now stands in one line on top, in colour, with an icon, and is spoken.
#pragma once

#include <QFrame>
#include <QLabel>

#include "ui/widget/theme.h"
#include "ui/widget/tone_icon.h"

namespace certwright::widget {

// Banner shows a title (bold) and an optional text. Empty until the first setMessage.
class Banner : public QFrame {
    Q_OBJECT

  public:
    explicit Banner(QWidget* parent = nullptr);

    // setMessage shows and, where it differs from before, announces the message; while hidden it is announced
    // when shown.
    void setMessage(Tone tone, const QString& title, const QString& text = {});
    Tone tone() const { return m_tone; }

  protected:
    void paintEvent(QPaintEvent* event) override;
    void showEvent(QShowEvent* event) override;

  private:
    void speak();

    Tone m_tone = Tone::Neutral;
    ToneIcon* m_icon;
    QLabel* m_title;
    QLabel* m_text;
    bool m_spoken = true;
};

} // namespace certwright::widget

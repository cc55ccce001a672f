// Why: an icon beside a text is in the colour of what it means, whatever the theme is switched to.
#pragma once

#include <QLabel>

#include "ui/widget/icons.h"
#include "ui/widget/theme.h"

namespace certwright::widget {

// ToneIcon paints an icon in the ink of a tone, as high as a line of text or `scale` times that. It says
// nothing to a screen reader; the word for it stands beside it.
class ToneIcon : public QWidget {
    Q_OBJECT

  public:
    ToneIcon(IconName name, Tone tone, QWidget* parent = nullptr, double scale = 1.25);

    void setIcon(IconName name, Tone tone);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

  protected:
    void paintEvent(QPaintEvent* event) override;

  private:
    IconName m_name;
    Tone m_tone;
    double m_scale;
};

// iconOfTone is the icon that says the same as the colour.
IconName iconOfTone(Tone tone);

} // namespace certwright::widget

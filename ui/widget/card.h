// Why: what belongs together stands on one quiet surface, so that a page reads as a few things and not as
// many.
#pragma once

#include <QFrame>
#include <QScrollArea>
#include <QVBoxLayout>

#include "ui/widget/theme.h"

namespace certwright::widget {

// Card is a rounded surface in QPalette::Base with a thin border.
class Card : public QFrame {
    Q_OBJECT

  public:
    explicit Card(QWidget* parent = nullptr);

    // body takes what stands on the card; owned by it.
    QVBoxLayout* body() const { return m_body; }
    // setTone tints surface and border; Tone::Neutral is the usual look.
    void setTone(Tone tone);
    Tone tone() const { return m_tone; }

  protected:
    void paintEvent(QPaintEvent* event) override;

  private:
    QVBoxLayout* m_body;
    Tone m_tone = Tone::Neutral;
};

// ScrollColumn scrolls one column vertically; what is in it must be able to wrap to its width. It takes the
// keyboard while there is something to scroll, so give it an accessibleName. Who came by Tab sees a ring.
class ScrollColumn : public QScrollArea {
    Q_OBJECT

  public:
    explicit ScrollColumn(QWidget* parent = nullptr);

    // column takes what is scrolled; owned by it. It stays at the top where there is room to spare.
    QVBoxLayout* column() const { return m_column; }

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

  protected:
    void paintEvent(QPaintEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;

  private:
    QVBoxLayout* m_column;
    bool m_ring = false;
};

} // namespace certwright::widget

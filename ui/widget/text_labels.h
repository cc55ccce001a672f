// Why: texts look the same on every page, wrap wherever the window is narrow, long paths too, and never take
// a foreign name for markup.
#pragma once

#include <QLabel>

#include "ui/widget/theme.h"

namespace certwright::widget {

// WrappingLabel is a plain-text label that wraps between words, and within a word that is longer than a line
// (QLabel would cut it off). No mnemonics, no selection.
class WrappingLabel : public QLabel {
    Q_OBJECT

  public:
    explicit WrappingLabel(QWidget* parent = nullptr);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;
    int heightForWidth(int width) const override;

  protected:
    // ink is the colour of the text.
    virtual QColor ink() const;
    void paintEvent(QPaintEvent* event) override;
};

// ToneLabel is a bold word in the colour of what it means.
class ToneLabel : public WrappingLabel {
    Q_OBJECT

  public:
    explicit ToneLabel(Tone tone, QWidget* parent = nullptr);

    void setTone(Tone tone);

  protected:
    QColor ink() const override;

  private:
    Tone m_tone;
};

// heading is the bold title of a section, bodyText an ordinary paragraph, dimText a secondary one. All wrap
// and belong to `parent`.
QLabel* heading(QWidget* parent);
QLabel* bodyText(QWidget* parent);
QLabel* dimText(QWidget* parent);

// ElidedLabel is one line that loses its middle where there is no room; text() stays whole, and so does what
// a screen reader gets.
class ElidedLabel : public QLabel {
    Q_OBJECT

  public:
    explicit ElidedLabel(QWidget* parent = nullptr);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

  protected:
    void paintEvent(QPaintEvent* event) override;
    bool event(QEvent* event) override;
};

// announce tells a screen reader what `widget` has to say now (its accessible name and description).
void announce(QWidget* widget);

} // namespace certwright::widget

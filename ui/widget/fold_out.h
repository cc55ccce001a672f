// Why: details are there for who asks, and out of the way of who does not.
#pragma once

#include <QToolButton>
#include <QVBoxLayout>
#include <QWidget>

namespace certwright::widget {

// FoldOut is a button with an arrow, and what it opens below. Closed at first.
class FoldOut : public QWidget {
    Q_OBJECT

  public:
    explicit FoldOut(QWidget* parent = nullptr);

    // setTitle is the button's text; it may have a mnemonic.
    void setTitle(const QString& title);
    QToolButton* button() const { return m_button; }
    // body takes what is folded; owned by it.
    QVBoxLayout* body() const { return m_body; }
    void setOpen(bool open);
    bool isOpen() const { return m_button->isChecked(); }

  Q_SIGNALS:
    void toggled(bool open);

  private:
    QToolButton* m_button;
    QWidget* m_folded;
    QVBoxLayout* m_body;
};

} // namespace certwright::widget

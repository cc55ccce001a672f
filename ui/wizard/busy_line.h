// Why: what takes a moment says so, and what takes no time does not flicker.
#pragma once

#include <QLabel>
#include <QProgressBar>
#include <QTimer>
#include <QWidget>

namespace certwright::wizard {

// BusyLine is a moving bar with words, shown once it has run for `delay`.
class BusyLine final : public QWidget {
    Q_OBJECT

  public:
    // Milliseconds after which a person wonders whether anything happens.
    static constexpr int delay = 300;

    explicit BusyLine(QWidget* parent = nullptr);

    void start();
    void stop();
    void setText(const QString& text);

  private:
    QProgressBar* m_bar;
    QLabel* m_text;
    QTimer m_wait;
};

} // namespace certwright::wizard

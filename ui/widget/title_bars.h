// Why: the frame around a window is the system's; on Windows it stays white around a dark window unless it is
// told.
#pragma once

#include <functional>

#include <QObject>
#include <QWidget>

namespace certwright::widget {

// DarkenFrame paints the frame of a window that the system knows (QWidget::internalWinId) dark or light.
using DarkenFrame = std::function<void(const QWidget& window, bool dark)>;
// systemFrame is this system's: Windows' DWMWA_USE_IMMERSIVE_DARK_MODE (Windows 10 20H1; older ones refuse
// it). Elsewhere it does nothing: the desktop chooses.
DarkenFrame systemFrame();

// TitleBars gives every window of the program, dialogs and messages included, a frame as dark as the theme,
// from its first picture on, and again when the theme changes. The application must outlive it.
class TitleBars final : public QObject {
    Q_OBJECT

  public:
    TitleBars(bool dark, DarkenFrame darken, QObject* parent = nullptr);
    void setDark(bool dark);

  protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

  private:
    DarkenFrame m_darken;
    bool m_dark;
};

} // namespace certwright::widget

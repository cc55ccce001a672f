// Why: see title_bars.h.
#include "ui/widget/title_bars.h"

#include <utility>

#include <QApplication>
#include <QEvent>

namespace certwright::widget {

namespace {

bool hasFrame(const QWidget& widget) {
    const Qt::WindowType type = widget.windowType();
    return widget.isWindow() &&
           (type == Qt::Window || type == Qt::Dialog || type == Qt::Sheet || type == Qt::Tool);
}

} // namespace

TitleBars::TitleBars(bool dark, DarkenFrame darken, QObject* parent)
    : QObject(parent)
    , m_darken(std::move(darken))
    , m_dark(dark) {
    QApplication::instance()->installEventFilter(this);
}

void TitleBars::setDark(bool dark) {
    if (std::exchange(m_dark, dark) == dark)
        return;
    const QWidgetList windows = QApplication::topLevelWidgets();
    for (const QWidget* window : windows)
        if (hasFrame(*window) && window->internalWinId() != 0)
            m_darken(*window, m_dark);
}

// The system's window is there before it is shown, and anew when its flags change.
bool TitleBars::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() != QEvent::WinIdChange && event->type() != QEvent::Show)
        return false;
    const auto* window = qobject_cast<const QWidget*>(watched);
    if (window != nullptr && hasFrame(*window) && window->internalWinId() != 0)
        m_darken(*window, m_dark);
    return false;
}

} // namespace certwright::widget

// Why: Qt 6.4 does not tell whether the desktop is dark; each system has its own way of saying so.
#pragma once

#include <functional>

#include <QObject>

namespace certwright::widget {

// watchSystemTheme calls `changed(dark)` once the desktop has answered and whenever its theme changes, as
// long as `owner` lives. A desktop that says nothing never calls.
void watchSystemTheme(QObject* owner, std::function<void(bool dark)> changed);

} // namespace certwright::widget

// Why: where no window can be opened, a person gets one sentence instead of Qt's list of plugins and a crash.
#pragma once

#include <QString>

namespace certwright::gui {

// DisplayGuard, while it lives, turns Qt's giving up (a fatal message, as QApplication's constructor emits it
// where there is no display) into `sentence` on standard error and the exit status 3, and keeps Qt's
// warnings about plugins back. One at a time.
class DisplayGuard {
  public:
    explicit DisplayGuard(const QString& sentence);
    DisplayGuard(const DisplayGuard&) = delete;
    DisplayGuard& operator=(const DisplayGuard&) = delete;
    ~DisplayGuard();
};

} // namespace certwright::gui

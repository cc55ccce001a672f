// Why: whoever may connect to the socket of the window may raise it, and whoever may put a socket there may
// keep the program from starting: it has to lie where only this account gets.
#pragma once

#include <QString>

#include "core/files/file_system.h"

namespace certwright::gui {

// instanceName returns the name for QLocalServer: on POSIX a path in $XDG_RUNTIME_DIR, if that is a folder of
// this account with mode 700, else in `settingsFolder`; on Windows the name of a pipe.
QString instanceName(const files::FileReader& reader, const QString& settingsFolder);

} // namespace certwright::gui

// Why: what must hold on every page (names, keys, room for texts) is checked by going to every page.
#pragma once

#include <functional>

#include "tests/ui/scene/gui_scene.h"

namespace certwright::test {

// Look is called where the tour stops, with the window to look at and the name of the stop.
using Look = std::function<void(QWidget& window, const QString& stop)>;

// takeTour goes to each place, each page of the wizard for each task, and each other window. Returns the
// stops that it could not reach.
QStringList takeTour(GuiScene& scene, const Look& look);

} // namespace certwright::test

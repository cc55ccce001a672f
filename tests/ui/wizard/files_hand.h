// Why: both tests of the files page drop files, read its texts and open its menus.
#pragma once

#include <QMimeData>

#include "tests/ui/wizard/walk.h"

namespace certwright::test {

// start shows the files page for `draft`, read.
bool start(GuiScene& scene, model::WizardDraft draft);
// reading waits until what was changed has been read.
bool reading(GuiScene& scene);
// drop lets `content` fall on a widget, as a file manager or a drag within the window does; false if it is
// not taken.
bool drop(QWidget* target, QMimeData& content);
// dropFiles drops files of the practice material ("good-pem/ca.crt") on the page.
bool dropFiles(GuiScene& scene, const QStringList& names);
// textOf is what a label says; empty if it is not to be seen.
QString textOf(GuiScene& scene, const char* name);
bool nextOffered(GuiScene& scene);
// rowOf finds the row of the list of what is in the files whose sentence holds `part`; -1 if there is none.
int rowOf(GuiScene& scene, const QString& part);
// chooseFromMenu opens the menu of a row by keyboard and triggers one of its entries ("use-ca", "use-not").
bool chooseFromMenu(GuiScene& scene, int row, const char* action);
// says tells whether any label within `widget` holds `part`.
bool says(const QWidget* widget, const QString& part);

} // namespace certwright::test

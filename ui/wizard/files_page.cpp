// Why: see files_page.h.
#include "ui/wizard/files_page.h"

namespace certwright::wizard {

FilesPage::FilesPage(Context& context, QWidget* parent)
    : WizardPage(context, parent) {
    setObjectName(QStringLiteral("page-files"));
}

QString FilesPage::title() const {
    return book().say("wizard", "Choose the files");
}

} // namespace certwright::wizard

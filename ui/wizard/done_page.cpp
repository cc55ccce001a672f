// Why: see done_page.h.
#include "ui/wizard/done_page.h"

namespace certwright::wizard {

DonePage::DonePage(Context& context, QWidget* parent)
    : WizardPage(context, parent) {
    setObjectName(QStringLiteral("page-done"));
}

QString DonePage::title() const {
    return book().say("wizard", "Done");
}

} // namespace certwright::wizard

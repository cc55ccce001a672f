// Why: see check_page.h.
#include "ui/wizard/check_page.h"

namespace certwright::wizard {

CheckPage::CheckPage(Context& context, QWidget* parent)
    : WizardPage(context, parent) {
    setObjectName(QStringLiteral("page-check"));
}

QString CheckPage::title() const {
    return book().say("wizard", "Check");
}

} // namespace certwright::wizard

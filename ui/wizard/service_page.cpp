// Why: see service_page.h.
#include "ui/wizard/service_page.h"

namespace certwright::wizard {

ServicePage::ServicePage(Context& context, QWidget* parent)
    : WizardPage(context, parent) {
    setObjectName(QStringLiteral("page-service"));
}

QString ServicePage::title() const {
    return book().say("wizard", "Choose the service");
}

} // namespace certwright::wizard

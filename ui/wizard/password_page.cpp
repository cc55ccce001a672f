// Why: see password_page.h.
#include "ui/wizard/password_page.h"

namespace certwright::wizard {

PasswordPage::PasswordPage(Context& context, QWidget* parent)
    : WizardPage(context, parent) {
    setObjectName(QStringLiteral("page-password"));
}

QString PasswordPage::title() const {
    return book().say("wizard", "Enter the password");
}

} // namespace certwright::wizard

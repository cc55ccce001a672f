// Why: see apply_page.h.
#include "ui/wizard/apply_page.h"

namespace certwright::wizard {

ApplyPage::ApplyPage(Context& context, QWidget* parent)
    : WizardPage(context, parent) {
    setObjectName(QStringLiteral("page-apply"));
}

QString ApplyPage::title() const {
    return book().say("wizard", "Import");
}

} // namespace certwright::wizard

// Why: see preview_page.h.
#include "ui/wizard/preview_page.h"

namespace certwright::wizard {

PreviewPage::PreviewPage(Context& context, QWidget* parent)
    : WizardPage(context, parent) {
    setObjectName(QStringLiteral("page-preview"));
}

QString PreviewPage::title() const {
    return book().say("wizard", "Preview");
}

} // namespace certwright::wizard

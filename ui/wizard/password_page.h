// Why: the password is typed once, seen by nobody, and tried at once.
#pragma once

#include "ui/wizard/wizard_page.h"

namespace certwright::wizard {

// PasswordPage is model::Stage::Password.
class PasswordPage final : public WizardPage {
    Q_OBJECT

  public:
    explicit PasswordPage(Context& context, QWidget* parent = nullptr);

    QString title() const override;
};

} // namespace certwright::wizard

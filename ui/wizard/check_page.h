// Why: every verdict at once, worst first, each with what to do about it.
#pragma once

#include "ui/wizard/wizard_page.h"

namespace certwright::wizard {

// CheckPage is model::Stage::Check.
class CheckPage final : public WizardPage {
    Q_OBJECT

  public:
    explicit CheckPage(Context& context, QWidget* parent = nullptr);

    QString title() const override;
};

} // namespace certwright::wizard

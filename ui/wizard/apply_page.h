// Why: all of it or none of it, with the progress in sight and a way out.
#pragma once

#include "ui/wizard/wizard_page.h"

namespace certwright::wizard {

// ApplyPage is model::Stage::Apply.
class ApplyPage final : public WizardPage {
    Q_OBJECT

  public:
    explicit ApplyPage(Context& context, QWidget* parent = nullptr);

    QString title() const override;
};

} // namespace certwright::wizard

// Why: what was done is proved, recorded and handed over.
#pragma once

#include "ui/wizard/wizard_page.h"

namespace certwright::wizard {

// DonePage is model::Stage::Done.
class DonePage final : public WizardPage {
    Q_OBJECT

  public:
    explicit DonePage(Context& context, QWidget* parent = nullptr);

    QString title() const override;
};

} // namespace certwright::wizard

// Why: where the certificates go is chosen first: everything after it depends on what that service reads.
#pragma once

#include "ui/wizard/wizard_page.h"

namespace certwright::wizard {

// ServicePage is model::Stage::Service.
class ServicePage final : public WizardPage {
    Q_OBJECT

  public:
    explicit ServicePage(Context& context, QWidget* parent = nullptr);

    QString title() const override;
};

} // namespace certwright::wizard

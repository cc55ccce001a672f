// Why: nothing changes unseen (DESIGN promise 2).
#pragma once

#include "ui/wizard/wizard_page.h"

namespace certwright::wizard {

// PreviewPage is model::Stage::Preview.
class PreviewPage final : public WizardPage {
    Q_OBJECT

  public:
    explicit PreviewPage(Context& context, QWidget* parent = nullptr);

    QString title() const override;
};

} // namespace certwright::wizard

// Why: what the CA delivered is dropped in one go, and shown as what it is.
#pragma once

#include "ui/wizard/wizard_page.h"

namespace certwright::wizard {

// FilesPage is model::Stage::Files.
class FilesPage final : public WizardPage {
    Q_OBJECT

  public:
    explicit FilesPage(Context& context, QWidget* parent = nullptr);

    QString title() const override;
};

} // namespace certwright::wizard

// Why: who seals the key's passphrase decides how the service is started; where there is a choice, it is seen
// and made.
#pragma once

#include <QButtonGroup>
#include <QLabel>
#include <QRadioButton>
#include <QWidget>

#include "core/vault/vendor_library.h"
#include "ui/text/phrasebook.h"

namespace certwright::wizard {

// ProtectorBox offers the vendor's library and the built-in vault, each with what follows from it.
class ProtectorBox final : public QWidget {
    Q_OBJECT

  public:
    explicit ProtectorBox(QWidget* parent = nullptr);

    // setContent: `library` is the path of the vendor's library; Auto is shown as the library.
    void setContent(const std::string& library, vault::Protector protector, const text::Phrasebook& book);
    // control is what Tab goes to.
    QWidget* control() { return m_vendors->isChecked() ? m_vendors : m_builtin; }

  Q_SIGNALS:
    // chosen: the person chose Kmc or Builtin.
    void chosen(certwright::vault::Protector protector);

  private:
    QLabel* m_title;
    QButtonGroup* m_group;
    QRadioButton* m_vendors;
    QLabel* m_vendorsText;
    QRadioButton* m_builtin;
    QLabel* m_builtinText;
};

} // namespace certwright::wizard

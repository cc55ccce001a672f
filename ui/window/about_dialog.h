// Why: who asks which version this is, under which licence, and whether it talks to anyone, gets one quiet
// answer.
#pragma once

#include <QDialog>
#include <QDialogButtonBox>
#include <QLabel>

#include "ui/language/language_switch.h"

namespace certwright::window {

// AboutDialog is not modal, so that a language switch reaches it while it is open. Its texts can be selected.
class AboutDialog final : public QDialog {
    Q_OBJECT

  public:
    AboutDialog(language::LanguageSwitch& language, const QString& version, QWidget* parent);

  private:
    void setTexts(const text::Phrasebook& book);

    QString m_version;
    QLabel* m_name;
    QLabel* m_versionLine;
    QLabel* m_purpose;
    QLabel* m_network;
    QLabel* m_licence;
    QDialogButtonBox* m_buttons;
};

} // namespace certwright::window

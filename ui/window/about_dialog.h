// Why: who asks which version this is, under which licence, and whether it talks to anyone, gets one quiet
// answer; so does who asks what it is made with.
#pragma once

#include <QDialog>
#include <QDialogButtonBox>
#include <QLabel>
#include <QPushButton>

#include "ui/language/language_switch.h"
#include "ui/window/notices_dialog.h"

namespace certwright::window {

// AboutDialog is not modal, so that a language switch reaches it while it is open. Its texts can be selected.
class AboutDialog final : public QDialog {
    Q_OBJECT

  public:
    AboutDialog(language::LanguageSwitch& language, const QString& version, QWidget* parent);

  private:
    void setTexts(const text::Phrasebook& book);
    void showNotices();

    language::LanguageSwitch& m_language;
    QString m_version;
    QLabel* m_name;
    QLabel* m_versionLine;
    QLabel* m_purpose;
    QLabel* m_network;
    QLabel* m_licence;
    QPushButton* m_showNotices;
    QDialogButtonBox* m_buttons;
    NoticesDialog* m_notices = nullptr;
};

} // namespace certwright::window

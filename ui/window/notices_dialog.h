// Why: the licences of what Certwright is made with can be read in the program itself, without a network.
#pragma once

#include <QDialog>
#include <QDialogButtonBox>
#include <QLabel>
#include <QListWidget>
#include <QPlainTextEdit>

#include "ui/language/language_switch.h"
#include "ui/window/notices.h"

namespace certwright::window {

// NoticesDialog lists the parts (notices()) on the left and shows holder, licence and its text on the right.
// Not modal.
class NoticesDialog final : public QDialog {
    Q_OBJECT

  public:
    NoticesDialog(language::LanguageSwitch& language, QWidget* parent);

  private:
    void setTexts(const text::Phrasebook& book);
    void showPart(int row);

    QList<Notice> m_notices;
    QLabel* m_intro;
    QListWidget* m_parts;
    QPlainTextEdit* m_text;
    QDialogButtonBox* m_buttons;
};

} // namespace certwright::window

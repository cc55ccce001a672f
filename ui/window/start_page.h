// Why: whoever opens the program for the first time learns in two sentences what it does, and has two ways to
// begin; whoever comes back after a crash sees first what became of the interrupted work.
#pragma once

#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>
#include <QWidget>

#include "core/check/finding.h"
#include "ui/language/language_switch.h"

namespace certwright::window {

class StartPage final : public QWidget {
    Q_OBJECT

  public:
    explicit StartPage(language::LanguageSwitch& language, QWidget* parent = nullptr);

    // showFindings puts what was found at start on top (interrupted transactions first); none: nothing is
    // shown.
    void showFindings(const check::Findings& findings);

  Q_SIGNALS:
    void importRequested();
    void practiceRequested();

  private:
    void setTexts(const text::Phrasebook& book);
    void build();

    language::LanguageSwitch& m_language;
    check::Findings m_findings;
    QVBoxLayout* m_top;
    QLabel* m_picture;
    QLabel* m_title;
    QLabel* m_text;
    QPushButton* m_import;
    QPushButton* m_practice;
    QWidget* m_found;
};

} // namespace certwright::window

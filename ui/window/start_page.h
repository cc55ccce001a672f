// Why: whoever opens the program for the first time learns in two sentences what it does, what to have at
// hand, and has two ways to begin; whoever comes back after a crash sees first what became of the
// interrupted work.
#pragma once

#include <array>

#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>
#include <QWidget>

#include "core/check/finding.h"
#include "ui/language/language_switch.h"
#include "ui/widget/card.h"

namespace certwright::window {

class StartPage final : public QWidget {
    Q_OBJECT

  public:
    explicit StartPage(language::LanguageSwitch& language, QWidget* parent = nullptr);

    // showFindings puts what was found at start on top, ended transactions first; none: nothing is shown.
    void showFindings(const check::Findings& findings);
    // setPracticeFolder tells the person where practising would make its folder.
    void setPracticeFolder(const QString& folder);

  Q_SIGNALS:
    void importRequested();
    void practiceRequested();

  private:
    void build();
    QWidget* buildCenter();
    QWidget* buildNeeds();
    void setTexts(const text::Phrasebook& book);

    language::LanguageSwitch& m_language;
    check::Findings m_findings;
    QString m_practiceFolder;
    widget::ScrollColumn* m_scroll;
    QVBoxLayout* m_found;
    QLabel* m_title;
    QLabel* m_text;
    QPushButton* m_import;
    QLabel* m_needsTitle;
    std::array<QLabel*, 4> m_needs{};
    QLabel* m_practiceText;
    QPushButton* m_practice;
};

} // namespace certwright::window

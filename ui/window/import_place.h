// Why: the window's first place: the start page, or the wizard that is at work.
#pragma once

#include <QStackedWidget>

#include "ui/window/start_page.h"
#include "ui/wizard/wizard.h"

namespace certwright::window {

class ImportPlace final : public QStackedWidget {
    Q_OBJECT

  public:
    explicit ImportPlace(widget::Workplace workplace, QWidget* parent = nullptr);

    // start runs the wizard on `draft`; a wizard that is at work is asked first (returns false if it stays).
    bool start(model::WizardDraft draft);
    // bring adds files to a wizard that is choosing its service or its files; false if there is none.
    bool bring(const std::vector<std::string>& paths);
    // mayClose asks a wizard that is at work.
    bool mayClose();
    // working tells whether a wizard is changing the disk; ended() follows.
    bool working() const { return m_wizard != nullptr && m_wizard->working(); }
    // close ends the wizard, whatever it is at, and wipes what was typed; the start page is shown.
    void close();
    // practiseIn begins an import into the practice service in `folder`, which is made if it is missing.
    void practiseIn(const std::string& folder);
    wizard::Wizard* wizard() const { return m_wizard; }
    StartPage& startPage() { return *m_start; }
    QString helpTopic() const;
    // pageTitle is the heading of the wizard's page; empty without a wizard.
    QString pageTitle() const;

  Q_SIGNALS:
    // changed: an installed service was changed.
    void changed();
    // ended: a wizard has changed the disk, or was cancelled or failed before it did.
    void ended();
    // shown: another page is there, or none.
    void shown();

  private:
    void refreshPracticeFolder();

    widget::Workplace m_workplace;
    StartPage* m_start;
    std::string m_practiceFolder;
    wizard::Wizard* m_wizard = nullptr;
};

} // namespace certwright::window

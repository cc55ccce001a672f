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
    // mayClose asks a wizard that is at work.
    bool mayClose();
    wizard::Wizard* wizard() const { return m_wizard; }
    StartPage& startPage() { return *m_start; }
    QString helpTopic() const;

  Q_SIGNALS:
    // changed: an installed service was changed.
    void changed();

  private:
    void close();
    void practice();

    widget::Workplace m_workplace;
    StartPage* m_start;
    wizard::Wizard* m_wizard = nullptr;
};

} // namespace certwright::window

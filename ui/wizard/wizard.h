// Why: the shell around the pages: header, steps, and own buttons, which follow a language switch (QWizard's
// do not).
#pragma once

#include <map>

#include <QLabel>
#include <QPushButton>
#include <QStackedWidget>
#include <QWidget>

#include "ui/widget/workplace.h"
#include "ui/wizard/step_bar.h"
#include "ui/wizard/wizard_page.h"

namespace certwright::wizard {

// Wizard walks one draft through its stages. Pages are made when they are first shown; Back keeps everything.
// Nothing is written before Stage::Apply. windowTitle() is the heading of the page that is shown. When
// destroyed, what runs is cancelled and typed passwords are wiped.
class Wizard final : public QWidget {
    Q_OBJECT

  public:
    Wizard(widget::Workplace workplace, model::WizardDraft draft, QWidget* parent = nullptr);
    ~Wizard() override;

    const model::WizardDraft& draft() const { return m_draft; }
    model::Stage stage() const { return m_stage; }
    // helpTopic is the help page of where the wizard is ("wizard-files").
    QString helpTopic() const;
    // bring adds files from outside, as if they were dropped; false where files are not chosen (any more).
    bool bring(const std::vector<std::string>& paths) { return page(m_stage)->bring(paths); }
    // mayClose asks the person where something would be lost; true once nothing runs that may not be stopped.
    // An import that is at work is asked to cancel.
    bool mayClose();
    // working tells whether the disk is being changed; ended() follows when that is over.
    bool working() const { return m_stage == model::Stage::Apply && m_road.busy(); }

  Q_SIGNALS:
    // closed: the person cancelled, or is done.
    void closed();
    // changed: an installed service was changed.
    void changed();
    // ended: what changed the disk, or was cancelled before it did, is over; the draft holds the outcome.
    void ended();
    // another: the person wants to import again.
    void another();
    void stageChanged();

  private:
    void build();
    void setTexts(const text::Phrasebook& book);
    void show(model::Stage stage);
    void forward();
    void back();
    void cancel();
    void update();
    WizardPage* page(model::Stage stage);
    WizardPage* makePage(model::Stage stage);
    QString stageName(model::Stage stage) const;
    QString nextText() const;

    widget::Workplace m_workplace;
    model::WizardDraft m_draft;
    model::Road m_road;
    Context m_context;
    model::Stage m_stage = model::Stage::Service;
    std::map<model::Stage, WizardPage*> m_pages;
    QLabel* m_title;
    QLabel* m_subtitle;
    StepBar* m_steps;
    QStackedWidget* m_stack;
    QPushButton* m_back;
    QPushButton* m_next;
    QPushButton* m_cancel;
};

} // namespace certwright::wizard

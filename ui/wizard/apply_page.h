// Why: all of it or none of it, with the progress in sight and a way out.
#pragma once

#include <optional>

#include <QProgressBar>
#include <QPushButton>

#include "ui/widget/card.h"
#include "ui/widget/finding_list.h"
#include "ui/wizard/step_list.h"
#include "ui/wizard/told_banner.h"
#include "ui/wizard/wizard_page.h"

namespace certwright::wizard {

// ApplyPage is model::Stage::Apply. Entering it is the person's consent to draft.plan; it is carried out
// once.
class ApplyPage final : public WizardPage {
    Q_OBJECT

  public:
    explicit ApplyPage(Context& context, QWidget* parent = nullptr);

    QString title() const override;
    QString subtitle() const override;
    void enter() override;
    bool hasNext() const override { return false; }
    QWidget* firstFocus() override;
    bool pressCancel() override;

  private:
    void build();
    void connectAll();
    void setTexts(const text::Phrasebook& book);
    void start();
    void onEntered(base::Step step, int done, int total);
    void onWaiting();
    void onApplied();
    void onPlanned();
    void onFailed();
    void tellEnd();
    void retry();
    void mark(StepState here);

    // Run: Planning is a retry that works the changes out once more.
    enum class Run { Idle, Applying, Planning };
    Run m_run = Run::Idle;
    bool m_asking = false;
    bool m_stopping = false;
    std::size_t m_step = 0;
    // What the person saw and agreed to, kept for a retry.
    std::optional<plan::Plan> m_agreed;

    widget::ScrollColumn* m_scroll;
    ToldBanner* m_told;
    QProgressBar* m_bar;
    StepList* m_steps;
    widget::FindingList* m_findings;
    QPushButton* m_retry;
};

// sameChanges tells whether two plans do the same to the same files, found in the same state: then what was
// agreed to holds for both (new keys make new content each time).
bool sameChanges(const plan::Plan& one, const plan::Plan& other);

} // namespace certwright::wizard

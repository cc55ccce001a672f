// Why: after an import its source files are copies of the private key that nobody needs; whoever removes them
// must know what overwriting can and cannot do.
#pragma once

#include <memory>

#include <QPushButton>

#include "core/job/clean_job.h"
#include "ui/widget/card.h"
#include "ui/widget/fact_list.h"
#include "ui/widget/finding_list.h"
#include "ui/widget/fold_out.h"
#include "ui/wizard/busy_line.h"
#include "ui/wizard/told_banner.h"
#include "ui/wizard/wizard_page.h"

namespace certwright::wizard {

// CleanSection lists which source files would go and offers to overwrite and remove them.
class CleanSection final : public QWidget {
    Q_OBJECT

  public:
    explicit CleanSection(Context& context, QWidget* parent = nullptr);

    // begin takes the typed passwords out of the draft, works out on the worker which files may go, and lets
    // the passwords go.
    void begin();

  private:
    struct Job;

    void setTexts(const text::Phrasebook& book);
    void fill(const text::Phrasebook& book);
    void fillFiles(const text::Phrasebook& book);
    void ask();
    void remove();
    void tellRemoved(const std::vector<apply::WipeOutcome>& outcomes);

    Context& m_context;
    std::shared_ptr<Job> m_job;
    std::optional<plan::CleanUp> m_plan;
    bool m_gone = false;

    QLabel* m_title;
    QLabel* m_text;
    BusyLine* m_busy;
    widget::FactList* m_files;
    QLabel* m_limits;
    ToldBanner* m_told;
    QPushButton* m_remove;
    widget::FoldOut* m_stay;
    widget::FindingList* m_findings;
};

} // namespace certwright::wizard

// Why: every verdict at once, worst first, each with what to do about it.
#pragma once

#include <memory>

#include <QCheckBox>
#include <QPushButton>

#include "ui/model/match_search.h"
#include "ui/report/findings_export.h"
#include "ui/widget/banner.h"
#include "ui/widget/card.h"
#include "ui/widget/chain_tree.h"
#include "ui/widget/finding_list.h"
#include "ui/widget/fold_out.h"
#include "ui/widget/time_line.h"
#include "ui/wizard/busy_line.h"
#include "ui/wizard/told_banner.h"
#include "ui/wizard/wizard_page.h"

namespace certwright::wizard {

// CheckPage is model::Stage::Check.
class CheckPage final : public WizardPage {
    Q_OBJECT

  public:
    explicit CheckPage(Context& context, QWidget* parent = nullptr);

    QString title() const override;
    QString subtitle() const override;
    void enter() override;
    bool ready() const override;
    QWidget* firstFocus() override;

  private:
    void build();
    void connectAll();
    widget::Card* section(QLabel** title, QWidget* content);
    void setTexts(const text::Phrasebook& book);

    void startCheck();
    void onChecked();
    void onFailed();
    void goOnSearching();
    void settle();

    void fill(const text::Phrasebook& book);
    void fillVerdict(const text::Phrasebook& book);
    void fillFindings(const text::Phrasebook& book);
    void fillComparison(const text::Phrasebook& book);
    void fillSet(const text::Phrasebook& book);
    void fillFacts(const text::Phrasebook& book);
    void showError(const text::Phrasebook& book);
    void tell(ToldBanner::Say say);

    QString actionText(const model::FindingAction& action, const text::Phrasebook& book) const;
    void act(const model::FindingAction& action);
    void fixMode(const std::string& path);
    bool nothingToDo() const;

    enum class Run { Idle, Wanted, Running };
    Run m_run = Run::Idle;
    std::unique_ptr<model::MatchSearch> m_search;
    base::Time m_judgedAt;

    widget::ScrollColumn* m_scroll;
    BusyLine* m_busy;
    widget::Banner* m_verdict;
    ToldBanner* m_told;
    QPushButton* m_retry;
    QCheckBox* m_keep;
    QLabel* m_keepText;
    QLabel* m_findingsTitle = nullptr;
    widget::FindingList* m_findings;
    QLabel* m_comparisonTitle = nullptr;
    widget::Card* m_comparisonCard;
    QWidget* m_comparison;
    QWidget* m_comparisonGrid = nullptr;
    QLabel* m_chainTitle = nullptr;
    widget::Card* m_chainCard;
    widget::ChainTree* m_chain;
    QLabel* m_datesTitle = nullptr;
    widget::Card* m_datesCard;
    widget::TimeLine* m_dates;
    widget::FoldOut* m_details;
    QWidget* m_facts = nullptr;
    QPushButton* m_save;
    report::FindingsExport* m_export;
};

} // namespace certwright::wizard

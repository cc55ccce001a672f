// Why: what was done is proved, recorded and handed over.
#pragma once

#include <QPushButton>

#include "ui/report/calendar_export.h"
#include "ui/report/report_bar.h"
#include "ui/widget/card.h"
#include "ui/wizard/clean_section.h"
#include "ui/wizard/step_list.h"
#include "ui/wizard/told_banner.h"
#include "ui/wizard/wizard_page.h"

namespace certwright::wizard {

// DonePage is model::Stage::Done. Entering it lets go of every secret.
class DonePage final : public WizardPage {
    Q_OBJECT

  public:
    explicit DonePage(Context& context, QWidget* parent = nullptr);

    QString title() const override;
    QString subtitle() const override;
    void enter() override;
    QString nextText() const override;
    QWidget* firstFocus() override;

  private:
    void build();
    void connectAll();
    widget::Card* card(QLabel*& title);
    void setTexts(const text::Phrasebook& book);
    void fill(const text::Phrasebook& book);
    void fillProof(const text::Phrasebook& book);
    void fillNext(const text::Phrasebook& book);
    void tell(ToldBanner::Say say);

    widget::ScrollColumn* m_scroll;
    widget::Banner* m_verdict;
    ToldBanner* m_told;
    QLabel* m_nextTitle = nullptr;
    widget::Card* m_nextCard = nullptr;
    QWidget* m_next = nullptr;
    QLabel* m_proofTitle = nullptr;
    widget::Card* m_proofCard = nullptr;
    QWidget* m_proof = nullptr;
    QLabel* m_reportTitle = nullptr;
    QLabel* m_reportText;
    report::ReportBar* m_report;
    QLabel* m_datesTitle = nullptr;
    QLabel* m_datesText;
    QPushButton* m_dates;
    report::CalendarExport* m_calendar;
    widget::Card* m_cleanCard;
    CleanSection* m_clean;
    QPushButton* m_another;
};

} // namespace certwright::wizard

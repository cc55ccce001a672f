// Why: whatever was done can be looked at, handed over and taken back.
#pragma once

#include <QComboBox>
#include <QLabel>
#include <QStackedWidget>
#include <QWidget>

#include "core/job/known_services.h"
#include "core/job/rollback.h"
#include "ui/history/entry_detail.h"
#include "ui/model/past_model.h"
#include "ui/report/report_export.h"
#include "ui/widget/banner.h"
#include "ui/widget/card_list.h"
#include "ui/widget/empty_state.h"
#include "ui/widget/finding_list.h"
#include "ui/widget/workplace.h"

namespace certwright::history {

// HistoryPlace is the window's third place: the past of one service at a time, or of all. It reads when it is
// shown, and again on refresh().
class HistoryPlace final : public QWidget {
    Q_OBJECT

  public:
    explicit HistoryPlace(widget::Workplace workplace, QWidget* parent = nullptr);

    // setServices says which there are (from ServicesPlace::found).
    void setServices(const std::vector<job::KnownService>& services);
    // showService selects one of them.
    void showService(const job::KnownService& service);
    // refresh reads again.
    void refresh();

  Q_SIGNALS:
    void restoreRequested(const certwright::job::KnownService& service,
                          const certwright::job::RollbackChoice& choice);

  protected:
    void showEvent(QShowEvent* event) override;

  private:
    void build();
    void connectAll();
    void setTexts(const text::Phrasebook& book);
    void fillServices();
    std::vector<job::KnownService> chosenServices() const;
    void read();
    void readDone(std::vector<model::ServicePast> pasts);
    void showFindings(const text::Phrasebook& book);
    void showEmpty(const text::Phrasebook& book);
    void choose(int row);
    void act(EntryAction action);
    void save(report::Form form, report::Speech speech);

    widget::Workplace m_workplace;
    std::vector<job::KnownService> m_services;
    model::PastModel m_model;
    report::ReportExport m_report;
    bool m_reading = false;
    bool m_readAgain = false;
    bool m_stale = true;

    QLabel* m_title;
    QLabel* m_choose;
    QComboBox* m_service;
    widget::FindingList* m_findings;
    QStackedWidget* m_pages;
    widget::EmptyState* m_empty;
    QWidget* m_filled;
    widget::CardList* m_list;
    EntryDetail* m_detail;
};

} // namespace certwright::history

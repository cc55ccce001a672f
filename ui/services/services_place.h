// Why: what is installed on this computer, and on which day it stops working, worst first.
#pragma once

#include <map>
#include <optional>

#include <QElapsedTimer>
#include <QLabel>
#include <QPushButton>
#include <QStackedWidget>
#include <QTimer>
#include <QWidget>

#include "core/job/known_services.h"
#include "ui/model/disk_watch.h"
#include "ui/model/service_model.h"
#include "ui/report/calendar_export.h"
#include "ui/services/service_detail.h"
#include "ui/widget/card_list.h"
#include "ui/widget/empty_state.h"
#include "ui/widget/workplace.h"

namespace certwright::services {

// ServicesPlace is the window's second place. Reading is done on the worker; it reads again when files change
// on disk and on refresh().
class ServicesPlace final : public QWidget {
    Q_OBJECT

  public:
    explicit ServicesPlace(widget::Workplace workplace, QWidget* parent = nullptr);

    // refresh looks for services and reads them again; found() follows. While it is at work already, it does
    // so once more afterwards.
    void refresh();
    // services are those whose folder is there.
    const std::vector<job::KnownService>& services() const { return m_services; }

  Q_SIGNALS:
    // found: the services are known; `findings` tell of transactions that had been interrupted and were ended
    // since the last refresh(), of services that moved or are gone.
    void found(const certwright::check::Findings& findings);
    void replaceRequested(const certwright::job::KnownService& service);
    void crlUpdateRequested(const certwright::job::KnownService& service);
    // historyRequested: "Roll back…" shows the service's past.
    void historyRequested(const certwright::job::KnownService& service);
    void importRequested();

  private:
    // Verifications are remembered by ServiceLook::key.
    using Verifications = std::map<std::string, model::Verified>;

    void build();
    QWidget* buildList();
    void connectAll();
    void setTexts(const text::Phrasebook& book);
    void changed();
    void look();
    void looked(model::LookAround around);
    void tellOf(const check::Findings& told);
    void choose(int row);
    void readSet();
    void act(ServiceAction action);
    void verify(const job::KnownService& service);
    void verified(const std::string& key, model::Verified verified);
    void addFolder();
    void added(const QString& folder, const base::Result<std::vector<job::KnownService>>& services);
    void remove(const job::KnownService& service);
    void tell(const QString& title, const base::Error& error);
    const model::ServiceLook* current() const;

    widget::Workplace m_workplace;
    std::vector<job::KnownService> m_services;
    check::Findings m_ended;
    model::ServiceModel m_model;
    model::DiskWatch m_watch;
    report::CalendarExport m_calendar;
    Verifications m_verifications;
    std::string m_verifying;
    QTimer m_hourly;
    QElapsedTimer m_duration;
    bool m_looking = false;
    bool m_lookAgain = false;
    bool m_reading = false;
    bool m_readAgain = false;

    QStackedWidget* m_pages;
    widget::EmptyState* m_first;
    widget::EmptyState* m_empty;
    QPushButton* m_emptyAdd;
    QPushButton* m_emptyImport;
    QWidget* m_filled;
    QLabel* m_title;
    QLabel* m_caption;
    widget::CardList* m_list;
    QPushButton* m_add;
    ServiceDetail* m_detail;
};

} // namespace certwright::services

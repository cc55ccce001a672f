// Why: what is installed on this computer, and on which day it stops working, worst first.
#pragma once

#include <QWidget>

#include "core/job/known_services.h"
#include "ui/widget/workplace.h"

namespace certwright::services {

// ServicesPlace is the window's second place. Reading is done on the worker; it reads again when files change
// on disk and on refresh().
class ServicesPlace final : public QWidget {
    Q_OBJECT

  public:
    explicit ServicesPlace(widget::Workplace workplace, QWidget* parent = nullptr);

    // refresh looks for services and reads them again; found() follows.
    void refresh();
    const std::vector<job::KnownService>& services() const { return m_services; }

  Q_SIGNALS:
    // found: the services are known; `findings` tell of transactions that had been interrupted and were ended
    // now, of services that moved or are gone.
    void found(const certwright::check::Findings& findings);
    void replaceRequested(const certwright::job::KnownService& service);
    void crlUpdateRequested(const certwright::job::KnownService& service);
    // historyRequested: "Roll back…" shows the service's past.
    void historyRequested(const certwright::job::KnownService& service);
    void importRequested();

  private:
    widget::Workplace m_workplace;
    std::vector<job::KnownService> m_services;
};

} // namespace certwright::services

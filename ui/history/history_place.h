// Why: whatever was done can be looked at, handed over and taken back.
#pragma once

#include <QWidget>

#include "core/job/known_services.h"
#include "core/job/rollback.h"
#include "ui/widget/workplace.h"

namespace certwright::history {

// HistoryPlace is the window's third place: the past of one service at a time, or of all.
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

  private:
    widget::Workplace m_workplace;
};

} // namespace certwright::history

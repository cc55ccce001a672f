// Why: see history_place.h.
#include "ui/history/history_place.h"

namespace certwright::history {

HistoryPlace::HistoryPlace(widget::Workplace workplace, QWidget* parent)
    : QWidget(parent)
    , m_workplace(workplace) {
    setObjectName(QStringLiteral("place-history"));
}

void HistoryPlace::setServices(const std::vector<job::KnownService>&) {}

void HistoryPlace::showService(const job::KnownService&) {}

void HistoryPlace::refresh() {}

} // namespace certwright::history

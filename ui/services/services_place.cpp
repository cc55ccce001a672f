// Why: see services_place.h.
#include "ui/services/services_place.h"

namespace certwright::services {

ServicesPlace::ServicesPlace(widget::Workplace workplace, QWidget* parent)
    : QWidget(parent)
    , m_workplace(workplace) {
    setObjectName(QStringLiteral("place-services"));
}

void ServicesPlace::refresh() {
    Q_EMIT found({});
}

} // namespace certwright::services

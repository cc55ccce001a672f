// Why: see service_model.h.
#include "ui/model/service_model.h"

#include "ui/model/service_words.h"

namespace certwright::model {

namespace {

QVariantList daysOf(const ServiceLook& seen) {
    QVariantList days;
    for (const job::ServiceDate& date : seen.dates)
        days << date.daysLeft;
    return days;
}

QStringList linesOf(const ServiceLook& seen) {
    QStringList lines{text::shown(seen.service.root)};
    if (const QString subject = serviceSubject(seen); !subject.isEmpty())
        lines << subject;
    return lines;
}

QString sentence(const ServiceLook& seen, const text::Phrasebook& book) {
    const QString reason = reasonText(seen, book);
    const QString root = text::shown(seen.service.root);
    return reason.isEmpty() ? book.say("services", "%1 in %2. %3.")
                                  .arg(serviceTitle(seen, book), root, verdictText(seen, book))
                            : book.say("services", "%1 in %2. %3. %4")
                                  .arg(serviceTitle(seen, book), root, verdictText(seen, book), reason);
}

} // namespace

ServiceModel::ServiceModel(const text::Phrasebook& book, QObject* parent)
    : QAbstractListModel(parent)
    , m_book(&book) {}

void ServiceModel::setServices(std::vector<ServiceLook> services) {
    beginResetModel();
    m_services = std::move(services);
    endResetModel();
}

void ServiceModel::setBook(const text::Phrasebook& book) {
    m_book = &book;
    if (!m_services.empty())
        Q_EMIT dataChanged(index(0), index(rowCount() - 1));
}

int ServiceModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_services.size());
}

QVariant ServiceModel::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const ServiceLook& seen = m_services[static_cast<std::size_t>(index.row())];
    switch (role) {
    case Qt::DisplayRole:
    case CardTitle:
        return serviceTitle(seen, *m_book);
    case Qt::AccessibleTextRole:
        return sentence(seen, *m_book);
    case CardLines:
        return linesOf(seen);
    case CardVerdict:
        return verdictText(seen, *m_book);
    case CardReason:
        return reasonText(seen, *m_book);
    case CardUrgency:
        return static_cast<int>(seen.urgency());
    case CardDays:
        return daysOf(seen);
    case CardKey:
        return QString::fromStdString(seen.key());
    default:
        return {};
    }
}

} // namespace certwright::model

// Why: the list of services, for any view.
#pragma once

#include <QAbstractListModel>

#include "ui/model/service_look.h"
#include "ui/text/phrasebook.h"

namespace certwright::model {

// ServiceModel has a row for each service that was seen, worst first, with the roles of card_role.h.
class ServiceModel final : public QAbstractListModel {
    Q_OBJECT

  public:
    // `book` must outlive the model or its next setBook.
    explicit ServiceModel(const text::Phrasebook& book, QObject* parent = nullptr);

    void setServices(std::vector<ServiceLook> services);
    // setBook says everything in another language; rows stay.
    void setBook(const text::Phrasebook& book);

    const std::vector<ServiceLook>& services() const { return m_services; }

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;

  private:
    const text::Phrasebook* m_book;
    std::vector<ServiceLook> m_services;
};

} // namespace certwright::model

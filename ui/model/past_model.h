// Why: the list of what was done, for any view.
#pragma once

#include <QAbstractListModel>

#include "ui/model/service_past.h"
#include "ui/text/phrasebook.h"

namespace certwright::model {

// PastModel has a row for each transaction of the services that it was given, newest first, and after them
// one for each that is damaged; roles as in card_role.h.
class PastModel final : public QAbstractListModel {
    Q_OBJECT

  public:
    // `book` must outlive the model or its next setBook.
    explicit PastModel(const text::Phrasebook& book, QObject* parent = nullptr);

    void setPasts(std::vector<ServicePast> pasts);
    // setBook says everything in another language; rows stay.
    void setBook(const text::Phrasebook& book);

    const std::vector<ServicePast>& pasts() const { return m_pasts; }
    // pastAt and entryAt return what a row shows (pointers hold until setPasts); entryAt nullptr for a
    // damaged entry.
    const ServicePast& pastAt(int row) const;
    const apply::Entry* entryAt(int row) const;
    const std::string& idAt(int row) const { return this->row(row).id; }

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;

  private:
    // Row: `entry` is nullptr for a damaged one.
    struct Row {
        const ServicePast* past = nullptr;
        const apply::Entry* entry = nullptr;
        std::string id;
    };
    const Row& row(int number) const { return m_rows[static_cast<std::size_t>(number)]; }
    QString title(const Row& row) const;
    QStringList lines(const Row& row) const;
    QString verdict(const Row& row) const;
    QString mark(const Row& row) const;
    QString sentence(const Row& row) const;

    const text::Phrasebook* m_book;
    std::vector<ServicePast> m_pasts;
    std::vector<Row> m_rows;
};

} // namespace certwright::model

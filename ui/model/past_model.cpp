// Why: see past_model.h.
#include "ui/model/past_model.h"

#include <algorithm>

#include "ui/model/card_role.h"
#include "ui/text/record.h"
#include "ui/text/value_text.h"

namespace certwright::model {

namespace {

Urgency urgencyOf(const apply::Entry* entry) {
    if (entry == nullptr)
        return Urgency::Warning;
    switch (entry->proof.outcome) {
    case apply::ProofOutcome::Passed:
        return Urgency::Good;
    case apply::ProofOutcome::Failed:
        return Urgency::Warning;
    case apply::ProofOutcome::NotMade:
        break;
    }
    return Urgency::Note;
}

QString keyOf(const ServicePast& past, const std::string& id) {
    return text::shown(past.service.service + ' ' + id + ' ' + past.service.root);
}

} // namespace

PastModel::PastModel(const text::Phrasebook& book, QObject* parent)
    : QAbstractListModel(parent)
    , m_book(&book) {}

void PastModel::setPasts(std::vector<ServicePast> pasts) {
    beginResetModel();
    m_pasts = std::move(pasts);
    m_rows.clear();
    for (const ServicePast& past : m_pasts)
        for (const apply::Entry& entry : past.past.history.entries)
            m_rows.push_back({&past, &entry, entry.id});
    // One service's entries keep their own order, whatever the clock did.
    if (m_pasts.size() > 1)
        std::ranges::stable_sort(m_rows, std::ranges::greater(),
                                 [](const Row& row) { return row.entry->startedAt; });
    for (const ServicePast& past : m_pasts)
        for (const std::string& id : past.past.history.damaged)
            m_rows.push_back({&past, nullptr, id});
    endResetModel();
}

void PastModel::setBook(const text::Phrasebook& book) {
    m_book = &book;
    if (!m_rows.empty())
        Q_EMIT dataChanged(index(0), index(rowCount() - 1));
}

const ServicePast& PastModel::pastAt(int number) const {
    return *row(number).past;
}

const apply::Entry* PastModel::entryAt(int number) const {
    return row(number).entry;
}

int PastModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

QString PastModel::title(const Row& row) const {
    if (row.entry == nullptr)
        return m_book->say("history", "Damaged entry");
    const QString what = text::startOfSentence(text::operationText(row.entry->operation, *m_book));
    const QString restores = text::restoresText(*row.entry, *m_book);
    return restores.isEmpty() ? what : m_book->say("history", "%1 to %2").arg(what, restores);
}

QStringList PastModel::lines(const Row& row) const {
    QStringList lines;
    if (m_pasts.size() > 1)
        lines << m_book->say("history", "%1 in %2")
                     .arg(text::titleText(*m_book, row.past->profile.title),
                          text::shown(row.past->service.root));
    if (row.entry == nullptr)
        return lines << text::shown(row.id);
    return lines << text::localDate(*m_book, row.entry->startedAt)
                 << m_book->say("history", "by %1 on %2")
                        .arg(text::shown(row.entry->actor.user), text::shown(row.entry->actor.host))
                 << text::changedText(*row.entry, *m_book);
}

QString PastModel::verdict(const Row& row) const {
    if (row.entry == nullptr)
        return m_book->say("history", "Cannot be restored");
    return text::startOfSentence(text::proofText(row.entry->proof.outcome, *m_book));
}

QString PastModel::mark(const Row& row) const {
    const bool present = row.entry != nullptr && row.id == row.past->present;
    return present ? m_book->say("history", "Present state") : QString();
}

QString PastModel::sentence(const Row& row) const {
    QStringList parts{title(row)};
    parts << lines(row) << verdict(row) << mark(row);
    parts.removeAll(QString());
    return parts.join(m_book->say("values", ", ", "between the items of a list"));
}

QVariant PastModel::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Row& shown = row(index.row());
    switch (role) {
    case Qt::DisplayRole:
    case CardTitle:
        return title(shown);
    case Qt::AccessibleTextRole:
        return sentence(shown);
    case CardLines:
        return lines(shown);
    case CardVerdict:
        return verdict(shown);
    case CardUrgency:
        return static_cast<int>(urgencyOf(shown.entry));
    case CardMark:
        return mark(shown);
    case CardKey:
        return keyOf(*shown.past, shown.id);
    default:
        return {};
    }
}

} // namespace certwright::model

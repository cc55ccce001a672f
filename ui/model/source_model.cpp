// Why: see source_model.h.
#include "ui/model/source_model.h"

#include <QMimeData>

#include "core/files/path.h"
#include "core/job/installed_dates.h"
#include "ui/text/dates_page.h"
#include "ui/text/value_text.h"

namespace certwright::model {

using job::SurveyedObject;
using text::Phrasebook;

namespace {

job::End endOf(const SurveyedObject& object) {
    const auto role = object.kind == "crl"  ? job::EndRole::Crl
                      : object.kind == "ca" ? job::EndRole::Ca
                                            : job::EndRole::Server;
    return {role, object.slot, object.item, object.about, *object.end};
}

} // namespace

SourceModel::SourceModel(QObject* parent)
    : QAbstractListModel(parent) {}

void SourceModel::setContent(const WizardDraft& draft, base::Time now, const Phrasebook& book) {
    beginResetModel();
    m_objects.clear();
    m_locked.clear();
    m_titles.clear();
    if (draft.survey) {
        m_objects = draft.survey->objects;
        m_locked.insert(draft.survey->locked.begin(), draft.survey->locked.end());
    }
    if (draft.profile) {
        m_rules = draft.profile->rules;
        for (const profile::Slot& slot : draft.profile->slots)
            m_titles[slot.id] = slot.title;
    }
    m_task = draft.task;
    m_now = now;
    m_book = &book;
    endResetModel();
}

void SourceModel::setBook(const Phrasebook& book) {
    m_book = &book;
    if (!m_objects.empty())
        Q_EMIT dataChanged(index(0), index(rowCount() - 1));
}

int SourceModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_objects.size());
}

QString SourceModel::aboutText(const SurveyedObject& object) const {
    const QString about = text::shown(object.about);
    if (m_locked.contains(object.path) && (object.kind == "key" || object.kind == "pkcs12"))
        return m_book->say("wizard", "locked with a password (%1)").arg(about);
    return about;
}

QString SourceModel::leftText(const SurveyedObject& object) const {
    return timeLeftText(object, m_now, *m_book);
}

QString SourceModel::useText(const SurveyedObject& object) const {
    const auto title = m_titles.find(object.slot);
    if (m_task == Task::CrlUpdate)
        return object.kind == "crl" ? m_book->say("wizard", "sorted by its issuer")
                                    : m_book->say("wizard", "not used");
    if (title != m_titles.end())
        return m_book->say("wizard", "used as: %1").arg(text::titleText(*m_book, title->second));
    if (object.kind == "pkcs12" && m_locked.contains(object.path))
        return m_book->say("wizard", "opened with its password");
    // Any other CA may be an intermediate; the check says whether it was needed.
    return object.kind == "ca" ? m_book->say("wizard", "used for the chain if needed")
                               : m_book->say("wizard", "not used");
}

QVariant SourceModel::urgency(const SurveyedObject& object) const {
    const auto severity = urgencyOf(object, m_rules, m_now);
    return severity ? QVariant(static_cast<int>(*severity)) : QVariant();
}

QString SourceModel::sentence(const SurveyedObject& object) const {
    QStringList parts{kindTitle(*m_book, object.kind), aboutText(object)};
    if (object.end)
        parts << leftText(object);
    parts << m_book->say("wizard", "in %1").arg(text::shown(object.path));
    parts << useText(object);
    return parts.join(m_book->say("values", ", ", "between the items of a list"));
}

QVariant SourceModel::data(const QModelIndex& index, int role) const {
    if (!index.isValid() || m_book == nullptr)
        return {};
    const SurveyedObject& it = object(index.row());
    switch (role) {
    case Qt::DisplayRole:
    case Qt::AccessibleTextRole:
        return sentence(it);
    case KindRole:
        return QString::fromStdString(it.kind);
    case TitleRole:
        return kindTitle(*m_book, it.kind);
    case AboutRole:
        return aboutText(it);
    case FileRole:
        return text::shown(files::fileNameOf(it.path));
    case LeftRole:
        return leftText(it);
    case UrgencyRole:
        return urgency(it);
    case UseTextRole:
        return useText(it);
    default:
        return {};
    }
}

Qt::ItemFlags SourceModel::flags(const QModelIndex& index) const {
    const Qt::ItemFlags usual = QAbstractListModel::flags(index);
    return index.isValid() ? usual | Qt::ItemIsDragEnabled : usual;
}

QStringList SourceModel::mimeTypes() const {
    return {QLatin1String(mimeType)};
}

QMimeData* SourceModel::mimeData(const QModelIndexList& indexes) const {
    if (indexes.isEmpty())
        return nullptr;
    auto* data = new QMimeData;
    data->setData(QLatin1String(mimeType), QByteArray::number(indexes.first().row()));
    return data;
}

int SourceModel::rowOf(const QMimeData& data) const {
    bool number = false;
    const int row = data.data(QLatin1String(mimeType)).toInt(&number);
    return number && row >= 0 && row < rowCount() ? row : -1;
}

QString kindTitle(const Phrasebook& book, const std::string& kind) {
    if (kind == "certificate")
        return book.say("wizard", "Certificate");
    if (kind == "ca")
        return book.say("wizard", "CA certificate");
    if (kind == "key")
        return book.say("wizard", "Private key");
    if (kind == "crl")
        return book.say("wizard", "Revocation list (CRL)");
    if (kind == "pkcs12")
        return book.say("wizard", "PKCS#12 container");
    if (kind == "request")
        return book.say("wizard", "Certificate request");
    return text::shown(kind);
}

QString timeLeftText(const SurveyedObject& object, base::Time now, const Phrasebook& book) {
    return object.end ? text::leftText(book, endOf(object), now) : QString();
}

std::optional<check::Severity> urgencyOf(const SurveyedObject& object, const profile::Rules& rules,
                                         base::Time now) {
    if (!object.end)
        return std::nullopt;
    if (job::hasPassed(endOf(object).role, *object.end, now))
        return check::Severity::Blocker;
    const int warning = object.kind == "crl" ? rules.crlWarningDays : rules.warningDays;
    const bool soon = base::wholeDays(now, *object.end) < warning;
    return soon ? std::optional(check::Severity::Warning) : std::nullopt;
}

} // namespace certwright::model

// Why: what was found in the files is a list that views show and screen readers read.
#pragma once

#include <map>

#include <QAbstractListModel>

#include "core/base/clock.h"
#include "ui/model/wizard_draft.h"
#include "ui/text/phrasebook.h"

namespace certwright::model {

// SourceModel lists the objects of a survey, one row each, in the order of the files. Rows can be dragged:
// their MIME data holds the row number under `mimeType`. Texts are in the language of the last setContent or
// setBook.
class SourceModel final : public QAbstractListModel {
    Q_OBJECT

  public:
    // Roles: Kind is the survey's kind ("ca", "certificate", "key" …); Title what it is, About its subject
    // (or how it is locked), File its file name, Left its time in words and UrgencyRole how pressing that is
    // (check::Severity as int; invalid: not at all), Use the title of its slot. DisplayRole and
    // AccessibleTextRole are all of that in one sentence.
    enum Role { KindRole = Qt::UserRole, TitleRole, AboutRole, FileRole, LeftRole, UrgencyRole, UseTextRole };
    static constexpr const char* mimeType = "application/x-certwright-object";

    explicit SourceModel(QObject* parent = nullptr);

    // setContent takes over what was surveyed; the draft's profile gives slots their titles.
    void setContent(const WizardDraft& draft, base::Time now, const text::Phrasebook& book);
    void setBook(const text::Phrasebook& book);
    const job::SurveyedObject& object(int row) const { return m_objects.at(static_cast<std::size_t>(row)); }
    // rowOf reads what mimeData wrote; -1 if there is none, or no such row.
    int rowOf(const QMimeData& data) const;

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    Qt::ItemFlags flags(const QModelIndex& index) const override;
    QStringList mimeTypes() const override;
    QMimeData* mimeData(const QModelIndexList& indexes) const override;

  private:
    QString aboutText(const job::SurveyedObject& object) const;
    QString leftText(const job::SurveyedObject& object) const;
    QString useText(const job::SurveyedObject& object) const;
    QVariant urgency(const job::SurveyedObject& object) const;
    QString sentence(const job::SurveyedObject& object) const;

    std::vector<job::SurveyedObject> m_objects;
    std::set<std::string> m_locked;
    std::map<std::string, profile::Title> m_titles;
    profile::Rules m_rules;
    Task m_task = Task::Import;
    base::Time m_now;
    const text::Phrasebook* m_book = nullptr;
};

// kindTitle names a kind as the beginning of a row ("CA certificate"). timeLeftText says how long something
// holds ("212 days left", "expired 3 days ago"; empty without an end); urgencyOf how pressing that is, by the
// profile's thresholds (nothing: not at all).
QString kindTitle(const text::Phrasebook& book, const std::string& kind);
QString timeLeftText(const job::SurveyedObject& object, base::Time now, const text::Phrasebook& book);
std::optional<check::Severity> urgencyOf(const job::SurveyedObject& object, const profile::Rules& rules,
                                         base::Time now);

} // namespace certwright::model

// Why: one transaction in full, as it was recorded, and the ways back from it.
#pragma once

#include <QAction>
#include <QLabel>
#include <QMenu>
#include <QPushButton>
#include <QVBoxLayout>
#include <QWidget>

#include "ui/language/language_switch.h"
#include "ui/model/service_past.h"
#include "ui/report/report_export.h"
#include "ui/text/record.h"
#include "ui/widget/banner.h"
#include "ui/widget/card.h"
#include "ui/widget/change_list.h"
#include "ui/widget/difference_view.h"
#include "ui/widget/fact_list.h"
#include "ui/widget/finding_list.h"

namespace certwright::history {

// EntryAction is what a person can do with a transaction: go back to the state that it left, or to the one
// before it.
enum class EntryAction { Restore, RestoreBefore };

// EntryDetail shows one entry of a service's past, or that it is damaged; it follows the language by itself.
class EntryDetail final : public QWidget {
    Q_OBJECT

  public:
    explicit EntryDetail(language::LanguageSwitch& language, QWidget* parent = nullptr);

    // showEntry shows `entry` of `past` (nullptr: the damaged one called `id`); copies what it keeps.
    void showEntry(const model::ServicePast& past, const apply::Entry* entry, const std::string& id);

  Q_SIGNALS:
    void requested(certwright::history::EntryAction action);
    void reportRequested(certwright::report::Form form, certwright::report::Speech speech);

  private:
    // Shown is the entry with what its words need.
    struct Shown {
        job::KnownService service;
        profile::Profile profile;
        std::optional<apply::Entry> entry;
        std::string id;
        bool present = false;
    };

    void build();
    void buildActions(QVBoxLayout* column);
    void buildReportMenu();
    void setTexts(const text::Phrasebook& book);
    void setActionTexts(const text::Phrasebook& book);
    void showRecord(const text::Phrasebook& book);
    void showBanner(const text::Phrasebook& book);
    void showProof(const text::Record& record);

    language::LanguageSwitch& m_language;
    std::optional<Shown> m_shown;
    widget::ScrollColumn* m_scroll;
    QLabel* m_title;
    QLabel* m_when;
    widget::Banner* m_banner;
    QPushButton* m_restore;
    QPushButton* m_before;
    QPushButton* m_save;
    QMenu* m_menu;
    std::vector<QAction*> m_reports;
    QWidget* m_factsCard;
    QLabel* m_factsTitle;
    widget::FactList* m_facts;
    QWidget* m_changesCard;
    QLabel* m_changesTitle;
    QLabel* m_noChanges;
    widget::ChangeList* m_changes;
    QWidget* m_differenceCard;
    QLabel* m_differenceTitle;
    widget::DifferenceView* m_difference;
    QWidget* m_findingsCard;
    QLabel* m_findingsTitle;
    QLabel* m_noFindings;
    widget::FindingList* m_findings;
    QWidget* m_proofCard;
    QLabel* m_proofTitle;
    QLabel* m_proofVerdict;
    QVBoxLayout* m_proofSteps;
    QLabel* m_connection;
};

} // namespace certwright::history

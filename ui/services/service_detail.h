// Why: one service in full: until when it works, what is installed, and whether it is whole; and what can be
// done with it.
#pragma once

#include <map>
#include <optional>

#include <QAction>
#include <QLabel>
#include <QMenu>
#include <QPushButton>
#include <QWidget>

#include "ui/language/language_switch.h"
#include "ui/model/installed_set.h"
#include "ui/model/service_look.h"
#include "ui/services/service_action.h"
#include "ui/widget/banner.h"
#include "ui/widget/card.h"
#include "ui/widget/chain_tree.h"
#include "ui/widget/fact_list.h"
#include "ui/widget/finding_list.h"
#include "ui/widget/time_line.h"

namespace certwright::services {

class VerificationCard;

// ServiceDetail shows one service; it follows the language by itself.
class ServiceDetail final : public QWidget {
    Q_OBJECT

  public:
    explicit ServiceDetail(language::LanguageSwitch& language, QWidget* parent = nullptr);

    // showService shows another service, or the same one as it is now; its set is then to be read.
    void showService(const model::ServiceLook& seen);
    // showSet shows what is installed of the service that is shown.
    void showSet(model::InstalledSet set);
    // showVerified shows the last verification of the service that is shown; nothing: there was none.
    void showVerified(std::optional<model::Verified> verified);
    // setVerifying: a verification runs; it cannot be started again meanwhile.
    void setVerifying(bool running);
    // bringVerification scrolls to what the verification found.
    void bringVerification();

  Q_SIGNALS:
    void requested(certwright::services::ServiceAction action);

  private:
    void build();
    void buildActions(QVBoxLayout* column);
    void setTexts(const text::Phrasebook& book);
    void setActionTexts(const text::Phrasebook& book);
    void showFindings(const text::Phrasebook& book);
    void showFacts(const text::Phrasebook& book);

    language::LanguageSwitch& m_language;
    std::optional<model::ServiceLook> m_seen;
    std::optional<model::InstalledSet> m_set;
    bool m_verifying = false;

    widget::ScrollColumn* m_scroll;
    QLabel* m_title;
    QLabel* m_root;
    widget::Banner* m_banner;
    QPushButton* m_verify;
    QPushButton* m_update;
    QPushButton* m_replace;
    QPushButton* m_more;
    QMenu* m_menu;
    std::map<ServiceAction, QAction*> m_actions;
    QWidget* m_findingsCard;
    QLabel* m_findingsTitle;
    widget::FindingList* m_findings;
    QWidget* m_datesCard;
    QLabel* m_datesTitle;
    widget::TimeLine* m_dates;
    QWidget* m_chainCard;
    QLabel* m_chainTitle;
    widget::ChainTree* m_chain;
    QLabel* m_chainError;
    VerificationCard* m_verification;
    QWidget* m_factsCard;
    QLabel* m_factsTitle;
    widget::FactList* m_facts;
};

} // namespace certwright::services

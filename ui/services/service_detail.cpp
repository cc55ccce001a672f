// Why: see service_detail.h.
#include "ui/services/service_detail.h"

#include <QScrollBar>
#include <QTimer>
#include <QVBoxLayout>

#include "ui/model/service_words.h"
#include "ui/services/verification_card.h"
#include "ui/text/error_text.h"
#include "ui/text/value_text.h"
#include "ui/widget/card_delegate.h"
#include "ui/widget/flow_layout.h"
#include "ui/widget/text_labels.h"

namespace certwright::services {

namespace {

// section makes a card with a heading and one thing below it.
widget::Card* section(QLabel* title, QWidget* content, QWidget* parent) {
    auto* card = new widget::Card(parent);
    card->body()->addWidget(title);
    card->body()->addWidget(content);
    return card;
}

std::vector<job::End> endsOf(const model::ServiceLook& seen) {
    std::vector<job::End> ends;
    for (const job::ServiceDate& date : seen.dates)
        ends.push_back(date.what);
    return ends;
}

} // namespace

ServiceDetail::ServiceDetail(language::LanguageSwitch& language, QWidget* parent)
    : QWidget(parent)
    , m_language(language)
    , m_scroll(new widget::ScrollColumn(this))
    , m_title(widget::heading(this))
    , m_root(widget::dimText(this))
    , m_banner(new widget::Banner(this))
    , m_verify(new QPushButton(this))
    , m_update(new QPushButton(this))
    , m_replace(new QPushButton(this))
    , m_more(new QPushButton(this))
    , m_menu(new QMenu(this))
    , m_findingsTitle(widget::heading(this))
    , m_findings(new widget::FindingList(this))
    , m_datesTitle(widget::heading(this))
    , m_dates(new widget::TimeLine(this))
    , m_chainTitle(widget::heading(this))
    , m_chain(new widget::ChainTree(this))
    , m_chainError(widget::bodyText(this))
    , m_verification(new VerificationCard(this))
    , m_factsTitle(widget::heading(this))
    , m_facts(new widget::FactList(this)) {
    setObjectName(QStringLiteral("service-detail"));
    build();
    language.speak(this, [this](const text::Phrasebook& book) { setTexts(book); });
}

void ServiceDetail::build() {
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_scroll);
    QVBoxLayout* column = m_scroll->column();
    QFont large = m_title->font();
    large.setPointSizeF(large.pointSizeF() * 1.25);
    m_title->setFont(large);
    m_title->setObjectName(QStringLiteral("service-title"));
    m_root->setObjectName(QStringLiteral("service-root"));
    m_banner->setObjectName(QStringLiteral("service-banner"));
    m_scroll->setObjectName(QStringLiteral("service-scroll"));
    m_findings->setObjectName(QStringLiteral("service-findings"));
    m_dates->setObjectName(QStringLiteral("service-dates"));
    m_chain->setObjectName(QStringLiteral("service-chain"));
    m_facts->setObjectName(QStringLiteral("service-facts"));
    auto* names = new QVBoxLayout;
    names->setSpacing(2);
    names->addWidget(m_title);
    names->addWidget(m_root);
    column->addLayout(names);
    column->addWidget(m_banner);
    buildActions(column);
    m_findingsCard = section(m_findingsTitle, m_findings, this);
    m_datesCard = section(m_datesTitle, m_dates, this);
    auto* chain = section(m_chainTitle, m_chain, this);
    chain->body()->addWidget(m_chainError);
    m_chainCard = chain;
    m_factsCard = section(m_factsTitle, m_facts, this);
    for (QWidget* card : std::initializer_list<QWidget*>{m_findingsCard, m_datesCard, m_chainCard,
                                                         m_verification, m_factsCard})
        column->addWidget(card);
    column->addStretch(1);
    connect(m_findings, &widget::FindingList::actionRequested, this, [this](int row) {
        const auto action = actionFor(m_seen->findings.at(static_cast<std::size_t>(row)));
        if (action)
            Q_EMIT requested(*action);
    });
    connect(m_verification, &VerificationCard::requested, this, &ServiceDetail::requested);
}

void ServiceDetail::buildActions(QVBoxLayout* column) {
    m_verify->setObjectName(QStringLiteral("service-verify"));
    m_update->setObjectName(QStringLiteral("service-update-crl"));
    m_replace->setObjectName(QStringLiteral("service-replace"));
    m_more->setObjectName(QStringLiteral("service-more"));
    m_menu->setObjectName(QStringLiteral("service-menu"));
    auto* buttons = new widget::FlowLayout;
    const std::pair<QPushButton*, ServiceAction> direct[]{{m_verify, ServiceAction::Verify},
                                                          {m_update, ServiceAction::UpdateCrl},
                                                          {m_replace, ServiceAction::Replace}};
    for (const auto& [button, action] : direct) {
        buttons->addWidget(button);
        connect(button, &QPushButton::clicked, this, [this, action = action] { Q_EMIT requested(action); });
    }
    static const std::pair<const char*, ServiceAction> further[]{
        {"service-open-folder", ServiceAction::OpenFolder},
        {"service-roll-back", ServiceAction::RollBack},
        {"service-export-dates", ServiceAction::ExportDates},
        {"service-remove", ServiceAction::Remove}};
    for (const auto& [name, action] : further) {
        QAction* entry =
            m_menu->addAction(QString(), this, [this, action = action] { Q_EMIT requested(action); });
        entry->setObjectName(QLatin1String(name));
        m_actions[action] = entry;
    }
    m_more->setMenu(m_menu);
    buttons->addWidget(m_more);
    column->addLayout(buttons);
}

void ServiceDetail::showService(const model::ServiceLook& seen) {
    const bool another = !m_seen || m_seen->key() != seen.key();
    m_seen = seen;
    if (another) {
        m_set.reset();
        m_scroll->verticalScrollBar()->setValue(0);
    }
    setTexts(m_language.book());
}

void ServiceDetail::showSet(model::InstalledSet set) {
    m_set = std::move(set);
    setTexts(m_language.book());
}

void ServiceDetail::showVerified(std::optional<model::Verified> verified) {
    m_verification->setVerified(std::move(verified));
    m_verification->setTexts(m_language.book());
}

void ServiceDetail::setVerifying(bool running) {
    m_verifying = running;
    setActionTexts(m_language.book());
}

void ServiceDetail::bringVerification() {
    // Once the card has its new height.
    QTimer::singleShot(0, m_verification, [this] {
        m_scroll->widget()->layout()->activate();
        m_scroll->verticalScrollBar()->setValue(m_verification->y());
    });
}

void ServiceDetail::setActionTexts(const text::Phrasebook& book) {
    m_verify->setText(m_verifying ? book.say("services", "Verifying…") : book.say("services", "Verif&y"));
    m_verify->setEnabled(!m_verifying);
    m_verify->setAccessibleDescription(
        book.say("services", "Reads everything as the service does; changes nothing."));
    m_update->setText(book.say("services", "&Update CRL…"));
    m_update->setAccessibleDescription(book.say("services", "Brings a newer revocation list."));
    m_replace->setText(book.say("services", "&Replace certificate…"));
    m_replace->setAccessibleDescription(
        book.say("services", "Brings a new certificate, key or CA; what you do not bring stays."));
    m_more->setText(book.say("services", "M&ore"));
    m_more->setAccessibleDescription(book.say("services", "Opens a menu with further actions."));
    m_actions.at(ServiceAction::OpenFolder)->setText(book.say("services", "&Open folder"));
    m_actions.at(ServiceAction::RollBack)->setText(book.say("services", "Roll bac&k…"));
    m_actions.at(ServiceAction::ExportDates)->setText(book.say("services", "&Export dates…"));
    m_actions.at(ServiceAction::Remove)->setText(book.say("services", "Re&move from the list…"));
}

void ServiceDetail::setTexts(const text::Phrasebook& book) {
    setActionTexts(book);
    m_scroll->setAccessibleName(book.say("services", "The service in full"));
    m_findingsTitle->setText(book.say("services", "What was noticed"));
    m_datesTitle->setText(book.say("services", "When it stops working"));
    m_chainTitle->setText(book.say("services", "Installed certificates"));
    m_factsTitle->setText(book.say("services", "Facts"));
    m_verification->setTexts(book);
    if (!m_seen)
        return;
    m_title->setText(model::serviceTitle(*m_seen, book));
    m_root->setText(text::shown(m_seen->service.root));
    m_banner->setMessage(widget::toneOf(m_seen->urgency()), model::verdictText(*m_seen, book),
                         model::reasonText(*m_seen, book));
    const bool there = !m_seen->gone;
    for (QWidget* widget :
         std::initializer_list<QWidget*>{m_verify, m_update, m_replace, m_chainCard, m_verification})
        widget->setVisible(there);
    for (const ServiceAction action :
         {ServiceAction::OpenFolder, ServiceAction::RollBack, ServiceAction::ExportDates})
        m_actions.at(action)->setVisible(there);
    m_actions.at(ServiceAction::Remove)->setVisible(m_seen->listing == model::Listing::Remembered);
    m_datesCard->setVisible(!m_seen->dates.empty());
    m_dates->setEnds(endsOf(*m_seen), m_seen->at, book);
    showFindings(book);
    const bool whole = m_set && !m_set->error;
    m_chain->setVisible(whole);
    m_chainError->setVisible(!whole);
    if (whole)
        m_chain->setChain(m_set->view, m_seen->at, book);
    else
        m_chainError->setText(m_set ? text::errorText(*m_set->error, book).sentence
                                    : book.say("services", "Reading…"));
    showFacts(book);
}

void ServiceDetail::showFindings(const text::Phrasebook& book) {
    std::vector<widget::FindingRow> rows;
    for (const check::Finding& finding : m_seen->findings) {
        const auto action = actionFor(finding);
        rows.push_back({finding, action ? actionText(*action, book) : QString()});
    }
    m_findingsCard->setVisible(!rows.empty());
    m_findings->setFindings(std::move(rows), book);
}

void ServiceDetail::showFacts(const text::Phrasebook& book) {
    const job::KnownService& service = m_seen->service;
    std::vector<text::RecordFact> facts{{book.say("services", "Folder"), text::shown(service.root)}};
    if (!service.home.empty())
        facts.push_back({book.say("services", "Home folder"), text::shown(service.home)});
    facts.push_back({book.say("services", "Profile"), text::shown(service.service)});
    facts.push_back({book.say("services", "In the list because"),
                     m_seen->listing == model::Listing::Remembered
                         ? book.say("services", "it was added, or worked on with Certwright")
                         : book.say("services", "it is at a usual place of this service")});
    if (m_set && !m_set->error)
        facts.push_back({book.say("services", "Config file"), text::shown(m_set->profile.config.path)});
    m_facts->setFacts(facts);
}

} // namespace certwright::services

// Why: see history_place.h.
#include "ui/history/history_place.h"

#include <algorithm>

#include <QHBoxLayout>
#include <QVBoxLayout>

#include "core/profile/load.h"
#include "ui/text/error_text.h"
#include "ui/text/value_text.h"
#include "ui/widget/list_and_detail.h"
#include "ui/widget/text_labels.h"

namespace certwright::history {

namespace {

QString keyOf(const job::KnownService& service) {
    return QString::fromStdString(service.service + ' ' + service.root);
}

} // namespace

HistoryPlace::HistoryPlace(widget::Workplace workplace, QWidget* parent)
    : QWidget(parent)
    , m_workplace(workplace)
    , m_model(workplace.language.book())
    , m_report(workplace, this)
    , m_title(widget::heading(this))
    , m_choose(new QLabel(this))
    , m_service(new QComboBox(this))
    , m_findings(new widget::FindingList(this))
    , m_pages(new QStackedWidget(this))
    , m_empty(new widget::EmptyState(widget::IconName::History, this))
    , m_filled(new QWidget(this))
    , m_list(new widget::CardList(this))
    , m_detail(new EntryDetail(workplace.language, this)) {
    setObjectName(QStringLiteral("place-history"));
    build();
    connectAll();
    workplace.language.speak(this, [this](const text::Phrasebook& book) { setTexts(book); });
}

void HistoryPlace::build() {
    QFont large = m_title->font();
    large.setPointSizeF(large.pointSizeF() * 1.25);
    m_title->setFont(large);
    m_service->setObjectName(QStringLiteral("history-service"));
    // The whole name is in the list that opens.
    m_service->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_service->setMinimumContentsLength(16);
    m_choose->setBuddy(m_service);
    m_empty->setObjectName(QStringLiteral("history-empty"));
    m_findings->setObjectName(QStringLiteral("history-findings"));
    m_list->setObjectName(QStringLiteral("history-list"));
    m_list->setModel(&m_model);
    auto* choice = new QHBoxLayout;
    choice->setSpacing(8);
    choice->addWidget(m_choose);
    choice->addWidget(m_service, 1);
    auto* filled = new QVBoxLayout(m_filled);
    filled->setContentsMargins(0, 0, 0, 0);
    filled->addWidget(new widget::ListAndDetail(m_list, m_detail, m_filled));
    m_pages->addWidget(m_empty);
    m_pages->addWidget(m_filled);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(20, 16, 20, 16);
    layout->setSpacing(12);
    layout->addWidget(m_title);
    layout->addLayout(choice);
    layout->addWidget(m_findings);
    layout->addWidget(m_pages, 1);
}

void HistoryPlace::connectAll() {
    connect(m_service, &QComboBox::currentIndexChanged, this, [this] { read(); });
    connect(m_list, &widget::CardList::chosen, this, &HistoryPlace::choose);
    connect(m_detail, &EntryDetail::requested, this, &HistoryPlace::act);
    connect(m_detail, &EntryDetail::reportRequested, this, &HistoryPlace::save);
    connect(&m_report, &report::Export::written, this, [this](const QString& path) {
        const text::Phrasebook& book = m_workplace.language.book();
        m_workplace.dialogs.inform(this, book.say("history", "Report saved"),
                                   book.say("history", "The report is in %1.").arg(path), {});
    });
    connect(&m_report, &report::Export::failed, this, [this](const base::Error& error) {
        const text::Phrasebook& book = m_workplace.language.book();
        const auto words = text::errorText(error, book);
        m_workplace.dialogs.inform(this, book.say("history", "The report was not saved"),
                                   words.sentence + QLatin1Char('\n') + words.nextStep, words.detail);
    });
}

void HistoryPlace::setTexts(const text::Phrasebook& book) {
    m_model.setBook(book);
    m_title->setText(book.say("history", "What was done"));
    m_choose->setText(book.say("history", "S&ervice:"));
    m_service->setAccessibleName(book.say("history", "Service whose history is shown"));
    m_list->setAccessibleName(book.say("history", "What was done, newest first"));
    m_list->setAccessibleDescription(
        book.say("history", "The arrow keys choose the transaction that is shown beside."));
    fillServices();
    showFindings(book);
    showEmpty(book);
}

// Item 0 is all services, where there are several; each other holds its key.
void HistoryPlace::fillServices() {
    const text::Phrasebook& book = m_workplace.language.book();
    const QString before = m_service->currentData().toString();
    const QSignalBlocker quiet(m_service);
    m_service->clear();
    if (m_services.size() > 1)
        m_service->addItem(book.say("history", "All services"), QString());
    for (const job::KnownService& service : m_services) {
        const auto profile = profile::findProfile(service.service, m_workplace.host.ownProfiles);
        const QString title = profile ? text::titleText(book, profile->title) : text::shown(service.service);
        m_service->addItem(book.say("history", "%1 in %2").arg(title, text::shown(service.root)),
                           keyOf(service));
    }
    m_service->setCurrentIndex(std::max(m_service->findData(before), 0));
    const bool any = !m_services.empty();
    m_choose->setVisible(any);
    m_service->setVisible(any);
}

void HistoryPlace::setServices(const std::vector<job::KnownService>& services) {
    m_services = services;
    fillServices();
    refresh();
}

void HistoryPlace::showService(const job::KnownService& service) {
    const int index = m_service->findData(keyOf(service));
    if (index >= 0)
        m_service->setCurrentIndex(index);
}

std::vector<job::KnownService> HistoryPlace::chosenServices() const {
    const QString key = m_service->currentData().toString();
    if (key.isEmpty())
        return m_services;
    std::vector<job::KnownService> chosen;
    std::ranges::copy_if(m_services, std::back_inserter(chosen),
                         [&key](const job::KnownService& service) { return keyOf(service) == key; });
    return chosen;
}

void HistoryPlace::refresh() {
    m_stale = true;
    if (isVisible())
        read();
}

void HistoryPlace::showEvent(QShowEvent* event) {
    QWidget::showEvent(event);
    if (m_stale)
        read();
}

void HistoryPlace::read() {
    if (m_reading) {
        m_readAgain = true;
        return;
    }
    m_reading = true;
    m_stale = false;
    m_workplace.worker.start(
        this,
        [host = m_workplace.host, services = chosenServices()] { return model::readPasts(host, services); },
        [this](std::vector<model::ServicePast> pasts) { readDone(std::move(pasts)); });
}

void HistoryPlace::readDone(std::vector<model::ServicePast> pasts) {
    m_reading = false;
    m_model.setPasts(std::move(pasts));
    const text::Phrasebook& book = m_workplace.language.book();
    m_pages->setCurrentWidget(m_model.rowCount() == 0 ? static_cast<QWidget*>(m_empty) : m_filled);
    showFindings(book);
    showEmpty(book);
    if (std::exchange(m_readAgain, false))
        read();
}

// What is said of a damaged entry stands with the entry.
void HistoryPlace::showFindings(const text::Phrasebook& book) {
    std::vector<widget::FindingRow> rows;
    for (const model::ServicePast& past : m_model.pasts()) {
        for (const check::Finding& finding : past.past.findings)
            if (check::codeOf(finding) != check::HistoryEntryDamaged::code)
                rows.push_back({finding, {}});
        if (past.error)
            rows.push_back({{check::Severity::Blocker, past.service.root,
                             check::ServiceUnreadable{past.service.root,
                                                      std::string(base::errorCodeName(past.error->code)),
                                                      past.error->detail, past.error->subject}},
                            {}});
    }
    m_findings->setVisible(!rows.empty());
    m_findings->setFindings(std::move(rows), book);
}

void HistoryPlace::showEmpty(const text::Phrasebook& book) {
    if (m_services.empty())
        m_empty->setTexts(book.say("history", "Nothing has been done yet"),
                          book.say("history", "After an import you see here what was changed, when and by "
                                              "whom, and can restore every earlier state."));
    else
        m_empty->setTexts(
            book.say("history", "Nothing was done here with Certwright"),
            book.say("history", "What is changed from now on is recorded with everything that is needed to "
                                "take it back."));
}

void HistoryPlace::choose(int row) {
    if (row < 0)
        return;
    const QModelIndex index = m_model.index(row, 0);
    m_detail->showEntry(m_model.pastAt(row), m_model.entryAt(row), m_model.idAt(index.row()));
}

void HistoryPlace::act(EntryAction action) {
    const QModelIndex index = m_list->currentIndex();
    if (!index.isValid() || m_model.entryAt(index.row()) == nullptr)
        return;
    // What is emitted may fill the list anew.
    const job::KnownService service = m_model.pastAt(index.row()).service;
    job::RollbackChoice choice;
    choice.id = m_model.idAt(index.row());
    choice.side = action == EntryAction::Restore ? job::Side::After : job::Side::Before;
    Q_EMIT restoreRequested(service, choice);
}

void HistoryPlace::save(report::Form form, report::Speech speech) {
    const QModelIndex index = m_list->currentIndex();
    if (!index.isValid())
        return;
    const job::KnownService& service = m_model.pastAt(index.row()).service;
    m_report.save({{service.service, service.root, service.home}, m_model.idAt(index.row())}, form, speech);
}

} // namespace certwright::history

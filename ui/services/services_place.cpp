// Why: see services_place.h.
#include "ui/services/services_place.h"

#include <algorithm>

#include <QVBoxLayout>

#include "ui/text/error_text.h"
#include "ui/text/value_text.h"
#include "ui/widget/list_and_detail.h"
#include "ui/widget/text_labels.h"

namespace certwright::services {

namespace {

// Days pass while the window is open.
constexpr int hour = 60 * 60 * 1000;
// What takes long to read is read less often while its files keep changing.
constexpr int restPerReading = 10;

bool isEnded(const check::Finding& finding) {
    const auto code = check::codeOf(finding);
    return code == check::TransactionUndone::code || code == check::TransactionUnproved::code;
}

} // namespace

ServicesPlace::ServicesPlace(widget::Workplace workplace, QWidget* parent)
    : QWidget(parent)
    , m_workplace(workplace)
    , m_model(workplace.language.book())
    , m_calendar(workplace, this)
    , m_pages(new QStackedWidget(this))
    , m_first(new widget::EmptyState(widget::IconName::Services, this))
    , m_empty(new widget::EmptyState(widget::IconName::Services, this))
    , m_emptyAdd(new QPushButton(this))
    , m_emptyImport(new QPushButton(this))
    , m_filled(new QWidget(this))
    , m_title(widget::heading(this))
    , m_caption(widget::dimText(this))
    , m_list(new widget::CardList(this))
    , m_add(new QPushButton(this))
    , m_detail(new ServiceDetail(workplace.language, this)) {
    setObjectName(QStringLiteral("place-services"));
    build();
    connectAll();
    workplace.language.speak(this, [this](const text::Phrasebook& book) { setTexts(book); });
    m_hourly.start(hour);
}

void ServicesPlace::build() {
    m_empty->setObjectName(QStringLiteral("services-empty"));
    m_emptyAdd->setObjectName(QStringLiteral("services-empty-add"));
    m_emptyImport->setObjectName(QStringLiteral("services-empty-import"));
    m_empty->addButton(m_emptyImport);
    m_empty->addButton(m_emptyAdd);
    auto* filled = new QVBoxLayout(m_filled);
    filled->setContentsMargins(0, 0, 0, 0);
    filled->addWidget(new widget::ListAndDetail(buildList(), m_detail, m_filled));
    for (QWidget* page : std::initializer_list<QWidget*>{m_first, m_empty, m_filled})
        m_pages->addWidget(page);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(20, 16, 20, 16);
    layout->addWidget(m_pages);
}

QWidget* ServicesPlace::buildList() {
    auto* side = new QWidget(m_filled);
    auto* column = new QVBoxLayout(side);
    // In line with what stands beside it.
    column->setContentsMargins(0, 3, 0, 3);
    column->setSpacing(8);
    QFont large = m_title->font();
    large.setPointSizeF(large.pointSizeF() * 1.25);
    m_title->setFont(large);
    m_list->setObjectName(QStringLiteral("services-list"));
    m_list->setModel(&m_model);
    m_add->setObjectName(QStringLiteral("services-add"));
    column->addWidget(m_title);
    column->addWidget(m_caption);
    column->addWidget(m_list, 1);
    column->addWidget(m_add, 0, Qt::AlignLeft);
    return side;
}

void ServicesPlace::connectAll() {
    connect(&m_watch, &model::DiskWatch::changed, this, &ServicesPlace::changed);
    connect(&m_hourly, &QTimer::timeout, this, &ServicesPlace::look);
    connect(m_list, &widget::CardList::chosen, this, &ServicesPlace::choose);
    connect(m_add, &QPushButton::clicked, this, &ServicesPlace::addFolder);
    connect(m_emptyAdd, &QPushButton::clicked, this, &ServicesPlace::addFolder);
    connect(m_emptyImport, &QPushButton::clicked, this, &ServicesPlace::importRequested);
    connect(m_detail, &ServiceDetail::requested, this, &ServicesPlace::act);
    connect(&m_calendar, &report::CalendarExport::written, this, [this](const QString& path) {
        const text::Phrasebook& book = m_workplace.language.book();
        m_workplace.dialogs.inform(
            this, book.say("services", "Dates exported"),
            book.say("services", "The dates are in %1. Open the file with your calendar: it rings 30, 14, 7 "
                                 "and 1 days before each.")
                .arg(path),
            {});
    });
    connect(&m_calendar, &report::CalendarExport::failed, this, [this](const base::Error& error) {
        tell(m_workplace.language.book().say("services", "The dates could not be exported"), error);
    });
}

void ServicesPlace::setTexts(const text::Phrasebook& book) {
    m_model.setBook(book);
    m_first->setTexts(book.say("services", "Looking for services…"), {});
    m_empty->setTexts(
        book.say("services", "No service is known yet"),
        book.say("services", "Here you see each service with the date on which it stops working, in time to "
                             "do something about it. Services appear after an import; one that is installed "
                             "already is added by its folder."));
    m_emptyImport->setText(book.say("services", "&Import certificates…"));
    m_emptyImport->setAccessibleDescription(book.say("services", "Starts the wizard."));
    m_title->setText(book.say("services", "Services on this computer"));
    m_caption->setText(book.say("services", "Worst first. Each bar is the year ahead."));
    m_list->setAccessibleName(book.say("services", "Services on this computer"));
    m_list->setAccessibleDescription(
        book.say("services", "The arrow keys choose the service that is shown beside."));
    for (QPushButton* add : {m_add, m_emptyAdd}) {
        add->setText(book.say("services", "&Add folder…"));
        add->setAccessibleDescription(
            book.say("services", "Adds the folder of a service that is installed already."));
    }
}

void ServicesPlace::refresh() {
    if (!m_looking)
        m_ended.clear();
    changed();
}

void ServicesPlace::changed() {
    for (auto& [key, verified] : m_verifications)
        verified.outdated = true;
    look();
}

void ServicesPlace::look() {
    if (m_looking) {
        m_lookAgain = true;
        return;
    }
    m_looking = true;
    m_duration.start();
    m_workplace.worker.start(
        this, [host = m_workplace.host] { return model::lookAround(host); },
        [this](model::LookAround around) { looked(std::move(around)); });
}

void ServicesPlace::looked(model::LookAround around) {
    m_looking = false;
    m_watch.setPatience(static_cast<int>(m_duration.elapsed()) * restPerReading);
    m_services.clear();
    std::vector<std::string> watched;
    for (const model::ServiceLook& seen : around.services) {
        if (!seen.gone)
            m_services.push_back(seen.service);
        watched.insert(watched.end(), seen.watched.begin(), seen.watched.end());
    }
    std::ranges::sort(watched);
    watched.erase(std::ranges::unique(watched).begin(), watched.end());
    m_watch.watch(watched);
    m_pages->setCurrentWidget(around.services.empty() ? static_cast<QWidget*>(m_empty) : m_filled);
    m_model.setServices(std::move(around.services));
    tellOf(around.told);
    if (m_lookAgain) {
        m_lookAgain = false;
        look();
    }
}

// What was interrupted is found once only, and stays to be read.
void ServicesPlace::tellOf(const check::Findings& told) {
    check::Findings others;
    for (const check::Finding& finding : told)
        (isEnded(finding) ? m_ended : others).push_back(finding);
    check::Findings all = m_ended;
    all.insert(all.end(), others.begin(), others.end());
    Q_EMIT found(all);
}

const model::ServiceLook* ServicesPlace::current() const {
    const QModelIndex index = m_list->currentIndex();
    return index.isValid() ? &m_model.services()[static_cast<std::size_t>(index.row())] : nullptr;
}

void ServicesPlace::choose(int row) {
    if (row < 0)
        return;
    const model::ServiceLook& seen = m_model.services()[static_cast<std::size_t>(row)];
    m_detail->showService(seen);
    const auto known = m_verifications.find(seen.key());
    m_detail->showVerified(known == m_verifications.end() ? std::nullopt : std::optional(known->second));
    m_detail->setVerifying(!m_verifying.empty());
    if (!seen.gone)
        readSet();
}

// Whoever goes through the list with the arrow keys waits for the last one only.
void ServicesPlace::readSet() {
    if (m_reading) {
        m_readAgain = true;
        return;
    }
    m_reading = true;
    const model::ServiceLook* seen = current();
    m_workplace.worker.start(
        this, [host = m_workplace.host, service = seen->service] { return model::readSet(host, service); },
        [this, key = seen->key()](model::InstalledSet set) {
            m_reading = false;
            const model::ServiceLook* shown = current();
            if (shown != nullptr && shown->key() == key)
                m_detail->showSet(std::move(set));
            if (std::exchange(m_readAgain, false) && shown != nullptr && !shown->gone)
                readSet();
        });
}

void ServicesPlace::act(ServiceAction action) {
    const model::ServiceLook* seen = current();
    if (seen == nullptr)
        return;
    // What is asked or emitted may fill the list anew.
    const job::KnownService service = seen->service;
    switch (action) {
    case ServiceAction::Verify:
        return verify(service);
    case ServiceAction::UpdateCrl:
        Q_EMIT crlUpdateRequested(service);
        return;
    case ServiceAction::Replace:
        Q_EMIT replaceRequested(service);
        return;
    case ServiceAction::OpenFolder:
        return m_workplace.dialogs.showFolder(QString::fromStdString(service.root));
    case ServiceAction::RollBack:
        Q_EMIT historyRequested(service);
        return;
    case ServiceAction::ExportDates:
        return m_calendar.save({service});
    case ServiceAction::Remove:
        return remove(service);
    }
}

void ServicesPlace::verify(const job::KnownService& service) {
    if (!m_verifying.empty())
        return;
    const std::string key = current()->key();
    m_verifying = key;
    m_detail->setVerifying(true);
    m_workplace.worker.start(
        this, [host = m_workplace.host, service] { return model::verify(host, service); },
        [this, key](model::Verified outcome) { verified(key, std::move(outcome)); });
}

void ServicesPlace::verified(const std::string& key, model::Verified outcome) {
    m_verifying.clear();
    m_detail->setVerifying(false);
    const auto stored = m_verifications.insert_or_assign(key, std::move(outcome)).first;
    const model::ServiceLook* seen = current();
    if (seen == nullptr || seen->key() != key)
        return;
    m_detail->showVerified(stored->second);
    m_detail->bringVerification();
}

void ServicesPlace::addFolder() {
    const text::Phrasebook& book = m_workplace.language.book();
    const QString folder = m_workplace.dialogs.openFolder(
        this, book.say("services", "Choose the folder of a service"), QStringLiteral("service-folder"));
    if (folder.isEmpty())
        return;
    m_workplace.worker.start(
        this, [host = m_workplace.host, path = folder.toStdString()] { return model::addFolder(host, path); },
        [this, folder](const base::Result<std::vector<job::KnownService>>& services) {
            added(folder, services);
        });
}

void ServicesPlace::added(const QString& folder,
                          const base::Result<std::vector<job::KnownService>>& services) {
    const text::Phrasebook& book = m_workplace.language.book();
    const QString title = book.say("services", "The folder was not added");
    if (!services)
        return tell(title, services.error());
    if (services->empty()) {
        const QString configs = text::list(book, model::configPaths(m_workplace.host));
        m_workplace.dialogs.inform(
            this, title,
            book.say("services", "%1 is not the folder of a service. Such a folder holds one of these files: "
                                 "%2. Choose the folder that the service is installed in, not one inside it.")
                .arg(folder, configs),
            {});
        return;
    }
    model::ServiceLook fresh;
    fresh.service = services->front();
    m_list->choose(QString::fromStdString(fresh.key()));
    refresh();
}

void ServicesPlace::remove(const job::KnownService& service) {
    const text::Phrasebook& book = m_workplace.language.book();
    const widget::Question question{
        book.say("services", "Remove from the list"),
        book.say("services", "Remove %1 from the list?").arg(text::shown(service.root)),
        book.say("services", "Only the entry in this list goes. Nothing in the folder is changed or deleted, "
                             "and it can be added again."),
        book.say("services", "Re&move"), book.say("services", "&Keep")};
    if (!m_workplace.dialogs.confirmed(this, question))
        return;
    m_workplace.worker.start(
        this, [host = m_workplace.host, root = service.root] { return model::removeFolder(host, root); },
        [this](const base::Status& removed) {
            if (!removed)
                tell(m_workplace.language.book().say("services", "The entry was not removed"),
                     removed.error());
            refresh();
        });
}

void ServicesPlace::tell(const QString& title, const base::Error& error) {
    const auto words = text::errorText(error, m_workplace.language.book());
    m_workplace.dialogs.inform(this, title, words.sentence + QLatin1Char('\n') + words.nextStep,
                               words.detail);
}

} // namespace certwright::services

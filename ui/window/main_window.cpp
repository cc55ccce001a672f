// Why: see main_window.h.
#include "ui/window/main_window.h"

#include <memory>
#include <utility>

#include <QApplication>
#include <QCloseEvent>
#include <QHBoxLayout>
#include <QMenuBar>
#include <QTimer>
#include <QVBoxLayout>

#include "ui/widget/icons.h"

namespace certwright::window {

namespace {

constexpr int lookAgain = 200; // milliseconds, while a dialog is open

} // namespace

using model::Task;
using model::Theme;
using text::Language;

MainWindow::MainWindow(widget::Workplace workplace, widget::ThemeSwitch& theme,
                       model::Preferences& preferences, const QString& version)
    : m_workplace(workplace)
    , m_theme(theme)
    , m_preferences(preferences)
    , m_version(version)
    , m_side(new SideBar(workplace.language, this))
    , m_places(new QStackedWidget(this))
    , m_import(new ImportPlace(workplace, this))
    , m_waiting(new widget::Banner(this)) {
    setObjectName(QStringLiteral("main-window"));
    setMinimumSize(800, 560);
    auto* middle = new QWidget(this);
    auto* layout = new QHBoxLayout(middle);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_side);
    auto* right = new QVBoxLayout;
    right->setSpacing(0);
    auto* above = new QVBoxLayout;
    above->setContentsMargins(28, 12, 28, 0);
    above->addWidget(m_waiting);
    right->addLayout(above);
    right->addWidget(m_places, 1);
    layout->addLayout(right, 1);
    m_waiting->setObjectName(QStringLiteral("window-waiting"));
    m_waiting->hide();
    m_places->addWidget(m_import);
    setCentralWidget(middle);
    buildMenus();
    connect(m_side, &SideBar::chosen, this, &MainWindow::showPlace);
    connect(m_import, &ImportPlace::changed, this, [this] {
        servicesPlace().refresh();
        historyPlace().refresh();
    });
    connect(m_import, &ImportPlace::shown, this, &MainWindow::showTitle);
    connect(m_import, &ImportPlace::ended, this, &MainWindow::waitToClose, Qt::QueuedConnection);
    workplace.language.speak(this, [this](const text::Phrasebook& book) { setTexts(book); });
    if (!restoreGeometry(preferences.geometry()))
        resize(980, 680);
    m_import->startPage().setFocus();
}

void MainWindow::buildMenus() {
    m_fileMenu = menuBar()->addMenu(QString());
    m_importAction = m_fileMenu->addAction(QString(), this, [this] { start({}); });
    m_importAction->setShortcut(QKeySequence::New);
    m_fileMenu->addSeparator();
    m_quitAction = m_fileMenu->addAction(QString(), this, &QWidget::close);
    m_quitAction->setShortcut(QKeySequence::Quit);
    m_viewMenu = menuBar()->addMenu(QString());
    for (std::size_t i = 0; i < m_placeActions.size(); ++i) {
        m_placeActions.at(i) =
            m_viewMenu->addAction(QString(), this, [this, i] { showPlace(static_cast<Place>(i)); });
        m_placeActions.at(i)->setShortcut(QKeySequence(Qt::CTRL | static_cast<Qt::Key>(Qt::Key_1 + i)));
    }
    m_viewMenu->addSeparator();
    m_languageMenu = m_viewMenu->addMenu(QString());
    auto* languages = new QActionGroup(this);
    // Each language is called by its own name, so that it is found whatever is set.
    m_englishAction = m_languageMenu->addAction(QStringLiteral("English"));
    m_chineseAction = m_languageMenu->addAction(QStringLiteral("中文"));
    for (QAction* action : {m_englishAction, m_chineseAction}) {
        action->setCheckable(true);
        languages->addAction(action);
        const Language language = action == m_englishAction ? Language::English : Language::Chinese;
        action->setChecked(language == m_workplace.language.language());
        connect(action, &QAction::triggered, this, [this, language] {
            m_preferences.setLanguage(language);
            m_workplace.language.setLanguage(language);
        });
    }
    m_themeMenu = m_viewMenu->addMenu(QString());
    auto* themes = new QActionGroup(this);
    for (std::size_t i = 0; i < m_themeActions.size(); ++i) {
        const auto theme = static_cast<Theme>(i);
        QAction* action = m_themeMenu->addAction(QString());
        action->setCheckable(true);
        action->setChecked(theme == m_theme.theme());
        themes->addAction(action);
        connect(action, &QAction::triggered, this, [this, theme] {
            m_preferences.setTheme(theme);
            m_theme.setTheme(theme);
        });
        m_themeActions.at(i) = action;
    }
    m_helpMenu = menuBar()->addMenu(QString());
    m_helpAction = m_helpMenu->addAction(QString(), this, &MainWindow::help);
    m_helpAction->setShortcut(QKeySequence::HelpContents);
    m_aboutAction = m_helpMenu->addAction(QString(), this, &MainWindow::about);
    m_helpAction->setObjectName(QStringLiteral("action-help"));
    m_aboutAction->setObjectName(QStringLiteral("action-about"));
}

// The first picture has the import place only; the others are made afterwards, in the order of Place.
void MainWindow::makePlaces() {
    if (m_services != nullptr)
        return;
    m_services = new services::ServicesPlace(m_workplace, this);
    m_history = new history::HistoryPlace(m_workplace, this);
    m_places->addWidget(m_services);
    m_places->addWidget(m_history);
    connectPlaces();
}

services::ServicesPlace& MainWindow::servicesPlace() {
    makePlaces();
    return *m_services;
}

history::HistoryPlace& MainWindow::historyPlace() {
    makePlaces();
    return *m_history;
}

void MainWindow::paintEvent(QPaintEvent* event) {
    QMainWindow::paintEvent(event);
    // Once the picture is on its way to the display. The icon is five files to be read.
    if (!std::exchange(m_painted, true))
        QTimer::singleShot(0, this, [this] {
            setWindowIcon(widget::appIcon());
            Q_EMIT painted();
        });
}

void MainWindow::connectPlaces() {
    connect(m_services, &services::ServicesPlace::found, this, [this](const check::Findings& findings) {
        m_history->setServices(m_services->services());
        m_import->startPage().showFindings(findings);
    });
    connect(m_services, &services::ServicesPlace::importRequested, this, [this] { start({}); });
    const auto draftFor = [](Task task, const job::KnownService& service) {
        model::WizardDraft draft;
        draft.task = task;
        draft.service = service.service;
        draft.root = service.root;
        draft.home = service.home;
        return draft;
    };
    connect(m_services, &services::ServicesPlace::replaceRequested, this,
            [this, draftFor](const job::KnownService& service) { start(draftFor(Task::Replace, service)); });
    connect(
        m_services, &services::ServicesPlace::crlUpdateRequested, this,
        [this, draftFor](const job::KnownService& service) { start(draftFor(Task::CrlUpdate, service)); });
    connect(m_services, &services::ServicesPlace::historyRequested, this,
            [this](const job::KnownService& service) {
                m_history->showService(service);
                showPlace(Place::History);
            });
    connect(m_history, &history::HistoryPlace::restoreRequested, this,
            [this, draftFor](const job::KnownService& service, const job::RollbackChoice& choice) {
                auto draft = draftFor(Task::Rollback, service);
                draft.rollback = choice;
                start(std::move(draft));
            });
}

void MainWindow::start(model::WizardDraft draft) {
    // An import at work is not given up for another one; it is shown.
    if (m_import->working() || m_import->start(std::move(draft)))
        showPlace(Place::Import);
}

void MainWindow::begin(StartArguments asked) {
    if (!asked.draft && asked.practice.empty())
        return;
    // Whoever opened the dialog goes on when it is answered, and the wizard must be there still.
    if (QApplication::activeModalWidget() != nullptr) {
        QTimer::singleShot(
            lookAgain, this,
            [this, later = std::make_shared<StartArguments>(std::move(asked))] { begin(std::move(*later)); });
        return;
    }
    if (m_import->working()) {
        showPlace(Place::Import);
        return;
    }
    if (!asked.draft) {
        m_import->practiseIn(asked.practice);
        return;
    }
    if (asked.draft->service.empty() && m_import->bring(asked.draft->paths))
        showPlace(Place::Import);
    else
        start(std::move(*asked.draft));
}

void MainWindow::lookAround() {
    m_theme.followSystem();
    servicesPlace().refresh();
}

void MainWindow::showPlace(Place place) {
    if (place != Place::Import)
        makePlaces();
    m_side->choose(place);
    m_places->setCurrentIndex(static_cast<int>(place));
    showTitle();
}

// The title says where one is, for task bars and for those who hear it read.
void MainWindow::showTitle() {
    const auto& book = m_workplace.language.book();
    const std::array titles{m_import->pageTitle(), book.say("window", "Services", "a place of the window"),
                            book.say("window", "History", "a place of the window")};
    const QString title = titles.at(static_cast<std::size_t>(m_places->currentIndex()));
    setWindowTitle(title.isEmpty() ? book.say("window", "Certwright")
                                   : book.say("window", "%1 – Certwright").arg(title));
}

void MainWindow::raiseWindow() {
    setWindowState((windowState() & ~Qt::WindowMinimized) | Qt::WindowActive);
    show();
    raise();
    activateWindow();
}

void MainWindow::setTexts(const text::Phrasebook& book) {
    showTitle();
    m_fileMenu->setTitle(book.say("window", "&File"));
    m_importAction->setText(book.say("window", "&Import certificates…"));
    m_quitAction->setText(book.say("window", "&Quit"));
    m_viewMenu->setTitle(book.say("window", "&View"));
    m_placeActions[0]->setText(book.say("window", "&Import", "a place of the window"));
    m_placeActions[1]->setText(book.say("window", "&Services", "a place of the window"));
    m_placeActions[2]->setText(book.say("window", "&History", "a place of the window"));
    m_languageMenu->setTitle(book.say("window", "&Language"));
    m_themeMenu->setTitle(book.say("window", "&Theme"));
    m_themeActions[0]->setText(book.say("window", "Like the &system"));
    m_themeActions[1]->setText(book.say("window", "&Light"));
    m_themeActions[2]->setText(book.say("window", "&Dark"));
    m_helpMenu->setTitle(book.say("window", "&Help"));
    m_helpAction->setText(book.say("window", "&Help for this page"));
    m_aboutAction->setText(book.say("window", "&About Certwright"));
    if (m_closing)
        showWaiting();
}

void MainWindow::help() {
    if (m_help == nullptr)
        m_help = new HelpWindow(m_workplace.language, this);
    static const std::array topics{QString(), QStringLiteral("services"), QStringLiteral("history")};
    const auto place = static_cast<std::size_t>(m_places->currentIndex());
    m_help->showTopic(place == 0 ? m_import->helpTopic() : topics.at(place));
    m_help->show();
    m_help->raise();
    m_help->activateWindow();
}

void MainWindow::about() {
    if (m_about == nullptr)
        m_about = new AboutDialog(m_workplace.language, m_version, this);
    m_about->show();
    m_about->raise();
    m_about->activateWindow();
}

void MainWindow::showWaiting() {
    const auto& book = m_workplace.language.book();
    m_waiting->setMessage(widget::Tone::Note, book.say("window", "The import is being stopped"),
                          book.say("window", "The window closes as soon as everything is as it was."));
    m_waiting->show();
}

void MainWindow::waitToClose() {
    if (!m_closing)
        return;
    m_closing = false;
    m_waiting->hide();
    const auto* wizard = m_import->wizard();
    const bool stopped = wizard == nullptr ||
                         (wizard->draft().error && wizard->draft().error->code == base::ErrorCode::Cancelled);
    // Any other end is news that the person must see: done before it could be stopped, or failed.
    if (!stopped)
        return;
    m_import->close();
    close();
}

void MainWindow::closeEvent(QCloseEvent* event) {
    const bool working = m_import->working();
    if (!m_import->mayClose()) {
        event->ignore();
        if (working) {
            m_closing = true;
            showPlace(Place::Import);
            showWaiting();
        }
        return;
    }
    m_import->close();
    m_preferences.setGeometry(saveGeometry());
    event->accept();
}

} // namespace certwright::window

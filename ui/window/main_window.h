// Why: one window with three places, and menus for what holds everywhere: language, theme, help.
#pragma once

#include <QActionGroup>
#include <QMainWindow>
#include <QStackedWidget>

#include "ui/history/history_place.h"
#include "ui/model/preferences.h"
#include "ui/services/services_place.h"
#include "ui/widget/banner.h"
#include "ui/widget/theme.h"
#include "ui/widget/workplace.h"
#include "ui/window/about_dialog.h"
#include "ui/window/help_window.h"
#include "ui/window/import_place.h"
#include "ui/window/side_bar.h"
#include "ui/window/start_arguments.h"

namespace certwright::window {

class MainWindow final : public QMainWindow {
    Q_OBJECT

  public:
    // All of it outlives the window. `version` is shown in About.
    MainWindow(widget::Workplace workplace, widget::ThemeSwitch& theme, model::Preferences& preferences,
               const QString& version);

    // lookAround looks for services and for interrupted work; called after painted().
    void lookAround();
    void showPlace(Place place);
    // start runs the wizard on `draft`, if the person gives up one that is at work.
    void start(model::WizardDraft draft);
    // begin does what a command line asks for, this program's or that of a second start. Files alone are
    // brought to a wizard that is choosing its service or files, as if they had been dropped there. While a
    // dialog is open it waits.
    void begin(StartArguments asked);
    ImportPlace& importPlace() { return *m_import; }
    // servicesPlace and historyPlace make these places if nobody went there yet.
    services::ServicesPlace& servicesPlace();
    history::HistoryPlace& historyPlace();
    // raiseWindow brings the window to the front, as a second start wants it.
    void raiseWindow();

  Q_SIGNALS:
    // painted: the person sees the window for the first time.
    void painted();

  protected:
    void closeEvent(QCloseEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

  private:
    void buildMenus();
    void makePlaces();
    void connectPlaces();
    void setTexts(const text::Phrasebook& book);
    void help();
    void about();
    void waitToClose();
    void showWaiting();
    void showTitle();

    widget::Workplace m_workplace;
    widget::ThemeSwitch& m_theme;
    model::Preferences& m_preferences;
    QString m_version;
    SideBar* m_side;
    QStackedWidget* m_places;
    ImportPlace* m_import;
    services::ServicesPlace* m_services = nullptr;
    history::HistoryPlace* m_history = nullptr;
    widget::Banner* m_waiting;
    bool m_closing = false;
    bool m_painted = false;
    HelpWindow* m_help = nullptr;
    AboutDialog* m_about = nullptr;
    QMenu* m_fileMenu;
    QMenu* m_viewMenu;
    QMenu* m_languageMenu;
    QMenu* m_themeMenu;
    QMenu* m_helpMenu;
    QAction* m_importAction;
    QAction* m_quitAction;
    QAction* m_englishAction;
    QAction* m_chineseAction;
    std::array<QAction*, 3> m_themeActions;
    std::array<QAction*, 3> m_placeActions;
    QAction* m_helpAction;
    QAction* m_aboutAction;
};

} // namespace certwright::window

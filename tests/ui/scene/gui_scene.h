// Why: tests drive the real window, by keyboard and mouse on named widgets, on real folders; what differs
// from the program is in one place: the clock, the answers of dialogs, and where settings lie.
#pragma once

#include <memory>
#include <optional>
#include <string>

#include <QTest>

#include "tests/support/fake_vendor.h"
#include "tests/support/fault_file_system.h"
#include "tests/support/seeded_random.h"
#include "tests/support/temporary_folder.h"
#include "ui/window/main_window.h"

namespace certwright::test {

// AnsweringDialogs gives the answers that a test prepared, and notes what was asked. Without a prepared
// answer a dialog is cancelled.
class AnsweringDialogs final : public widget::Dialogs {
  public:
    QStringList files;
    QString file;
    QString folder;
    QString saveAs;
    bool yes = true;
    QStringList asked;
    QStringList informed;
    QStringList shown;

    QStringList openFiles(QWidget* parent, const QString& title, const QString& key) override;
    QString openFile(QWidget* parent, const QString& title, const QString& key) override;
    QString openFolder(QWidget* parent, const QString& title, const QString& key) override;
    QString saveFile(QWidget* parent, const QString& title, const QString& suggested,
                     const QString& filters) override;
    bool confirmed(QWidget* parent, const widget::Question& question) override;
    void inform(QWidget* parent, const QString& title, const QString& text, const QString& details) override;
    void showFolder(const QString& path) override { shown << path; }
    void showDocument(const QString& path) override { shown << path; }
};

// GuiScene is a main window over a temporary folder that holds "practice" with services
// ("services/streamserver", "services/streamserver-new", "services/aoi") and material ("material/<set>"); the
// window is shown. `time` is the clock, `files` the disk with faults to order.
class GuiScene {
  public:
    explicit GuiScene(text::Language language = text::Language::English);
    ~GuiScene();

    // path is below the scene's folder: "practice/services/aoi", "practice/material/good-pem", "home",
    // "documents".
    std::string path(const std::string& name) const { return m_folder.at(name); }
    window::MainWindow& window() { return *m_window; }
    AnsweringDialogs& dialogs() { return m_dialogs; }
    FaultFileSystem& files() { return m_faulty; }
    language::LanguageSwitch& language() { return m_language; }
    widget::ThemeSwitch& theme() { return m_theme; }
    model::Worker& worker() { return m_worker; }
    model::Host& host() { return m_host; }
    base::Time& time() { return m_time; }
    // vendor makes the vendor's libraries; installLibrary gives one to a practice service.
    FakeVendor& vendor() { return m_vendor; }
    void installLibrary(const std::string& service = "streamserver") const;
    widget::Workplace workplace() { return {m_host, m_worker, m_language, m_dialogs}; }

    // find returns the visible widget with this objectName, anywhere in the window; fails the test and
    // returns nullptr if there is none.
    template <typename Widget> Widget* find(const char* name) {
        for (Widget* widget : m_window->findChildren<Widget*>(QLatin1String(name)))
            if (widget->isVisible())
                return widget;
        return nullptr;
    }
    // shows tells whether `text` can be read on a visible label.
    bool shows(const QString& text);
    // texts joins everything that can be read on the labels of the visible widget called `name`.
    QString texts(const char* name);
    // click presses the button of that name with the mouse; false if it is not there, or disabled.
    bool click(const char* name);
    // settle waits until the worker is idle and all events are handled (at most 30 s); false if that does not
    // happen.
    bool settle();
    // draftFor names a practice service for a task ("streamserver", "streamserver-new", "aoi"); give it to
    // window().importPlace().start().
    model::WizardDraft draftFor(const std::string& service, model::Task task = model::Task::Import) const;
    // wizard is the running one, nullptr without.
    wizard::Wizard* wizard() { return m_window->importPlace().wizard(); }

  private:
    TemporaryFolder m_folder;
    std::unique_ptr<files::FileSystem> m_disk;
    FaultFileSystem m_faulty;
    SeededRandom m_random;
    base::Time m_time;
    FakeVendor m_vendor;
    model::Host m_host;
    model::Preferences m_preferences;
    language::LanguageSwitch m_language;
    widget::ThemeSwitch m_theme;
    AnsweringDialogs m_dialogs;
    model::Worker m_worker;
    std::unique_ptr<window::MainWindow> m_window;
};

} // namespace certwright::test

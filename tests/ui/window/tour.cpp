// Why: see tour.h.
#include "tests/ui/window/tour.h"

#include <QApplication>

#include "tests/ui/scene/wizard_walk.h"
#include "tests/ui/wizard/walk.h"

namespace certwright::test {

namespace {

using model::Stage;
using model::Task;
using window::Place;

class Tour {
  public:
    Tour(GuiScene& scene, const Look& look)
        : m_scene(scene)
        , m_look(look) {}

    QStringList take() {
        first();
        goodImport();
        troubles();
        places();
        laterTasks();
        otherWindows();
        return m_missed;
    }

  private:
    void stop(const QString& name) { stopAt(m_scene.window(), name); }
    void stopAt(QWidget& window, const QString& name) {
        QCoreApplication::processEvents();
        m_look(window, name);
    }
    void stopIf(bool reached, const QString& name) {
        if (reached)
            stop(name);
        else
            m_missed << name;
    }
    void close() { m_scene.window().importPlace().close(); }
    void show(Place place, const QString& name) {
        m_scene.window().showPlace(place);
        stopIf(m_scene.settle(), name);
    }

    void first() {
        stop(QStringLiteral("start"));
        m_scene.window().importPlace().startPage().showFindings(
            {{check::Severity::Warning, "20261120-0800",
              check::TransactionUndone{"20261120-0800", m_scene.time() - std::chrono::hours(2)}}});
        stop(QStringLiteral("start, interrupted"));
        m_scene.window().importPlace().startPage().showFindings({});
        m_scene.window().lookAround();
        show(Place::Services, QStringLiteral("services, none"));
        show(Place::History, QStringLiteral("history, none"));
        m_scene.window().showPlace(Place::Import);
        m_scene.window().importPlace().start({});
        stopIf(m_scene.settle(), QStringLiteral("service, none"));
        close();
        auto empty = m_scene.draftFor("aoi");
        stopIf(walkTo(m_scene, std::move(empty), Stage::Files), QStringLiteral("files, none"));
        close();
    }

    void goodImport() {
        WizardWalk walk(m_scene);
        walk.begin("streamserver", "good-pem");
        stopIf(walk.to(Stage::Service), QStringLiteral("service"));
        stopIf(walk.to(Stage::Files), QStringLiteral("files"));
        stopIf(walk.to(Stage::Password), QStringLiteral("password"));
        if (walk.at(Stage::Password)) {
            walk.type(QStringLiteral("x"));
            walk.next();
            stopIf(m_scene.settle() && walk.at(Stage::Password), QStringLiteral("password, wrong"));
            QTest::keyClick(QApplication::focusWidget(), Qt::Key_Backspace);
        }
        stopIf(walk.to(Stage::Check), QStringLiteral("check"));
        stopIf(walk.to(Stage::Preview), QStringLiteral("preview"));
        stopIf(walk.to(Stage::Done), QStringLiteral("done"));
        close();
    }

    void troubles() {
        stopIf(walkTo(m_scene, draftOf(m_scene, "wrong-key"), Stage::Check),
               QStringLiteral("check, blocked"));
        close();
        stopIf(walkTo(m_scene, draftOf(m_scene, "good-pkcs12"), Stage::Files), QStringLiteral("files, aoi"));
        stopIf(walkOn(m_scene, Stage::Preview), QStringLiteral("preview, aoi"));
        if (m_scene.wizard() != nullptr) {
            m_scene.files().failFrom(m_scene.files().operations() + 3, base::ErrorCode::DiskFull);
            const bool pressed = m_scene.click("wizard-next");
            stopIf(pressed && m_scene.settle() && m_scene.wizard()->stage() == Stage::Apply,
                   QStringLiteral("import, failed"));
            m_scene.files().disarm();
        }
        close();
    }

    void places() {
        m_scene.window().servicesPlace().refresh();
        static_cast<void>(m_scene.settle());
        show(Place::Services, QStringLiteral("services"));
        stopIf(m_scene.click("service-verify") && m_scene.settle(), QStringLiteral("services, verified"));
        show(Place::History, QStringLiteral("history"));
        m_scene.window().showPlace(Place::Import);
    }

    void laterTasks() {
        stopIf(walkTo(m_scene, draftOf(m_scene, "with-intermediate", Task::Replace), Stage::Check),
               QStringLiteral("replace, check"));
        stopIf(walkOn(m_scene, Stage::Preview), QStringLiteral("replace, preview"));
        close();
        stopIf(walkTo(m_scene, m_scene.draftFor("streamserver", Task::CrlUpdate), Stage::Files),
               QStringLiteral("CRL update, files"));
        close();
        stopIf(walkTo(m_scene, m_scene.draftFor("streamserver", Task::Rollback), Stage::Check),
               QStringLiteral("rollback, check"));
        stopIf(walkOn(m_scene, Stage::Preview), QStringLiteral("rollback, preview"));
        close();
    }

    template <typename Window> void otherWindow(const char* action, const QString& name) {
        m_scene.window().findChild<QAction*>(QLatin1String(action))->trigger();
        auto* window = m_scene.window().findChild<Window*>();
        if (window == nullptr) {
            m_missed << name;
            return;
        }
        stopAt(*window, name);
        window->close();
    }
    void noticesWindow() {
        auto* about = m_scene.window().findChild<window::AboutDialog*>();
        about->findChild<QPushButton*>(QStringLiteral("about-notices"))->click();
        auto* notices = about->findChild<window::NoticesDialog*>();
        stopAt(*notices, QStringLiteral("notices"));
        notices->close();
    }
    void otherWindows() {
        otherWindow<window::HelpWindow>("action-help", QStringLiteral("help"));
        otherWindow<window::AboutDialog>("action-about", QStringLiteral("about"));
        noticesWindow();
    }

    GuiScene& m_scene;
    const Look& m_look;
    QStringList m_missed;
};

} // namespace

QStringList takeTour(GuiScene& scene, const Look& look) {
    return Tour(scene, look).take();
}

} // namespace certwright::test

// Why: see pictures.h.
#include "tests/ui/screens/pictures.h"

#include <QCheckBox>
#include <QComboBox>
#include <QLineEdit>

#include "tests/ui/scene/gateway.h"
#include "tests/ui/scene/wizard_walk.h"

namespace certwright::screens {

namespace {

using model::Stage;
using test::GuiScene;
using test::WizardWalk;

// Walker goes through the wizard, takes pictures on the way, and notes where it could not go.
class Walker {
  public:
    Walker(GuiScene& scene, Camera& camera, QStringList& missing)
        : m_walk(scene)
        , m_camera(camera)
        , m_missing(missing) {}

    void begin(const std::string& service, const std::string& set) { m_walk.begin(service, set); }
    bool to(Stage stage) {
        const bool there = m_walk.to(stage);
        if (!there)
            m_missing << QStringLiteral("stage %1").arg(static_cast<int>(stage));
        return there;
    }
    void take(Stage stage, const QString& name) {
        if (to(stage))
            m_camera.take(name);
    }
    WizardWalk& walk() { return m_walk; }

  private:
    WizardWalk m_walk;
    Camera& m_camera;
    QStringList& m_missing;
};

void takeGoodImport(GuiScene& scene, Camera& camera, QStringList& missing) {
    Walker walker(scene, camera, missing);
    scene.window().importPlace().start({});
    scene.settle();
    camera.take(QStringLiteral("service"));
    scene.window().importPlace().close();
    scene.window().importPlace().start(scene.draftFor("streamserver"));
    scene.settle();
    walker.take(Stage::Files, QStringLiteral("files-empty"));
    scene.window().importPlace().close();
    walker.begin("streamserver", "good-pem");
    walker.take(Stage::Service, QStringLiteral("service-found"));
    walker.take(Stage::Files, QStringLiteral("files"));
    walker.take(Stage::Password, QStringLiteral("password"));
    if (walker.walk().at(Stage::Password)) {
        walker.walk().type(QStringLiteral("wrong"));
        walker.walk().next();
        scene.settle();
        camera.take(QStringLiteral("password-wrong"));
        if (QWidget* field = QApplication::focusWidget())
            for (int i = 0; i < 5; ++i)
                QTest::keyClick(field, Qt::Key_Backspace);
    }
    walker.take(Stage::Check, QStringLiteral("check-good"));
    walker.take(Stage::Preview, QStringLiteral("preview"));
    if (walker.walk().at(Stage::Preview) && walker.walk().next())
        camera.take(QStringLiteral("import"));
    scene.settle();
    walker.take(Stage::Done, QStringLiteral("done"));
    scene.window().importPlace().close();
}

void takeOtherWizards(GuiScene& scene, Camera& camera, QStringList& missing) {
    Walker walker(scene, camera, missing);
    walker.begin("streamserver", "wrong-key");
    walker.take(Stage::Check, QStringLiteral("check-blocked"));
    scene.window().importPlace().close();
    walker.begin("streamserver-new", "expires-soon");
    walker.take(Stage::Check, QStringLiteral("check-warning"));
    scene.window().importPlace().close();
    walker.begin("aoi", "good-pkcs12");
    walker.take(Stage::Files, QStringLiteral("files-aoi"));
    walker.to(Stage::Done);
    scene.window().importPlace().close();
    walker.begin("streamserver-new", "good-der");
    if (walker.to(Stage::Preview)) {
        scene.files().failFrom(scene.files().operations() + 3, base::ErrorCode::DiskFull);
        walker.walk().next();
        scene.settle();
        camera.take(QStringLiteral("import-failed"));
        scene.files().disarm();
    }
    scene.window().importPlace().close();
}

void takeOtherWindows(GuiScene& scene, Camera& camera, QStringList& missing) {
    auto* help = scene.window().findChild<QAction*>(QStringLiteral("action-help"));
    auto* about = scene.window().findChild<QAction*>(QStringLiteral("action-about"));
    help->trigger();
    about->trigger();
    auto* helpWindow = scene.window().findChild<window::HelpWindow*>();
    auto* aboutDialog = scene.window().findChild<window::AboutDialog*>();
    if (helpWindow == nullptr || aboutDialog == nullptr) {
        missing << QStringLiteral("help and about");
        return;
    }
    for (const QString& topic : window::helpTopics()) {
        helpWindow->showTopic(topic);
        camera.takeOf(*helpWindow, QStringLiteral("help-") + topic);
    }
    camera.takeOf(*aboutDialog, QStringLiteral("about"));
    aboutDialog->findChild<QPushButton*>(QStringLiteral("about-notices"))->click();
    auto* notices = aboutDialog->findChild<window::NoticesDialog*>();
    camera.takeOf(*notices, QStringLiteral("notices"));
    notices->close();
    helpWindow->close();
    aboutDialog->close();
}

check::Findings interrupted(base::Time now) {
    return {{check::Severity::Warning, "20261120-0800",
             check::TransactionUndone{"20261120-0800", now - std::chrono::hours(2)}}};
}

} // namespace

Camera::Camera(GuiScene& scene, Look look)
    : m_scene(scene)
    , m_look(std::move(look)) {}

void Camera::save(QWidget& window, const QString& name) {
    QCoreApplication::processEvents();
    window.grab().save(
        QStringLiteral("%1/%2-%3-%4-%5.png")
            .arg(m_look.folder, name,
                 m_look.language == text::Language::Chinese ? QStringLiteral("zh") : QStringLiteral("en"),
                 m_look.theme == model::Theme::Dark ? QStringLiteral("dark") : QStringLiteral("light"))
            .arg(m_look.scale));
}

void Camera::take(const QString& name) {
    auto& window = m_scene.window();
    window.resize(980, 680);
    save(window, name);
    window.resize(800, 560);
    save(window, name + QStringLiteral("-small"));
    window.resize(980, 680);
}

void Camera::takeOf(QWidget& window, const QString& name) {
    save(window, name);
}

namespace {

// scrollTo brings a widget into sight, if there is one.
void scrollTo(GuiScene& scene, const char* area, const char* name) {
    auto* column = scene.find<widget::ScrollColumn>(area);
    auto* target = scene.find<QWidget>(name);
    if (column != nullptr && target != nullptr)
        column->ensureWidgetVisible(target);
    QCoreApplication::processEvents();
}

// takeAt takes a part of a page in both sizes of the window, brought into sight in each.
void takeAt(GuiScene& scene, Camera& camera, const char* part, const QString& name) {
    auto& window = scene.window();
    const QSize usual = window.size();
    for (const auto& [size, suffix] : {std::pair(usual, ""), std::pair(QSize(800, 560), "-small")}) {
        window.resize(size);
        // Texts that wrap find their height in several rounds.
        QTest::qWait(100);
        scrollTo(scene, "preview-scroll", part);
        camera.takeOf(window, name + QLatin1String(suffix));
    }
    window.resize(usual);
}

void takeService(GuiScene& scene, Camera& camera, const std::string& root) {
    model::WizardDraft draft;
    draft.service = "nginx";
    draft.root = root;
    scene.window().importPlace().start(std::move(draft));
    scene.settle();
    camera.take(QStringLiteral("gateway-service"));
    scene.window().importPlace().close();
}

void takeFiles(GuiScene& scene, Camera& camera) {
    camera.take(QStringLiteral("gateway-files-top"));
    scrollTo(scene, "files-scroll", "block-details");
    camera.take(QStringLiteral("gateway-files"));
    auto* choice = scene.find<QComboBox>("block-choice");
    if (choice == nullptr)
        return;
    QTest::keyClick(choice, Qt::Key_End);
    scrollTo(scene, "files-scroll", "block-verdict");
    camera.take(QStringLiteral("gateway-files-plain"));
    choice->showPopup();
    QCoreApplication::processEvents();
    camera.takeOf(*choice->view(), QStringLiteral("gateway-files-list"));
    choice->hidePopup();
    QTest::keyClick(choice, Qt::Key_Home);
    scrollTo(scene, "files-scroll", "block-details");
    camera.take(QStringLiteral("gateway-files-chosen"));
}

void takePreview(GuiScene& scene, Camera& camera) {
    scrollTo(scene, "preview-scroll", "preview-config");
    camera.take(QStringLiteral("gateway-preview-config"));
    scrollTo(scene, "preview-scroll", "preview-run");
    camera.take(QStringLiteral("gateway-preview-run"));
    auto* reload = scene.find<QCheckBox>("preview-reload");
    if (reload == nullptr)
        return;
    reload->setChecked(true);
    takeAt(scene, camera, "preview-seen-text", QStringLiteral("gateway-preview-reload"));
    auto* seen = scene.find<QLineEdit>("preview-seen-at");
    if (seen == nullptr)
        return;
    QTest::keyClicks(seen, QStringLiteral("/"));
    takeAt(scene, camera, "preview-seen-verdict", QStringLiteral("gateway-preview-seen-wrong"));
    seen->selectAll();
    QTest::keyClick(seen, Qt::Key_Delete);
    reload->setChecked(false);
}

} // namespace

QStringList takeGateway(const Look& look) {
    test::NotingRunner runner;
    GuiScene scene(look.language);
    scene.host().runner = &runner;
    scene.theme().setTheme(look.theme);
    Camera camera(scene, look);
    QStringList missing;
    const std::string root =
        test::makeGateway(scene, std::string(test::appBlock) + test::shopBlock + test::plainBlock);
    takeService(scene, camera, root);
    scene.window().importPlace().start(test::gatewayDraft(scene, root));
    Walker walker(scene, camera, missing);
    if (walker.to(Stage::Files))
        takeFiles(scene, camera);
    if (walker.to(Stage::Preview))
        takePreview(scene, camera);
    walker.take(Stage::Done, QStringLiteral("gateway-done"));
    return missing;
}

QStringList takeEverything(const Look& look) {
    QStringList missing = takeGateway(look);
    GuiScene scene(look.language);
    scene.theme().setTheme(look.theme);
    Camera camera(scene, look);
    camera.take(QStringLiteral("start"));
    scene.window().importPlace().startPage().showFindings(interrupted(scene.time()));
    camera.take(QStringLiteral("start-interrupted"));
    scene.window().importPlace().startPage().showFindings({});
    scene.window().lookAround();
    scene.settle();
    scene.window().showPlace(window::Place::Services);
    camera.take(QStringLiteral("services-empty"));
    scene.window().showPlace(window::Place::History);
    camera.take(QStringLiteral("history-empty"));
    scene.window().showPlace(window::Place::Import);
    takeGoodImport(scene, camera, missing);
    takeOtherWizards(scene, camera, missing);
    scene.window().servicesPlace().refresh();
    scene.settle();
    scene.window().showPlace(window::Place::Services);
    camera.take(QStringLiteral("services"));
    scene.window().showPlace(window::Place::History);
    scene.settle();
    camera.take(QStringLiteral("history"));
    takeOtherWindows(scene, camera, missing);
    return missing;
}

} // namespace certwright::screens

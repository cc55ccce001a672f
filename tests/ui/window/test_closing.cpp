// Why: a window can be closed at any moment; what is being written then is ended safely, and what was typed
// is wiped.
#include <semaphore>

#include "tests/ui/scene/wizard_walk.h"
#include "ui/widget/banner.h"

using namespace certwright;
using model::Stage;
using test::GuiScene;

namespace {

// Hold keeps the worker busy until it is let go, so that the next stage is started but cannot end.
class Hold {
  public:
    explicit Hold(GuiScene& scene)
        : m_gate(std::make_shared<std::binary_semaphore>(0)) {
        scene.worker().start(
            &scene.window(),
            [gate = m_gate] {
                gate->acquire();
                return 0;
            },
            [](int) {});
    }
    ~Hold() { letGo(); }
    void letGo() {
        if (m_gate)
            m_gate->release();
        m_gate.reset();
    }

  private:
    std::shared_ptr<std::binary_semaphore> m_gate;
};

} // namespace

class TestClosing : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void window_closedOnTheStartPage_closes();
    void window_closedWhileImporting_endsTheImportFirst();
    void window_closedWhileImporting_saysSoInTheOtherLanguageToo();
    void import_startedWhileImporting_leavesTheImportAlone();
    void window_closedOnThePasswordPage_cancelsTheImport();
    void window_closedOnThePasswordPage_staysIfThePersonGoesOn();
    void geometry_changed_isRememberedOnClosing();
};

void TestClosing::window_closedOnTheStartPage_closes() {
    GuiScene scene;
    QVERIFY(scene.window().close());
    QVERIFY(scene.dialogs().asked.isEmpty());
}

void TestClosing::window_closedWhileImporting_endsTheImportFirst() {
    GuiScene scene;
    test::WizardWalk walk(scene);
    walk.begin("streamserver", "good-pem");
    QVERIFY(walk.to(Stage::Preview));
    Hold hold(scene);
    QVERIFY(walk.next());
    QVERIFY(walk.at(Stage::Apply));
    QVERIFY(!scene.window().close());
    QVERIFY(scene.window().isVisible());
    QVERIFY(scene.find<widget::Banner>("window-waiting") != nullptr);
    hold.letGo();
    QVERIFY(QTest::qWaitFor([&] { return !scene.window().isVisible(); }, 10000));
    QVERIFY(scene.wizard() == nullptr);
    QVERIFY(!scene.host().fileSystem.stat(
        scene.path("practice/services/streamserver/sample/mxVision/streamserver/keys/server.key"),
        files::Links::Refuse));
}

void TestClosing::window_closedWhileImporting_saysSoInTheOtherLanguageToo() {
    GuiScene scene;
    test::WizardWalk walk(scene);
    walk.begin("streamserver", "good-pem");
    QVERIFY(walk.to(Stage::Preview));
    Hold hold(scene);
    QVERIFY(walk.next());
    scene.window().close();
    const auto* banner = scene.find<widget::Banner>("window-waiting");
    QVERIFY(banner != nullptr);
    const QString before = banner->accessibleName() + banner->accessibleDescription();
    scene.language().setLanguage(text::Language::Chinese);
    QVERIFY(banner->isVisible());
    QVERIFY(banner->accessibleName() + banner->accessibleDescription() != before);
    hold.letGo();
    QVERIFY(QTest::qWaitFor([&] { return !scene.window().isVisible(); }, 10000));
}

void TestClosing::import_startedWhileImporting_leavesTheImportAlone() {
    GuiScene scene;
    test::WizardWalk walk(scene);
    walk.begin("streamserver", "good-pem");
    QVERIFY(walk.to(Stage::Preview));
    Hold hold(scene);
    QVERIFY(walk.next());
    scene.window().showPlace(window::Place::History);
    QTest::keySequence(&scene.window(), QKeySequence::New);
    QVERIFY(walk.at(Stage::Apply));
    hold.letGo();
    QVERIFY(QTest::qWaitFor([&] { return walk.at(Stage::Done); }, 10000));
    QVERIFY(scene.wizard()->draft().outcome.has_value());
}

void TestClosing::window_closedOnThePasswordPage_cancelsTheImport() {
    GuiScene scene;
    test::WizardWalk walk(scene);
    walk.begin("streamserver", "good-pem");
    QVERIFY(walk.to(Stage::Password));
    walk.type(walk.password());
    scene.dialogs().yes = true;
    QVERIFY(scene.window().close());
    QVERIFY(scene.wizard() == nullptr);
    QVERIFY(!scene.host().fileSystem.stat(
        scene.path("practice/services/streamserver/sample/mxVision/streamserver/keys/server.key"),
        files::Links::Refuse));
}

void TestClosing::window_closedOnThePasswordPage_staysIfThePersonGoesOn() {
    GuiScene scene;
    test::WizardWalk walk(scene);
    walk.begin("streamserver", "good-pem");
    QVERIFY(walk.to(Stage::Password));
    scene.dialogs().yes = false;
    QVERIFY(!scene.window().close());
    QVERIFY(walk.at(Stage::Password));
    QCOMPARE(scene.dialogs().asked.size(), 1);
}

void TestClosing::geometry_changed_isRememberedOnClosing() {
    GuiScene scene;
    scene.window().resize(901, 611);
    QVERIFY(scene.window().close());
    model::Preferences preferences(QString::fromStdString(scene.path("settings/certwright.ini")));
    window::MainWindow again(scene.workplace(), scene.theme(), preferences, QStringLiteral("test"));
    QCOMPARE(again.size(), QSize(901, 611));
}

QTEST_MAIN(TestClosing)
#include "test_closing.moc"

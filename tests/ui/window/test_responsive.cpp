// Why: a window that stands still looks broken (DESIGN promise 7); with the largest list that is accepted and
// a long key it must stay alive on every page.
#include <QTest>

#include <fstream>

#include <QElapsedTimer>
#include <QTimer>

#include "tests/data/material/large_crl.h"
#include "tests/data/material/pki.h"
#include "tests/support/zip_maker.h"
#include "tests/ui/wizard/files_hand.h"

using namespace certwright;
using model::Stage;
using test::GuiScene;

namespace {

constexpr std::size_t listSize = 40'000'000;
constexpr int keyBits = 4096;
constexpr int longestStall = 100; // milliseconds
constexpr const char* password = "responsive";

// waitedForProcessor is how long this thread was ready and not let run (Documentation/scheduler/sched-stats):
// what other programs take is no fault of the window's.
qint64 waitedForProcessor() {
    std::ifstream file("/proc/thread-self/schedstat");
    qint64 ran = 0;
    qint64 waited = 0;
    file >> ran >> waited;
    return file ? waited / 1'000'000 : 0;
}

// StallProbe ticks every five milliseconds, and notes the longest time without a tick and what was being
// done.
class StallProbe {
  public:
    StallProbe() {
        m_timer.setTimerType(Qt::PreciseTimer);
        m_timer.setInterval(5);
        QObject::connect(&m_timer, &QTimer::timeout, [this] { tick(); });
    }
    void start() {
        restart();
        m_timer.start();
    }
    void stop() {
        tick();
        m_timer.stop();
    }
    // doing names what comes next.
    void doing(const QString& what) {
        tick();
        m_doing = what;
    }
    qint64 longest() const { return m_longest; }
    const QString& worst() const { return m_worst; }

  private:
    void restart() {
        m_clock.start();
        m_waited = waitedForProcessor();
    }
    void tick() {
        const qint64 stall = m_clock.elapsed() - (waitedForProcessor() - m_waited);
        if (stall > longestStall / 2)
            qInfo("  %lld ms: %s", stall, qPrintable(m_doing));
        if (stall > m_longest) {
            m_longest = stall;
            m_worst = m_doing;
        }
        restart();
    }

    QTimer m_timer;
    QElapsedTimer m_clock;
    qint64 m_waited = 0;
    QString m_doing;
    qint64 m_longest = 0;
    QString m_worst;
};

} // namespace

class TestResponsive : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void initTestCase();
    void import_largeListAndLongKey_neverStalls_data();
    void import_largeListAndLongKey_neverStalls();
    void probe_aStall_isSeen();

  private:
    void write(const std::string& name, const std::string& content) {
        m_folder.write("delivery/" + name, content);
    }
    void import(GuiScene& scene, StallProbe& probe, const QString& path);
    void keepReports(GuiScene& scene, StallProbe& probe);
    void lookAround(GuiScene& scene, StallProbe& probe);
    void leaveHalfway(GuiScene& scene, StallProbe& probe, const QString& path);

    test::TemporaryFolder m_folder;
};

void TestResponsive::initTestCase() {
    const auto root = material::issue(material::authoritySpec(), material::rsaKey(100));
    const auto key = material::rsaKey(0, keyBits);
    write("ca.crt", material::pem(root));
    write("server.crt",
          material::pem(material::issue(material::serverSpec("aoi.practice.test"), key, &root)));
    write("server.key", material::keyPem(*key, password));
    const std::string list = material::largeCrl(root, listSize, material::now());
    write("ca.crl", material::pem("X509 CRL", list));
    std::vector<test::ZipEntry> entries{{"ca.crl", list}};
    for (const char* name : {"ca.crt", "server.crt", "server.key"})
        entries.push_back({name, m_folder.read(std::string("delivery/") + name)});
    m_folder.write("delivery.zip", test::zipOf(entries));
}

// import goes from the start to the end, as a person does: drop, type, Next, Next.
void TestResponsive::import(GuiScene& scene, StallProbe& probe, const QString& path) {
    probe.doing("starting the wizard");
    QVERIFY(scene.window().importPlace().start(scene.draftFor("aoi"))); // StreamServer takes no file of 10 MB
    QVERIFY(test::walkOn(scene, Stage::Files));
    probe.doing("dropping the files");
    QMimeData content;
    content.setUrls({QUrl::fromLocalFile(path)});
    QVERIFY(test::drop(scene.find<QWidget>("page-files"), content));
    QVERIFY(test::reading(scene));
    QVERIFY(test::nextOffered(scene));
    probe.doing("going to the password");
    QVERIFY(test::walkOn(scene, Stage::Password));
    auto* field = scene.find<QWidget>("password");
    QVERIFY(field != nullptr);
    probe.doing("typing");
    QTest::keyClicks(field, QString::fromLatin1(password));
    probe.doing("trying the password");
    QVERIFY(test::walkOn(scene, Stage::Check));
    QVERIFY(scene.settle());
    probe.doing("showing the verdict");
    QTest::qWait(200);
    probe.doing("going back and forth");
    QVERIFY(scene.click("wizard-back"));
    QVERIFY(scene.settle());
    probe.doing("working out the changes");
    QVERIFY(test::walkOn(scene, Stage::Preview));
    QVERIFY(scene.settle());
    QTest::qWait(200);
    probe.doing("importing");
    QVERIFY(test::walkOn(scene, Stage::Done));
    QVERIFY(scene.settle());
    probe.doing("showing the end");
    QTest::qWait(300);
    QVERIFY(scene.wizard()->draft().outcome->proof.succeeded());
}

// keepReports saves everything that the last page offers.
void TestResponsive::keepReports(GuiScene& scene, StallProbe& probe) {
    for (const char* button : {"report-pdf", "report-html", "done-calendar"}) {
        probe.doing(QLatin1String(button));
        scene.dialogs().saveAs = QString::fromStdString(m_folder.at(button));
        QVERIFY2(scene.click(button), button);
        QVERIFY(scene.settle());
        QVERIFY(QTest::qWaitFor([&] { return m_folder.exists(button); }, 5000));
    }
}

// lookAround opens the other places, in both languages and another theme.
void TestResponsive::lookAround(GuiScene& scene, StallProbe& probe) {
    probe.doing("switching the language");
    scene.language().setLanguage(text::Language::Chinese);
    QTest::qWait(100);
    scene.language().setLanguage(text::Language::English);
    probe.doing("switching the theme");
    scene.theme().setTheme(model::Theme::Dark);
    QTest::qWait(100);
    for (const auto place : {window::Place::Services, window::Place::History, window::Place::Import}) {
        probe.doing(QStringLiteral("showing place %1").arg(static_cast<int>(place)));
        scene.window().showPlace(place);
        QTest::qWait(500);
        QVERIFY(scene.settle());
    }
    probe.doing("verifying");
    scene.window().showPlace(window::Place::Services);
    QVERIFY(scene.click("service-verify"));
    QVERIFY(scene.settle());
    QTest::qWait(100);
    scene.window().showPlace(window::Place::Import);
    probe.doing("closing the wizard");
    QVERIFY(scene.click("wizard-next"));
    QVERIFY(scene.settle());
}

// leaveHalfway gives the wizard up while it reads the list.
void TestResponsive::leaveHalfway(GuiScene& scene, StallProbe& probe, const QString& path) {
    probe.doing("leaving halfway");
    QVERIFY(test::start(scene, scene.draftFor("aoi")));
    QMimeData content;
    content.setUrls({QUrl::fromLocalFile(path)});
    QVERIFY(test::drop(scene.find<QWidget>("page-files"), content));
    QTest::qWait(150);
    QVERIFY(scene.click("wizard-cancel"));
    QVERIFY(scene.settle());
    QVERIFY(scene.wizard() == nullptr);
}

void TestResponsive::import_largeListAndLongKey_neverStalls_data() {
    QTest::addColumn<QString>("name");
    QTest::addColumn<int>("rounds");
    QTest::newRow("folder, twice") << "delivery" << 2;
    QTest::newRow("zip archive") << "delivery.zip" << 1;
}

// The second time a list of the same size is there already, which is compared and kept.
void TestResponsive::import_largeListAndLongKey_neverStalls() {
    QFETCH(QString, name);
    QFETCH(int, rounds);
    GuiScene scene;
    scene.time() = material::now();
    scene.settle();
    StallProbe probe;
    probe.start();
    const QString path = QString::fromStdString(m_folder.at(name.toStdString()));
    for (int round = 0; round < rounds; ++round) {
        import(scene, probe, path);
        if (QTest::currentTestFailed())
            return;
        keepReports(scene, probe);
        lookAround(scene, probe);
        leaveHalfway(scene, probe, path);
        if (QTest::currentTestFailed())
            return;
        scene.time() += std::chrono::minutes(1);
    }
    probe.stop();
    qInfo("longest stall: %lld ms (%s)", probe.longest(), qPrintable(probe.worst()));
    QVERIFY2(probe.longest() <= longestStall, qPrintable(probe.worst()));
}

void TestResponsive::probe_aStall_isSeen() {
    StallProbe probe;
    probe.start();
    probe.doing("sleeping");
    QTest::qWait(50);
    QTest::qSleep(250);
    QTest::qWait(50);
    probe.stop();
    QVERIFY(probe.longest() >= 200);
    QCOMPARE(probe.worst(), QStringLiteral("sleeping"));
}

QTEST_MAIN(TestResponsive)
#include "test_responsive.moc"

#include <QListView>
#include <QScrollArea>
#include <QScrollBar>
#include <filesystem>
#include <fstream>
#include "tests/ui/wizard/walk.h"
using namespace certwright;
using test::GuiScene;
class ShotServices : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    void shots();
};
void ShotServices::shots() {
    const QString out = qEnvironmentVariable("SHOTS");
    const bool zh = qEnvironmentVariable("LANGUAGE_ZH") == "1";
    const bool dark = qEnvironmentVariable("DARK") == "1";
    const double big = qEnvironmentVariable("BIG").isEmpty() ? 1 : qEnvironmentVariable("BIG").toDouble();
    QFont font = QApplication::font();
    font.setPointSizeF(font.pointSizeF() * big);
    QApplication::setFont(font);
    GuiScene scene(zh ? text::Language::Chinese : text::Language::English);
    if (dark) scene.theme().setTheme(model::Theme::Dark);
    const QStringList size = qEnvironmentVariable("SIZE", "980x680").split('x');
    scene.window().resize(size[0].toInt(), size[1].toInt());
    scene.window().showPlace(window::Place::Services);
    const QString p = out + "/" + qEnvironmentVariable("TAG") + "-";
    scene.window().servicesPlace().refresh();
    QVERIFY(scene.settle());
    scene.window().grab().save(p + "services-empty.png");
    scene.window().showPlace(window::Place::History);
    QVERIFY(scene.settle());
    scene.window().grab().save(p + "history-empty.png");
    QVERIFY(test::install(scene, "good-pem"));
    scene.time() += std::chrono::hours(30);
    QVERIFY(test::install(scene, "with-intermediate"));
    QVERIFY(test::install(scene, "good-pkcs12"));
    scene.time() += std::chrono::days(92);
    scene.window().servicesPlace().refresh();
    scene.window().historyPlace().refresh();
    QVERIFY(scene.settle());
    scene.window().showPlace(window::Place::Services);
    QVERIFY(scene.settle());
    QTest::qWait(300);
    scene.window().grab().save(p + "services.png");
    if (auto* area = scene.find<QScrollArea>("service-scroll")) {
        area->verticalScrollBar()->setValue(area->verticalScrollBar()->maximum() / 2);
        scene.window().grab().save(p + "services-middle.png");
    }
    qDebug() << scene.click("service-verify");
    QVERIFY(scene.settle());
    QTest::qWait(300);
    scene.window().grab().save(p + "services-verified.png");
    if (auto* area = scene.find<QScrollArea>("service-scroll")) {
        area->verticalScrollBar()->setValue(area->verticalScrollBar()->maximum());
        scene.window().grab().save(p + "services-end.png");
    }
    scene.window().showPlace(window::Place::History);
    QVERIFY(scene.settle());
    QTest::qWait(300);
    scene.window().grab().save(p + "history.png");
    if (auto* area = scene.find<QScrollArea>("entry-scroll"))
        for (int i = 1; i < 4; ++i) {
            area->verticalScrollBar()->setValue(area->verticalScrollBar()->maximum() * i / 3);
            scene.window().grab().save(p + QString("history-%1.png").arg(i));
        }
}
QTEST_MAIN(ShotServices)
#include "test_services_place.moc"

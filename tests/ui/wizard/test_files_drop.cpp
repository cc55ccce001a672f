// Why: people have their files in many forms; whichever it is, one drop sorts them, and what was
// brought can be taken away again.
#include <QLabel>
#include <QListView>
#include <QMimeData>
#include <QPushButton>
#include <QToolButton>

#include "tests/support/zip_maker.h"
#include "tests/ui/wizard/files_hand.h"
#include "ui/widget/fold_out.h"

using namespace certwright;
using namespace certwright::test;
using model::Stage;
using model::Task;

namespace {

void write(GuiScene& scene, const std::string& name, const std::string& content) {
    const auto done = scene.files().writeNew(scene.path(name), base::viewOf(content), 0600, {});
    QVERIFY(done.has_value());
}

std::string contentOf(GuiScene& scene, const std::string& name) {
    const auto content =
        scene.files().read(scene.path("practice/material/" + name), 1 << 24, files::Links::Follow);
    return content ? std::string(base::textOf(*content)) : std::string();
}

} // namespace

class TestFilesDrop : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void drop_eachForm_isSorted_data();
    void drop_eachForm_isSorted();
    void drop_zipArchive_isSorted();
    void drop_fromElsewhere_isRefused();
    void buttons_chooseFilesAndFolder();
    void next_offeredOnceAllIsThere();
    void brought_removed_areGone();
    void ignored_filesAreListedWithWhy();
    void problems_canBeTakenAway();
    void changes_inQuickSuccession_countLast();
    void cancel_asksAndChangesNothing();
};

void TestFilesDrop::drop_eachForm_isSorted_data() {
    QTest::addColumn<QString>("service");
    QTest::addColumn<QStringList>("names");
    QTest::addColumn<QString>("certificate");
    const auto row = [](const char* name, const char* service, const QStringList& names, const char* file) {
        QTest::newRow(name) << QString::fromLatin1(service) << names << QString::fromUtf8(file);
    };
    row("folder", "streamserver", {QStringLiteral("good-pem")}, "server.crt");
    row("single files", "streamserver",
        {QStringLiteral("good-pem/server.key"), QStringLiteral("good-pem/ca.crt"),
         QStringLiteral("good-pem/server.crt")},
        "server.crt");
    row("DER", "streamserver-new", {QStringLiteral("good-der")}, "server.der");
    row("PKCS#7", "aoi", {QStringLiteral("good-pkcs7")}, "chain.p7b");
    row("PKCS#12", "aoi", {QStringLiteral("good-pkcs12")}, "");
    row("Chinese names", "streamserver", {QStringLiteral("chinese")}, "服务器证书.crt");
    row("with an intermediate", "streamserver", {QStringLiteral("with-intermediate")}, "server.crt");
}

void TestFilesDrop::drop_eachForm_isSorted() {
    QFETCH(QString, service);
    QFETCH(QStringList, names);
    QFETCH(QString, certificate);
    GuiScene scene;
    QVERIFY(start(scene, scene.draftFor(service.toStdString())));
    QVERIFY(!nextOffered(scene));
    QVERIFY(scene.find<QListView>("files-found") == nullptr);
    QVERIFY(dropFiles(scene, names));
    QVERIFY(nextOffered(scene));
    QCOMPARE(textOf(scene, "slot-cert-file"), certificate);
    if (certificate.isEmpty())
        QCOMPARE(textOf(scene, "slot-cert-state"),
                 QStringLiteral("To be read from server.p12, which opens with its password."));
    else
        QVERIFY(textOf(scene, "slot-cert-left").endsWith(QStringLiteral("left")));
    QVERIFY(scene.find<QListView>("files-found") != nullptr);
    QCOMPARE(scene.wizard()->draft().paths.size(), static_cast<std::size_t>(names.size()));
}

void TestFilesDrop::drop_zipArchive_isSorted() {
    GuiScene scene;
    std::vector<ZipEntry> entries;
    for (const char* name : {"ca.crt", "server.crt", "server.key", "ca.crl"})
        entries.push_back(
            {std::string("delivery/") + name, contentOf(scene, std::string("good-pem/") + name)});
    write(scene, "practice/material/delivery.zip", zipOf(entries));
    QVERIFY(start(scene, scene.draftFor("streamserver")));
    QVERIFY(dropFiles(scene, {QStringLiteral("delivery.zip")}));
    QVERIFY(nextOffered(scene));
    QCOMPARE(textOf(scene, "slot-crl-file"), QStringLiteral("ca.crl"));
    // One file of it is taken away, one named for its slot.
    QVERIFY(chooseFromMenu(scene, rowOf(scene, QStringLiteral("ca.crl")), "use-not"));
    QCOMPARE(textOf(scene, "slot-crl-state"), QStringLiteral("Nothing, which is fine."));
    QVERIFY(chooseFromMenu(scene, rowOf(scene, QStringLiteral("ca.crt")), "use-ca"));
    QVERIFY(scene.wizard()->draft().slots.at("ca").ends_with("delivery.zip/delivery/ca.crt"));
    QVERIFY(nextOffered(scene));
    QVERIFY(walkOn(scene, Stage::Password));
}

void TestFilesDrop::drop_fromElsewhere_isRefused() {
    GuiScene scene;
    QVERIFY(start(scene, scene.draftFor("streamserver")));
    QMimeData data;
    data.setUrls({QUrl(QStringLiteral("https://ca.example/server.crt"))});
    QVERIFY(drop(scene.find<QWidget>("page-files"), data));
    QVERIFY(scene.find<QWidget>("files-trouble") != nullptr);
    QVERIFY(scene.wizard()->draft().paths.empty());
    QMimeData text;
    text.setText(QStringLiteral("hello"));
    QVERIFY(!drop(scene.find<QWidget>("page-files"), text));
    QVERIFY(dropFiles(scene, {QStringLiteral("good-pem")}));
    QVERIFY(scene.find<QWidget>("files-trouble") == nullptr);
}

void TestFilesDrop::buttons_chooseFilesAndFolder() {
    GuiScene scene;
    QVERIFY(start(scene, scene.draftFor("streamserver")));
    auto* files = scene.find<QPushButton>("files-choose");
    QVERIFY(files->hasFocus());
    // Cancelled.
    QTest::keyClick(files, Qt::Key_Space);
    QVERIFY(scene.wizard()->draft().paths.empty());
    const QString folder = QString::fromStdString(scene.path("practice/material/good-pem"));
    scene.dialogs().files = {folder + QStringLiteral("/ca.crt"), folder + QStringLiteral("/server.crt")};
    QTest::keyClick(files, Qt::Key_Space);
    QVERIFY(reading(scene));
    QCOMPARE(textOf(scene, "files-lacking"),
             QStringLiteral("Still needed: Private key of the server certificate"));
    QVERIFY(!nextOffered(scene));
    scene.dialogs().folder = folder;
    QVERIFY(scene.click("files-choose-folder") && reading(scene));
    QVERIFY(nextOffered(scene));
    QVERIFY(scene.find<QLabel>("files-lacking") == nullptr);
}

void TestFilesDrop::next_offeredOnceAllIsThere() {
    GuiScene scene;
    QVERIFY(start(scene, scene.draftFor("streamserver")));
    const QStringList names{QStringLiteral("good-pem/ca.crl"), QStringLiteral("good-pem/ca.crt"),
                            QStringLiteral("good-pem/server.crt"), QStringLiteral("good-pem/server.key")};
    for (const QString& name : names) {
        QVERIFY(!nextOffered(scene));
        QVERIFY(dropFiles(scene, {name}));
    }
    QVERIFY(nextOffered(scene));
}

void TestFilesDrop::brought_removed_areGone() {
    GuiScene scene;
    QVERIFY(start(scene, scene.draftFor("streamserver")));
    QVERIFY(dropFiles(scene, {QStringLiteral("good-pem"), QStringLiteral("foreign-crl/ca.crl")}));
    QVERIFY(scene.click("path-0-remove") && reading(scene));
    QCOMPARE(scene.wizard()->draft().paths.size(), std::size_t(1));
    QVERIFY(!nextOffered(scene));
    QVERIFY(scene.click("path-0-remove") && reading(scene));
    QVERIFY(scene.find<QListView>("files-found") == nullptr);
}

void TestFilesDrop::ignored_filesAreListedWithWhy() {
    GuiScene scene;
    QVERIFY(start(scene, scene.draftFor("streamserver")));
    QVERIFY(dropFiles(scene, {QStringLiteral("good-pem")}));
    QVERIFY(scene.find<QWidget>("files-ignored") == nullptr);
    QVERIFY(scene.click("slot-crl-clear") && reading(scene));
    auto* ignored = scene.find<widget::FoldOut>("files-ignored");
    QVERIFY(ignored != nullptr && !ignored->isOpen());
    QCOMPARE(ignored->button()->text(), QStringLiteral("Ignored: 1 file"));
    QTest::mouseClick(ignored->button(), Qt::LeftButton);
    QVERIFY(ignored->isOpen());
    QVERIFY(says(ignored, QStringLiteral("ca.crl is not needed here")));
}

void TestFilesDrop::problems_canBeTakenAway() {
    GuiScene scene;
    write(scene, "practice/material/letter.txt", "Dear customer,\n");
    QVERIFY(start(scene, scene.draftFor("streamserver")));
    QVERIFY(dropFiles(scene, {QStringLiteral("good-pem"), QStringLiteral("letter.txt")}));
    QVERIFY(scene.find<QWidget>("files-problems") != nullptr);
    QVERIFY(scene.click("finding-action-0") && reading(scene));
    QVERIFY(scene.find<QWidget>("files-problems") == nullptr);
    QCOMPARE(scene.wizard()->draft().paths.size(), std::size_t(1));
    QVERIFY(nextOffered(scene));
}

void TestFilesDrop::changes_inQuickSuccession_countLast() {
    GuiScene scene;
    QVERIFY(start(scene, scene.draftFor("streamserver")));
    const QString folder = QString::fromStdString(scene.path("practice/material/"));
    for (const char* name : {"expired", "sha1", "rsa-1024", "good-pem"}) {
        scene.dialogs().folder = folder + QLatin1String(name);
        QVERIFY(scene.click("files-choose-folder"));
        QTest::qWait(name == std::string("sha1") ? 120 : 1);
    }
    for (int removed = 0; removed < 3; ++removed) {
        QTRY_VERIFY(scene.find<QPushButton>("path-0-remove") != nullptr);
        QVERIFY(scene.click("path-0-remove"));
    }
    QVERIFY(!nextOffered(scene));
    QTRY_VERIFY(nextOffered(scene));
    QCOMPARE(scene.wizard()->draft().survey->objects.size(), std::size_t(4));
}

void TestFilesDrop::cancel_asksAndChangesNothing() {
    GuiScene scene;
    const auto before = treeOf(scene.path("practice"));
    QVERIFY(start(scene, scene.draftFor("streamserver")));
    QVERIFY(dropFiles(scene, {QStringLiteral("good-pem")}));
    scene.dialogs().yes = false;
    QVERIFY(scene.click("wizard-cancel"));
    QVERIFY(scene.wizard() != nullptr);
    scene.dialogs().yes = true;
    QVERIFY(scene.click("wizard-cancel"));
    QVERIFY(scene.wizard() == nullptr);
    QCOMPARE(scene.dialogs().asked.size(), 2);
    QCOMPARE(treeOf(scene.path("practice")), before);
}

QTEST_MAIN(TestFilesDrop)
#include "test_files_drop.moc"

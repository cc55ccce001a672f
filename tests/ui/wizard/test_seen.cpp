// Why: after a reload only the server itself can say what it serves: the window asks it, where the person
// says or the config tells, and nowhere else.
#include <filesystem>

#include <QCheckBox>
#include <QLineEdit>
#include <QPlainTextEdit>

#include "core/document/open.h"
#include "core/document/parse.h"
#include "core/served/address.h"
#include "tests/core/served/tls_server.h"
#include "tests/ui/scene/gateway.h"
#include "tests/ui/wizard/files_hand.h"

using namespace certwright;
using namespace certwright::test;
using model::Stage;

class TestSeen : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void preview_otherService_asksNothing();
    void preview_withoutRunner_asksNothing();
    void preview_reloadChosen_proposesWhatTheBlockTells();
    void preview_blockThatCannotBeToldApart_proposesNothing();
    void preview_typed_isKept();
    void preview_cleared_staysEmpty();
    void preview_otherFolder_forgetsWhatWasTyped();
    void preview_malformed_isRefusedAtOnce_data();
    void preview_malformed_isRefusedAtOnce();
    void preview_textsThatGrow_areShownWhole();
    void preview_keyboard_reachesTheField();
    void preview_languageSwitched_keepsWhatWasTyped();
    void done_reloaded_seesTheInstalledOne();
    void done_notReloaded_seesTheOldOne();
    void done_nobodyThere_isTold();
};

namespace {

// A block of its own at this listen line.
std::string blockAt(const std::string& listen) {
    return "server {\n    listen " + listen + ";\n    server_name app.example.com;\n}\n";
}

// practiceServer serves the practice set "good-pem" and demands certificates of its clients.
ServerSpec practiceServer(GuiScene& scene, document::PrivateKey& key) {
    const auto disk = files::localFileSystem();
    const secret::SecretAccess access = scene.host().access;
    const auto read = [&](const char* name) {
        const auto content = disk->read(scene.path(std::string("practice/material/good-pem/") + name),
                                        1U << 20U, files::Links::Refuse);
        return document::parse(*content, access);
    };
    const auto password = secret::SecretBytes::copyOf(base::viewOf(std::string("practice")));
    const auto locked = read("server.key");
    auto opened =
        document::openKey(std::get<document::EncryptedKey>(locked.items.at(0).object), password, access);
    key = std::move(*opened);
    ServerSpec spec;
    spec.chain = {std::get<document::Certificate>(read("server.crt").items.at(0).object)};
    spec.key = &key;
    spec.clients = Clients::Demanded;
    return spec;
}

// Watched is a window with an nginx folder.
struct Watched {
    NotingRunner runner;
    GuiScene scene;
    std::string root;

    void make(const std::string& sites) {
        root = makeGateway(scene, sites);
        scene.host().runner = &runner;
    }
    bool to(Stage stage) { return walkTo(scene, gatewayDraft(scene, root), stage); }
    QLineEdit* field() { return scene.find<QLineEdit>("preview-seen-at"); }
    QString hint() { return textOf(scene, "preview-seen-text"); }
    QString command() { return scene.find<QPlainTextEdit>("preview-command")->toPlainText(); }
    const model::WizardDraft& draft() { return scene.wizard()->draft(); }
    void pressReload() { QTest::keyClick(scene.find<QCheckBox>("preview-reload"), Qt::Key_Space); }
    void type(const QString& address) {
        field()->setFocus();
        field()->selectAll();
        QTest::keyClick(field(), Qt::Key_Delete);
        QTest::keyClicks(field(), address);
    }
    bool done() { return walkOn(scene, Stage::Done) && scene.settle(); }
};

} // namespace

void TestSeen::preview_otherService_asksNothing() {
    GuiScene scene;
    QVERIFY(walkTo(scene, draftOf(scene, "good-pem"), Stage::Preview));
    QVERIFY(scene.find<QLineEdit>("preview-seen-at") == nullptr);
}

void TestSeen::preview_withoutRunner_asksNothing() {
    Watched watched;
    watched.make(blockAt("443 ssl"));
    watched.scene.host().runner = nullptr;
    QVERIFY(watched.to(Stage::Preview));
    QVERIFY(watched.field() == nullptr);
    QVERIFY(nextOffered(watched.scene));
}

void TestSeen::preview_reloadChosen_proposesWhatTheBlockTells() {
    Watched watched;
    watched.make(blockAt("8443 ssl"));
    QVERIFY(watched.to(Stage::Preview));
    QVERIFY(watched.field() != nullptr && watched.field()->text().isEmpty());
    QVERIFY(watched.hint().contains(QStringLiteral("Left empty")));
    QVERIFY(!watched.command().contains(QStringLiteral("--served-at")));
    watched.pressReload();
    QCOMPARE(watched.field()->text(), QStringLiteral("localhost:8443"));
    QVERIFY(watched.hint().contains(QStringLiteral("that of the server block")));
    QVERIFY(watched.command().contains(QStringLiteral("--reload --served-at localhost:8443")));
    QVERIFY(nextOffered(watched.scene));
    watched.pressReload();
    QVERIFY(watched.field()->text().isEmpty());
    QVERIFY(!watched.command().contains(QStringLiteral("--served-at")));
}

void TestSeen::preview_blockThatCannotBeToldApart_proposesNothing() {
    Watched watched;
    watched.make("server {\n    listen 443 ssl;\n    include certwright/tls.conf;\n    server_name _;\n}\n" +
                 blockAt("443 ssl"));
    QVERIFY(watched.to(Stage::Preview));
    watched.pressReload();
    QVERIFY(watched.field()->text().isEmpty());
    QVERIFY(nextOffered(watched.scene));
}

void TestSeen::preview_typed_isKept() {
    Watched watched;
    watched.make(blockAt("443 ssl"));
    QVERIFY(watched.to(Stage::Preview));
    watched.type(QStringLiteral("  10.0.0.5:8443 "));
    QCOMPARE(watched.draft().seenAt(), std::string("10.0.0.5:8443"));
    QVERIFY(watched.command().contains(QStringLiteral(" --served-at 10.0.0.5:8443")));
    QVERIFY(watched.hint().contains(QStringLiteral("compared with the installed one")));
    QVERIFY(!watched.hint().contains(QStringLiteral("that of the server block")));
    watched.pressReload();
    QCOMPARE(watched.draft().seenAt(), std::string("10.0.0.5:8443"));
    QVERIFY(watched.scene.click("wizard-back") && walkOn(watched.scene, Stage::Preview));
    QCOMPARE(watched.field()->text().trimmed(), QStringLiteral("10.0.0.5:8443"));
}

void TestSeen::preview_cleared_staysEmpty() {
    Watched watched;
    watched.make(blockAt("443 ssl"));
    QVERIFY(watched.to(Stage::Preview));
    watched.pressReload();
    watched.type({});
    QVERIFY(watched.draft().seenAt().empty());
    QVERIFY(watched.hint().contains(QStringLiteral("Left empty")));
    QVERIFY(watched.scene.click("wizard-back") && walkOn(watched.scene, Stage::Preview));
    QVERIFY(watched.field()->text().isEmpty());
    QVERIFY(nextOffered(watched.scene));
}

void TestSeen::preview_otherFolder_forgetsWhatWasTyped() {
    Watched watched;
    watched.make(blockAt("443 ssl"));
    QVERIFY(watched.to(Stage::Preview));
    watched.pressReload();
    watched.type(QStringLiteral("10.0.0.5:8443"));
    const std::string other = watched.root + "-other";
    std::filesystem::copy(watched.root, other, std::filesystem::copy_options::recursive);
    while (watched.scene.wizard()->stage() != Stage::Service)
        QVERIFY(watched.scene.click("wizard-back") && watched.scene.settle());
    watched.scene.find<QLineEdit>("service-root")->setText(QString::fromStdString(other));
    QVERIFY(walkOn(watched.scene, Stage::Preview));
    QVERIFY(watched.field()->text().isEmpty());
    QVERIFY(!watched.scene.find<QCheckBox>("preview-reload")->isChecked());
    QVERIFY(!watched.command().contains(QStringLiteral("10.0.0.5")));
}

void TestSeen::preview_malformed_isRefusedAtOnce_data() {
    QTest::addColumn<QString>("address");
    QTest::newRow("no port") << "localhost";
    QTest::newRow("no host") << ":443";
    QTest::newRow("port nought") << "localhost:0";
    QTest::newRow("no such port") << "localhost:65536";
    QTest::newRow("a page") << "https://app.example.com/";
    QTest::newRow("IPv6 without brackets") << "::1:443";
    QTest::newRow("two words") << "app example:443";
    QTest::newRow("an option") << "--yes";
    QTest::newRow("markup") << "<b>x</b>";
    QTest::newRow("endless") << QString(400, QLatin1Char('a')) + QStringLiteral(":443");
}

void TestSeen::preview_malformed_isRefusedAtOnce() {
    QFETCH(QString, address);
    Watched watched;
    watched.make(blockAt("443 ssl"));
    QVERIFY(watched.to(Stage::Preview));
    watched.type(address);
    QVERIFY(!nextOffered(watched.scene));
    QVERIFY(watched.scene.texts("preview-seen-verdict").contains(QStringLiteral("Write HOST:PORT")));
    QVERIFY(watched.hint().isEmpty());
    watched.type(QStringLiteral("[::1]:443"));
    QVERIFY(nextOffered(watched.scene));
    QVERIFY(watched.scene.find<QWidget>("preview-seen-verdict") == nullptr);
}

void TestSeen::preview_textsThatGrow_areShownWhole() {
    Watched watched;
    watched.make(blockAt("443 ssl"));
    QVERIFY(watched.to(Stage::Preview));
    for (const QSize& size : {QSize(800, 560), QSize(980, 680), QSize(800, 560)}) {
        watched.scene.window().resize(size);
        QVERIFY(watched.scene.settle());
        watched.pressReload();
        const auto* text = watched.scene.find<QLabel>("preview-seen-text");
        QTRY_VERIFY_WITH_TIMEOUT(text->height() >= text->heightForWidth(text->width()), 2000);
        QTRY_VERIFY_WITH_TIMEOUT(watched.field()->height() >= watched.field()->sizeHint().height(), 2000);
    }
}

void TestSeen::preview_keyboard_reachesTheField() {
    Watched watched;
    watched.make(blockAt("443 ssl"));
    QVERIFY(watched.to(Stage::Preview));
    auto* reload = watched.scene.find<QCheckBox>("preview-reload");
    reload->setFocus();
    QTest::keyClick(reload, Qt::Key_Tab);
    QCOMPARE(QApplication::focusWidget(), static_cast<QWidget*>(watched.field()));
    QVERIFY(!watched.field()->accessibleName().isEmpty());
    QCOMPARE(watched.field()->accessibleDescription(), watched.hint());
    QTest::keyClicks(watched.field(), QStringLiteral("nowhere"));
    QVERIFY(watched.field()->accessibleDescription().contains(QStringLiteral("Write HOST:PORT")));
    // Enter would begin the change: here it does nothing.
    watched.type(QStringLiteral("localhost:443"));
    QTest::keyClick(watched.field(), Qt::Key_Return);
    QCOMPARE(watched.scene.wizard()->stage(), Stage::Preview);
}

void TestSeen::preview_languageSwitched_keepsWhatWasTyped() {
    Watched watched;
    watched.make(blockAt("443 ssl"));
    QVERIFY(watched.to(Stage::Preview));
    watched.type(QStringLiteral("nowhere"));
    watched.scene.language().setLanguage(text::Language::Chinese);
    QVERIFY(watched.scene.settle());
    QCOMPARE(watched.field()->text(), QStringLiteral("nowhere"));
    QVERIFY(watched.scene.find<QWidget>("preview-seen-verdict") != nullptr);
    QVERIFY(!nextOffered(watched.scene));
    watched.type(QStringLiteral("localhost:443"));
    watched.scene.language().setLanguage(text::Language::English);
    QVERIFY(watched.scene.settle());
    QCOMPARE(watched.draft().seenAt(), std::string("localhost:443"));
    QVERIFY(nextOffered(watched.scene));
}

void TestSeen::done_reloaded_seesTheInstalledOne() {
    Watched watched;
    document::PrivateKey key;
    const Listener server(serveTls(practiceServer(watched.scene, key)));
    const std::string address = served::shownAddress(server.address());
    watched.make(blockAt(address + " ssl"));
    QVERIFY(watched.to(Stage::Preview));
    watched.pressReload();
    QCOMPARE(watched.field()->text().toStdString(), address);
    QCOMPARE(server.connections(), 0);
    QVERIFY(watched.done());
    QVERIFY(server.connections() > 0);
    QVERIFY(watched.scene.texts("done-proof").contains(QStringLiteral("serves the installed certificate")));
    QVERIFY(!watched.scene.texts("done-next").contains(QStringLiteral("Nothing to do")));
}

// The server has the first import's; the second one is installed, and nobody reloads.
void TestSeen::done_notReloaded_seesTheOldOne() {
    Watched watched;
    document::PrivateKey key;
    const Listener server(serveTls(practiceServer(watched.scene, key)));
    watched.make(blockAt("443 ssl"));
    QVERIFY(watched.to(Stage::Done) && watched.scene.settle());
    QCOMPARE(server.connections(), 0);
    watched.scene.window().importPlace().close();
    auto draft = gatewayDraft(watched.scene, watched.root);
    auto renewed = draftOf(watched.scene, "expires-soon");
    draft.paths = renewed.paths;
    draft.passwords = std::move(renewed.passwords);
    QVERIFY(walkTo(watched.scene, std::move(draft), Stage::Preview));
    watched.type(QString::fromStdString(served::shownAddress(server.address())));
    QVERIFY(watched.done());
    QVERIFY(server.connections() > 0);
    const QString next = watched.scene.texts("done-next");
    QVERIFY(next.contains(QStringLiteral("The server serves the old certificate")));
    QVERIFY(next.contains(QStringLiteral("Reload it with")));
    QVERIFY(!watched.scene.shows(QStringLiteral("serves the installed certificate")));
}

void TestSeen::done_nobodyThere_isTold() {
    Watched watched;
    watched.make(blockAt("443 ssl"));
    QVERIFY(watched.to(Stage::Preview));
    watched.type(QStringLiteral("127.0.0.1:1"));
    QVERIFY(watched.done());
    QVERIFY(watched.scene.texts("done-next").contains(QStringLiteral("127.0.0.1:1")));
    QVERIFY(!watched.scene.shows(QStringLiteral("serves the installed certificate")));
}

QTEST_MAIN(TestSeen)
#include "test_seen.moc"

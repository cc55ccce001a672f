// Why: a password is typed once and tried at once; a mistake is told beside the field and mended there.
#include <QCheckBox>
#include <QClipboard>
#include <QInputMethodEvent>
#include <QLabel>

#include "core/document/make.h"
#include "core/document/parse.h"
#include "tests/ui/wizard/walk.h"
#include "ui/widget/banner.h"
#include "ui/widget/secret_field.h"

using namespace certwright;
using model::Stage;
using test::GuiScene;
using widget::SecretField;

namespace {

// atPassword starts the wizard with a practice set and stops at the password.
bool atPassword(GuiScene& scene, const std::string& set) {
    model::WizardDraft draft = test::draftOf(scene, set);
    draft.passwords.clear();
    return test::walkTo(scene, std::move(draft), Stage::Password);
}

SecretField* field(GuiScene& scene) {
    return scene.find<SecretField>("password");
}

// enter types a password and presses Enter.
bool enter(GuiScene& scene, const QString& password) {
    for (const char32_t character : password.toStdU32String()) {
        QKeyEvent event(QEvent::KeyPress, 0, {}, QString::fromUcs4(&character, 1));
        QCoreApplication::sendEvent(field(scene), &event);
    }
    QTest::keyClick(field(scene), Qt::Key_Return);
    return scene.settle();
}

QString resultText(GuiScene& scene) {
    const auto* banner = scene.find<widget::Banner>("password-result");
    QString text;
    if (banner != nullptr)
        for (const QLabel* label : banner->findChildren<QLabel*>())
            text += label->text() + QLatin1Char('\n');
    return text;
}

// writeKey replaces the key of good-pem by a block that opens under "practice" and is no key (made with
// openssl enc -aes-256-cbc); with another cipher's name nobody opens it.
void writeKey(GuiScene& scene, const std::string& cipher) {
    const std::string path = scene.path("practice/material/good-pem/server.key");
    const std::string key = "-----BEGIN RSA PRIVATE KEY-----\nProc-Type: 4,ENCRYPTED\nDEK-Info: " + cipher +
                            ",00112233445566778899AABBCCDDEEFF\n\n"
                            "DsVBLQVzPCIwkLTzSH56P6EaQpQwEqFbvsKNlYx7stM+EMJUm3cj3cAX3iMbTIME\n"
                            "-----END RSA PRIVATE KEY-----\n";
    QVERIFY(scene.files().remove(path).has_value());
    QVERIFY(scene.files().writeNew(path, base::viewOf(key), 0600, {}).has_value());
}

bool nextOffered(GuiScene& scene) {
    return scene.find<QPushButton>("wizard-next")->isEnabled();
}

} // namespace

class TestPasswordPage : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void page_saysWhichFile_data();
    void page_saysWhichFile();
    void page_unlockedKey_isNotShown();
    void password_right_goesToTheCheck_data();
    void password_right_goesToTheCheck();
    void password_wrongThreeTimes_thenRight();
    void password_pasted_isTaken();
    void password_tooLong_isNotTaken();
    void key_damagedInside_isToldHere();
    void key_unsupported_needsNoPassword();
    void files_two_areAskedForOneByOne();
    void notices_standUnderTheField();
    void peeking_isOffAtFirst();
    void back_andForth_keepsThePassword();
    void back_otherFiles_needNoPassword();
    void language_switched_keepsWhatWasTyped();
    void cancel_here_closesTheWizard();
};

void TestPasswordPage::page_saysWhichFile_data() {
    QTest::addColumn<QString>("set");
    QTest::addColumn<QString>("file");
    QTest::addColumn<QString>("kind");
    QTest::addColumn<QString>("rule");
    QTest::newRow("key") << QStringLiteral("good-pem") << QStringLiteral("server.key")
                         << QStringLiteral("Private key, locked (AES-256-CBC)")
                         << QStringLiteral("The service accepts passwords of at most 100 characters.");
    QTest::newRow("container") << QStringLiteral("good-pkcs12") << QStringLiteral("server.p12")
                               << QStringLiteral("PKCS#12 container, locked (AES-256-CBC)")
                               << QStringLiteral("At most 1024 characters.");
}

void TestPasswordPage::page_saysWhichFile() {
    QFETCH(QString, set);
    QFETCH(QString, file);
    QFETCH(QString, kind);
    QFETCH(QString, rule);
    GuiScene scene;
    QVERIFY(atPassword(scene, set.toStdString()));
    QCOMPARE(scene.find<QLabel>("password-file")->text(), file);
    QCOMPARE(scene.find<QLabel>("password-kind")->text(), kind);
    QCOMPARE(scene.find<QLabel>("password-rule")->text(), rule);
    QCOMPARE(scene.find<QLabel>("password-practice")->text(), QStringLiteral("Practice password: practice"));
    QVERIFY(field(scene)->hasFocus());
    QVERIFY(!nextOffered(scene));
    QTest::keyClicks(field(scene), QStringLiteral("x"));
    QVERIFY(nextOffered(scene));
}

void TestPasswordPage::page_unlockedKey_isNotShown() {
    GuiScene scene;
    QVERIFY(test::walkTo(scene, test::draftOf(scene, "unencrypted-key"), Stage::Check));
    QVERIFY(scene.click("wizard-back"));
    QCOMPARE(scene.wizard()->stage(), Stage::Files);
}

void TestPasswordPage::password_right_goesToTheCheck_data() {
    QTest::addColumn<QString>("set");
    QTest::addColumn<QString>("password");
    QTest::newRow("key") << QStringLiteral("good-pem") << QStringLiteral("practice");
    QTest::newRow("container") << QStringLiteral("good-pkcs12") << QStringLiteral("practice");
    QTest::newRow("Chinese") << QStringLiteral("chinese") << QString();
    QTest::newRow("key of another certificate") << QStringLiteral("wrong-key") << QStringLiteral("practice");
}

void TestPasswordPage::password_right_goesToTheCheck() {
    QFETCH(QString, set);
    QFETCH(QString, password);
    GuiScene scene;
    QVERIFY(atPassword(scene, set.toStdString()));
    const QString known = QString::fromStdString(scene.wizard()->draft().practicePassword);
    QVERIFY(enter(scene, password.isEmpty() ? known : password));
    QCOMPARE(scene.wizard()->stage(), Stage::Check);
    QVERIFY(scene.wizard()->draft().checked.has_value());
}

void TestPasswordPage::password_wrongThreeTimes_thenRight() {
    GuiScene scene;
    QVERIFY(atPassword(scene, "good-pem"));
    for (int attempt = 1; attempt <= 3; ++attempt) {
        QVERIFY(enter(scene, QStringLiteral("Practice")));
        QCOMPARE(scene.wizard()->stage(), Stage::Password);
        QVERIFY(
            resultText(scene).contains(QStringLiteral("The password is wrong (attempt %1).").arg(attempt)));
        QVERIFY(field(scene)->empty() && field(scene)->hasFocus() && !nextOffered(scene));
    }
    QVERIFY(enter(scene, QStringLiteral("practice")));
    QCOMPARE(scene.wizard()->stage(), Stage::Check);
}

void TestPasswordPage::password_pasted_isTaken() {
    GuiScene scene;
    QVERIFY(atPassword(scene, "good-pem"));
    QGuiApplication::clipboard()->setText(QStringLiteral("practice\n"));
    QTest::keyClick(field(scene), Qt::Key_V, Qt::ControlModifier);
    QCOMPARE(field(scene)->characters(), 8);
    QVERIFY(scene.click("wizard-next") && scene.settle());
    QCOMPARE(scene.wizard()->stage(), Stage::Check);
}

void TestPasswordPage::password_tooLong_isNotTaken() {
    GuiScene scene;
    QVERIFY(atPassword(scene, "good-pem"));
    QGuiApplication::clipboard()->setText(QString(101, QLatin1Char('x')));
    QTest::keyClick(field(scene), Qt::Key_V, Qt::ControlModifier);
    QVERIFY(field(scene)->empty());
    QVERIFY(
        scene.find<QLabel>("password-notice")->text().contains(QStringLiteral("longer than 100 characters")));
    QGuiApplication::clipboard()->setText(QString(100, QLatin1Char('x')));
    QTest::keyClick(field(scene), Qt::Key_V, Qt::ControlModifier);
    QCOMPARE(field(scene)->characters(), 100);
    QVERIFY(scene.find<QLabel>("password-notice") == nullptr);
}

void TestPasswordPage::key_damagedInside_isToldHere() {
    GuiScene scene;
    writeKey(scene, "AES-256-CBC");
    QVERIFY(atPassword(scene, "good-pem"));
    QVERIFY(enter(scene, QStringLiteral("practice")));
    QCOMPARE(scene.wizard()->stage(), Stage::Password);
    QVERIFY2(resultText(scene).contains(QStringLiteral("is malformed")), qPrintable(resultText(scene)));
    QVERIFY(field(scene)->empty() && !nextOffered(scene));
}

void TestPasswordPage::key_unsupported_needsNoPassword() {
    GuiScene scene;
    writeKey(scene, "RC5-CBC");
    QVERIFY(test::walkTo(scene, test::draftOf(scene, "good-pem"), Stage::Check));
    const auto& findings = scene.wizard()->draft().checked->findings;
    QCOMPARE(check::codeOf(findings.front()), std::string_view("key.unsupported"));
    QVERIFY(scene.click("wizard-back"));
    QCOMPARE(scene.wizard()->stage(), Stage::Files);
}

// What the first container lacks is in the second.
void TestPasswordPage::files_two_areAskedForOneByOne() {
    GuiScene scene;
    const auto access = secret::SecretAccess::grant();
    const auto parsed = [&](const char* name) {
        const std::string path = scene.path(std::string("practice/material/unencrypted-key/") + name);
        return document::parse(*scene.files().read(path, 1 << 20, files::Links::Follow), access).items;
    };
    auto certificates = parsed("server.crt");
    auto keys = parsed("server.key");
    document::Identity identity{std::get<document::Certificate>(std::move(certificates.front().object)),
                                std::make_shared<document::PrivateKey>(
                                    std::get<document::PrivateKey>(std::move(keys.front().object)))};
    const auto container =
        document::toPkcs12(identity, {}, "x", secret::SecretBytes::copyOf(base::viewOf("first")),
                           document::Pkcs12Style::Modern, 1000, access);
    QVERIFY(container.has_value());
    model::WizardDraft draft = test::draftOf(scene, "good-pkcs12");
    draft.passwords.clear();
    const std::string path = scene.path("practice/material/a.p12");
    QVERIFY(scene.files().writeNew(path, *container, 0600, {}).has_value());
    draft.paths.insert(draft.paths.begin(), path);
    QVERIFY(test::walkTo(scene, std::move(draft), Stage::Password));
    QCOMPARE(scene.find<QLabel>("wizard-subtitle")->text(),
             QStringLiteral("File 1 of 2 is locked with a password."));
    QVERIFY(enter(scene, QStringLiteral("first")));
    QCOMPARE(scene.wizard()->stage(), Stage::Password);
    QCOMPARE(scene.find<QLabel>("password-file")->text(), QStringLiteral("server.p12"));
    QCOMPARE(scene.find<QLabel>("wizard-subtitle")->text(),
             QStringLiteral("File 2 of 2 is locked with a password."));
    QVERIFY(resultText(scene).isEmpty());
    QVERIFY(enter(scene, QStringLiteral("wrong")));
    QVERIFY(resultText(scene).contains(QStringLiteral("attempt 1")));
    QVERIFY(enter(scene, QStringLiteral("practice")));
    QCOMPARE(scene.wizard()->stage(), Stage::Check);
}

void TestPasswordPage::notices_standUnderTheField() {
    GuiScene scene;
    QVERIFY(atPassword(scene, "good-pem"));
    QTest::keyClicks(field(scene), QStringLiteral("a"));
    QVERIFY(scene.find<QLabel>("password-notice") == nullptr);
    QKeyEvent capital(QEvent::KeyPress, Qt::Key_A, {}, QString(QLatin1Char('A')));
    QCoreApplication::sendEvent(field(scene), &capital);
    QCOMPARE(scene.find<QLabel>("password-notice")->text(), QStringLiteral("Caps Lock is on."));
    QTest::keyClick(field(scene), Qt::Key_CapsLock);
    QVERIFY(scene.find<QLabel>("password-notice") == nullptr);
    QInputMethodEvent composing(QStringLiteral("kou"), {});
    QCoreApplication::sendEvent(field(scene), &composing);
    QVERIFY(scene.find<QLabel>("password-notice")->text().startsWith(QStringLiteral("An input method")));
    QInputMethodEvent ended;
    QCoreApplication::sendEvent(field(scene), &ended);
    QTest::keyClick(field(scene), Qt::Key_C, Qt::ControlModifier);
    QCOMPARE(scene.find<QLabel>("password-notice")->text(),
             QStringLiteral("A password cannot be copied from here."));
}

void TestPasswordPage::peeking_isOffAtFirst() {
    GuiScene scene;
    QVERIFY(atPassword(scene, "good-pem"));
    auto* peek = scene.find<QCheckBox>("password-peek");
    QVERIFY(!peek->isChecked());
    QTest::keyClick(field(scene), Qt::Key_Tab);
    QVERIFY(peek->hasFocus());
    QTest::keyClick(peek, Qt::Key_Space);
    QVERIFY(peek->isChecked());
}

void TestPasswordPage::back_andForth_keepsThePassword() {
    GuiScene scene;
    QVERIFY(atPassword(scene, "good-pem"));
    QVERIFY(enter(scene, QStringLiteral("practice")));
    QCOMPARE(scene.wizard()->stage(), Stage::Check);
    QVERIFY(scene.click("wizard-back"));
    QCOMPARE(scene.wizard()->stage(), Stage::Password);
    QVERIFY(field(scene)->empty());
    QVERIFY(nextOffered(scene));
    QVERIFY(scene.click("wizard-next") && scene.settle());
    QCOMPARE(scene.wizard()->stage(), Stage::Check);
    // Changed to a wrong one.
    QVERIFY(scene.click("wizard-back"));
    QVERIFY(enter(scene, QStringLiteral("other")));
    QCOMPARE(scene.wizard()->stage(), Stage::Password);
    QVERIFY(!resultText(scene).isEmpty());
}

void TestPasswordPage::back_otherFiles_needNoPassword() {
    GuiScene scene;
    QVERIFY(atPassword(scene, "good-pem"));
    QVERIFY(scene.click("wizard-back"));
    scene.dialogs().file = QString::fromStdString(scene.path("practice/material/unencrypted-key/server.key"));
    QVERIFY(scene.click("slot-key-browse"));
    QTRY_VERIFY(scene.settle() && nextOffered(scene));
    QVERIFY(scene.click("wizard-next"));
    QCOMPARE(scene.wizard()->stage(), Stage::Check);
}

void TestPasswordPage::language_switched_keepsWhatWasTyped() {
    GuiScene scene;
    QVERIFY(atPassword(scene, "good-pem"));
    QVERIFY(enter(scene, QStringLiteral("wrong")));
    QTest::keyClicks(field(scene), QStringLiteral("practice"));
    const QString english = resultText(scene);
    scene.language().setLanguage(text::Language::Chinese);
    QVERIFY(resultText(scene) != english);
    QCOMPARE(field(scene)->characters(), 8);
    QTest::keyClick(field(scene), Qt::Key_Return);
    QVERIFY(scene.settle());
    QCOMPARE(scene.wizard()->stage(), Stage::Check);
}

void TestPasswordPage::cancel_here_closesTheWizard() {
    GuiScene scene;
    QVERIFY(atPassword(scene, "good-pem"));
    const auto before = test::treeOf(scene.path("practice/services"));
    QTest::keyClicks(field(scene), QStringLiteral("practice"));
    scene.dialogs().yes = false;
    QVERIFY(scene.click("wizard-cancel"));
    QCOMPARE(field(scene)->characters(), 8);
    scene.dialogs().yes = true;
    // Also while it is tried.
    QTest::keyClick(field(scene), Qt::Key_Return);
    QVERIFY(scene.click("wizard-cancel"));
    QVERIFY(scene.wizard() == nullptr);
    QVERIFY(scene.settle());
    QCOMPARE(test::treeOf(scene.path("practice/services")), before);
}

QTEST_MAIN(TestPasswordPage)
#include "test_password_page.moc"

// Why: whoever types a password must be able to correct it, and nobody must be able to get it out again.
#include <QAccessible>
#include <QClipboard>
#include <QInputMethodEvent>
#include <QMimeData>
#include <QSignalSpy>
#include <QTest>

#include "ui/widget/secret_field.h"

using namespace certwright;
using widget::SecretField;
using widget::SecretNotice;

namespace {

QByteArray contentOf(SecretField& field) {
    const auto secret = field.take();
    const auto octets = secret.reveal(secret::SecretAccess::grant());
    return {reinterpret_cast<const char*>(octets.data()), static_cast<qsizetype>(octets.size())};
}

void press(SecretField& field, int key, const QString& text, Qt::KeyboardModifiers modifiers = {}) {
    QKeyEvent event(QEvent::KeyPress, key, modifiers, text);
    QCoreApplication::sendEvent(&field, &event);
}

// A key of a test row: a letter, or the name of what it does.
void pressNamed(SecretField& field, const QString& name) {
    static const std::map<QString, std::pair<int, Qt::KeyboardModifiers>> keys{
        {QStringLiteral("<left>"), {Qt::Key_Left, {}}},
        {QStringLiteral("<right>"), {Qt::Key_Right, {}}},
        {QStringLiteral("<home>"), {Qt::Key_Home, {}}},
        {QStringLiteral("<end>"), {Qt::Key_End, {}}},
        {QStringLiteral("<back>"), {Qt::Key_Backspace, {}}},
        {QStringLiteral("<delete>"), {Qt::Key_Delete, {}}},
        {QStringLiteral("<ctrl-u>"), {Qt::Key_U, Qt::ControlModifier}},
        {QStringLiteral("<ctrl-a>"), {Qt::Key_A, Qt::ControlModifier}},
        {QStringLiteral("<ctrl-c>"), {Qt::Key_C, Qt::ControlModifier}},
        {QStringLiteral("<ctrl-x>"), {Qt::Key_X, Qt::ControlModifier}},
        {QStringLiteral("<ctrl-z>"), {Qt::Key_Z, Qt::ControlModifier}},
        {QStringLiteral("<ctrl-v>"), {Qt::Key_V, Qt::ControlModifier}},
        {QStringLiteral("<shift-insert>"), {Qt::Key_Insert, Qt::ShiftModifier}}};
    const auto key = keys.find(name);
    if (key != keys.end())
        QTest::keyClick(&field, static_cast<Qt::Key>(key->second.first), key->second.second);
    else
        press(field, 0, name);
}

} // namespace

class TestSecretField : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void init();
    void keys_edit_asInALineEdit_data();
    void keys_edit_asInALineEdit();
    void surrogates_inTwoEvents_makeOneCharacter();
    void copying_isRefused_data();
    void copying_isRefused();
    void paste_text_isCheckedFirst_data();
    void paste_text_isCheckedFirst();
    void paste_fromTheClipboard_byBothKeys();
    void paste_whatTheClipboardOwns_staysThere();
    void capsLock_isNoticed_data();
    void capsLock_isNoticed();
    void inputMethod_commit_isTakenAndWiped();
    void inputMethod_question_tellsNothing();
    void maximum_isKept();
    void picture_showsDotsOnly();
    void picture_peeking_showsACharacterForASecond();
    void screenReader_seesAPasswordField();
    void mouse_setsTheCaret();
    void take_emptiesTheField();
    void enter_isTold();

  private:
    std::unique_ptr<SecretField> m_field;
};

void TestSecretField::init() {
    m_field = std::make_unique<SecretField>(secret::SecretAccess::grant());
    m_field->resize(300, m_field->sizeHint().height());
    m_field->show();
    m_field->activateWindow();
    m_field->setFocus();
    QVERIFY(QTest::qWaitForWindowActive(m_field.get()));
}

void TestSecretField::keys_edit_asInALineEdit_data() {
    QTest::addColumn<QStringList>("keys");
    QTest::addColumn<QByteArray>("content");
    const auto row = [](const char* name, const char* keys, const char* content) {
        QTest::newRow(name) << QString::fromUtf8(keys).split(QLatin1Char(' ')) << QByteArray(content);
    };
    row("letters", "a B 3 ä 密 😀", "aB3ä密😀");
    row("backspace at the end", "a 密 <back>", "a");
    row("backspace takes four octets", "a 😀 <back>", "a");
    row("backspace in the middle", "a b c <left> <back>", "ac");
    row("backspace at the beginning", "a <home> <back>", "a");
    row("delete", "a 密 c <home> <right> <delete>", "ac");
    row("delete at the end", "a <delete>", "a");
    row("insert in the middle", "a c <left> 😀", "a😀c");
    row("insert between two-octet letters", "ä ö <left> <left> ü", "üäö");
    row("home and end", "b <home> a <end> c", "abc");
    row("everything", "a b <ctrl-u> c", "c");
    row("replace everything", "a b <ctrl-a> c", "c");
    row("erase everything", "a b <ctrl-a> <back> c", "c");
    row("leave a selection to the left", "a b <ctrl-a> <left> c", "cab");
    row("leave a selection to the right", "a b <ctrl-a> <right> c", "abc");
    row("no undo", "a b <back> <ctrl-z>", "a");
    row("control characters are no text", "a \t \x01", "a");
}

void TestSecretField::keys_edit_asInALineEdit() {
    QFETCH(QStringList, keys);
    QFETCH(QByteArray, content);
    for (const QString& key : keys)
        pressNamed(*m_field, key);
    QCOMPARE(m_field->characters(), static_cast<int>(QString::fromUtf8(content).toUcs4().size()));
    QCOMPARE(contentOf(*m_field), content);
}

void TestSecretField::surrogates_inTwoEvents_makeOneCharacter() {
    const QString smile = QString::fromUtf8("😀");
    press(*m_field, 0, smile.left(1));
    press(*m_field, 0, smile.mid(1));
    press(*m_field, 0, smile.mid(1));
    QCOMPARE(m_field->characters(), 1);
    QCOMPARE(contentOf(*m_field), QByteArray("😀"));
}

void TestSecretField::copying_isRefused_data() {
    QTest::addColumn<QString>("key");
    QTest::newRow("copy") << QStringLiteral("<ctrl-c>");
    QTest::newRow("cut") << QStringLiteral("<ctrl-x>");
}

void TestSecretField::copying_isRefused() {
    QFETCH(QString, key);
    QGuiApplication::clipboard()->setText(QStringLiteral("before"));
    QTest::keyClicks(m_field.get(), QStringLiteral("secret"));
    pressNamed(*m_field, QStringLiteral("<ctrl-a>"));
    pressNamed(*m_field, key);
    QVERIFY(m_field->notices().contains(SecretNotice::CopyRefused));
    QCOMPARE(QGuiApplication::clipboard()->text(), QStringLiteral("before"));
    QCOMPARE(contentOf(*m_field), QByteArray("secret"));
    QVERIFY(m_field->notices().empty());
}

void TestSecretField::paste_text_isCheckedFirst_data() {
    QTest::addColumn<QByteArray>("pasted");
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<int>("notice");
    const auto row = [](const char* name, const QByteArray& pasted, const QByteArray& content, int notice) {
        QTest::newRow(name) << pasted << content << notice;
    };
    const auto notice = [](SecretNotice it) { return static_cast<int>(it); };
    row("plain", "se cret", "ase cretb", -1);
    row("Chinese", "口令", "a口令b", -1);
    row("line end", "secret\n", "asecretb", -1);
    row("line ends of Windows", "secret\r\n\r\n", "asecretb", -1);
    row("only a line end", "\n", "ab", -1);
    row("two lines", "one\ntwo", "ab", notice(SecretNotice::ControlCharacter));
    row("tab", "one\ttwo", "ab", notice(SecretNotice::ControlCharacter));
    row("C1", "one\xC2\x85two", "ab", notice(SecretNotice::ControlCharacter));
    row("no UTF-8", "one\xFFtwo", "ab", notice(SecretNotice::NotText));
    row("as long as may be", QByteArray(1022, 'x'), "a" + QByteArray(1022, 'x') + "b", -1);
    row("too long", QByteArray(1023, 'x'), "ab", notice(SecretNotice::TooLong));
}

void TestSecretField::paste_text_isCheckedFirst() {
    QFETCH(QByteArray, pasted);
    QFETCH(QByteArray, content);
    QFETCH(int, notice);
    QMimeData clipboard;
    clipboard.setData(QStringLiteral("text/plain;charset=utf-8"), pasted);
    QTest::keyClicks(m_field.get(), QStringLiteral("ab"));
    QTest::keyClick(m_field.get(), Qt::Key_Left);
    m_field->paste(&clipboard);
    QCOMPARE(m_field->notices().empty(), notice < 0);
    if (notice >= 0)
        QVERIFY(m_field->notices().contains(static_cast<SecretNotice>(notice)));
    QCOMPARE(contentOf(*m_field), content);
}

void TestSecretField::paste_fromTheClipboard_byBothKeys() {
    QGuiApplication::clipboard()->setText(QStringLiteral("口令"));
    pressNamed(*m_field, QStringLiteral("<ctrl-v>"));
    pressNamed(*m_field, QStringLiteral("<shift-insert>"));
    QCOMPARE(contentOf(*m_field), QByteArray("口令口令"));
    auto* picture = new QMimeData;
    picture->setData(QStringLiteral("image/png"), "x");
    QGuiApplication::clipboard()->setMimeData(picture);
    pressNamed(*m_field, QStringLiteral("<ctrl-v>"));
    QVERIFY(m_field->notices().contains(SecretNotice::NotText));
}

void TestSecretField::paste_whatTheClipboardOwns_staysThere() {
    QMimeData clipboard;
    clipboard.setData(QStringLiteral("text/plain;charset=utf-8"), QByteArray("secret") + QByteArray());
    m_field->paste(&clipboard);
    m_field->paste(&clipboard);
    QCOMPARE(contentOf(*m_field), QByteArray("secretsecret"));
}

void TestSecretField::capsLock_isNoticed_data() {
    QTest::addColumn<QString>("letter");
    QTest::addColumn<bool>("shift");
    QTest::addColumn<bool>("on");
    QTest::newRow("small letter") << QStringLiteral("a") << false << false;
    QTest::newRow("capital with Shift") << QStringLiteral("A") << true << false;
    QTest::newRow("capital without Shift") << QStringLiteral("A") << false << true;
    QTest::newRow("small letter with Shift") << QStringLiteral("a") << true << true;
    QTest::newRow("digit") << QStringLiteral("1") << false << false;
    QTest::newRow("Chinese") << QStringLiteral("密") << true << false;
}

void TestSecretField::capsLock_isNoticed() {
    QFETCH(QString, letter);
    QFETCH(bool, shift);
    QFETCH(bool, on);
    press(*m_field, 0, letter, shift ? Qt::ShiftModifier : Qt::NoModifier);
    QCOMPARE(m_field->notices().contains(SecretNotice::CapsLock), on);
    if (!on)
        return;
    press(*m_field, 0, QStringLiteral("1"));
    QVERIFY(m_field->notices().contains(SecretNotice::CapsLock));
    press(*m_field, Qt::Key_CapsLock, {});
    QVERIFY(!m_field->notices().contains(SecretNotice::CapsLock));
}

void TestSecretField::inputMethod_commit_isTakenAndWiped() {
    const QSignalSpy noticed(m_field.get(), &SecretField::noticesChanged);
    QInputMethodEvent composing(QString(QStringLiteral("kou") + QString()), {});
    QCoreApplication::sendEvent(m_field.get(), &composing);
    QVERIFY(m_field->notices().contains(SecretNotice::InputMethod));
    QCOMPARE(noticed.size(), 1);
    QVERIFY(m_field->empty());
    const QString commit = QString::fromUtf8("口令😀");
    QInputMethodEvent committing;
    committing.setCommitString(commit);
    QCoreApplication::sendEvent(m_field.get(), &committing);
    QVERIFY(!m_field->notices().contains(SecretNotice::InputMethod));
    QCOMPARE(m_field->characters(), 3);
    QVERIFY(std::ranges::all_of(commit, [](QChar c) { return c.isNull(); }));
    QCOMPARE(contentOf(*m_field), QByteArray("口令😀"));
}

void TestSecretField::inputMethod_question_tellsNothing() {
    QTest::keyClicks(m_field.get(), QStringLiteral("secret"));
    QVERIFY(m_field->inputMethodQuery(Qt::ImSurroundingText).toString().isEmpty());
    QVERIFY(m_field->inputMethodQuery(Qt::ImCurrentSelection).toString().isEmpty());
    QCOMPARE(m_field->inputMethodQuery(Qt::ImCursorPosition).toInt(), 0);
    const auto hints = m_field->inputMethodHints();
    QVERIFY(hints.testFlag(Qt::ImhHiddenText) && hints.testFlag(Qt::ImhSensitiveData) &&
            hints.testFlag(Qt::ImhNoPredictiveText));
}

void TestSecretField::maximum_isKept() {
    m_field->setMaximum(3);
    QTest::keyClicks(m_field.get(), QStringLiteral("abcd"));
    QVERIFY(m_field->notices().contains(SecretNotice::TooLong));
    QTest::keyClick(m_field.get(), Qt::Key_Backspace);
    QVERIFY(m_field->notices().empty());
    QCOMPARE(contentOf(*m_field), QByteArray("ab"));
    m_field->setMaximum(0);
    QCOMPARE(m_field->maximum(), 1024);
}

void TestSecretField::picture_showsDotsOnly() {
    // A blinking caret would make pictures differ.
    QApplication::setCursorFlashTime(0);
    QTest::keyClicks(m_field.get(), QStringLiteral("WWW"));
    const QImage wide = m_field->grab().toImage();
    m_field->clear();
    QTest::keyClicks(m_field.get(), QStringLiteral("iii"));
    QCOMPARE(m_field->grab().toImage(), wide);
    QTest::keyClicks(m_field.get(), QStringLiteral("i"));
    QVERIFY(m_field->grab().toImage() != wide);
}

void TestSecretField::picture_peeking_showsACharacterForASecond() {
    QApplication::setCursorFlashTime(0);
    QTest::keyClicks(m_field.get(), QStringLiteral("W"));
    const QImage dots = m_field->grab().toImage();
    m_field->clear();
    m_field->setPeeking(true);
    QTest::keyClicks(m_field.get(), QStringLiteral("W"));
    QVERIFY(m_field->grab().toImage() != dots);
    QTRY_COMPARE_WITH_TIMEOUT(m_field->grab().toImage(), dots, 2000);
    QMimeData clipboard;
    clipboard.setText(QStringLiteral("W"));
    m_field->clear();
    m_field->paste(&clipboard);
    QCOMPARE(m_field->grab().toImage(), dots);
}

void TestSecretField::screenReader_seesAPasswordField() {
    m_field->setAccessibleName(QStringLiteral("Password"));
    QTest::keyClicks(m_field.get(), QStringLiteral("secret"));
    QAccessibleInterface* seen = QAccessible::queryAccessibleInterface(m_field.get());
    QVERIFY(seen != nullptr);
    QCOMPARE(seen->role(), QAccessible::EditableText);
    QVERIFY(seen->state().passwordEdit);
    QVERIFY(seen->state().focusable);
    QCOMPARE(seen->text(QAccessible::Name), QStringLiteral("Password"));
    QVERIFY(seen->text(QAccessible::Value).isEmpty());
    QVERIFY(seen->textInterface() == nullptr);
}

void TestSecretField::mouse_setsTheCaret() {
    QTest::keyClicks(m_field.get(), QStringLiteral("bc"));
    QTest::mouseClick(m_field.get(), Qt::LeftButton, {}, QPoint(2, m_field->height() / 2));
    QTest::keyClicks(m_field.get(), QStringLiteral("a"));
    QTest::mouseDClick(m_field.get(), Qt::LeftButton);
    QTest::mouseClick(m_field.get(), Qt::LeftButton, {}, QPoint(m_field->width() - 4, m_field->height() / 2));
    QTest::keyClicks(m_field.get(), QStringLiteral("d"));
    QCOMPARE(contentOf(*m_field), QByteArray("abcd"));
}

void TestSecretField::take_emptiesTheField() {
    QTest::keyClicks(m_field.get(), QStringLiteral("secret"));
    const QSignalSpy changed(m_field.get(), &SecretField::changed);
    QCOMPARE(contentOf(*m_field), QByteArray("secret"));
    QCOMPARE(changed.size(), 1);
    QVERIFY(m_field->empty());
    QVERIFY(contentOf(*m_field).isEmpty());
}

void TestSecretField::enter_isTold() {
    const QSignalSpy pressed(m_field.get(), &SecretField::returnPressed);
    QTest::keyClick(m_field.get(), Qt::Key_Return);
    QTest::keyClick(m_field.get(), Qt::Key_Enter);
    QCOMPARE(pressed.size(), 2);
}

QTEST_MAIN(TestSecretField)
#include "test_secret_field.moc"

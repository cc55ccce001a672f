// Why: whoever brings another program's key reads what it is and one command that can be copied as it stands,
// whatever the file is called.
#include <QRegularExpression>
#include <QTest>

#include "core/document/foreign.h"
#include "tests/support/run_program.h"
#include "tests/support/temporary_folder.h"
#include "ui/text/finding_text.h"

using namespace certwright;
using namespace certwright::text;

namespace {

check::SourceForeign body(const std::string& format, const std::string& path = "/in/key") {
    check::SourceForeign body;
    body.path = path;
    body.format = format;
    body.part = "private";
    body.line = 1;
    return body;
}

FindingText textOf(const check::SourceForeign& body, Language language = Language::English) {
    return findingText({check::Severity::Blocker, body.path, body}, Phrasebook(language));
}

} // namespace

class TestForeignText : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    void format_each_hasNameAndStep_data();
    void format_each_hasNameAndStep();
    void details_standInTheSentence();
    void step_isTheCommandOfTheFormat_data();
    void step_isTheCommandOfTheFormat();
    void step_ofKeyThatNobodyConverts_isAnotherKey();
    void step_withAnyFileName_isOneWordForTheShell_data();
    void step_withAnyFileName_isOneWordForTheShell();
    void damage_refused_saysWhat_data();
    void damage_refused_saysWhat();
    void repair_each_hasItsSentence();
};

void TestForeignText::format_each_hasNameAndStep_data() {
    QTest::addColumn<std::string>("format");
    for (int i = 0; i <= static_cast<int>(document::ForeignFormat::WebPage); ++i) {
        const std::string name(document::foreignFormatName(document::ForeignFormat{i}));
        QTest::newRow(name.c_str()) << name;
    }
}

void TestForeignText::format_each_hasNameAndStep() {
    QFETCH(std::string, format);
    const FindingText text = textOf(body(format));
    QVERIFY(text.sentence.startsWith("/in/key is "));
    // The stable name alone is no name for people.
    QVERIFY2(!text.sentence.startsWith("/in/key is " + QString::fromStdString(format) + ";"),
             qPrintable(text.sentence));
    QVERIFY(!text.nextStep.isEmpty());
    QVERIFY(!QRegularExpression("%[0-9]").match(text.sentence + text.nextStep).hasMatch());
}

void TestForeignText::details_standInTheSentence() {
    check::SourceForeign putty = body("putty-key");
    putty.version = 3;
    putty.keyType = "ssh-rsa";
    putty.encryption = "aes256-cbc";
    putty.comment = "me\x1b[31m";
    QCOMPARE(textOf(putty).sentence,
             QStringLiteral("/in/key is a PuTTY private key (version 3, ssh-rsa, encrypted with aes256-cbc, "
                            "comment \"me\\x1B[31m\"); that is not opened here."));
    check::SourceForeign store = body("jks");
    store.entries = 2;
    store.names = {"server (key)", "ca (certificate)"};
    QVERIFY(textOf(store).sentence.contains("server (key), ca (certificate)"));
}

void TestForeignText::step_isTheCommandOfTheFormat_data() {
    QTest::addColumn<std::string>("format");
    QTest::addColumn<QString>("command");
    const auto row = [](const char* format, const char* command) {
        QTest::newRow(format) << std::string(format) << QString(command);
    };
    row("openssh-private-key", "cp /in/key /in/key.pk8; ssh-keygen -p -m PKCS8 -f /in/key.pk8");
    row("putty-key", "puttygen /in/key -O private-openssh -o /in/key.pem");
    row("ssh2-private-key", "puttygen /in/key -O private-openssh -o /in/key.pem");
    row("jks", "keytool -importkeystore -srcstoretype JKS -srckeystore /in/key -destkeystore /in/key.p12 "
               "-deststoretype PKCS12");
    row("jceks", "-srcstoretype JCEKS -srckeystore /in/key -destkeystore /in/key.p12 -deststoretype PKCS12");
    row("pvk", "openssl rsa -inform PVK -in /in/key -aes256 -out /in/key.pem");
    row("cms-encrypted", "openssl cms -decrypt -inform PEM -in /in/key -inkey KEY -out /in/key.decrypted");
    row("netscape-certificate-sequence", "openssl nseq -in /in/key -out /in/key.pem");
    row("jwk", "process.argv[1])),format:'jwk'}).export({type:'pkcs8',format:'pem'})\" /in/key | openssl "
               "pkcs8 -topk8 -v2 aes-256-cbc "
               "-out /in/key.pem");
}

void TestForeignText::step_isTheCommandOfTheFormat() {
    QFETCH(std::string, format);
    QFETCH(QString, command);
    const QString step = textOf(body(format)).nextStep;
    QVERIFY2(step.contains(command), qPrintable(step));
    QVERIFY2(textOf(body(format), Language::Chinese).nextStep.contains(command), "in Chinese");
}

void TestForeignText::step_ofKeyThatNobodyConverts_isAnotherKey() {
    check::SourceForeign key = body("openssh-private-key");
    key.keyType = "ssh-ed25519";
    QVERIFY(textOf(key).nextStep.contains("openssl genpkey"));
    QVERIFY(!textOf(key).nextStep.contains("ssh-keygen"));
    check::SourceForeign encrypted = body("pvk");
    encrypted.encryption = "RC4";
    QVERIFY(textOf(encrypted).nextStep.contains("-provider legacy -provider default"));
    check::SourceForeign open = body("jwk");
    open.part = "public";
    QVERIFY(!textOf(open).nextStep.contains("node"));
}

void TestForeignText::step_withAnyFileName_isOneWordForTheShell_data() {
    QTest::addColumn<std::string>("name");
    for (const char* name : {"my key", "a'b", "$(touch evil)", "`touch evil`", "-rf", "a;touch evil",
                             "a\ntouch evil", "\"q\"", "%1 %2", "密钥", "*"})
        QTest::newRow(name) << std::string(name);
}

// The shell itself is asked: the words of the shown command must be the file's name.
void TestForeignText::step_withAnyFileName_isOneWordForTheShell() {
    QFETCH(std::string, name);
    const test::TemporaryFolder folder;
    const QString step = textOf(body("openssh-private-key", name)).nextStep;
    const QString command = step.mid(step.indexOf("cp ") + 3).section("; ssh-keygen", 0, 0);
    const auto run =
        test::runProgram("bash", {"-c", "cd '" + folder.path() + "'; printf '%s|' " + command.toStdString()});
    const std::string expected = name.starts_with('-') ? "./" + name : name;
    QCOMPARE(run.out, expected + "|" + expected + ".pk8|");
    QVERIFY(!folder.exists("evil"));
}

void TestForeignText::damage_refused_saysWhat_data() {
    QTest::addColumn<std::string>("damage");
    QTest::addColumn<QString>("words");
    QTest::newRow("label") << std::string("label")
                           << QString("a.crt, line 3 is refused: its label says \"CERTIFICATE\", but it is a "
                                      "revocation list.");
    QTest::newRow("trailing") << std::string("trailing") << QString("something else follows");
    QTest::newRow("date") << std::string("date") << QString("a date that does not exist");
    QTest::newRow("validity") << std::string("validity") << QString("ends before it begins");
    QTest::newRow("version") << std::string("version") << QString("a version that does not exist");
    QTest::newRow("algorithms") << std::string("algorithms") << QString("two different signature algorithms");
    QTest::newRow("content") << std::string("content") << QString("cannot be read");
}

void TestForeignText::damage_refused_saysWhat() {
    QFETCH(std::string, damage);
    QFETCH(QString, words);
    const check::Finding finding{check::Severity::Blocker, "a.crt",
                                 check::FileDamaged{"a.crt", "CERTIFICATE", 3, damage, "crl"}};
    const QString sentence = findingText(finding, Phrasebook(Language::English)).sentence;
    QVERIFY2(sentence.contains(words), qPrintable(sentence));
}

void TestForeignText::repair_each_hasItsSentence() {
    QStringList all;
    for (const char* repair : {"utf-16", "dashes", "bare-base64", "trust-settings"})
        all << findingText({check::Severity::Note, "a", check::SourceRepaired{"a", repair}},
                           Phrasebook(Language::English))
                   .sentence;
    QCOMPARE(all.removeDuplicates(), 0);
    QVERIFY(all[0].contains("UTF-16"));
}

QTEST_APPLESS_MAIN(TestForeignText)
#include "test_foreign_text.moc"

// Why: what stands behind the program's name decides where the window opens; a mistake there is told before
// anything is shown.
#include <QDir>

#include <QTest>

#include "ui/language/language_switch.h"
#include "ui/window/start_arguments.h"

using namespace certwright;
using text::Language;
using window::StartArguments;

namespace {

StartArguments read(const QStringList& arguments, Language language = Language::English) {
    const language::LanguageSwitch spoken(language);
    return window::readStartArguments(QStringList{QStringLiteral("certwright")} + arguments,
                                      QStringLiteral("1.2.3"), {}, spoken.book());
}

} // namespace

class TestStartArguments : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void nothing_given_opensTheStartPage();
    void help_asked_isInBothLanguages();
    void version_asked_isPrinted();
    void service_withFiles_beginsAWizard();
    void files_alone_beginAWizard();
    void practice_folder_isAbsolute();
    void words_ofALine_askForTheSame_data();
    void words_ofALine_askForTheSame();
    void language_asked_isKept();
    void wrong_arguments_areRefused_data();
    void wrong_arguments_areRefused();
};

void TestStartArguments::nothing_given_opensTheStartPage() {
    const StartArguments line = read({});
    QVERIFY(!line.draft && !line.answer && line.practice.empty() && !line.language);
}

void TestStartArguments::help_asked_isInBothLanguages() {
    const StartArguments english = read({QStringLiteral("--help")});
    const StartArguments chinese = read({QStringLiteral("-h")}, Language::Chinese);
    QCOMPARE(english.status, 0);
    for (const char* option : {"--service", "--root", "--practice", "--lang", "--help", "--version"}) {
        QVERIFY2(english.answer->contains(QLatin1String(option)), option);
        QVERIFY2(chinese.answer->contains(QLatin1String(option)), option);
    }
    QVERIFY(english.answer->startsWith(QStringLiteral("Usage:")));
    QVERIFY(chinese.answer->startsWith(QStringLiteral("用法：")));
}

void TestStartArguments::version_asked_isPrinted() {
    QCOMPARE(*read({QStringLiteral("--version")}).answer, QStringLiteral("certwright 1.2.3"));
}

void TestStartArguments::service_withFiles_beginsAWizard() {
    const StartArguments line =
        read({QStringLiteral("--service"), QStringLiteral("aoi"), QStringLiteral("--root=/srv/aoi"),
              QStringLiteral("from-ca"), QStringLiteral("/tmp/钥.key")});
    QVERIFY(line.draft && !line.answer);
    QCOMPARE(line.draft->service, std::string("aoi"));
    QCOMPARE(line.draft->root, std::string("/srv/aoi"));
    QCOMPARE(line.draft->paths,
             (std::vector<std::string>{QDir::current().filePath(QStringLiteral("from-ca")).toStdString(),
                                       "/tmp/钥.key"}));
}

void TestStartArguments::files_alone_beginAWizard() {
    const StartArguments line = read({QStringLiteral("/tmp/from-ca")});
    QVERIFY(line.draft && line.draft->service.empty());
    QCOMPARE(line.draft->paths, std::vector<std::string>{"/tmp/from-ca"});
}

void TestStartArguments::practice_folder_isAbsolute() {
    QCOMPARE(read({QStringLiteral("--practice"), QStringLiteral("try/../it")}).practice,
             QDir::current().filePath(QStringLiteral("it")).toStdString());
}

void TestStartArguments::words_ofALine_askForTheSame_data() {
    QTest::addColumn<QStringList>("arguments");
    QTest::newRow("nothing") << QStringList{};
    QTest::newRow("files") << QStringList{QStringLiteral("证书 1.pem"), QStringLiteral("/tmp/--help")};
    QTest::newRow("like an option") << QStringList{QStringLiteral("--"), QStringLiteral("--lang")};
    QTest::newRow("service") << QStringList{QStringLiteral("--service"), QStringLiteral("aoi"),
                                            QStringLiteral("--root"), QStringLiteral("服务"),
                                            QStringLiteral("a.key")};
    QTest::newRow("practice") << QStringList{QStringLiteral("--practice"), QStringLiteral("练习")};
}

void TestStartArguments::words_ofALine_askForTheSame() {
    QFETCH(QStringList, arguments);
    const StartArguments line = read(arguments);
    const StartArguments again = read(window::wordsOf(line).mid(1));
    QVERIFY(!line.answer && !again.answer);
    QCOMPARE(again.practice, line.practice);
    QCOMPARE(again.draft.has_value(), line.draft.has_value());
    if (!line.draft)
        return;
    QCOMPARE(again.draft->service, line.draft->service);
    QCOMPARE(again.draft->root, line.draft->root);
    QCOMPARE(again.draft->paths, line.draft->paths);
}

void TestStartArguments::language_asked_isKept() {
    QVERIFY(read({QStringLiteral("--lang"), QStringLiteral("zh")}).language == Language::Chinese);
    QVERIFY(read({QStringLiteral("--lang=en")}).language == Language::English);
}

void TestStartArguments::wrong_arguments_areRefused_data() {
    QTest::addColumn<QStringList>("arguments");
    QTest::newRow("unknown") << QStringList{QStringLiteral("--password=x")};
    QTest::newRow("language") << QStringList{QStringLiteral("--lang"), QStringLiteral("fr")};
    QTest::newRow("no value") << QStringList{QStringLiteral("--service")};
    QTest::newRow("service") << QStringList{QStringLiteral("--service"), QStringLiteral("mail")};
    QTest::newRow("root alone") << QStringList{QStringLiteral("--root"), QStringLiteral("/srv")};
    QTest::newRow("practice and files")
        << QStringList{QStringLiteral("--practice"), QStringLiteral("/tmp/p"), QStringLiteral("x.crt")};
}

void TestStartArguments::wrong_arguments_areRefused() {
    QFETCH(QStringList, arguments);
    for (const Language language : {Language::English, Language::Chinese}) {
        const StartArguments line = read(arguments, language);
        QCOMPARE(line.status, 2);
        QVERIFY(line.answer && line.answer->contains(QStringLiteral("certwright --help")));
        const bool chinese = std::ranges::any_of(*line.answer, [](QChar c) { return c.unicode() >= 0x4E00; });
        QCOMPARE(chinese, language == Language::Chinese);
    }
}

QTEST_GUILESS_MAIN(TestStartArguments)
#include "test_start_arguments.moc"

// Why: both languages are complete at every commit: every finding and error has a sentence and a next step in
// each, and the .ts files hold exactly the strings of the sources, none unfinished.
#include <set>
#include <utility>

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QProcess>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

#include "core/check/lint/lint.h"
#include "ui/text/command_text.h"
#include "ui/text/error_text.h"
#include "ui/text/finding_text.h"
#include "ui/text/lint_words.h"

using namespace certwright;

namespace {

const QString sourceFolder = QStringLiteral(CERTWRIGHT_SOURCE_DIR);

bool hasChinese(const QString& text) {
    return std::ranges::any_of(text, [](QChar c) { return c.unicode() >= 0x4E00 && c.unicode() <= 0x9FFF; });
}

bool hasPlaceholder(const QString& text) {
    static const QRegularExpression placeholder(QStringLiteral("%[0-9n]"));
    return text.contains(placeholder);
}

std::vector<check::Finding> everyFinding() {
    check::Findings all;
    check::FindingBodies::each([&]<typename Body>() { all.push_back({check::Severity::Note, {}, Body{}}); });
    return all;
}

QByteArray contentOf(const QString& path) {
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

class TestTranslations : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void findings_everyBody_hasWordsInBothLanguages();
    void lintRules_everyRule_hasWordsInBothLanguages();
    void errors_everyCode_hasWordsInBothLanguages();
    void command_everyPhrase_isTranslated();
    void files_strings_areThoseOfTheSources();
    void files_entries_areAllFinished();
    void sources_everySentence_wasFound();

  private:
    text::Phrasebook m_english{text::Language::English};
    text::Phrasebook m_chinese{text::Language::Chinese};
};

void TestTranslations::findings_everyBody_hasWordsInBothLanguages() {
    for (const check::Finding& finding : everyFinding()) {
        const auto english = text::findingText(finding, m_english);
        const auto chinese = text::findingText(finding, m_chinese);
        const QByteArray code = QByteArray::fromStdString(std::string(check::codeOf(finding)));
        for (const QString& words :
             {english.sentence, english.nextStep, chinese.sentence, chinese.nextStep}) {
            QVERIFY2(!words.isEmpty(), code);
            QVERIFY2(!hasPlaceholder(words), code + ": " + words.toUtf8());
        }
        QVERIFY2(!hasChinese(english.sentence + english.nextStep), code);
        QVERIFY2(hasChinese(chinese.sentence) && hasChinese(chinese.nextStep), code);
    }
}

void TestTranslations::lintRules_everyRule_hasWordsInBothLanguages() {
    std::set<std::string_view> codes;
    for (const check::LintRule* rule : check::lintRules()) {
        const QByteArray code = QByteArray::fromStdString(std::string(rule->code));
        QVERIFY2(text::hasLintWords(rule->code), code);
        QVERIFY2(!rule->source.empty() && codes.insert(rule->code).second, code);
        const check::LintBroken body{std::string(rule->code), "server", "CN=x", "seen"};
        const auto english = text::lintWords(body, m_english);
        const auto chinese = text::lintWords(body, m_chinese);
        QVERIFY2(!hasPlaceholder(english.sentence) && !hasChinese(english.sentence), code);
        QVERIFY2(!hasPlaceholder(chinese.sentence) && hasChinese(chinese.sentence), code);
        QVERIFY2(english.sentence.contains("CN=x") && chinese.sentence.contains("CN=x"), code);
        QCOMPARE(chinese.sentence.contains("seen"), english.sentence.contains("seen"));
    }
    QVERIFY(codes.size() >= 70);
}

void TestTranslations::errors_everyCode_hasWordsInBothLanguages() {
    for (int i = 0; i <= static_cast<int>(base::ErrorCode::HistoryUnknown); ++i) {
        const base::Error error{static_cast<base::ErrorCode>(i), "subject", "detail"};
        const QByteArray code = QByteArray::fromStdString(std::string(base::errorCodeName(error.code)));
        const auto english = text::errorText(error, m_english);
        const auto chinese = text::errorText(error, m_chinese);
        for (const QString& words : {english.sentence, english.nextStep, chinese.sentence, chinese.nextStep})
            QVERIFY2(!words.isEmpty() && !hasPlaceholder(words), code);
        QVERIFY2(hasChinese(chinese.sentence) && hasChinese(chinese.nextStep), code);
        QVERIFY2(!hasChinese(english.sentence + english.nextStep), code);
    }
}

void TestTranslations::command_everyPhrase_isTranslated() {
    for (int i = 0; i <= static_cast<int>(text::CommandPhrase::Forget); ++i) {
        const auto phrase = static_cast<text::CommandPhrase>(i);
        const QString english = commandText(phrase, m_english);
        const QString chinese = commandText(phrase, m_chinese);
        QVERIFY(!english.isEmpty());
        QVERIFY2(chinese != english || english == QStringLiteral("N"), qPrintable(english));
    }
}

void TestTranslations::files_strings_areThoseOfTheSources() {
    const QTemporaryDir folder;
    const QStringList names{QStringLiteral("certwright_zh_CN.ts"), QStringLiteral("certwright_en.ts")};
    for (const QString& name : names)
        QVERIFY(QFile::copy(sourceFolder + QStringLiteral("/translations/") + name, folder.filePath(name)));
    QCOMPARE(QProcess::execute(QStringLiteral("bash"),
                               {sourceFolder + QStringLiteral("/packaging/translations.sh"), folder.path()}),
             0);
    for (const QString& name : names)
        QCOMPARE(contentOf(folder.filePath(name)),
                 contentOf(sourceFolder + QStringLiteral("/translations/") + name));
}

void TestTranslations::files_entries_areAllFinished() {
    const QDir folder(sourceFolder + QStringLiteral("/translations"));
    const QStringList names = folder.entryList({QStringLiteral("*.ts")});
    QCOMPARE(names.size(), 2);
    for (const QString& name : names) {
        const QByteArray content = contentOf(folder.filePath(name));
        QVERIFY(content.contains("<translation"));
        for (const QByteArray& mark :
             {QByteArray("unfinished"), QByteArray("vanished"), QByteArray("obsolete")})
            QVERIFY2(!content.contains("type=\"" + mark), qPrintable(name));
    }
}

// lupdate passes over calls that it cannot read (a cast as the count, say), and nobody would hear of it.
void TestTranslations::sources_everySentence_wasFound() {
    const QString known =
        QString::fromUtf8(contentOf(sourceFolder + QStringLiteral("/translations/certwright_zh_CN.ts")));
    static const QRegularExpression call(QStringLiteral(R"re(\bsay\(\s*"[a-z]+",\s*"((?:[^"\\]|\\.)*)")re"));
    int sentences = 0;
    for (const char* top : {"/ui", "/app"}) {
        QDirIterator files(sourceFolder + QLatin1String(top), {QStringLiteral("*.cpp")}, QDir::Files,
                           QDirIterator::Subdirectories);
        while (files.hasNext()) {
            const QString path = files.next();
            auto calls = call.globalMatch(QString::fromUtf8(contentOf(path)));
            while (calls.hasNext()) {
                QString sentence = calls.next().captured(1);
                sentence.replace(QStringLiteral("\\\""), QStringLiteral("\""))
                    .replace(QStringLiteral("\\n"), QStringLiteral("\n"));
                const QString source =
                    QStringLiteral("<source>") +
                    sentence.toHtmlEscaped().replace(QLatin1Char('\''), QLatin1String("&apos;"));
                QVERIFY2(known.contains(source), qPrintable(path + QStringLiteral(": ") + sentence));
                ++sentences;
            }
        }
    }
    QVERIFY(sentences > 1000);
}

QTEST_GUILESS_MAIN(TestTranslations)
#include "test_translations.moc"

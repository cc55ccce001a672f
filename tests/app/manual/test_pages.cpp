// Why: a man page that roff complains about is shown with holes; one that leaves out an option is asked in
// vain.
#include <QTest>

#include <algorithm>

#include "app/manual/man_page.h"
#include "tests/support/run_program.h"
#include "tests/support/temporary_folder.h"

using namespace certwright;
using namespace certwright::test;

namespace {

const manual::ManEdition edition{"9.8.7", "2026-11-22"};

// pageOf is a page in a language: of the command line, or of the window.
std::string pageOf(const QString& program, const QString& language) {
    const text::Phrasebook book(language == QLatin1String("zh") ? text::Language::Chinese
                                                                : text::Language::English);
    return program == QLatin1String("window") ? manual::windowPage(edition, book)
                                              : manual::commandPage(manual::commandTree(book), edition, book);
}

// Shown is what a reader sees of a page, and what the formatter complained about.
Outcome shown(const std::string& path) {
    return runProgram("sh",
                      {"-c", "LC_ALL=C.UTF-8 MANWIDTH=78 man --warnings -l \"$1\" | col -bx", "sh", path});
}

bool contains(const std::string& text, const std::string& part) {
    return text.find(part) != std::string::npos;
}

// squeezed is words without any white space: where lines end does not count.
std::string squeezed(std::string words) {
    words.erase(std::remove_if(words.begin(), words.end(), [](char c) { return c == ' ' || c == '\n'; }),
                words.end());
    return words;
}

} // namespace

class TestPages : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void page_formatted_hasNoWarning_data();
    void page_formatted_hasNoWarning();
    void commandPage_shown_saysWhatTheHelpSays_data();
    void commandPage_shown_saysWhatTheHelpSays();
    void windowPage_shown_hasTheProgramsOptions();

  private:
    TemporaryFolder m_folder;
};

void TestPages::page_formatted_hasNoWarning_data() {
    QTest::addColumn<QString>("program");
    QTest::addColumn<QString>("language");
    for (const char* program : {"cli", "window"})
        for (const char* language : {"en", "zh"})
            QTest::addRow("%s %s", program, language) << program << language;
}

void TestPages::page_formatted_hasNoWarning() {
    QFETCH(QString, program);
    QFETCH(QString, language);
    const std::string path = m_folder.write("page.1", pageOf(program, language));
    const Outcome roff = runProgram("groff", {"-ww", "-K", "utf8", "-T", "utf8", "-man", path});
    QCOMPARE(roff.exitCode, 0);
    QCOMPARE(roff.err, std::string());
    const Outcome man = shown(path);
    QCOMPARE(man.err, std::string());
    QVERIFY(contains(man.out, "Certwright 9.8.7"));
    // apropos finds a page by the line below NAME.
    const Outcome name = runProgram("lexgrog", {path});
    QVERIFY2(contains(name.out, program == QLatin1String("cli") ? "certwright-cli - " : "certwright - "),
             name.out.c_str());
}

void TestPages::commandPage_shown_saysWhatTheHelpSays_data() {
    QTest::addColumn<QString>("language");
    QTest::newRow("English") << "en";
    QTest::newRow("Chinese") << "zh";
}

void TestPages::commandPage_shown_saysWhatTheHelpSays() {
    QFETCH(QString, language);
    const std::string text = squeezed(shown(m_folder.write("page.1", pageOf("cli", language))).out);
    const text::Phrasebook book(text::languageFromName(language.toStdString()).value());
    const manual::CommandTree tree = manual::commandTree(book);
    QVERIFY(tree.verbs.size() > 20);
    for (const manual::VerbWords& verb : tree.verbs) {
        QVERIFY2(contains(text, squeezed(verb.summary)), verb.summary.c_str());
        QVERIFY2(contains(text, squeezed(verb.example)), verb.example.c_str());
        for (const manual::OptionWords& option : verb.options)
            for (const std::string& part : {option.names.back(), option.sentence})
                QVERIFY2(contains(text, squeezed(part)), part.c_str());
    }
}

void TestPages::windowPage_shown_hasTheProgramsOptions() {
    const std::string text = shown(m_folder.write("page.1", pageOf("window", "en"))).out;
    for (const char* option : {"--service", "--root", "--practice", "--lang", "--help", "--version"})
        QVERIFY2(contains(text, option), option);
}

QTEST_GUILESS_MAIN(TestPages)
#include "test_pages.moc"

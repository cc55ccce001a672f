// Why: what the Tab key offers is found out in the shells themselves; and the kind of an option's value,
// which decides that, is looked over as a whole.
#include <QTest>

#include <map>
#include <set>

#include "app/manual/completion.h"
#include "tests/app/cli/practice.h"

using namespace certwright;
using namespace certwright::test;

namespace {

const text::Phrasebook english(text::Language::English);

// besides is PATH with the folder of the program under test in front: completions ask it for the services.
std::string besides() {
    return "PATH=" + cliPath().substr(0, cliPath().rfind('/')) + ":$PATH\n";
}

// wordsIn are the lines that a shell printed; it must not have complained.
std::set<std::string> wordsIn(const Outcome& outcome) {
    if (outcome.exitCode != 0 || !outcome.err.empty())
        qWarning("%d %s", outcome.exitCode, outcome.err.c_str());
    std::set<std::string> words;
    for (const QString& word : QString::fromStdString(outcome.out).split('\n', Qt::SkipEmptyParts))
        words.insert(word.toStdString());
    return words;
}

QString kindName(const manual::OptionWords& option) {
    if (!option.choices.empty())
        return QStringLiteral("choice");
    return QString::fromLatin1(cli::typeName(option.kind));
}

} // namespace

class TestCompletion : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void initTestCase();
    void options_values_areOfTheRightKind();
    void bash_tab_offers_data();
    void bash_tab_offers();
    void zsh_tab_offers_data();
    void zsh_tab_offers();

  private:
    void addLines() const;
    std::set<std::string> offeredByBash(const QString& line) const;

    TemporaryFolder m_folder;
    manual::CommandTree m_tree = manual::commandTree(english);
};

void TestCompletion::initTestCase() {
    m_folder.write("certwright-cli", manual::bashCompletion(m_tree));
    m_folder.write("completions/_certwright-cli", manual::zshCompletion(m_tree));
    m_folder.write("work/server.crt", "");
    m_folder.makeFolder("work/keys");
}

// Every option that takes a value, and what it takes. One that is new must be added here, by somebody who
// thinks of it.
void TestCompletion::options_values_areOfTheRightKind() {
    const std::map<QString, QString> expected{
        {"--lang", "choice"},
        {"--purpose", "choice"},
        {"--policy", "choice"},
        {"--starttls", "choice"},
        {"--protector", "choice"},
        {"--format", "choice"},
        {"--service", "SERVICE"},
        {"--from", "SERVICE"},
        {"--root", "FOLDER"},
        {"--home", "FOLDER"},
        {"--keys-in", "FOLDER"},
        {"--leaf", "FILE"},
        {"--trusted", "FILE"},
        {"--untrusted", "FILE"},
        {"--client-cert", "FILE"},
        {"--client-key", "FILE"},
        {"--ca", "FILE"},
        {"--cert", "FILE"},
        {"--key", "FILE"},
        {"--crl", "FILE"},
        {"--pipe", "FILE"},
        {"--output", "FILE"},
        {"--out", "FILE"},
        {"--ics", "FILE"},
        {"--file", "TEXT"},
        {"--password-fd", "NUMBER"},
        {"--fd", "NUMBER"},
        {"--within", "NUMBER"},
        {"--max-depth", "NUMBER"},
        {"--timeout", "NUMBER"},
        {"--times", "NUMBER"},
        {"--days", "NUMBER"},
        {"--keep", "NUMBER"},
        {"--keep-days", "NUMBER"},
        {"--at", "TEXT"},
        {"--until", "TEXT"},
        {"--host", "TEXT"},
        {"--ip", "TEXT"},
        {"--email", "TEXT"},
        {"--sni", "TEXT"},
        {"--initial-policy", "TEXT"},
        {"--server-block", "TEXT"},
        {"--served-at", "TEXT"},
        {"--set", "TEXT"},
        {"--without", "TEXT"},
        {"--forget", "TEXT"},
    };
    std::map<QString, QString> found;
    for (const manual::VerbWords& verb : m_tree.verbs)
        for (const manual::OptionWords& option : verb.options) {
            if (option.value.empty())
                continue;
            const QString name = QString::fromStdString(option.names.back());
            const auto [known, first] = found.emplace(name, kindName(option));
            QVERIFY2(first || known->second == kindName(option), qPrintable(name));
        }
    for (const auto& [name, kind] : found)
        QVERIFY2(expected.contains(name) && expected.at(name) == kind, qPrintable(name + ' ' + kind));
    for (const auto& [name, kind] : expected)
        QVERIFY2(found.contains(name), qPrintable(name));
}

void TestCompletion::addLines() const {
    QTest::addColumn<QString>("line");
    QTest::addColumn<QString>("offered");
    QTest::addColumn<QString>("notOffered");
    QTest::newRow("verbs") << "certwright-cli "
                           << "import verify serve-check"
                           << "server.crt --root";
    QTest::newRow("options of a verb") << "certwright-cli verify --"
                                       << "--service --root --json"
                                       << "--clean --leaf";
    QTest::newRow("services") << "certwright-cli verify --service "
                              << "nginx streamserver postgresql"
                              << "server.crt platform-ca";
    QTest::newRow("files") << "certwright-cli import --cert "
                           << "server.crt"
                           << "--root nginx";
    QTest::newRow("folders only") << "certwright-cli import --root "
                                  << "keys"
                                  << "server.crt";
    QTest::newRow("operands") << "certwright-cli inspect "
                              << "server.crt keys"
                              << "--json";
    QTest::newRow("choices") << "certwright-cli report --lang "
                             << "en zh both"
                             << "server.crt";
    QTest::newRow("a number") << "certwright-cli dates --within "
                              << ""
                              << "server.crt --json";
    QTest::newRow("after a short option") << "certwright-cli import -y --prot"
                                          << "--protector"
                                          << "--root";
}

std::set<std::string> TestCompletion::offeredByBash(const QString& line) const {
    // `complete` names the function that bash would call; compopt works only while the Tab key is at work.
    const std::string script = besides() + R"(. "$1"/certwright-cli; cd "$1/work"
compopt() { :; }
function=$(complete -p certwright-cli | sed 's/.*-F \([^ ]*\) .*/\1/')
COMP_WORDS=($2); [[ $2 == *' ' ]] && COMP_WORDS+=(''); COMP_CWORD=$((${#COMP_WORDS[@]} - 1))
$function && printf '%s\n' "${COMPREPLY[@]}")";
    return wordsIn(runProgram("bash", {"--norc", "-c", script, "bash", m_folder.path(), line.toStdString()}));
}

void TestCompletion::bash_tab_offers_data() {
    addLines();
}

void TestCompletion::bash_tab_offers() {
    QFETCH(QString, line);
    QFETCH(QString, offered);
    QFETCH(QString, notOffered);
    const auto words = offeredByBash(line);
    for (const QString& word : offered.split(' ', Qt::SkipEmptyParts))
        QVERIFY2(words.contains(word.toStdString()), qPrintable(word));
    for (const QString& word : notOffered.split(' ', Qt::SkipEmptyParts))
        QVERIFY2(!words.contains(word.toStdString()), qPrintable(word));
}

void TestCompletion::zsh_tab_offers_data() {
    addLines();
}

void TestCompletion::zsh_tab_offers() {
    QFETCH(QString, line);
    QFETCH(QString, offered);
    QFETCH(QString, notOffered);
    const std::string script = besides() + "cd \"$1/work\"; exec zsh -f \"$2\" \"$1\" \"$3\"";
    const auto words = wordsIn(
        runProgram("sh", {"-c", script, "sh", m_folder.path(), CERTWRIGHT_ZSH_TERMINAL, line.toStdString()}));
    for (const QString& word : offered.split(' ', Qt::SkipEmptyParts))
        QVERIFY2(words.contains(word.toStdString()), qPrintable(word));
    for (const QString& word : notOffered.split(' ', Qt::SkipEmptyParts))
        QVERIFY2(!words.contains(word.toStdString()), qPrintable(word));
}

QTEST_GUILESS_MAIN(TestCompletion)
#include "test_completion.moc"

// Why: one thing has one name. Every Chinese translation and every Chinese help page is held to
// translations/glossary.tsv, and to how Chinese is set beside Latin letters.
#include <algorithm>

#include <QDir>
#include <QFile>
#include <QRegularExpression>
#include <QTest>
#include <QXmlStreamReader>

namespace {

const QString sourceFolder = QStringLiteral(CERTWRIGHT_SOURCE_DIR);

struct Term {
    QRegularExpression english;
    QStringList chinese;
    QStringList never;
};

struct Phrase {
    QString english;
    QString chinese;
};

QString contentOf(const QString& path) {
    QFile file(sourceFolder + path);
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

QStringList parted(const QString& text) {
    return text.split(QLatin1Char('|'), Qt::SkipEmptyParts);
}

// glossary reads the terms, in the order of the file.
std::vector<Term> glossary() {
    std::vector<Term> terms;
    for (const QString& line :
         contentOf(QStringLiteral("/translations/glossary.tsv")).split(QLatin1Char('\n'))) {
        if (line.isEmpty() || line.startsWith(QLatin1Char('#')))
            continue;
        const QStringList columns = line.split(QLatin1Char('\t'));
        // Whole words, in the plural too; not within options ("--password-fd") or names of files.
        const QString pattern =
            QStringLiteral("(?<![\\w-])%1s?(?![\\w-])").arg(QRegularExpression::escape(columns.value(0)));
        terms.push_back({QRegularExpression(pattern, QRegularExpression::CaseInsensitiveOption),
                         parted(columns.value(1)), parted(columns.value(2))});
    }
    return terms;
}

// phrases are all translations, plural forms by themselves.
std::vector<Phrase> phrases() {
    std::vector<Phrase> found;
    QXmlStreamReader xml(contentOf(QStringLiteral("/translations/certwright_zh_CN.ts")));
    QString source;
    while (!xml.atEnd()) {
        xml.readNext();
        if (!xml.isStartElement())
            continue;
        if (xml.name() == QStringLiteral("source"))
            source = xml.readElementText();
        else if (xml.name() == QStringLiteral("translation"))
            found.push_back({source, xml.readElementText(QXmlStreamReader::IncludeChildElements).trimmed()});
    }
    return found;
}

// chineseTexts are the translations and the help pages, each with a name to report it by.
std::vector<std::pair<QString, QString>> chineseTexts() {
    std::vector<std::pair<QString, QString>> texts;
    for (const Phrase& phrase : phrases())
        texts.emplace_back(phrase.english, phrase.chinese);
    const QDir help(sourceFolder + QStringLiteral("/resources/help"));
    for (const QString& name : help.entryList({QStringLiteral("*.zh.md")}))
        texts.emplace_back(name, contentOf(QStringLiteral("/resources/help/") + name));
    return texts;
}

// plain is what a person reads: without placeholders, mnemonics, Markdown's signs, and the patterns of file
// dialogs
// ("(*.html)"), which have to stand in half-width brackets.
QString plain(QString text) {
    static const QRegularExpression signs(
        QStringLiteral(R"re(%L?[0-9n]|\(&[A-Z]\)| \(\*\.[^)]*\)|\]\([^)]*\)|[*`\[\]])re"));
    return text.replace(signs, QString());
}

void showFailures(const QStringList& found) {
    if (!found.isEmpty())
        QFAIL(qPrintable(QLatin1Char('\n') + found.join(QLatin1Char('\n'))));
}

QStringList matching(const QString& pattern) {
    const QRegularExpression wrong(pattern);
    QStringList found;
    for (const auto& [name, text] : chineseTexts()) {
        const QString shown = plain(text);
        if (const auto match = wrong.match(shown); match.hasMatch())
            found << name.left(60) + QStringLiteral(": …") +
                         shown.mid(std::max<qsizetype>(0, match.capturedStart() - 8), 20);
    }
    return found;
}

} // namespace

class TestGlossary : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void sources_areFound();
    void translations_everyTerm_isTheGlossarys();
    void texts_forbiddenWords_doNotStand();
    void texts_punctuation_isFullWidth();
    void texts_latinBesideChinese_hasABlank();
};

// Guards against a reader that finds nothing and so passes everything.
void TestGlossary::sources_areFound() {
    QVERIFY(glossary().size() > 30);
    QVERIFY(phrases().size() > 700);
    QVERIFY(chineseTexts().size() > phrases().size() + 10);
}

void TestGlossary::translations_everyTerm_isTheGlossarys() {
    QStringList found;
    const auto terms = glossary();
    for (const auto& [english, chinese] : phrases()) {
        QString rest = english;
        for (const Term& term : terms) {
            if (!rest.contains(term.english))
                continue;
            rest.remove(term.english);
            if (std::ranges::none_of(term.chinese,
                                     [&](const QString& word) { return chinese.contains(word); }))
                found << QStringLiteral("%1 | %2 | %3")
                             .arg(term.chinese.join(QLatin1Char('/')), english.left(90), chinese.left(60));
        }
    }
    showFailures(found);
}

void TestGlossary::texts_forbiddenWords_doNotStand() {
    QStringList found;
    for (const Term& term : glossary())
        for (const auto& [name, text] : chineseTexts())
            for (const QString& word : term.never)
                if (text.contains(word))
                    found << QStringLiteral("%1 | %2").arg(word, name.left(90));
    showFailures(found);
}

void TestGlossary::texts_punctuation_isFullWidth() {
    showFailures(matching(QStringLiteral(
        "[\\x{4E00}-\\x{9FFF}] ?[,;:!?()]|[,;:!?()] ?[\\x{4E00}-\\x{9FFF}]|[\\x{4E00}-\\x{9FFF}]\\.\\.\\.|"
        "\"[\\x{4E00}-\\x{9FFF}]|[\\x{4E00}-\\x{9FFF}]\"")));
}

void TestGlossary::texts_latinBesideChinese_hasABlank() {
    showFailures(
        matching(QStringLiteral("[\\x{4E00}-\\x{9FFF}][A-Za-z0-9]|[A-Za-z0-9][\\x{4E00}-\\x{9FFF}]")));
}

QTEST_GUILESS_MAIN(TestGlossary)
#include "test_glossary.moc"

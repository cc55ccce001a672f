// Why: whoever writes a profile must be told each mistake in their own language, with what is allowed
// instead.
#include <QRegularExpression>
#include <QSet>
#include <QTest>

#include "core/profile/load.h"
#include "core/profile/mistakes.h"
#include "ui/text/error_text.h"
#include "ui/text/finding_text.h"
#include "ui/text/json_mistake.h"
#include "ui/text/mistake_text.h"

using namespace certwright;
using profile::Mistake;
using profile::MistakeCode;

class TestMistakeText : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void code_every_hasBothSentencesInBothLanguages();
    void code_every_hasANameOfItsOwn();
    void mistake_withValues_namesThem_data();
    void mistake_withValues_namesThem();
    void value_thatLooksLikeAMarker_staysAsItIs();
    void notYaml_parsersWords_areADetail();
    void error_ofAProfile_isToldInTheLanguage();
    void error_ofSomethingElse_keepsItsDetail();
    void finding_ofABrokenProfile_isToldInTheLanguage();
    void json_ofAProfileError_hasTheCodeAndTheValues();

  private:
    static Mistake filled(MistakeCode code) {
        return {.code = code,
                .line = 3,
                .column = 7,
                .found = "gefunden",
                .field = "feld",
                .allowed = {"eins", "zwei"},
                .minimum = 11,
                .maximum = 22,
                .other = "andere.yaml"};
    }

    static bool isChinese(const QString& text) {
        // A command to type is the same in every language.
        static const QRegularExpression words(QStringLiteral("[A-Za-z]{2,}( [A-Za-z]{2,}){2,}"));
        static const QRegularExpression han(QStringLiteral("\\p{Han}"));
        QString rest = text;
        rest.remove(QStringLiteral("certwright-cli profiles new ID"));
        return rest.contains(han) && !rest.contains(words);
    }

    const text::Books m_books;
};

void TestMistakeText::code_every_hasBothSentencesInBothLanguages() {
    QSet<QString> english;
    QSet<QString> chinese;
    for (std::size_t i = 0; i < profile::mistakeCodes; ++i) {
        const Mistake mistake = filled(static_cast<MistakeCode>(i));
        const std::string name(profile::mistakeName(mistake.code));
        const auto en = text::mistakeText(mistake, m_books.english);
        const auto zh = text::mistakeText(mistake, m_books.chinese);
        for (const QString& sentence : {en.wrong, en.allowed, zh.wrong, zh.allowed})
            QVERIFY2(sentence.size() > 4 && !sentence.contains(QLatin1Char('%')), name.c_str());
        QVERIFY2(isChinese(zh.wrong) && isChinese(zh.allowed), name.c_str());
        english.insert(en.wrong + en.allowed);
        chinese.insert(zh.wrong + zh.allowed);
    }
    QCOMPARE(static_cast<std::size_t>(english.size()), profile::mistakeCodes);
    QCOMPARE(static_cast<std::size_t>(chinese.size()), profile::mistakeCodes);
}

void TestMistakeText::code_every_hasANameOfItsOwn() {
    QSet<QString> names;
    static const QRegularExpression dotted(QStringLiteral("^[a-z0-9-]+\\.[a-z0-9-]+$"));
    for (std::size_t i = 0; i < profile::mistakeCodes; ++i) {
        const auto name = profile::mistakeName(static_cast<MistakeCode>(i));
        names.insert(QString::fromUtf8(name.data(), static_cast<qsizetype>(name.size())));
        const Mistake mistake = filled(static_cast<MistakeCode>(i));
        QCOMPARE(profile::mistakeIn(profile::errorOf(mistake, "x").detail), std::optional(mistake));
    }
    QCOMPARE(static_cast<std::size_t>(names.size()), profile::mistakeCodes);
    for (const QString& name : names)
        QVERIFY2(name.contains(dotted), qPrintable(name));
}

void TestMistakeText::mistake_withValues_namesThem_data() {
    QTest::addColumn<int>("code");
    QTest::addColumn<QString>("english");
    QTest::addColumn<QString>("chinese");
    const auto row = [](MistakeCode code, const char* english, const char* chinese) {
        QTest::newRow(english) << static_cast<int>(code) << QString::fromUtf8(english)
                               << QString::fromUtf8(chinese);
    };
    row(MistakeCode::KeyUnknown, "3:7: The key \"gefunden\" is not known here. Known keys: eins, zwei.",
        "3:7: 此处没有名为“gefunden”的键。可用的键：eins、zwei。");
    row(MistakeCode::NumberInvalid,
        "3:7: gefunden cannot be the value of \"feld\". A whole number from 11 to 22 is allowed, without "
        "quotes.",
        "3:7: gefunden 不能作为“feld”的值。允许 11 到 22 之间的整数，不带引号。");
    row(MistakeCode::SemaphoreKeyInvalid,
        "3:7: \"gefunden\" cannot be a key of semaphores. A quoted number from \"0xb\" to \"0x16\" is "
        "allowed.",
        "3:7: “gefunden”不能作为信号量的键。允许 \"0xb\" 到 \"0x16\" 之间带引号的数。");
    row(MistakeCode::IdTwice,
        "3:7: The id \"gefunden\" stands in andere.yaml too. Each profile needs an id of its own: change one "
        "of "
        "them, or remove a file.",
        "3:7: 标识“gefunden”也出现在 andere.yaml "
        "中。每个配置档都要有自己的标识：请更改其中一个，或删除一个文件。");
}

void TestMistakeText::mistake_withValues_namesThem() {
    QFETCH(int, code);
    const Mistake mistake = filled(static_cast<MistakeCode>(code));
    QTEST(text::mistakeLine(mistake, m_books.english), "english");
    QTEST(text::mistakeLine(mistake, m_books.chinese), "chinese");
}

void TestMistakeText::value_thatLooksLikeAMarker_staysAsItIs() {
    Mistake mistake{.code = MistakeCode::WordUnknown, .found = "%2 %3", .field = "a%1", .allowed = {"%4"}};
    QCOMPARE(text::mistakeLine(mistake, m_books.english),
             QStringLiteral("1:1: \"%2 %3\" cannot be the value of \"a%1\". Allowed: %4."));
    mistake.found.clear();
    QVERIFY(text::mistakeLine(mistake, m_books.english).contains(QLatin1String("(nothing)")));
}

void TestMistakeText::notYaml_parsersWords_areADetail() {
    const auto mistakes = profile::profileMistakes("id: [\n");
    QCOMPARE(mistakes.size(), std::size_t{1});
    QCOMPARE(mistakes[0].code, MistakeCode::YamlInvalid);
    QVERIFY(!mistakes[0].detail.empty());
    const QString parser = QString::fromStdString(mistakes[0].detail);
    for (const text::Phrasebook* book : {&m_books.english, &m_books.chinese}) {
        const auto words = text::mistakeText(mistakes[0], *book);
        QVERIFY(!words.wrong.contains(parser) && !words.allowed.contains(parser));
        QVERIFY(text::mistakeLine(mistakes[0], *book).endsWith(parser));
    }
}

void TestMistakeText::error_ofAProfile_isToldInTheLanguage() {
    const auto profile = profile::parseProfile("titel: x\n", "mine.yaml");
    QVERIFY(!profile);
    const QString english = text::errorText(profile.error(), m_books.english).detail;
    QVERIFY2(english.startsWith(QLatin1String("1:1: The key \"titel\" is not known here. ")),
             qPrintable(english));
    const QString chinese = text::errorText(profile.error(), m_books.chinese).detail;
    QVERIFY2(chinese.startsWith(QLatin1String("1:1: ")) && isChinese(chinese), qPrintable(chinese));
}

void TestMistakeText::error_ofSomethingElse_keepsItsDetail() {
    const base::Error error{base::ErrorCode::InputOutput, "a", "3:4: no device"};
    QCOMPARE(text::errorText(error, m_books.chinese).detail, QStringLiteral("3:4: no device"));
}

void TestMistakeText::finding_ofABrokenProfile_isToldInTheLanguage() {
    const auto error = profile::errorOf(filled(MistakeCode::FileEmpty), "x.yaml");
    const check::Finding finding{check::Severity::Warning, "x.yaml",
                                 check::ServiceUnreadable{"x.yaml", "profile.invalid", error.detail}};
    QVERIFY(
        text::findingDetail(finding, m_books.english).startsWith(QLatin1String("3:7: The file is empty.")));
    QVERIFY(isChinese(text::findingDetail(finding, m_books.chinese)));
}

void TestMistakeText::json_ofAProfileError_hasTheCodeAndTheValues() {
    const text::Json json =
        text::jsonOf(profile::errorOf(filled(MistakeCode::WordUnknown), "x.yaml"), m_books);
    QCOMPARE(json["code"].get<std::string>(), std::string("profile.invalid"));
    QVERIFY(json["detail"].get<std::string>().starts_with("3:7: \"gefunden\" cannot"));
    const text::Json& mistake = json["mistake"];
    QCOMPARE(mistake["code"].get<std::string>(), std::string("word.unknown"));
    QCOMPARE(mistake["line"].get<int>(), 3);
    QCOMPARE(mistake["column"].get<int>(), 7);
    QCOMPARE(mistake["found"].get<std::string>(), std::string("gefunden"));
    QCOMPARE(mistake["field"].get<std::string>(), std::string("feld"));
    QCOMPARE(mistake["allowed"].get<std::vector<std::string>>(), (std::vector<std::string>{"eins", "zwei"}));
    QCOMPARE(mistake["minimum"].get<int>(), 11);
    QCOMPARE(mistake["text"]["en"]["allowed"].get<std::string>(), std::string("Allowed: eins, zwei."));
    QVERIFY(isChinese(QString::fromStdString(mistake["text"]["zh"]["wrong"].get<std::string>())));
    QVERIFY(!mistake.contains("parser"));
    QVERIFY(!text::jsonOf(base::Error{base::ErrorCode::FileNotFound, "a", ""}, m_books).contains("mistake"));
}

QTEST_APPLESS_MAIN(TestMistakeText)
#include "test_mistake_text.moc"

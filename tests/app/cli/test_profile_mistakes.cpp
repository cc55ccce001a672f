// Why: a mistake in a profile is told in the language of the person, and by a code to a script.
#include <QRegularExpression>
#include <QTest>

#include "core/profile/load.h"
#include "core/profile/mistake.h"
#include "tests/app/cli/practice.h"

using namespace certwright;
using namespace certwright::test;

namespace {

// The profile of Redis as it ships, with `from` replaced.
std::string redisWith(const QByteArray& from, const QByteArray& to) {
    QByteArray yaml;
    for (const profile::ProfileText& text : profile::shippedProfiles())
        if (text.name.find("redis") != std::string::npos)
            yaml = QByteArray::fromStdString(text.yaml);
    if (!yaml.contains(from))
        qFatal("nothing to replace: %s", from.constData());
    return yaml.replace(yaml.indexOf(from), from.size(), to).toStdString();
}

// Whether a run of words stands in `text` as only an English sentence has it.
bool hasEnglishSentence(const QString& text) {
    static const QRegularExpression sentence(QStringLiteral("[A-Za-z]{2,}( [A-Za-z]{2,}){2,}"));
    return text.contains(sentence);
}

} // namespace

class TestProfileMistakes : public QObject {
    Q_OBJECT

  private:
    TemporaryFolder m_folder;

  private Q_SLOTS:
    void check_wrongProfile_isToldInTheLanguage_data() {
        QTest::addColumn<QByteArray>("from");
        QTest::addColumn<QByteArray>("to");
        QTest::addColumn<QString>("code");
        const auto row = [](const char* code, const char* from, const char* to) {
            QTest::newRow(code) << QByteArray(from) << QByteArray(to) << QString::fromUtf8(code);
        };
        row("key.unknown", "summary:", "sumary:");
        row("key.missing", "  format: redis\n", "");
        row("word.unknown", "format: redis", "format: ini");
        row("id.invalid", "id: redis", "id: The Redis of all");
        row("path.not-relative", "path: redis.conf", "path: ../redis.conf");
        row("mode.invalid", "mode: \"700\"", "mode: 700");
        row("number.invalid", "maximum-lines: 0", "maximum-lines: -1");
        row("flag.invalid", "required: true", "required: yes");
        row("placeholder.unknown", "value: \"6380\"", "value: \"{home}\"");
        row("order.key-unused", "    - tls-port\n", "    - tls-port\n    - bind\n");
        row("slots.one-kind", "kind: certificate", "kind: ca");
        row("yaml.anchor", "id: redis", "id: &a redis");
        row("yaml.invalid", "slots:", "slots: [");
    }
    void check_wrongProfile_isToldInTheLanguage() {
        QFETCH(QByteArray, from);
        QFETCH(QByteArray, to);
        QFETCH(QString, code);
        const std::string path = m_folder.write("wrong.yaml", redisWith(from, to));
        const auto object = parsed(runCli({"profiles", "check", path, "--json"}).out);
        const auto& error = object["profiles"][0]["errors"][0];
        const auto& mistake = error["mistake"];
        QCOMPARE(QString::fromStdString(mistake["code"].get<std::string>()), code);
        const std::string place = std::to_string(mistake["line"].get<int>()) + ":" +
                                  std::to_string(mistake["column"].get<int>()) + ": ";
        QVERIFY(error["detail"].get<std::string>().starts_with(place));
        for (const char* language : {"en", "zh"}) {
            const Outcome outcome = runCli({"profiles", "check", path, "--lang", language});
            QCOMPARE(outcome.exitCode, 1);
            QString out = QString::fromStdString(outcome.out);
            QVERIFY2(out.contains(QString::fromStdString(path + ":" + place)), qPrintable(out));
            for (const char* part : {"wrong", "allowed"})
                QVERIFY2(
                    out.contains(QString::fromStdString(mistake["text"][language][part].get<std::string>())),
                    qPrintable(out));
            // What stands in the file, and what the YAML parser said, are nobody's translation.
            for (const char* value : {"found", "parser"})
                if (mistake.contains(value))
                    out.remove(QString::fromStdString(mistake[value].get<std::string>()));
            out.remove(QString::fromStdString(path));
            QCOMPARE(hasEnglishSentence(out), QLatin1String(language) == QLatin1String("en"));
        }
    }

    void check_mistake_hasItsValuesForScripts() {
        const std::string path = m_folder.write("coded.yaml", redisWith("format: redis", "format: ini"));
        const auto object = parsed(runCli({"profiles", "check", path, "--json"}).out);
        QCOMPARE(object["profiles"][0]["errors"].size(), std::size_t{1});
        const auto& mistake = object["profiles"][0]["errors"][0]["mistake"];
        QCOMPARE(mistake["found"].get<std::string>(), std::string("ini"));
        QCOMPARE(mistake["field"].get<std::string>(), std::string("format"));
        QCOMPARE(mistake["allowed"].get<std::vector<std::string>>(),
                 (std::vector<std::string>{"key-value", "yaml", "nginx", "redis", "postgresql"}));
    }

    void new_wrongId_isToldWhatIsAllowed() {
        const Outcome english = runCli({"profiles", "new", "Redis", "--lang", "en"});
        QVERIFY2(contains(english.out, "a-z, 0-9"), english.out.c_str());
        const Outcome chinese = runCli({"profiles", "new", "Redis", "--lang", "zh"});
        QVERIFY2(contains(chinese.out, "不能作为标识"), chinese.out.c_str());
        QVERIFY(!hasEnglishSentence(QString::fromStdString(chinese.out)));
    }

    void help_everyMistake_isNamed_data() {
        QTest::addColumn<QString>("page");
        QTest::newRow("English") << "json.md";
        QTest::newRow("Chinese") << "json.zh.md";
    }
    void help_everyMistake_isNamed() {
        QFETCH(QString, page);
        QFile file(QStringLiteral(CERTWRIGHT_HELP "/") + page);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const std::string text = file.readAll().toStdString();
        for (std::size_t i = 0; i < profile::mistakeCodes; ++i) {
            const std::string name(profile::mistakeName(static_cast<profile::MistakeCode>(i)));
            QVERIFY2(contains(text, "`" + name + "`"), name.c_str());
        }
    }
};

QTEST_GUILESS_MAIN(TestProfileMistakes)
#include "test_profile_mistakes.moc"

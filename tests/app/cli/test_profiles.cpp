// Why: whoever writes a profile learns from the program, not from a failed import, what is wrong with it; and
// what the help shows must work.
#include <QTest>

#include <sys/stat.h>
#include <unistd.h>

#include "core/profile/load.h"
#include "tests/app/cli/practice.h"

using namespace certwright;
using namespace certwright::test;

namespace {

// The one block of YAML in a help page.
std::string exampleOf(const char* page) {
    QFile file(QStringLiteral(CERTWRIGHT_HELP "/") + QLatin1String(page));
    if (!file.open(QIODevice::ReadOnly))
        return {};
    const std::string text = file.readAll().toStdString();
    const std::string begin = "```yaml\n";
    const std::size_t from = text.find(begin);
    const std::size_t to = text.find("```", from + begin.size());
    if (from == std::string::npos || to == std::string::npos || text.find(begin, to) != std::string::npos)
        return {};
    return text.substr(from + begin.size(), to - from - begin.size());
}

std::string withoutComments(const std::string& yaml) {
    std::string kept;
    for (const QString& line : QString::fromStdString(yaml).split(QLatin1Char('\n')))
        if (!line.trimmed().startsWith(QLatin1Char('#')))
            kept += line.toStdString() + '\n';
    return kept;
}

} // namespace

class TestProfiles : public QObject {
    Q_OBJECT

  private:
    TemporaryFolder m_folder;

    Environment settings() const { return {{"XDG_CONFIG_HOME", m_folder.at("config")}}; }
    Outcome run(const Arguments& arguments) const {
        return runCli(together({"profiles"}, arguments), {}, settings());
    }

  private Q_SLOTS:
    void help_example_isAProfile_data() {
        QTest::addColumn<QString>("page");
        QTest::newRow("English") << "profiles.md";
        QTest::newRow("Chinese") << "profiles.zh.md";
    }
    void help_example_isAProfile() {
        QFETCH(QString, page);
        const std::string yaml = exampleOf(qPrintable(page));
        const auto profile = profile::parseProfile(yaml, page.toStdString());
        QVERIFY2(profile.has_value(), profile ? "" : profile.error().detail.c_str());
        QCOMPARE(profile->id, std::string("my-redis"));
        QCOMPARE(profile->passphrase.prefix, std::string("tls-key-file-pass "));
        QCOMPARE(withoutComments(yaml), withoutComments(exampleOf("profiles.md")));
        const Outcome outcome = run({"check", m_folder.write("example.yaml", yaml)});
        QVERIFY2(outcome.exitCode == 0, outcome.out.c_str());
    }

    // Every key that the reader knows is explained.
    void help_everyKey_isNamed_data() { help_example_isAProfile_data(); }
    void help_everyKey_isNamed() {
        QFETCH(QString, page);
        QFile file(QStringLiteral(CERTWRIGHT_HELP "/") + page);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QString text = QString::fromUtf8(file.readAll());
        for (const char* key : {"id",
                                "title",
                                "summary",
                                "root",
                                "variable",
                                "places",
                                "folders",
                                "path",
                                "mode",
                                "config",
                                "format",
                                "path-base",
                                "paths",
                                "order",
                                "path-alphabet",
                                "forbidden",
                                "maximum-lines",
                                "maximum-line-length",
                                "maximum-file-size",
                                "managed",
                                "values",
                                "when",
                                "insertion",
                                "files",
                                "block",
                                "directive",
                                "value",
                                "slots",
                                "kind",
                                "required",
                                "trust",
                                "target",
                                "config-key",
                                "passphrase",
                                "maximum-length",
                                "iterations",
                                "input-maximum",
                                "pipe",
                                "prefix",
                                "key-store",
                                "primary",
                                "standby",
                                "home",
                                "folder",
                                "copies",
                                "content",
                                "retention",
                                "minimum-days",
                                "maximum-days",
                                "default-days",
                                "host-check",
                                "enable-key",
                                "host-key",
                                "crl-update",
                                "needs-configured",
                                "placement",
                                "commands",
                                "verify",
                                "reload",
                                "words",
                                "seconds",
                                "vendor",
                                "library",
                                "importer",
                                "semaphore-key",
                                "domain",
                                "algorithm-key",
                                "algorithm",
                                "rules",
                                "key-algorithms",
                                "signature-digests",
                                "minimum-rsa-bits",
                                "recommended-rsa-bits",
                                "warning-days",
                                "note-days",
                                "maximum-validity-years",
                                "crl-warning-days",
                                "key-file-mode-maximum",
                                "sources-owned-by-user",
                                "mutual-tls",
                                "common-name-counts"})
            QVERIFY2(text.contains(QStringLiteral("`%1`").arg(QLatin1String(key))), key);
    }

    void list_withoutWords_isAsBefore() {
        const Outcome outcome = run({"--json"});
        QCOMPARE(outcome.exitCode, 0);
        QVERIFY(parsed(outcome.out)["profiles"].size() >= 2);
    }

    void check_goodProfile_saysWhatItWouldDo_data() {
        QTest::addColumn<QString>("language");
        QTest::newRow("English") << "en";
        QTest::newRow("Chinese") << "zh";
    }
    void check_goodProfile_saysWhatItWouldDo() {
        QFETCH(QString, language);
        const std::string path = m_folder.write("good.yaml", exampleOf("profiles.md"));
        const Outcome outcome = run({"check", path, "--lang", language.toStdString()});
        QCOMPARE(outcome.exitCode, 0);
        for (const char* part : {"my-redis", "redis.conf", "tls-auth-clients yes", "#certwright-passphrase",
                                 "systemctl restart redis-server", "tls/primary.ks"})
            QVERIFY2(contains(outcome.out, part), part);
    }

    void check_mistake_isNamedByItsPlace_data() {
        QTest::addColumn<QByteArray>("from");
        QTest::addColumn<QByteArray>("to");
        QTest::addColumn<QString>("place");
        QTest::newRow("unknown key") << QByteArray("summary:") << QByteArray("sumary:") << "5:1: ";
        QTest::newRow("wrong word") << QByteArray("format: redis") << QByteArray("format: ini") << "19:11: ";
        QTest::newRow("leaves the root")
            << QByteArray("path: redis.conf") << QByteArray("path: ../redis.conf") << "18:9: ";
        QTest::newRow("a shell") << QByteArray("[systemctl,") << QByteArray("[sh,") << "";
        QTest::newRow("alias") << QByteArray("id: my-redis") << QByteArray("id: &a my-redis") << "1:";
        QTest::newRow("not YAML") << QByteArray("slots:") << QByteArray("slots: [") << "";
    }
    void check_mistake_isNamedByItsPlace() {
        QFETCH(QByteArray, from);
        QFETCH(QByteArray, to);
        QFETCH(QString, place);
        QByteArray yaml = QByteArray::fromStdString(exampleOf("profiles.md"));
        QVERIFY(yaml.contains(from));
        yaml.replace(yaml.indexOf(from), from.size(), to);
        const std::string path = m_folder.write("wrong.yaml", yaml.toStdString());
        for (const char* language : {"en", "zh"}) {
            const Outcome outcome = run({"check", path, "--lang", language});
            QCOMPARE(outcome.exitCode, 1);
            QVERIFY2(contains(outcome.out, path + ":" + place.toStdString()), outcome.out.c_str());
        }
        const auto object = parsed(run({"check", path, "--json"}).out);
        QCOMPARE(object["status"].get<int>(), 1);
        QVERIFY(!object["profiles"][0]["valid"].get<bool>());
        QVERIFY(
            object["profiles"][0]["errors"][0]["detail"].get<std::string>().starts_with(place.toStdString()));
    }

    void check_hostileFile_isRefusedInTime_data() {
        QTest::addColumn<QByteArray>("content");
        QTest::addColumn<int>("status");
        QTest::newRow("empty") << QByteArray() << 1;
        QTest::newRow("binary") << QByteArray("\x7f"
                                              "ELF\0\1\2\xff\xfe",
                                              9)
                                       .repeated(500)
                                << 1;
        QTest::newRow("zeros") << QByteArray(4096, '\0') << 1;
        QTest::newRow("200 KiB") << QByteArray("id: a\n").repeated(34000) << 1;
        QTest::newRow("2 MiB") << QByteArray("x: y\n").repeated(420000) << 3;
        QTest::newRow("aliases of aliases") << QByteArray("a: &a [x,x]\nb: &b [*a,*a]\nc: [*b,*b]\n") << 1;
        QTest::newRow("deep") << QByteArray("[").repeated(5000) << 1;
        QTest::newRow("other encoding") << QByteArray("id: \xb7\xfe\xce\xf1\n") << 1;
        QTest::newRow("terminal controls") << QByteArray("id: \"\x1b]0;x\x07\"\n\x1b[2J: 1\n") << 1;
    }
    void check_hostileFile_isRefusedInTime() {
        QFETCH(QByteArray, content);
        QFETCH(int, status);
        const std::string path = m_folder.write("hostile.yaml", content.toStdString());
        const Outcome outcome = run({"check", path});
        QVERIFY2(outcome.exitCode == status, outcome.out.substr(0, 500).c_str());
        QVERIFY(outcome.out.find('\x1b') == std::string::npos);
        QVERIFY(outcome.out.size() < 4000);
    }

    void check_mistakesInSeveralSections_areAllNamed() {
        QByteArray yaml = QByteArray::fromStdString(exampleOf("profiles.md"));
        yaml.replace("id: my-redis", "id: My-Redis");
        yaml.replace("kind: crl", "kind: list");
        yaml.replace("kind: ca\n", "kind: authority\n");
        yaml.replace("[systemctl, restart", "[bash, -c");
        yaml.replace("warning-days: 30", "warning-days: soon");
        const std::string path = m_folder.write("many.yaml", yaml.toStdString());
        const auto object = parsed(run({"check", path, "--json"}).out);
        const auto& errors = object["profiles"][0]["errors"];
        QCOMPARE(errors.size(), std::size_t{4});
        int line = 0;
        for (const auto& error : errors) {
            const int here = std::stoi(error["detail"].get<std::string>());
            QVERIFY(here > line);
            line = here;
        }
        const Outcome outcome = run({"check", path});
        for (const auto& error : errors)
            QVERIFY(contains(outcome.out, path + ":" + error["detail"].get<std::string>()));
    }

    void check_severalFiles_areAllTold() {
        const std::string good = m_folder.write("one.yaml", exampleOf("profiles.md"));
        const std::string wrong = m_folder.write("two.yaml", "id: A\n");
        const Outcome outcome = run({"check", good, wrong, m_folder.at("missing.yaml"), wrong, "--json"});
        QCOMPARE(outcome.exitCode, 3);
        const auto object = parsed(outcome.out);
        QCOMPARE(object["profiles"].size(), std::size_t{4});
        QVERIFY(object["profiles"][0]["valid"].get<bool>());
        QCOMPARE(object["profiles"][2]["errors"][0]["code"].get<std::string>(),
                 std::string("file.not-found"));
    }

    void check_pipe_isNotWaitedFor() {
        const std::string path = m_folder.at("pipe.yaml");
        QCOMPARE(::mkfifo(path.c_str(), 0600), 0);
        QCOMPARE(run({"check", path}).exitCode, 3);
    }

    void new_profile_passesTheCheckAndIsKnown_data() {
        QTest::addColumn<QString>("id");
        QTest::addColumn<QStringList>("more");
        QTest::newRow("from nothing") << "fresh" << QStringList{};
        QTest::newRow("from nothing, Chinese") << "fresh-zh" << QStringList{"--lang", "zh"};
        QTest::newRow("from streamserver") << "of-stream" << QStringList{"--from", "streamserver"};
        QTest::newRow("from aoi") << "of-aoi" << QStringList{"--from", "aoi", "--lang", "zh"};
    }
    void new_profile_passesTheCheckAndIsKnown() {
        QFETCH(QString, id);
        QFETCH(QStringList, more);
        Arguments arguments{"new", id.toStdString()};
        for (const QString& word : more)
            arguments.push_back(word.toStdString());
        const Outcome written = run(arguments);
        QVERIFY2(written.exitCode == 0, written.out.c_str());
        const std::string name = "config/certwright/profiles/" + id.toStdString() + ".yaml";
        QVERIFY(contains(written.out, m_folder.at(name)));
        const std::string text = m_folder.read(name);
        QVERIFY(text.starts_with("# "));
        QVERIFY2(run({"check", m_folder.at(name)}).exitCode == 0, text.c_str());
        bool known = false;
        const auto list = parsed(run({"--json"}).out);
        for (const auto& one : list["profiles"])
            known = known || one["id"].get<std::string>() == id.toStdString();
        QVERIFY(known);
        // A second time it is refused, and the first one stays.
        const Outcome again = run(arguments);
        QCOMPARE(again.exitCode, 3);
        QCOMPARE(m_folder.read(name), text);
    }

    void new_out_isWritten() {
        const std::string path = m_folder.at("elsewhere.yaml");
        const Outcome outcome = run({"new", "elsewhere", "--out", path, "--json"});
        QCOMPARE(outcome.exitCode, 0);
        QCOMPARE(parsed(outcome.out)["path"].get<std::string>(), path);
        QCOMPARE(m_folder.modeOf("elsewhere.yaml"), 0644U);
        // Neither a link nor what it leads to is written over.
        QCOMPARE(::symlink(m_folder.at("target.yaml").c_str(), m_folder.at("link.yaml").c_str()), 0);
        QCOMPARE(run({"new", "x", "--out", m_folder.at("link.yaml")}).exitCode, 3);
        QVERIFY(!m_folder.exists("target.yaml"));
    }

    void new_wrong_writesNothing_data() {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<int>("status");
        QTest::newRow("way out") << QStringList{"new", "../../x"} << 3;
        QTest::newRow("absolute") << QStringList{"new", "/tmp/x"} << 3;
        QTest::newRow("capitals") << QStringList{"new", "Redis"} << 3;
        QTest::newRow("YAML inside") << QStringList{"new", "a\nsummary: b"} << 3;
        QTest::newRow("comment inside") << QStringList{"new", "a #b"} << 3;
        QTest::newRow("empty") << QStringList{"new", ""} << 3;
        QTest::newRow("too long") << QStringList{"new", QString(65, QLatin1Char('a'))} << 3;
        QTest::newRow("no id") << QStringList{"new"} << 2;
        QTest::newRow("two ids") << QStringList{"new", "a", "b"} << 2;
        QTest::newRow("from nobody") << QStringList{"new", "a", "--from", "nobody"} << 2;
        QTest::newRow("no folder") << QStringList{"new", "a", "--out", "/nowhere/at/all/a.yaml"} << 3;
        QTest::newRow("check nothing") << QStringList{"check"} << 2;
        QTest::newRow("other word") << QStringList{"remove", "a"} << 2;
        QTest::newRow("from alone") << QStringList{"--from", "aoi"} << 2;
    }
    void new_wrong_writesNothing() {
        QFETCH(QStringList, arguments);
        QFETCH(int, status);
        Arguments all;
        for (const QString& word : arguments)
            all.push_back(word.toStdString());
        const Environment fresh{{"XDG_CONFIG_HOME", m_folder.at("untouched")}};
        const Outcome outcome = runCli(together({"profiles"}, all), {}, fresh);
        QVERIFY2(outcome.exitCode == status, (outcome.out + outcome.err).c_str());
        QVERIFY(!m_folder.exists("untouched"));
    }

    void new_unwritableFolder_isRefused() {
        if (runsAsRoot())
            return; // modes mean nothing to root; the script runs this as an ordinary user too
        m_folder.makeFolder("locked", 0500);
        const Environment locked{{"XDG_CONFIG_HOME", m_folder.at("locked")}};
        const Outcome outcome = runCli({"profiles", "new", "a", "--json"}, {}, locked);
        QCOMPARE(outcome.exitCode, 3);
        QCOMPARE(parsed(outcome.out)["error"]["code"].get<std::string>(), std::string("file.access-denied"));
    }
};

QTEST_GUILESS_MAIN(TestProfiles)
#include "test_profiles.moc"

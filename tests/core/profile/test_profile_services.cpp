// Why: what a profile says of syntaxes, commands and the vendor's library decides what this program runs and
// loads; every part is read as written, and everything doubtful is refused where it stands.
#include <QTest>

#include "core/profile/load.h"
#include "tests/core/profile/small_profile.h"

using namespace certwright;
using profile::Profile;
using test::smallProfile;
using test::smallProfileWith;

namespace {

// The small profile as one of a service with directives; `section` comes before the rules.
std::string directiveProfile(const std::string& config, const std::string& section = {}) {
    std::string text = smallProfileWith("  format: key-value\n", config);
    const auto replace = [&text](const std::string& from, const std::string& to) {
        text.replace(text.find(from), from.size(), to);
    };
    replace("until]", "until, ssl, \"#note\"]");
    replace("rules:\n", section + "rules:\n");
    return text;
}

const std::string managed = R"(  format: nginx
  paths: absolute
  managed: {mode: "640"}
  values:
    - {key: ssl, value: "{root}/x on", when: absent}
    - {key: "#note", value: ""}
  insertion: {files: [nginx.conf, conf.d/], block: server, directive: include, value: "{root}/tls.conf"}
)";

Profile read(const std::string& yaml) {
    const auto profile = profile::parseProfile(yaml, "small.yaml");
    if (!profile)
        qFatal("%s", profile.error().detail.c_str());
    return *profile;
}

QString refusal(const std::string& yaml, const QString& expected) {
    const auto profile = profile::parseProfile(yaml, "small.yaml");
    if (profile)
        return QStringLiteral("accepted");
    return QString::fromStdString(test::toldAs(profile.error().detail, expected.toStdString()));
}

void row(const char* name, const char* from, const char* to, const char* detail) {
    QTest::newRow(name) << std::string(from) << std::string(to) << QString::fromUtf8(detail);
}

} // namespace

class TestProfileServices : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void config_withDirectives_isReadWhole() {
        const Profile profile = read(directiveProfile(managed));
        QCOMPARE(profile.config.format, profile::ConfigFormat::Nginx);
        QCOMPARE(profile.config.pathForm, profile::PathForm::Absolute);
        QCOMPARE(profile.config.origin, profile::ConfigOrigin::Managed);
        QCOMPARE(profile.config.mode, 0640U);
        QCOMPARE(profile.config.values.size(), 2U);
        QCOMPARE(profile.config.values[0].key, std::string("ssl"));
        QCOMPARE(profile.config.values[0].value, std::string("{root}/x on"));
        QCOMPARE(profile.config.values[0].use, profile::ValueUse::WhenAbsent);
        QCOMPARE(profile.config.values[1].key, std::string("#note"));
        QCOMPARE(profile.config.values[1].use, profile::ValueUse::Always);
        QVERIFY(profile.config.insertion.has_value());
        QCOMPARE(profile.config.insertion->files, (std::vector<std::string>{"nginx.conf", "conf.d/"}));
        QCOMPARE(profile.config.insertion->block, std::string("server"));
        QCOMPARE(profile.config.insertion->directive, std::string("include"));
        QCOMPARE(profile.config.insertion->value, std::string("{root}/tls.conf"));
    }

    void profile_withoutNewParts_hasTheDefaults() {
        const Profile profile = read(smallProfile());
        QCOMPARE(profile.config.pathForm, profile::PathForm::Relative);
        QCOMPARE(profile.config.origin, profile::ConfigOrigin::Shipped);
        QVERIFY(profile.config.values.empty());
        QVERIFY(!profile.config.insertion);
        QVERIFY(profile.passphrase.pipe.empty());
        QVERIFY(profile.passphrase.prefix.empty());
        QVERIFY(!profile.commands.verify);
        QVERIFY(!profile.commands.reload);
        QVERIFY(!profile.vendor);
    }

    void passphrase_withPipeAndPrefix_isRead() {
        const Profile profile = read(
            smallProfileWith("input-maximum: 7", "input-maximum: 7, pipe: keys/pipe, prefix: \"pass \""));
        QCOMPARE(profile.passphrase.pipe, std::string("keys/pipe"));
        QCOMPARE(profile.passphrase.prefix, std::string("pass "));
    }

    void commands_asWords_areRead() {
        const Profile profile = read(smallProfileWith(
            "rules:\n", "commands:\n  verify: {words: [nginx, -t, -c, \"{root}/nginx.conf\"], seconds: 30}\n"
                        "  reload: {words: [/usr/sbin/nginx, -s, reload]}\nrules:\n"));
        QCOMPARE(profile.commands.verify->words,
                 (std::vector<std::string>{"nginx", "-t", "-c", "{root}/nginx.conf"}));
        QCOMPARE(profile.commands.verify->seconds, 30);
        QCOMPARE(profile.commands.reload->words.front(), std::string("/usr/sbin/nginx"));
        QCOMPARE(profile.commands.reload->seconds, 20);
    }

    void vendor_withAndWithoutItsOptions_isRead() {
        const Profile all = read(smallProfileWith(
            "rules:\n", "vendor: {library: lib/libkmcext.so, importer: bin/CertImport, semaphore-key: "
                        "\"0x20169999\", domain: 3, algorithm-key: sdp, algorithm: 8}\nrules:\n"));
        QCOMPARE(all.vendor->library, std::string("lib/libkmcext.so"));
        QCOMPARE(all.vendor->importer, std::string("bin/CertImport"));
        QCOMPARE(all.vendor->semaphoreKey, 0x20169999U);
        QCOMPARE(all.vendor->domain, 3U);
        QCOMPARE(all.vendor->algorithmKey, std::string("sdp"));
        QCOMPARE(all.vendor->algorithm, 8);
        const Profile least = read(smallProfileWith("rules:\n", "vendor: {library: lib/k.so}\nrules:\n"));
        QCOMPARE(least.vendor->semaphoreKey, 0x20161516U);
        QCOMPARE(least.vendor->algorithm, 9);
    }

    void directives_wrong_areRefusedWithLineAndColumn_data() {
        QTest::addColumn<std::string>("from");
        QTest::addColumn<std::string>("to");
        QTest::addColumn<QString>("detail");
        row("path form", "absolute", "full", "13:10: word.unknown allowed=\"relative\" allowed=\"absolute\"");
        row("managed word", "{mode: \"640\"}", "yes", "14:12: value.not-map");
        row("managed mode", "\"640\"", "640", "14:19: mode.invalid");
        row("managed YAML", "format: nginx", "format: yaml", "20:50: order.comment-key");
        row("value's key not in order", "key: ssl", "key: tls", "16:13: order.lacks-key found=\"tls\"");
        row("value of a slot's key", "key: ssl", "key: ca", "26:97: config-key.twice found=\"ca\"");
        row("value's placeholder", "{root}/x on", "{home}/x on",
            "16:25: placeholder.unknown allowed=\"{root}\" allowed=\"{unlock}\"");
        row("value's use", "when: absent", "when: never",
            "16:46: word.unknown allowed=\"always\" allowed=\"absent\"");
        row("comment key", "\"#note\", value", "\"##note\", value", "17:13: config-key.invalid");
        row("insertion without a managed config", "  managed: {mode: \"640\"}\n", "",
            "17:14: insertion.format");
        row("insertion's file above", "[nginx.conf,", "[../nginx.conf,", "18:23: path.not-relative");
        row("insertion's root folder", "conf.d/", "/", "18:35: value.empty");
        row("insertion's block", "block: server", "block: \"server {\"", "18:52: directive.invalid");
        row("insertion's value ends the line", "{root}/tls.conf", "a; b", "18:87: insertion.value");
    }

    void directives_wrong_areRefusedWithLineAndColumn() {
        QFETCH(std::string, from);
        QFETCH(std::string, to);
        std::string config = managed;
        const std::size_t at = config.find(from);
        QVERIFY(at != std::string::npos);
        QFETCH(QString, detail);
        QCOMPARE(refusal(directiveProfile(config.replace(at, from.size(), to)), detail), detail);
    }

    void section_wrong_isRefusedWithLineAndColumn_data() {
        QTest::addColumn<std::string>("section");
        QTest::addColumn<QString>("detail");
        const auto add = [](const char* name, const char* section, const char* detail) {
            QTest::newRow(name) << std::string(section) + "\n" << QString::fromUtf8(detail);
        };
        const char* const program = "32:29: program.invalid";
        const char* const shell = "32:29: program.is-shell";
        add("a line, not words", "commands: {verify: {words: nginx -t}}", "32:28: value.not-list");
        add("no words", "commands: {verify: {words: []}}",
            "32:28: command.words field=\"words\" minimum=\"1\" maximum=\"64\"");
        add("program below the working folder", "commands: {reload: {words: [bin/nginx]}}",
            "32:29: path.not-absolute");
        add("program of the root", "commands: {reload: {words:  [\"{root}\"]}}", "32:30: program.invalid");
        add("program with a blank", "commands: {reload: {words: [\"a b\"]}}", program);
        add("program like an option", "commands: {reload: {words: [-x]}}", program);
        add("shell", "commands: {reload: {words: [sh, -c, reboot]}}", shell);
        add("shell by its path", "commands: {reload: {words: [/bin/bash, x]}}", shell);
        add("other placeholder", "commands: {verify: {words: [x, \"{home}\"]}}",
            "32:32: placeholder.unknown allowed=\"{root}\"");
        add("endless", "commands: {verify: {words: [x], seconds: 601}}",
            "32:42: number.invalid minimum=\"1\" maximum=\"600\"");
        add("unknown command", "commands: {restart: {words: [x]}}", "32:12: key.unknown found=\"restart\"");
        const char* const number = "32:37: semaphore-key.invalid";
        add("semaphore bare", "vendor: {library: x, semaphore-key: 0x20161516}", number);
        add("semaphore low", "vendor: {library: x, semaphore-key: \"0x20161110\"}", number);
        add("semaphore high", "vendor: {library: x, semaphore-key: \"0x2016999a\"}", number);
        add("semaphore word", "vendor: {library: x, semaphore-key: \"0x2016zzzz\"}", number);
        add("semaphore list", "vendor: {library: x, semaphore-key: [1]}", number);
        add("library above", "vendor: {library: ../x}", "32:19: path.not-relative");
        add("no library", "vendor: {algorithm: 8}", "32:9: key.missing found=\"library\"");
        add("algorithm", "vendor: {library: x, algorithm: 7}",
            "32:33: number.invalid minimum=\"8\" maximum=\"9\"");
    }

    void section_wrong_isRefusedWithLineAndColumn() {
        QFETCH(std::string, section);
        QFETCH(QString, detail);
        QCOMPARE(refusal(smallProfileWith("rules:\n", section + "rules:\n"), detail), detail);
    }

    void passphrasePipe_anotherFilesName_isRefused() {
        const QString detail = QStringLiteral("24:97: path.twice found=\"keys/ca\"");
        QCOMPARE(refusal(smallProfileWith("input-maximum: 7", "input-maximum: 7, pipe: keys/ca"), detail),
                 detail);
    }
};

QTEST_APPLESS_MAIN(TestProfileServices)
#include "test_profile_services.moc"

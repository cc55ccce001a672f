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

QString refusal(const std::string& yaml) {
    const auto profile = profile::parseProfile(yaml, "small.yaml");
    return profile ? QString("accepted") : QString::fromStdString(profile.error().detail);
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
        row("path form", "absolute", "full", "13:10: must be one of: relative, absolute");
        row("managed word", "{mode: \"640\"}", "yes", "14:12: must be a map");
        row("managed mode", "\"640\"", "640",
            "14:19: must be a quoted octal number of three digits, such as \"400\"");
        row("managed YAML", "format: nginx", "format: yaml",
            "20:50: a key with '#' needs the format nginx, redis or postgresql");
        row("value's key not in order", "key: ssl", "key: tls",
            "16:13: the key \"tls\" is missing in config.order");
        row("value of a slot's key", "key: ssl", "key: ca", "26:97: the config key \"ca\" stands twice");
        row("value's placeholder", "{root}/x on", "{home}/x on",
            "16:25: knows no placeholder but {root} and {unlock}");
        row("value's use", "when: absent", "when: never", "16:46: must be one of: always, absent");
        row("comment key", "\"#note\", value", "\"##note\", value",
            "17:13: must be a config key: letters, digits, '_' and '-', with single dots between parts");
        row("insertion without a managed config", "  managed: {mode: \"640\"}\n", "",
            "17:14: needs a managed config in the format nginx");
        row("insertion's file above", "[nginx.conf,", "[../nginx.conf,",
            "18:23: must be a relative path with '/' and without \".\", \"..\", ':' or '\\'");
        row("insertion's root folder", "conf.d/", "/", "18:35: must not be empty");
        row("insertion's block", "block: server", "block: \"server {\"",
            "18:52: must be a directive's name: a-z, 0-9 and '_'");
        row("insertion's value ends the line", "{root}/tls.conf", "a; b",
            "18:87: must hold no quotes, ';', '#', '\\' and no placeholder other than {root}");
    }

    void directives_wrong_areRefusedWithLineAndColumn() {
        QFETCH(std::string, from);
        QFETCH(std::string, to);
        std::string config = managed;
        const std::size_t at = config.find(from);
        QVERIFY(at != std::string::npos);
        QTEST(refusal(directiveProfile(config.replace(at, from.size(), to))), "detail");
    }

    void section_wrong_isRefusedWithLineAndColumn_data() {
        QTest::addColumn<std::string>("section");
        QTest::addColumn<QString>("detail");
        const auto add = [](const char* name, const char* section, const char* detail) {
            QTest::newRow(name) << std::string(section) + "\n" << QString::fromUtf8(detail);
        };
        const char* const program = "32:29: must be a program's name or its absolute path";
        const char* const shell = "32:29: must not be a shell, nor a program that runs another";
        add("a line, not words", "commands: {verify: {words: nginx -t}}", "32:28: must be a list");
        add("no words", "commands: {verify: {words: []}}", "32:28: must have 1 to 64 words");
        add("program below the working folder", "commands: {reload: {words: [bin/nginx]}}",
            "32:29: must be an absolute path without \"..\"");
        add("program of the root", "commands: {reload: {words:  [\"{root}\"]}}",
            "32:30: must be a program's name or its absolute path");
        add("program with a blank", "commands: {reload: {words: [\"a b\"]}}", program);
        add("program like an option", "commands: {reload: {words: [-x]}}", program);
        add("shell", "commands: {reload: {words: [sh, -c, reboot]}}", shell);
        add("shell by its path", "commands: {reload: {words: [/bin/bash, x]}}", shell);
        add("other placeholder", "commands: {verify: {words: [x, \"{home}\"]}}",
            "32:32: knows no placeholder but {root}");
        add("endless", "commands: {verify: {words: [x], seconds: 601}}",
            "32:42: must be a whole number from 1 to 600");
        add("unknown command", "commands: {restart: {words: [x]}}", "32:12: unknown key \"restart\"");
        const char* const number = "32:37: must be a quoted number from \"0x20161111\" to \"0x20169999\"";
        add("semaphore bare", "vendor: {library: x, semaphore-key: 0x20161516}", number);
        add("semaphore low", "vendor: {library: x, semaphore-key: \"0x20161110\"}", number);
        add("semaphore high", "vendor: {library: x, semaphore-key: \"0x2016999a\"}", number);
        add("semaphore word", "vendor: {library: x, semaphore-key: \"0x2016zzzz\"}", number);
        add("semaphore list", "vendor: {library: x, semaphore-key: [1]}", number);
        add("library above", "vendor: {library: ../x}",
            "32:19: must be a relative path with '/' and without \".\", \"..\", ':' or '\\'");
        add("no library", "vendor: {algorithm: 8}", "32:9: the key \"library\" is missing");
        add("algorithm", "vendor: {library: x, algorithm: 7}", "32:33: must be a whole number from 8 to 9");
    }

    void section_wrong_isRefusedWithLineAndColumn() {
        QFETCH(std::string, section);
        QTEST(refusal(smallProfileWith("rules:\n", section + "rules:\n")), "detail");
    }

    void passphrasePipe_anotherFilesName_isRefused() {
        QCOMPARE(refusal(smallProfileWith("input-maximum: 7", "input-maximum: 7, pipe: keys/ca")),
                 QString("24:97: the file \"keys/ca\" stands twice"));
    }
};

QTEST_APPLESS_MAIN(TestProfileServices)
#include "test_profile_services.moc"

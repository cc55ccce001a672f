// Why: the config belongs to the user; what we would write into it must be what its readers can read.
#include <QTest>

#include <filesystem>

#include "core/plan/config_changes.h"
#include "core/plan/config_text.h"
#include "tests/core/plan/service_folder.h"
#include "tests/support/modes.h"

using namespace certwright;
using namespace certwright::test;

namespace {

plan::ConfigIntent fullIntent() {
    return {{"ca", "cert", "key"}, "cw1.sealed", *base::parseTime("2027-11-21T12:00:00Z")};
}

} // namespace

class TestConfigChanges : public QObject {
    Q_OBJECT

  private:
    check::Findings judge(const profile::Profile& profile, const std::string& text) {
        check::Findings findings;
        const auto intent = fullIntent();
        const auto settings = plan::settingsFor(profile, intent, text);
        plan::judgeConfig(profile, "conf", text, settings, findings);
        if (const auto edited = plan::editConfig(profile, "conf", text, settings, findings))
            plan::judgeEdited(profile.config, "conf", edited->text, findings);
        return findings;
    }

    std::unique_ptr<files::FileSystem> m_files = files::localFileSystem();
    const ServiceFolder m_stream{Service::StreamServer};
    const ServiceFolder m_aoi{Service::Aoi};

  private Q_SLOTS:
    void read_configMissing_tellsItFromAForeignFolder();
    void read_unreadable_isTold();
    void settings_areInTheServicesOrder();
    void settings_optionalNotBrought_isEmptiedWhereItHasAValue();
    void settings_retention_isUtc();
    void judge_shippedConfigs_haveNothingToSay();
    void judge_keyTwice_blocksWithBothLines();
    void judge_forbiddenCharacter_isToldOfOtherKeysOnly();
    void judge_tooManyLines_isAWarning();
    void judge_longLine_blocks();
    void judge_unreadableYaml_blocks();
    void judge_uneditable_namesSettingsWithoutSecrets();
    void values_outsideTheAlphabet_block();
    void values_tooLong_block();
    void difference_masksSecrets();
    void masked_hidesValuesOfSecretKeys_data();
    void masked_hidesValuesOfSecretKeys();
};

void TestConfigChanges::read_configMissing_tellsItFromAForeignFolder() {
    const ServiceFolder folder(Service::StreamServer);
    check::Findings findings;
    QVERIFY(plan::readConfig(*m_files, folder.profile(), folder.root(), findings));
    QVERIFY(findings.empty());
    test::removeFile(folder.configPath());
    QVERIFY(!plan::readConfig(*m_files, folder.profile(), folder.root(), findings));
    QCOMPARE(codesOf(findings), std::vector<std::string>{"!config.missing"});
    findings.clear();
    test::removeFile(folder.at("config"));
    QVERIFY(!plan::readConfig(*m_files, folder.profile(), folder.root(), findings));
    QCOMPARE(bodyOf<check::RootForeign>(findings)->expected, folder.configPath());
    findings.clear();
    folder.writeConfig("port=1\n");
    test::removeAll(folder.at("sample"));
    QVERIFY(!plan::readConfig(*m_files, folder.profile(), folder.root(), findings));
    QCOMPARE(codesOf(findings), std::vector<std::string>{"!root.not-service"});
}

void TestConfigChanges::read_unreadable_isTold() {
    const ServiceFolder folder(Service::StreamServer);
    check::Findings findings;
    std::filesystem::resize_file(folder.configPath(), 11 * 1024 * 1024);
    QVERIFY(!plan::readConfig(*m_files, folder.profile(), folder.root(), findings));
    QCOMPARE(bodyOf<check::FileUnreadable>(findings)->error, std::string("file.too-large"));
    findings.clear();
    test::removeFile(folder.configPath());
    std::filesystem::create_symlink("/etc/hostname", folder.configPath());
    QVERIFY(!plan::readConfig(*m_files, folder.profile(), folder.root(), findings));
    QVERIFY(findings.empty());
}

void TestConfigChanges::settings_areInTheServicesOrder() {
    std::vector<std::string> lines;
    for (const auto& setting : plan::settingsFor(m_stream.profile(), fullIntent(), m_stream.config()))
        lines.push_back(setting.key + "=" + setting.value);
    QCOMPARE(lines, (std::vector<std::string>{"server_crt=keys/server.crt", "server_key=keys/server.key",
                                              "ca_crt=keys/ca.crt", "server_key_mm=cw1.sealed"}));
}

void TestConfigChanges::settings_optionalNotBrought_isEmptiedWhereItHasAValue() {
    const auto settings = plan::settingsFor(m_aoi.profile(), fullIntent(), m_aoi.config());
    const auto crl = std::find_if(settings.begin(), settings.end(),
                                  [](const auto& setting) { return setting.key == "cert.crl"; });
    QVERIFY(crl != settings.end());
    QCOMPARE(crl->value, std::string());
    for (const auto& setting : plan::settingsFor(m_stream.profile(), fullIntent(), m_stream.config()))
        QVERIFY(setting.key != "crl");
}

void TestConfigChanges::settings_retention_isUtc() {
    const auto settings = plan::settingsFor(m_aoi.profile(), fullIntent(), m_aoi.config());
    QCOMPARE(settings.back().key, std::string("ca_retention_time"));
    QCOMPARE(settings.back().value, std::string("2027-11-21 12:00:00"));
}

void TestConfigChanges::judge_shippedConfigs_haveNothingToSay() {
    QVERIFY(judge(m_stream.profile(), m_stream.config()).empty());
    QVERIFY(judge(m_aoi.profile(), m_aoi.config()).empty());
    QVERIFY(judge(m_stream.profile(), "port=8080").empty());
}

void TestConfigChanges::judge_keyTwice_blocksWithBothLines() {
    const auto findings = judge(m_stream.profile(), "port=1\ncrl=\nPORT: 2\n");
    QCOMPARE(codesOf(findings), std::vector<std::string>{"!config.duplicate-key"});
    const auto* body = bodyOf<check::ConfigDuplicateKey>(findings);
    QCOMPARE(body->firstLine, std::uint64_t{1});
    QCOMPARE(body->secondLine, std::uint64_t{3});
    const auto yaml = judge(m_aoi.profile(), "cert:\n  ca: a\n  ca: b\n");
    QCOMPARE(bodyOf<check::ConfigDuplicateKey>(yaml)->key, std::string("cert.ca"));
    QCOMPARE(bodyOf<check::ConfigDuplicateKey>(yaml)->secondLine, std::uint64_t{3});
}

void TestConfigChanges::judge_forbiddenCharacter_isToldOfOtherKeysOnly() {
    const auto findings = judge(m_stream.profile(), "# 100%\nlog_dir = a%b\nserver_crt=x%y\n");
    QCOMPARE(codesOf(findings), std::vector<std::string>{"config.forbidden-character"});
    const auto* body = bodyOf<check::ConfigInterpolation>(findings);
    QCOMPARE(body->key, std::string("log_dir"));
    QCOMPARE(body->line, std::uint64_t{2});
    QCOMPARE(body->character, std::string("%"));
}

void TestConfigChanges::judge_tooManyLines_isAWarning() {
    std::string text;
    for (int i = 0; i < 95; ++i)
        text += "# " + std::to_string(i) + "\n";
    QVERIFY(judge(m_stream.profile(), text).empty());
    const auto findings = judge(m_stream.profile(), text + "a=1\n");
    QCOMPARE(codesOf(findings), std::vector<std::string>{"config.too-many-lines"});
    QCOMPARE(bodyOf<check::ConfigTooManyLines>(findings)->lines, std::uint64_t{100});
}

void TestConfigChanges::judge_longLine_blocks() {
    QVERIFY(judge(m_stream.profile(), "a=" + std::string(997, 'x') + "\n").empty());
    const auto findings = judge(m_stream.profile(), "b=1\na=" + std::string(998, 'x') + "\n");
    QCOMPARE(codesOf(findings), std::vector<std::string>{"!config.line-too-long"});
    QCOMPARE(bodyOf<check::ConfigLineTooLong>(findings)->line, std::uint64_t{2});
}

void TestConfigChanges::judge_unreadableYaml_blocks() {
    check::Findings findings;
    plan::judgeConfig(m_aoi.profile(), "conf", "a: [", {}, findings);
    QCOMPARE(codesOf(findings), std::vector<std::string>{"!config.uneditable"});
}

void TestConfigChanges::judge_uneditable_namesSettingsWithoutSecrets() {
    const auto findings = judge(m_aoi.profile(), "cert: {ca: a}\n");
    QCOMPARE(codesOf(findings), std::vector<std::string>{"!config.uneditable"});
    const auto* body = bodyOf<check::ConfigUneditable>(findings);
    QVERIFY(std::find(body->settings.begin(), body->settings.end(), "cert.ca = config/crt/ca.crt") !=
            body->settings.end());
    for (const auto& line : body->settings)
        QVERIFY(line.find("cw1.sealed") == std::string::npos);
}

void TestConfigChanges::values_outsideTheAlphabet_block() {
    ServiceFolder folder(Service::StreamServer);
    check::Findings findings;
    plan::judgeValues(folder.profile(), fullIntent(), findings);
    QVERIFY(findings.empty());
    folder.editProfile().slots[0].target = "sample/mxVision/streamserver/keys/my ca.crt";
    plan::judgeValues(folder.profile(), fullIntent(), findings);
    QCOMPARE(codesOf(findings), std::vector<std::string>{"!target.path-alphabet"});
    QCOMPARE(bodyOf<check::PathAlphabet>(findings)->path, std::string("keys/my ca.crt"));
    findings.clear();
    folder.editProfile().slots[0].target = "sample/mxVision/streamserver/keys/100%.crt";
    plan::judgeValues(folder.profile(), fullIntent(), findings);
    QCOMPARE(codesOf(findings), (std::vector<std::string>{"!target.path-alphabet", "!value.alphabet"}));
    findings.clear();
    folder.editProfile().config.pathAlphabet = "z-a";
    plan::judgeValues(folder.profile(), {{"cert"}, "s", {}}, findings);
    QVERIFY(has(findings, "target.path-alphabet"));
}

void TestConfigChanges::values_tooLong_block() {
    check::Findings findings;
    plan::judgeValues(m_stream.profile(), {{}, std::string(400, 'x'), {}}, findings);
    QVERIFY(findings.empty());
    plan::judgeValues(m_stream.profile(), {{}, std::string(401, 'x'), {}}, findings);
    QCOMPARE(codesOf(findings), std::vector<std::string>{"!value.too-long"});
    QCOMPARE(bodyOf<check::ValueTooLong>(findings)->length, std::uint64_t{401});
}

void TestConfigChanges::difference_masksSecrets() {
    const std::string text = "server_key_mm=oldsecret\nport=1\n";
    check::Findings findings;
    const auto settings = plan::settingsFor(m_stream.profile(), fullIntent(), text);
    const auto edited = plan::editConfig(m_stream.profile(), "conf", text, settings, findings);
    QVERIFY(edited);
    QVERIFY(edited->text.find("server_key_mm=cw1.sealed") != std::string::npos);
    bool changed = false;
    for (const auto& line : edited->difference) {
        QVERIFY(line.text.find("oldsecret") == std::string::npos);
        QVERIFY(line.text.find("cw1.sealed") == std::string::npos);
        changed = changed || line.text == "server_key_mm=********";
    }
    QVERIFY(changed);
}

void TestConfigChanges::masked_hidesValuesOfSecretKeys_data() {
    QTest::addColumn<QString>("line");
    QTest::addColumn<QString>("expected");
    QTest::newRow("own") << "server_key_mm = abc"
                         << "server_key_mm = ********";
    QTest::newRow("yaml") << "  \"client_mm\": abc"
                          << "  \"client_mm\": ********";
    QTest::newRow("comment") << "# Password: abc"
                             << "# Password: ********";
    QTest::newRow("empty") << "server_key_mm="
                           << "server_key_mm=";
    QTest::newRow("other") << "port=8080"
                           << "port=8080";
    QTest::newRow("no value") << "just words"
                              << "just words";
    QTest::newRow("blank") << ""
                           << "";
}

void TestConfigChanges::masked_hidesValuesOfSecretKeys() {
    QFETCH(QString, line);
    QFETCH(QString, expected);
    QCOMPARE(plan::masked(m_stream.profile(), line.toStdString()), expected.toStdString());
}

QTEST_GUILESS_MAIN(TestConfigChanges)
#include "test_config_changes.moc"

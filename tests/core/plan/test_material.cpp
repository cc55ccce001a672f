// Why: a profile's demands must reach the rules as they stand there, and the rules must see exactly what was
// chosen.
#include <QTest>

#include "core/plan/inspect.h"
#include "core/plan/material.h"
#include "core/plan/slot_content.h"
#include "tests/core/plan/material.h"
#include "tests/core/plan/service_folder.h"

using namespace certwright;
using namespace certwright::test;

namespace {

const secret::SecretAccess allowed = secret::SecretAccess::grant();

} // namespace

class TestMaterial : public QObject {
    Q_OBJECT

  private:
    std::unique_ptr<files::FileSystem> m_files = files::localFileSystem();
    const document::Identity m_root = makeCa("Root", caKey());
    const document::Identity m_other = makeCa("Other", otherCaKey());
    const document::Identity m_leaf = makeLeaf("server.test", m_root, serverKey());

  private Q_SLOTS:
    void policy_takesOverTheProfilesRules();
    void host_isReadFromTheConfig_data();
    void host_isReadFromTheConfig();
    void material_hasEveryRole();
    void sources_areThoseThatAreUsed();
    void retention_outsideItsBounds_isRefused();
    void retention_besideTheCertificatesEnd_isTold();
    void content_selfSignedLeaf_isWritten();
};

void TestMaterial::policy_takesOverTheProfilesRules() {
    const ServiceFolder stream(Service::StreamServer);
    const auto policy = plan::policyOf(stream.profile(), "host.test");
    QCOMPARE(policy.keyAlgorithms, std::vector{document::KeyAlgorithm::Rsa});
    QCOMPARE(policy.signatureDigests, (std::vector<std::string>{"SHA256", "SHA512"}));
    QCOMPARE(policy.passwordMaximumCharacters, std::optional(100));
    QCOMPARE(policy.commonName, check::CommonName::Ignore);
    QCOMPARE(policy.host, std::optional<std::string>("host.test"));
    QCOMPARE(policy.keyFileModeMaximum, 0640U);
    const ServiceFolder aoi(Service::Aoi);
    const auto other = plan::policyOf(aoi.profile(), std::nullopt);
    QCOMPARE(other.keyAlgorithms, (std::vector{document::KeyAlgorithm::Rsa, document::KeyAlgorithm::Ec}));
    QVERIFY(!other.passwordMaximumCharacters);
    QCOMPARE(other.commonName, check::CommonName::Count);
}

void TestMaterial::host_isReadFromTheConfig_data() {
    QTest::addColumn<QString>("config");
    QTest::addColumn<QString>("host");
    QTest::newRow("on") << "check_cert_holder:\n  enable: true\n  host_name: a.test\n"
                        << "a.test";
    QTest::newRow("not said") << "check_cert_holder:\n  host_name: a.test\n"
                              << "a.test";
    QTest::newRow("off") << "check_cert_holder:\n  enable: false\n  host_name: a.test\n"
                         << "";
    QTest::newRow("off, in other words") << "check_cert_holder:\n  enable: No\n  host_name: a\n"
                                         << "";
    QTest::newRow("no name") << "check_cert_holder:\n  enable: true\n"
                             << "";
    QTest::newRow("none of it") << "cert:\n  ca: x\n"
                                << "";
    QTest::newRow("no YAML") << "a: ["
                             << "";
}

void TestMaterial::host_isReadFromTheConfig() {
    QFETCH(QString, config);
    QFETCH(QString, host);
    const ServiceFolder aoi(Service::Aoi);
    QCOMPARE(plan::hostOf(aoi.profile(), config.toStdString()).value_or(""), host.toStdString());
    const ServiceFolder stream(Service::StreamServer);
    QVERIFY(!plan::hostOf(stream.profile(), config.toStdString()));
}

void TestMaterial::material_hasEveryRole() {
    const ServiceFolder folder(Service::Aoi);
    base::SilentProgress progress;
    const auto platformList = makeList(m_other);
    const auto loaded = plan::loadFiles(*m_files,
                                        {{"cert", folder.brought("a", pemOf(m_leaf))},
                                         {"key", folder.brought("k", pemOf(*serverKey()))},
                                         {"ca", folder.brought("r", pemOf(m_root))},
                                         {"crl", folder.brought("c", pemOf(makeList(m_root)))},
                                         {"platform-ca", folder.brought("p", pemOf(m_other))},
                                         {"platform-crl", folder.brought("q", pemOf(platformList))}},
                                        {}, progress, allowed);
    const auto selection = plan::select(*loaded, folder.profile(), testNow());
    check::SourcedKey key;
    key.state = check::KeyState::Unencrypted;
    const auto material = plan::materialOf(*loaded, selection, folder.profile(), key, *m_files);
    QVERIFY(material.leaf);
    QCOMPARE(material.cas.size(), std::size_t{1});
    QCOMPARE(material.crls.size(), std::size_t{1});
    QCOMPARE(material.pairs.size(), std::size_t{1});
    QCOMPARE(material.pairs[0].slot, std::string("platform-ca"));
    QCOMPARE(material.pairs[0].crls.size(), std::size_t{1});
    QCOMPARE(material.user, m_files->self());
    QCOMPARE(plan::brought(folder.profile(), material),
             (std::set<std::string>{"ca", "cert", "crl", "key", "platform-ca", "platform-crl"}));
    const auto content =
        plan::contentFor(*folder.profile().slot("platform-crl"), folder.profile(), material, {});
    QCOMPARE(content.pem, pemOf(platformList));
    QVERIFY(
        plan::contentFor(*folder.profile().slot("gateway-ca"), folder.profile(), material, {}).pem.empty());
    QVERIFY(
        plan::contentFor(*folder.profile().slot("gateway-crl"), folder.profile(), material, {}).pem.empty());
}

void TestMaterial::sources_areThoseThatAreUsed() {
    const ServiceFolder folder(Service::StreamServer);
    base::SilentProgress progress;
    folder.brought("a", pemOf(m_leaf));
    folder.brought("r", pemOf(m_root));
    folder.brought("unused", encryptedPem(*strangeKey(), "x"));
    folder.brought("k", pemOf(*serverKey()));
    const auto loaded = plan::loadFiles(*m_files, {}, {folder.broughtFolder()}, progress, allowed);
    const auto selection = plan::select(*loaded, folder.profile(), testNow());
    const auto material = plan::materialOf(*loaded, selection, folder.profile(), {}, *m_files);
    QCOMPARE(material.sources.size(), std::size_t{3});
}

void TestMaterial::retention_outsideItsBounds_isRefused() {
    const ServiceFolder aoi(Service::Aoi);
    const ServiceFolder stream(Service::StreamServer);
    const auto now = testNow();
    QCOMPARE(**plan::retentionFor(aoi.profile(), std::nullopt, now), now + std::chrono::days(365));
    QCOMPARE(**plan::retentionFor(aoi.profile(), 2000, now), now + std::chrono::days(2000));
    QCOMPARE(plan::retentionFor(aoi.profile(), 2001, now).error().code, base::ErrorCode::InvalidArgument);
    QCOMPARE(plan::retentionFor(aoi.profile(), 0, now).error().code, base::ErrorCode::InvalidArgument);
    QVERIFY(!*plan::retentionFor(stream.profile(), std::nullopt, now));
    QCOMPARE(plan::retentionFor(stream.profile(), 10, now).error().code, base::ErrorCode::InvalidArgument);
}

void TestMaterial::retention_besideTheCertificatesEnd_isTold() {
    const ServiceFolder aoi(Service::Aoi);
    const auto judged = [&](int days) {
        check::Findings findings;
        plan::judgeRetention(aoi.profile(), testNow() + std::chrono::days(365 + days),
                             testNow() + std::chrono::days(365), findings);
        return findings;
    };
    QCOMPARE(codesOf(judged(-1)), std::vector<std::string>{"retention.before-certificate"});
    QVERIFY(judged(0).empty());
    QVERIFY(judged(29).empty());
    QCOMPARE(bodyOf<check::RetentionLongAfter>(judged(30))->days, 30);
}

void TestMaterial::content_selfSignedLeaf_isWritten() {
    const ServiceFolder folder(Service::StreamServer);
    check::Material material;
    material.leaf = check::SourcedCertificate{m_root.certificate, "r"};
    material.cas.push_back({m_root.certificate, "r"});
    const auto content = plan::contentFor(*folder.profile().slot("cert"), folder.profile(), material,
                                          {{m_root.certificate}, 0, true});
    QCOMPARE(content.pem, pemOf(m_root));
}

QTEST_GUILESS_MAIN(TestMaterial)
#include "test_material.moc"

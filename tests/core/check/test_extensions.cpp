// Why: an extension that nobody can read, or that says two things, is not passed over.
#include <QTest>

#include "tests/core/check/scene.h"

using namespace certwright;
using test::Scene;

namespace {

std::vector<std::string> saidOf(const std::function<void(document::CertificateFacts&)>& change) {
    Scene scene = test::sceneOf();
    change(scene.material.leaf->certificate.facts);
    return test::said(scene.judge().findings);
}

} // namespace

class TestExtensions : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    void extension_readable_saysNothing();
    void extension_malformed_blocksWhereItDecides_data();
    void extension_malformed_blocksWhereItDecides();
    void extension_repeated_blocks();
    void extension_ofCa_isJudgedToo();
};

void TestExtensions::extension_readable_saysNothing() {
    QCOMPARE(saidOf([](auto&) {}), std::vector<std::string>{});
}

void TestExtensions::extension_malformed_blocksWhereItDecides_data() {
    QTest::addColumn<std::string>("type");
    QTest::addColumn<std::string>("severity");
    QTest::newRow("basicConstraints") << std::string("2.5.29.19") << std::string("blocker");
    QTest::newRow("nameConstraints") << std::string("2.5.29.30") << std::string("blocker");
    QTest::newRow("inhibitAnyPolicy") << std::string("2.5.29.54") << std::string("blocker");
    QTest::newRow("authority information") << std::string("1.3.6.1.5.5.7.1.1") << std::string("warning");
    QTest::newRow("comment") << std::string("2.16.840.1.113730.1.13") << std::string("warning");
}

void TestExtensions::extension_malformed_blocksWhereItDecides() {
    QFETCH(std::string, type);
    QFETCH(std::string, severity);
    QCOMPARE(saidOf([&](auto& facts) { facts.malformedExtensions = {type}; }),
             std::vector<std::string>{severity + " certificate.extension-malformed /in/server.pem"});
}

void TestExtensions::extension_repeated_blocks() {
    QCOMPARE(saidOf([](auto& facts) { facts.repeatedExtensions = {"1.2.3"}; }),
             std::vector<std::string>{"blocker certificate.extension-repeated /in/server.pem"});
}

void TestExtensions::extension_ofCa_isJudgedToo() {
    Scene scene = test::sceneOf();
    scene.material.cas.at(0).certificate.facts.malformedExtensions = {"2.5.29.30"};
    const auto verdict = scene.judge();
    const auto* body = test::bodyOf<check::ExtensionMalformed>(verdict);
    QVERIFY(body != nullptr);
    QCOMPARE(body->role, std::string("ca"));
}

QTEST_APPLESS_MAIN(TestExtensions)
#include "test_extensions.moc"

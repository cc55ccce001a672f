// Why: looking into a file must never ask for a password unasked, and never fail on what it finds.
#include <QTest>

#include <filesystem>

#include "core/document/parse.h"
#include "core/job/inspect.h"
#include "tests/core/job/job_scene.h"

using namespace certwright;
using namespace certwright::test;

class TestInspect : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void file_withoutPasswords_isNotOpened();
    void file_withPasswords_isOpened();
    void file_wrongPassword_isAFinding();
    void file_unreadable_isItsError();
    void file_tooLarge_isItsError();
    void question_cancelled_endsIt();
    void progress_cancelled_endsIt();
};

void TestInspect::file_withoutPasswords_isNotOpened() {
    JobScene scene(Service::StreamServer);
    auto environment = scene.environment();
    const auto path = scene.folder().brought("k", encryptedPem(*serverKey(), "secret") + pemOf(scene.leaf()));
    const auto inspected = job::inspect(environment, path, nullptr);
    QVERIFY(inspected && !inspected->error);
    QCOMPARE(inspected->content.items.size(), std::size_t{2});
    QVERIFY(std::holds_alternative<document::EncryptedKey>(inspected->content.items[0].object));
    QVERIFY(inspected->findings.empty());
    QVERIFY(inspected->size > 1000);
}

void TestInspect::file_withPasswords_isOpened() {
    JobScene scene(Service::StreamServer);
    auto environment = scene.environment();
    Passwords passwords({"secret", "secret"});
    const auto path = scene.folder().brought("k", encryptedPem(*serverKey(), "secret") + pemOf(scene.leaf()));
    const auto key = job::inspect(environment, path, &passwords);
    QVERIFY(std::holds_alternative<document::PrivateKey>(key->content.items[0].object));
    QVERIFY(key->findings.empty());
    const auto bundle =
        scene.folder().brought("b", container(scene.leaf(), {scene.sub().certificate}, "secret"));
    const auto opened = job::inspect(environment, bundle, &passwords);
    QCOMPARE(opened->content.items.size(), std::size_t{3});
}

void TestInspect::file_wrongPassword_isAFinding() {
    JobScene scene(Service::StreamServer);
    auto environment = scene.environment();
    Passwords passwords({"a"}, 1);
    const auto bundle = scene.folder().brought("b", container(scene.leaf(), {}, "secret"));
    const auto inspected = job::inspect(environment, bundle, &passwords);
    QCOMPARE(codesOf(inspected->findings), std::vector<std::string>{"!key.password-wrong"});
    QVERIFY(std::holds_alternative<document::Pkcs12>(inspected->content.items[0].object));
    Passwords none;
    QCOMPARE(codesOf(job::inspect(environment, bundle, &none)->findings),
             std::vector<std::string>{"!key.password-needed"});
    const auto empty = scene.folder().brought("e", encryptedPem(*serverKey(), ""));
    QCOMPARE(codesOf(job::inspect(environment, empty, &none)->findings),
             std::vector<std::string>{"key.unencrypted"});
}

void TestInspect::file_unreadable_isItsError() {
    JobScene scene(Service::StreamServer);
    auto environment = scene.environment();
    const auto inspected = job::inspect(environment, scene.folder().at("nothing"), nullptr);
    QVERIFY(inspected);
    QCOMPARE(inspected->error->code, base::ErrorCode::FileNotFound);
}

void TestInspect::file_tooLarge_isItsError() {
    JobScene scene(Service::StreamServer);
    auto environment = scene.environment();
    const std::string padding(document::maximumFileSize, '\n');
    const auto big = scene.folder().brought("big", pemOf(scene.leaf()) + padding);
    QCOMPARE(job::inspect(environment, big, nullptr)->error->code, base::ErrorCode::FileTooLarge);
    const auto crl = scene.folder().brought("crl", pemOf(makeList(scene.root())) + padding);
    QVERIFY(!job::inspect(environment, crl, nullptr)->error);
}

void TestInspect::question_cancelled_endsIt() {
    JobScene scene(Service::StreamServer);
    auto environment = scene.environment();
    for (const std::string& content :
         {encryptedPem(*serverKey(), "secret"), container(scene.leaf(), {}, "secret")}) {
        Passwords passwords;
        passwords.cancelAt(1);
        const auto inspected = job::inspect(environment, scene.folder().brought("x", content), &passwords);
        QCOMPARE(inspected.error().code, base::ErrorCode::Cancelled);
    }
}

void TestInspect::progress_cancelled_endsIt() {
    JobScene scene(Service::StreamServer);
    auto environment = scene.environment();
    scene.progress().stopAt(base::Step::Load);
    QCOMPARE(job::inspect(environment, "x", nullptr).error().code, base::ErrorCode::Cancelled);
}

QTEST_GUILESS_MAIN(TestInspect)
#include "test_inspect.moc"

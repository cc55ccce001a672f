// Why: whoever cannot open a key must learn why: no password, a wrong one, another encoding, or a broken
// file.
#include <QTest>

#include "tests/core/job/job_scene.h"

using namespace certwright;
using namespace certwright::test;

namespace {

// 密码 in UTF-8 and in GB18030.
const std::string utf8 = "\xE5\xAF\x86\xE7\xA0\x81";
const std::string gb18030 = "\xC3\xDC\xC2\xEB";

} // namespace

class TestImportPasswords : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void key_unencrypted_isAWarningAndNobodyIsAsked();
    void key_underEmptyPassword_isNotAskedFor();
    void key_wrongThreeTimes_blocks();
    void key_rightAtTheThirdTry_opens();
    void key_withoutPassword_needsOne();
    void key_oneTryOnly_isAskedOnce();
    void key_chinesePassword_opensAsUtf8();
    void key_gb18030Password_opensAndIsSaid();
    void key_passwordTooLong_blocksForStreamServerOnly();
    void key_damaged_isTold();
    void key_cancelledQuestion_endsTheJob();
    void container_wrongPassword_isToldInsteadOfMissingSlots();
    void container_inGb18030_opens();
    void container_empty_password_isUnencrypted();
    void container_positionalAndNotNeeded_staysShut();
    void container_cancelledQuestion_endsTheJob();
    void container_withoutKey_leavesTheSlotMissing();
};

void TestImportPasswords::key_unencrypted_isAWarningAndNobodyIsAsked() {
    JobScene scene(Service::StreamServer);
    auto files = scene.goodFiles();
    files["key"] = scene.folder().brought("plain.key", pemOf(*serverKey()));
    job::ImportJob job(scene.environment(), scene.request(files));
    Passwords passwords({"secret"});
    const auto checked = job.check(passwords);
    QVERIFY(has(checked->findings, "key.unencrypted"));
    QVERIFY(!check::blocks(checked->findings));
    QVERIFY(passwords.asked().empty());
    QVERIFY(!has(scene.check(scene.request(scene.goodFiles()))->findings, "key.unencrypted"));
}

void TestImportPasswords::key_underEmptyPassword_isNotAskedFor() {
    JobScene scene(Service::StreamServer);
    auto files = scene.goodFiles();
    files["key"] = scene.folder().brought("empty.key", encryptedPem(*serverKey(), ""));
    job::ImportJob job(scene.environment(), scene.request(files));
    Passwords passwords;
    const auto checked = job.check(passwords);
    QVERIFY(!check::blocks(checked->findings));
    QVERIFY(passwords.asked().empty());
}

void TestImportPasswords::key_wrongThreeTimes_blocks() {
    JobScene scene(Service::StreamServer);
    job::ImportJob job(scene.environment(), scene.request(scene.goodFiles()));
    Passwords passwords({"a", "b", "c", "secret"});
    const auto checked = job.check(passwords);
    QCOMPARE(bodyOf<check::PasswordWrong>(checked->findings)->attempts, 3);
    QCOMPARE(passwords.asked(), (std::vector<std::string>{"server.key 1", "server.key 2", "server.key 3"}));
    QVERIFY(!job.plan()->applicable());
}

void TestImportPasswords::key_rightAtTheThirdTry_opens() {
    JobScene scene(Service::StreamServer);
    const auto checked = scene.check(scene.request(scene.goodFiles()), Passwords({"a", "b", "secret"}));
    QVERIFY(!check::blocks(checked->findings));
}

void TestImportPasswords::key_withoutPassword_needsOne() {
    JobScene scene(Service::StreamServer);
    const auto checked = scene.check(scene.request(scene.goodFiles()), Passwords());
    QCOMPARE(codesOf(checked->findings).front(), std::string("!key.password-needed"));
}

void TestImportPasswords::key_oneTryOnly_isAskedOnce() {
    JobScene scene(Service::StreamServer);
    const auto checked = scene.check(scene.request(scene.goodFiles()), Passwords({"a", "secret"}, 1));
    QCOMPARE(bodyOf<check::PasswordWrong>(checked->findings)->attempts, 1);
}

void TestImportPasswords::key_chinesePassword_opensAsUtf8() {
    JobScene scene(Service::StreamServer);
    auto files = scene.goodFiles();
    files["key"] = scene.folder().brought("zh.key", encryptedPem(*serverKey(), utf8));
    const auto checked = scene.check(scene.request(files), Passwords({utf8}));
    QVERIFY(!check::blocks(checked->findings));
    QVERIFY(!has(checked->findings, "key.password-gb18030"));
}

void TestImportPasswords::key_gb18030Password_opensAndIsSaid() {
    JobScene scene(Service::StreamServer);
    auto files = scene.goodFiles();
    files["key"] = scene.folder().brought("zh.key", encryptedPem(*serverKey(), gb18030));
    const auto checked = scene.check(scene.request(files), Passwords({utf8}));
    QVERIFY(!check::blocks(checked->findings));
    QVERIFY(has(checked->findings, "key.password-gb18030"));
    QVERIFY(scene.run(scene.request(files), Passwords({utf8})));
    const auto wrong = scene.check(scene.request(files), Passwords({"\xE9\x94\x99"}));
    QVERIFY(has(wrong->findings, "key.password-needed") || has(wrong->findings, "key.password-wrong"));
}

void TestImportPasswords::key_passwordTooLong_blocksForStreamServerOnly() {
    for (const Service service : {Service::StreamServer, Service::Aoi}) {
        JobScene scene(service);
        auto files = scene.goodFiles();
        files["key"] = scene.folder().brought("long.key", encryptedPem(*serverKey(), std::string(101, 'x')));
        const auto checked = scene.check(scene.request(files), Passwords({std::string(101, 'x')}));
        QCOMPARE(has(checked->findings, "key.password-too-long"), service == Service::StreamServer);
        files["key"] = scene.folder().brought("most.key", encryptedPem(*serverKey(), std::string(100, 'x')));
        const auto most = scene.check(scene.request(files), Passwords({std::string(100, 'x')}));
        QVERIFY(!has(most->findings, "key.password-too-long"));
    }
}

void TestImportPasswords::key_damaged_isTold() {
    JobScene scene(Service::StreamServer);
    auto files = scene.goodFiles();
    // Cut in the middle of its base64: a file that is damaged, not a password that is wrong.
    std::string pem = encryptedPem(*serverKey(), "secret");
    pem.replace(pem.size() / 2, 8, "\n\n");
    files["key"] = scene.folder().brought("broken.key", pem);
    const auto checked = scene.check(scene.request(files));
    QVERIFY(check::blocks(checked->findings));
    QVERIFY(has(checked->findings, "file.damaged") || has(checked->findings, "key.damaged"));
    QVERIFY(!has(checked->findings, "key.password-wrong"));
}

void TestImportPasswords::key_cancelledQuestion_endsTheJob() {
    JobScene scene(Service::StreamServer);
    Passwords passwords({"a", "secret"});
    passwords.cancelAt(2);
    QCOMPARE(
        job::ImportJob(scene.environment(), scene.request(scene.goodFiles())).check(passwords).error().code,
        base::ErrorCode::Cancelled);
}

void TestImportPasswords::container_wrongPassword_isToldInsteadOfMissingSlots() {
    JobScene scene(Service::StreamServer);
    const auto path = scene.folder().brought(
        "b.p12", container(scene.leaf(), {scene.sub().certificate, scene.root().certificate}, "secret"));
    const auto checked = scene.check(scene.request(std::vector{path}), Passwords({"a", "b", "c"}));
    QCOMPARE(bodyOf<check::PasswordWrong>(checked->findings)->path, path);
    QVERIFY(!has(checked->findings, "slot.missing"));
    const auto needed = scene.check(scene.request(std::vector{path}), Passwords());
    QVERIFY(has(needed->findings, "key.password-needed"));
}

void TestImportPasswords::container_inGb18030_opens() {
    JobScene scene(Service::StreamServer);
    const auto path = scene.folder().brought(
        "b.p12", container(scene.leaf(), {scene.sub().certificate, scene.root().certificate}, utf8));
    const auto checked = scene.check(scene.request(std::vector{path}), Passwords({utf8}));
    QVERIFY(!check::blocks(checked->findings));
}

void TestImportPasswords::container_empty_password_isUnencrypted() {
    JobScene scene(Service::StreamServer);
    const auto path = scene.folder().brought(
        "b.p12", container(scene.leaf(), {scene.sub().certificate, scene.root().certificate}, ""));
    const auto checked = scene.check(scene.request(std::vector{path}), Passwords());
    QVERIFY(!check::blocks(checked->findings));
    QVERIFY(has(checked->findings, "key.unencrypted"));
}

void TestImportPasswords::container_positionalAndNotNeeded_staysShut() {
    JobScene scene(Service::StreamServer);
    auto request = scene.request(scene.goodFiles());
    request.paths = {scene.folder().brought("spare.p12", container(scene.leaf(), {}, "other"))};
    job::ImportJob job(scene.environment(), request);
    Passwords passwords({"secret"});
    const auto checked = job.check(passwords);
    QVERIFY(!check::blocks(checked->findings));
    QCOMPARE(passwords.asked(), std::vector<std::string>{"server.key 1"});
    QVERIFY(has(checked->findings, "file.unused"));
}

void TestImportPasswords::container_cancelledQuestion_endsTheJob() {
    JobScene scene(Service::StreamServer);
    Passwords passwords({"a"});
    passwords.cancelAt(1);
    const auto path = scene.folder().brought("b.p12", container(scene.leaf(), {}, "secret"));
    QCOMPARE(
        job::ImportJob(scene.environment(), scene.request(std::vector{path})).check(passwords).error().code,
        base::ErrorCode::Cancelled);
    Passwords again({"a"});
    again.cancelAt(1);
    QCOMPARE(
        job::ImportJob(scene.environment(), scene.request(std::map<std::string, std::string>{{"key", path}}))
            .check(again)
            .error()
            .code,
        base::ErrorCode::Cancelled);
}

void TestImportPasswords::container_withoutKey_leavesTheSlotMissing() {
    JobScene scene(Service::StreamServer);
    const auto path = scene.folder().brought("b.p12", container(scene.leaf(), {}, "secret"));
    const auto checked = scene.check(scene.request(std::vector{path}));
    QCOMPARE(bodyOf<check::SlotMissing>(checked->findings)->slot, std::string("ca"));
}

QTEST_GUILESS_MAIN(TestImportPasswords)
#include "test_import_passwords.moc"

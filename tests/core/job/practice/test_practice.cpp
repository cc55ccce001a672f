// Why: the practice readme promises what each set shows; this holds the sets to it, with the real import.
#include <QTest>
#include <algorithm>

#include "core/job/import_job.h"
#include "core/job/open_service.h"
#include "core/job/practice.h"
#include "core/ossl/random.h"
#include "tests/support/fault_file_system.h"
#include "tests/support/temporary_folder.h"

using namespace certwright;

namespace {

// OnePassword is a person who knows the set's password, or none.
class OnePassword final : public job::PasswordSource {
  public:
    explicit OnePassword(std::string password)
        : m_password(std::move(password)) {}

    base::Result<std::optional<secret::SecretBytes>> password(const std::string&, int attempt) override {
        if (m_password.empty() || attempt > 1)
            return std::nullopt;
        return secret::SecretBytes::copyOf(base::viewOf(m_password));
    }
    int attempts() const override { return 1; }

  private:
    std::string m_password;
};

base::Time now() {
    return *base::parseTime("2026-11-21T12:00:00Z");
}

QStringList codesOf(const check::Findings& findings) {
    QStringList codes;
    for (const check::Finding& finding : findings)
        if (finding.severity != check::Severity::Note)
            codes << QString::fromUtf8(check::codeOf(finding).data());
    codes.sort();
    codes.removeDuplicates();
    return codes;
}

} // namespace

class TestPractice : public QObject {
    Q_OBJECT

  private:
    test::TemporaryFolder m_folder;
    std::unique_ptr<files::FileSystem> m_disk = files::localFileSystem();
    std::unique_ptr<base::RandomSource> m_random = ossl::systemRandom();
    base::SilentProgress m_progress;

    job::Environment environmentOn(files::FileSystem& disk) {
        return {disk,  *m_random, m_progress, secret::SecretAccess::grant(), {"tester", "here", "1"},
                now(), now(),     {}};
    }
    job::Environment environment() { return environmentOn(*m_disk); }

    static const job::PracticeSet& setOf(const QByteArray& id) {
        const auto& sets = job::practiceSets();
        return *std::find_if(sets.begin(), sets.end(),
                             [&](const job::PracticeSet& set) { return set.id == id.toStdString(); });
    }

    job::Request requestFor(const job::PracticeSet& set) const {
        const auto& services = job::practiceServices();
        const auto service =
            std::find_if(services.begin(), services.end(),
                         [&](const job::PracticeService& one) { return one.id == set.service; });
        job::Request request;
        request.service = service->service;
        request.root = m_folder.at("p/" + service->root);
        request.home = m_folder.at("p/home");
        request.paths = {m_folder.at("p/material/" + set.id)};
        return request;
    }

    static void everySet() {
        QTest::addColumn<QByteArray>("id");
        for (const job::PracticeSet& set : job::practiceSets())
            QTest::newRow(set.id.c_str()) << QByteArray::fromStdString(set.id);
    }

  private Q_SLOTS:
    void initTestCase() {
        auto environment = this->environment();
        const auto made = job::makePractice(environment, m_folder.at("p"), "# readme\n");
        QVERIFY2(made.has_value(), made ? "" : (made.error().subject + made.error().detail).c_str());
    }

    void makePractice_everything_isThereWithNarrowModes() {
        QCOMPARE(m_folder.read("p/README.md"), std::string("# readme\n"));
        for (const job::PracticeSet& set : job::practiceSets())
            for (const std::string& file : set.files)
                QVERIFY2(m_folder.exists("p/material/" + set.id + "/" + file), file.c_str());
        QCOMPARE(m_folder.modeOf("p/material/good-pem/server.key"), 0600U);
        QCOMPARE(m_folder.modeOf("p/material/good-der/server-key.der"), 0600U);
        QCOMPARE(m_folder.modeOf("p/material/good-pkcs12/server.p12"), 0600U);
        QCOMPARE(m_folder.modeOf("p/material/chinese/服务器私钥.key"), 0600U);
        QCOMPARE(m_folder.modeOf("p"), 0700U);
    }

    void makePractice_configs_haveTheAwkwardShapes() {
        const std::string config = m_folder.read("p/services/streamserver/config/streamserver.conf");
        QVERIFY(config.ends_with("rotate_file_number=50"));
        QVERIFY(config.find("\nserver_key_mm=\n") != std::string::npos);
        const std::string newer = m_folder.read("p/services/streamserver-new/config/streamserver.conf");
        QVERIFY(newer.find("server_crt") == std::string::npos);
        QVERIFY(m_folder.read("p/services/aoi/config/config.yaml").find("  key_mm: xxxxxx\n") !=
                std::string::npos);
    }

    void practiceSets_everyKindOfTheIssue_isThere() {
        for (const char* id :
             {"good-pem", "good-der",        "good-pkcs12",   "good-pkcs7", "with-intermediate",
              "expired",  "expires-soon",    "not-yet-valid", "wrong-key",  "wrong-ca",
              "revoked",  "expired-crl",     "foreign-crl",   "sha1",       "rsa-1024",
              "ec-key",   "unencrypted-key", "chinese",       "huge-file",  "garbage"})
            QCOMPARE(setOf(id).id, std::string(id));
    }

    void check_everySet_showsWhatItsReadmeSays_data() { everySet(); }
    void check_everySet_showsWhatItsReadmeSays() {
        QFETCH(QByteArray, id);
        const job::PracticeSet& set = setOf(id);
        OnePassword password(set.password);
        job::ImportJob job(environment(), requestFor(set));
        const auto checked = job.check(password);
        QVERIFY2(checked.has_value(), checked ? "" : checked.error().subject.c_str());
        QStringList wanted;
        for (const std::string& code : set.expected)
            wanted << QString::fromStdString(code);
        wanted.sort();
        QCOMPARE(codesOf(checked->findings), wanted);
    }

    void import_everySet_goesThroughUnlessItIsBlocked_data() { everySet(); }
    void import_everySet_goesThroughUnlessItIsBlocked() {
        QFETCH(QByteArray, id);
        const job::PracticeSet& set = setOf(id);
        OnePassword password(set.password);
        job::ImportJob job(environment(), requestFor(set));
        const auto checked = job.check(password);
        QVERIFY(checked.has_value());
        const auto plan = job.plan();
        QVERIFY(plan.has_value());
        QCOMPARE(plan->applicable(), !check::blocks(checked->findings));
        if (!plan->applicable()) {
            QVERIFY(!set.expected.empty());
            QCOMPARE(job.apply().error().code, base::ErrorCode::PlanBlocked);
            return;
        }
        const auto outcome = job.apply();
        QVERIFY2(outcome.has_value(),
                 outcome ? "" : (outcome.error().subject + ": " + outcome.error().detail).c_str());
        QVERIFY(!outcome->undone);
        QVERIFY(outcome->proof.succeeded());
        auto around = environment();
        const job::Request request = requestFor(set);
        const auto opened = job::openService(around, request.service, request.root, request.home);
        QVERIFY(opened.has_value());
        const auto verified = job::verifyService(around, *opened);
        QVERIFY(verified.has_value());
        QCOMPARE(codesOf(verified->findings).filter("proof").size(), 0);
        QVERIFY(!check::blocks(verified->findings));
    }

    void makePractice_folderNotEmpty_isLeftAlone() {
        auto environment = this->environment();
        m_folder.write("full/something", "mine");
        const auto made = job::makePractice(environment, m_folder.at("full"), "readme");
        QCOMPARE(made.error().code, base::ErrorCode::FileExists);
        QCOMPARE(m_disk->list(m_folder.at("full"))->size(), std::size_t{1});
    }

    void makePractice_folderEmptyOrWithSlash_isFilled() {
        auto environment = this->environment();
        m_folder.makeFolder("empty");
        QVERIFY(job::makePractice(environment, m_folder.at("empty") + "//", "readme").has_value());
        QVERIFY(m_folder.exists("empty/README.md"));
    }

    void makePractice_parentMissing_saysSo() {
        auto environment = this->environment();
        const auto made = job::makePractice(environment, m_folder.at("no/such/place"), "readme");
        QCOMPARE(made.error().code, base::ErrorCode::FileNotFound);
    }

    void makePractice_diskFull_saysSo() {
        test::FaultFileSystem disk(*m_disk);
        disk.failFrom(40, base::ErrorCode::DiskFull);
        auto environment = environmentOn(disk);
        const auto made = job::makePractice(environment, m_folder.at("short"), "readme");
        QCOMPARE(made.error().code, base::ErrorCode::DiskFull);
    }
};

QTEST_GUILESS_MAIN(TestPractice)
#include "test_practice.moc"

// Why: what a person sees after dropping files must be what an import would then do, and must be asked of
// nobody.
#include <QTest>

#include <algorithm>

#include "core/job/survey.h"
#include "tests/core/job/job_scene.h"
#include "tests/support/zip_maker.h"

using namespace certwright;
using namespace certwright::test;

namespace {

using Strings = std::vector<std::string>;

std::string fileName(const std::string& path) {
    return path.substr(path.find_last_of('/') + 1);
}

// rows says "file kind slot" of each object ("-" without a slot).
Strings rows(const job::Survey& survey) {
    Strings lines;
    for (const job::SurveyedObject& object : survey.objects)
        lines.push_back(fileName(object.path) + " " + object.kind + " " +
                        (object.slot.empty() ? "-" : object.slot));
    return lines;
}

// choices says "slot: file file*" of each choice, the preferred one with a star.
Strings choices(const job::Survey& survey) {
    Strings lines;
    for (const job::SlotChoice& choice : survey.choices) {
        lines.push_back(choice.slot + ":");
        for (const std::size_t index : choice.candidates)
            lines.back() +=
                " " + fileName(survey.objects.at(index).path) + (choice.preferred == index ? "*" : "");
    }
    return lines;
}

const job::SurveyedObject& objectIn(const job::Survey& survey, const std::string& file) {
    return *std::ranges::find_if(survey.objects, [&](const auto& it) { return fileName(it.path) == file; });
}

} // namespace

class TestSurvey : public QObject {
    Q_OBJECT

  private:
    job::Survey surveyOf(const job::Request& request) {
        auto environment = m_scene->environment();
        auto survey = job::survey(environment, request);
        return survey ? std::move(*survey) : job::Survey{};
    }
    job::Survey surveyFolder() {
        return surveyOf(m_scene->request(Strings{m_scene->folder().broughtFolder()}));
    }
    void brought(const std::string& name, const std::string& content) {
        m_scene->folder().brought(name, content);
    }
    base::Error errorOf(const job::Request& request) {
        auto environment = m_scene->environment();
        const auto survey = job::survey(environment, request);
        return survey ? base::Error{base::ErrorCode::ProofFailed, "none", {}} : survey.error();
    }

    std::optional<JobScene> m_scene;

  private Q_SLOTS:
    void init() { m_scene.emplace(Service::StreamServer); }
    void folder_good_isSortedAndDescribed();
    void slots_named_areTheirs();
    void archive_good_isSortedLikeAFolder();
    void container_shut_isLockedAndFitsEverywhereButLists();
    void container_besideAllElse_isNotLocked();
    void key_unencrypted_needsNoPassword();
    void without_slot_leavesItEmpty();
    void fits_eachKind_data();
    void fits_eachKind();
    void pairs_twoEncrypted_areProposedByName();
    void pairs_twoOpen_areProposedByTheKey();
    void pairs_inOneFileEach_areProposedTogether();
    void key_afterChoosingTheCertificate_isProposed();
    void leaves_twoOfOneKey_theLongerIsProposed();
    void leaves_alike_nothingIsProposed();
    void lists_ofOneIssuer_theNewestIsProposed();
    void anchors_strange_nothingIsProposed();
    void ignored_isTold();
    void request_wrong_isAnError_data();
    void request_wrong_isAnError();
    void survey_writesAndAsksNothing();
    void survey_cancelled_ends();
};

void TestSurvey::folder_good_isSortedAndDescribed() {
    const auto survey = surveyOf(m_scene->request(m_scene->goodFiles()));
    QCOMPARE(rows(survey), (Strings{"ca.crt ca ca", "server.crt certificate cert", "server.crt ca -",
                                    "ca.crl crl crl", "server.key key key"}));
    const auto& leaf = objectIn(survey, "server.crt");
    QCOMPARE(leaf.about, m_scene->leaf().certificate.facts.subject.text);
    QCOMPARE(*leaf.end, m_scene->leaf().certificate.facts.notAfter);
    QCOMPARE(leaf.fits, Strings{"cert"});
    QVERIFY(objectIn(survey, "ca.crl").end.has_value());
    QVERIFY(!objectIn(survey, "server.key").end.has_value());
    QCOMPARE(survey.locked.size(), std::size_t{1});
    QCOMPARE(fileName(survey.locked.at(0)), std::string("server.key"));
    QVERIFY(survey.findings.empty() && survey.choices.empty());
}

void TestSurvey::slots_named_areTheirs() {
    const auto files = m_scene->goodFiles();
    auto request = m_scene->request(std::map<std::string, std::string>{{"cert", files.at("cert")}});
    request.paths = {m_scene->folder().broughtFolder()};
    const auto survey = surveyOf(request);
    QCOMPARE(objectIn(survey, "server.crt").slot, std::string("cert"));
    QCOMPARE(objectIn(survey, "ca.crl").slot, std::string("crl"));
}

void TestSurvey::archive_good_isSortedLikeAFolder() {
    const std::string zip = m_scene->folder().brought(
        "delivery.zip", zipOf({{"ca.crt", pemOf(m_scene->root())},
                               {"server/server.crt", pemOf(m_scene->leaf()) + pemOf(m_scene->sub())},
                               {"server/server.key", encryptedPem(*serverKey(), "secret"), 0100600}}));
    const auto survey = surveyOf(m_scene->request(Strings{zip}));
    QCOMPARE(rows(survey), (Strings{"ca.crt ca ca", "server.crt certificate cert", "server.crt ca -",
                                    "server.key key key"}));
    QCOMPARE(survey.locked, Strings{zip + "/server/server.key"});
    QVERIFY(survey.findings.empty());
    const auto chosen =
        surveyOf(m_scene->request(std::map<std::string, std::string>{{"ca", zip + "/ca.crt"}}));
    QCOMPARE(rows(chosen), (Strings{"ca.crt ca ca"}));
}

void TestSurvey::container_shut_isLockedAndFitsEverywhereButLists() {
    brought("server.p12", container(m_scene->leaf(), {m_scene->root().certificate}, "secret"));
    const auto survey = surveyFolder();
    QCOMPARE(rows(survey), Strings{"server.p12 pkcs12 -"});
    QCOMPARE(survey.objects[0].fits, (Strings{"ca", "cert", "key"}));
    QCOMPARE(survey.locked.size(), std::size_t{1});
    // That something is missing cannot be said yet.
    QVERIFY(!has(survey.findings, "slot.missing"));
}

void TestSurvey::container_besideAllElse_isNotLocked() {
    auto files = m_scene->goodFiles();
    brought("old.p12", container(m_scene->leaf(), {}, "forgotten"));
    const auto survey = surveyFolder();
    QCOMPARE(survey.locked, Strings{files.at("key")});
    QVERIFY(has(survey.findings, "file.unused"));
}

void TestSurvey::key_unencrypted_needsNoPassword() {
    m_scene->goodFiles();
    brought("server.key", pemOf(*serverKey()));
    const auto survey = surveyFolder();
    QVERIFY(survey.locked.empty());
    QCOMPARE(objectIn(survey, "server.key").slot, std::string("key"));
    QCOMPARE(objectIn(survey, "server.key").about, std::string("RSA 2048"));
}

void TestSurvey::without_slot_leavesItEmpty() {
    m_scene->goodFiles();
    auto request = m_scene->request(Strings{m_scene->folder().broughtFolder()});
    request.without = {"crl"};
    const auto survey = surveyOf(request);
    QCOMPARE(objectIn(survey, "ca.crl").slot, std::string());
    QCOMPARE(objectIn(survey, "ca.crl").fits, Strings{"crl"});
    QVERIFY(has(survey.findings, "file.unused"));
}

void TestSurvey::fits_eachKind_data() {
    QTest::addColumn<std::string>("content");
    QTest::addColumn<Strings>("fits");
    const JobScene scene(Service::Aoi);
    const Strings cas{"ca", "platform-ca", "gateway-ca"};
    QTest::newRow("root") << pemOf(scene.root()) << cas;
    QTest::newRow("intermediate") << pemOf(scene.sub()) << cas;
    QTest::newRow("server's") << pemOf(scene.leaf()) << Strings{"cert"};
    QTest::newRow("key") << pemOf(*serverKey()) << Strings{"key"};
    QTest::newRow("encrypted key") << encryptedPem(*serverKey(), "secret") << Strings{"key"};
    QTest::newRow("list") << pemOf(makeList(scene.root())) << Strings{"crl", "platform-crl", "gateway-crl"};
    QTest::newRow("container") << container(scene.leaf(), {}, "secret")
                               << Strings{"ca", "cert", "key", "platform-ca", "gateway-ca"};
}

void TestSurvey::fits_eachKind() {
    QFETCH(std::string, content);
    m_scene.emplace(Service::Aoi);
    brought("thing", content);
    QTEST(surveyFolder().objects.at(0).fits, "fits");
}

void TestSurvey::pairs_twoEncrypted_areProposedByName() {
    brought("ca.crt", pemOf(m_scene->root()));
    brought("a.crt", pemOf(makeLeaf("server.test", m_scene->root(), strangeKey(), 100)));
    brought("b.crt", pemOf(makeLeaf("server.test", m_scene->root(), serverKey(), 365)));
    brought("b.key", encryptedPem(*serverKey(), "secret"));
    brought("c.key", encryptedPem(*strangeKey(), "secret"));
    const auto survey = surveyFolder();
    QCOMPARE(choices(survey), (Strings{"cert: a.crt b.crt*", "key: b.key* c.key"}));
    QVERIFY(has(survey.findings, "slot.ambiguous"));
}

void TestSurvey::pairs_twoOpen_areProposedByTheKey() {
    brought("ca.crt", pemOf(m_scene->root()));
    brought("1.crt", pemOf(makeLeaf("server.test", m_scene->root(), strangeKey(), 100)));
    brought("2.crt", pemOf(makeLeaf("server.test", m_scene->root(), serverKey(), 365)));
    brought("x.key", pemOf(*serverKey()));
    brought("y.key", pemOf(*strangeKey()));
    QCOMPARE(choices(surveyFolder()), (Strings{"cert: 1.crt 2.crt*", "key: x.key* y.key"}));
}

void TestSurvey::pairs_inOneFileEach_areProposedTogether() {
    brought("ca.crt", pemOf(m_scene->root()));
    brought("old.pem", pemOf(makeLeaf("server.test", m_scene->root(), strangeKey(), 10)) +
                           encryptedPem(*strangeKey(), "secret"));
    brought("new.pem", pemOf(makeLeaf("server.test", m_scene->root(), serverKey())) +
                           encryptedPem(*serverKey(), "secret"));
    QCOMPARE(choices(surveyFolder()), (Strings{"cert: new.pem* old.pem", "key: new.pem* old.pem"}));
}

void TestSurvey::key_afterChoosingTheCertificate_isProposed() {
    brought("ca.crt", pemOf(m_scene->root()));
    brought("a.crt", pemOf(makeLeaf("server.test", m_scene->root(), strangeKey())));
    brought("a.key", encryptedPem(*strangeKey(), "secret"));
    brought("b.crt", pemOf(makeLeaf("server.test", m_scene->root(), serverKey(), 900)));
    brought("b.key", encryptedPem(*serverKey(), "secret"));
    auto request = m_scene->request(Strings{m_scene->folder().broughtFolder()});
    request.slots = {{"cert", m_scene->folder().broughtFolder() + "/a.crt"}};
    QCOMPARE(choices(surveyOf(request)), Strings{"key: a.key* b.key"});
}

void TestSurvey::leaves_twoOfOneKey_theLongerIsProposed() {
    brought("ca.crt", pemOf(m_scene->root()));
    brought("2026.crt", pemOf(makeLeaf("server.test", m_scene->root(), serverKey(), 20)));
    brought("2027.crt", pemOf(makeLeaf("server.test", m_scene->root(), serverKey(), 400)));
    brought("server.key", encryptedPem(*serverKey(), "secret"));
    QCOMPARE(choices(surveyFolder()), Strings{"cert: 2026.crt 2027.crt*"});
}

void TestSurvey::leaves_alike_nothingIsProposed() {
    brought("ca.crt", pemOf(m_scene->root()));
    brought("a.crt", pemOf(makeLeaf("a.test", m_scene->root(), serverKey())));
    brought("b.crt", pemOf(makeLeaf("b.test", m_scene->root(), strangeKey())));
    QCOMPARE(choices(surveyFolder()), Strings{"cert: a.crt b.crt"});
}

void TestSurvey::lists_ofOneIssuer_theNewestIsProposed() {
    m_scene->goodFiles();
    brought("ca.crl", pemOf(makeList(m_scene->root(), {}, 7)));
    brought("newer.crl", pemOf(makeList(m_scene->root(), {}, 8)));
    QCOMPARE(choices(surveyFolder()), Strings{"crl: ca.crl newer.crl*"});
}

void TestSurvey::anchors_strange_nothingIsProposed() {
    brought("a.crt", pemOf(makeCa("A", caKey())));
    brought("b.crt", pemOf(makeCa("B", otherCaKey())));
    brought("server.key", encryptedPem(*serverKey(), "secret"));
    QCOMPARE(choices(surveyFolder()), Strings{"ca: a.crt b.crt"});
}

void TestSurvey::ignored_isTold() {
    m_scene->goodFiles();
    const std::string letter = m_scene->folder().brought("letter.txt", "hello");
    const auto survey = surveyOf(m_scene->request(Strings{m_scene->folder().broughtFolder(), letter}));
    QCOMPARE(bodyOf<check::FileUnrecognised>(survey.findings)->path, letter);
    QCOMPARE(survey.findings.front().severity, check::Severity::Blocker);
}

void TestSurvey::request_wrong_isAnError_data() {
    QTest::addColumn<std::function<void(job::Request&)>>("spoil");
    QTest::addColumn<base::ErrorCode>("code");
    QTest::addColumn<std::string>("subject");
    const auto row = [](const char* name, std::function<void(job::Request&)> spoil, base::ErrorCode code,
                        const char* subject) {
        QTest::newRow(name) << std::move(spoil) << code << std::string(subject);
    };
    using base::ErrorCode;
    row(
        "service", [](job::Request& it) { it.service = "no"; }, ErrorCode::ProfileUnknown, "no");
    row(
        "slot", [](job::Request& it) { it.slots["no"] = "x"; }, ErrorCode::InvalidArgument, "no");
    row(
        "without", [](job::Request& it) { it.without = {"no"}; }, ErrorCode::InvalidArgument, "no");
    row(
        "required", [](job::Request& it) { it.without = {"key"}; }, ErrorCode::InvalidArgument, "key");
    row(
        "both",
        [](job::Request& it) {
            it.slots["crl"] = "x";
            it.without = {"crl"};
        },
        ErrorCode::InvalidArgument, "crl");
}

void TestSurvey::request_wrong_isAnError() {
    QFETCH(std::function<void(job::Request&)>, spoil);
    QFETCH(base::ErrorCode, code);
    auto request = m_scene->request(m_scene->goodFiles());
    spoil(request);
    const auto error = errorOf(request);
    QCOMPARE(error.code, code);
    QTEST(error.subject, "subject");
}

void TestSurvey::survey_writesAndAsksNothing() {
    const auto request = m_scene->request(m_scene->goodFiles());
    const auto before = m_scene->folder().snapshot();
    surveyOf(request);
    QCOMPARE(m_scene->folder().snapshot(), before);
    QVERIFY(!m_scene->folder().exists(".certwright"));
    auto noPlace = request;
    noPlace.root.clear();
    QCOMPARE(surveyOf(noPlace).objects.size(), std::size_t{5});
}

void TestSurvey::survey_cancelled_ends() {
    m_scene->progress().stopAt(base::Step::Load);
    QCOMPARE(errorOf(m_scene->request(m_scene->goodFiles())).code, base::ErrorCode::Cancelled);
}

QTEST_GUILESS_MAIN(TestSurvey)
#include "test_survey.moc"

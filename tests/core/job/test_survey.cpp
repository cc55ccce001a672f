// Why: what a person sees right after dropping a folder must be what the import would take.
#include <QTest>

#include "core/job/survey.h"
#include "tests/core/job/job_scene.h"

using namespace certwright;
using namespace certwright::test;

class TestSurvey : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void survey_folder_isSortedWithoutAPassword();
    void survey_twoKeys_areLeftToThePerson();
    void survey_container_isLocked();
    void survey_slotLeftOut_getsNothing();
    void survey_unknownThings_areErrors();
};

void TestSurvey::survey_folder_isSortedWithoutAPassword() {
    JobScene scene(Service::StreamServer);
    const auto files = scene.goodFiles();
    auto environment = scene.environment();
    const auto survey = job::survey(environment, scene.request(std::vector{scene.folder().broughtFolder()}));
    QVERIFY(survey);
    std::map<std::string, std::string> taken;
    for (const job::SurveyedObject& object : survey->objects) {
        if (!object.slot.empty())
            taken[object.slot] = object.path;
        QCOMPARE(object.end.has_value(), object.kind != "key");
        QVERIFY(!object.about.empty());
    }
    QCOMPARE(taken, files);
    QCOMPARE(survey->locked, std::vector<std::string>{files.at("key")});
    QVERIFY(!check::blocks(survey->findings));
}

void TestSurvey::survey_twoKeys_areLeftToThePerson() {
    JobScene scene(Service::StreamServer);
    const auto files = scene.goodFiles();
    const std::string other = scene.folder().brought("other.key", encryptedPem(*strangeKey(), "secret"));
    auto request = scene.request(std::vector{scene.folder().broughtFolder()});
    auto environment = scene.environment();
    auto survey = job::survey(environment, request);
    QVERIFY(survey);
    QCOMPARE(check::codeOf(survey->findings.front()), std::string_view("slot.ambiguous"));
    QVERIFY(survey->locked.empty());
    request.slots = {{"key", other}};
    survey = job::survey(environment, request);
    QVERIFY(survey && !check::blocks(survey->findings));
    QCOMPARE(survey->locked, std::vector<std::string>{other});
}

void TestSurvey::survey_container_isLocked() {
    JobScene scene(Service::StreamServer);
    const std::string path = scene.folder().brought(
        "b.p12", container(scene.leaf(), {scene.sub().certificate, scene.root().certificate}, "secret"));
    auto environment = scene.environment();
    const auto survey = job::survey(environment, scene.request(std::vector{path}));
    QVERIFY(survey);
    QCOMPARE(survey->objects.size(), std::size_t{1});
    QCOMPARE(survey->objects.front().kind, std::string("pkcs12"));
    QCOMPARE(survey->locked, std::vector<std::string>{path});
    QVERIFY(!check::blocks(survey->findings));
}

void TestSurvey::survey_slotLeftOut_getsNothing() {
    JobScene scene(Service::StreamServer);
    scene.goodFiles();
    auto request = scene.request(std::vector{scene.folder().broughtFolder()});
    request.without = {"crl"};
    auto environment = scene.environment();
    const auto survey = job::survey(environment, request);
    QVERIFY(survey);
    for (const job::SurveyedObject& object : survey->objects)
        QVERIFY(object.slot != "crl");
    QCOMPARE(check::codeOf(survey->findings.front()), std::string_view("file.unused"));
}

void TestSurvey::survey_unknownThings_areErrors() {
    JobScene scene(Service::StreamServer);
    auto environment = scene.environment();
    auto request = scene.request(std::map<std::string, std::string>{{"no-slot", "x"}});
    QCOMPARE(job::survey(environment, request).error().subject, std::string("no-slot"));
    request.service = "nothing";
    QCOMPARE(job::survey(environment, request).error().code, base::ErrorCode::ProfileUnknown);
    scene.progress().stopAt(base::Step::Load);
    request = scene.request(scene.goodFiles());
    QCOMPARE(job::survey(environment, request).error().code, base::ErrorCode::Cancelled);
}

QTEST_GUILESS_MAIN(TestSurvey)
#include "test_survey.moc"

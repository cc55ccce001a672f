// Why: a set is shown as a chain and as dates; what is shown before an import must be what is there
// afterwards.
#include <QTest>

#include "core/job/service_dates.h"
#include "core/job/set_view.h"
#include "tests/core/job/replace_scene.h"

using namespace certwright;
using namespace certwright::test;

namespace {

using Strings = std::vector<std::string>;

Strings subjects(const std::vector<document::CertificateFacts>& certificates) {
    Strings names;
    for (const auto& facts : certificates)
        names.push_back(facts.subject.text);
    return names;
}

// ends says "role slot date" of each end.
Strings ends(const job::SetView& view) {
    Strings lines;
    for (const job::End& end : view.ends)
        lines.push_back(std::string(job::endRoleName(end.role)) + " " + end.slot + " " +
                        base::formatUtc(end.end));
    return lines;
}

std::string dateOf(const document::Identity& identity) {
    return base::formatUtc(identity.certificate.facts.notAfter);
}

} // namespace

class TestSetView : public QObject {
    Q_OBJECT

  private:
    static job::SetView installedIn(JobScene& scene) {
        auto environment = scene.environment();
        const auto service =
            job::openService(environment, scene.folder().id(), scene.folder().root(), scene.folder().home());
        auto view = job::viewInstalled(environment, *service);
        return view ? std::move(*view) : job::SetView{};
    }

  private Q_SLOTS:
    void brought_andInstalled_areTheSame_data();
    void brought_andInstalled_areTheSame();
    void brought_chainAndDates_areThere();
    void brought_withoutCa_isIncomplete();
    void retention_isTheLastEnd();
    void installed_nothing_isEmpty();
    void installed_damaged_leavesItOut();
    void replaced_keepsRetentionAndTheRest();
};

void TestSetView::brought_andInstalled_areTheSame_data() {
    QTest::addColumn<int>("service");
    QTest::newRow("streamserver") << static_cast<int>(Service::StreamServer);
    QTest::newRow("aoi") << static_cast<int>(Service::Aoi);
}

void TestSetView::brought_andInstalled_areTheSame() {
    QFETCH(int, service);
    JobScene scene(static_cast<Service>(service));
    const auto request = scene.request(scene.goodFiles());
    const auto checked = scene.check(request);
    QVERIFY(checked);
    QVERIFY(scene.run(request));
    const auto installed = installedIn(scene);
    QCOMPARE(subjects(installed.chain), subjects(checked->view.chain));
    QCOMPARE(subjects(installed.authorities), subjects(checked->view.authorities));
    QCOMPARE(installed.lists.size(), checked->view.lists.size());
    QCOMPARE(installed.complete, checked->view.complete);
    QCOMPARE(ends(installed), ends(checked->view));
}

void TestSetView::brought_chainAndDates_areThere() {
    JobScene scene(Service::StreamServer);
    const auto checked = scene.check(scene.request(scene.goodFiles()));
    const job::SetView& view = checked->view;
    QVERIFY(view.complete);
    QCOMPARE(subjects(view.chain),
             (Strings{scene.leaf().certificate.facts.subject.text, scene.sub().certificate.facts.subject.text,
                      scene.root().certificate.facts.subject.text}));
    QCOMPARE(view.authorities.size(), std::size_t{1});
    QCOMPARE(view.lists.size(), std::size_t{1});
    QCOMPARE(ends(view),
             (Strings{"server  " + dateOf(scene.leaf()), "intermediate  " + dateOf(scene.sub()),
                      "ca  " + dateOf(scene.root()), "crl  " + base::formatUtc(*view.lists[0].nextUpdate)}));
}

void TestSetView::brought_withoutCa_isIncomplete() {
    JobScene scene(Service::StreamServer);
    auto files = scene.goodFiles();
    const auto other = makeCa("Other", otherCaKey());
    files["ca"] = scene.folder().brought("other.crt", pemOf(other));
    const auto checked = scene.check(scene.request(files));
    QVERIFY(!checked->view.complete);
    QCOMPARE(checked->view.chain.front().subject.text, scene.leaf().certificate.facts.subject.text);
    QCOMPARE(subjects(checked->view.authorities), Strings{other.certificate.facts.subject.text});
}

void TestSetView::retention_isTheLastEnd() {
    JobScene scene(Service::Aoi);
    auto request = scene.request(scene.goodFiles());
    request.retentionDays = 400;
    const auto checked = scene.check(request);
    QCOMPARE(checked->view.ends.back().role, job::EndRole::Retention);
    QVERIFY(scene.run(request));
    const auto installed = installedIn(scene);
    QCOMPARE(installed.ends.back().role, job::EndRole::Retention);
    QCOMPARE(installed.ends.back().end, checked->view.ends.back().end);
    // The dates of the services' list are these.
    auto environment = scene.environment();
    const auto service =
        job::openService(environment, scene.folder().id(), scene.folder().root(), scene.folder().home());
    const prove::Place place{&service->profile, service->root, service->home};
    const auto dates = job::installedEnds(environment.fileSystem, place, environment.access);
    QCOMPARE(dates->ends.size(), installed.ends.size());
}

void TestSetView::installed_nothing_isEmpty() {
    JobScene scene(Service::StreamServer);
    const auto view = installedIn(scene);
    QVERIFY(view.chain.empty() && view.authorities.empty() && view.lists.empty() && view.ends.empty());
    QVERIFY(!view.complete);
}

void TestSetView::installed_damaged_leavesItOut() {
    JobScene scene(Service::StreamServer);
    QVERIFY(scene.run(scene.request(scene.goodFiles())));
    scene.folder().write(scene.folder().profile().slot("ca")->target, "nothing");
    const auto view = installedIn(scene);
    QVERIFY(!view.complete && view.authorities.empty());
    QCOMPARE(view.chain.size(), std::size_t{2});
    QCOMPARE(view.lists.size(), std::size_t{1});
}

void TestSetView::replaced_keepsRetentionAndTheRest() {
    ReplaceScene scene(Service::Aoi);
    const auto installed = installedIn(scene);
    QCOMPARE(installed.ends.back().role, job::EndRole::Retention);
    const auto longer = scene.leafOf(serverKey(), 500);
    job::ReplaceRequest request{
        scene.request(std::map<std::string, std::string>{{"cert", scene.certificateFile(longer)}}), {}};
    Passwords none;
    job::ReplaceJob kept(scene.environment(), request, none);
    QVERIFY(kept.plan());
    QCOMPARE(kept.view().chain.front().notAfter, longer.certificate.facts.notAfter);
    QCOMPARE(subjects(kept.view().authorities), subjects(installed.authorities));
    QCOMPARE(kept.view().ends.back().role, job::EndRole::Retention);
    QCOMPARE(kept.view().ends.back().end, installed.ends.back().end);
    request.brought.retentionDays = 600;
    job::ReplaceJob prolonged(scene.environment(), request, none);
    QVERIFY(prolonged.plan());
    QVERIFY(prolonged.view().ends.back().end > installed.ends.back().end);
}

QTEST_GUILESS_MAIN(TestSetView)
#include "test_set_view.moc"

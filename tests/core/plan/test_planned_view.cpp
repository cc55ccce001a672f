// Why: a view of what a plan would leave is believed before anything is done, so it must be what is left.
#include <QTest>

#include "core/plan/planned_view.h"
#include "tests/core/plan/planned_import.h"
#include "tests/support/seeded_random.h"

using namespace certwright;
using namespace certwright::test;

class TestPlannedView : public QObject {
    Q_OBJECT

  private:
    std::unique_ptr<files::FileSystem> m_files = files::localFileSystem();
    SeededRandom m_random;
    PlannedImport m_import{*m_files, m_random};

  private Q_SLOTS:
    void view_ofAnImport_isWhatTheImportLeaves();
    void view_ofOtherPaths_isTheDisk();
    void view_ofARemoval_hasNothingThere();
};

void TestPlannedView::view_ofAnImport_isWhatTheImportLeaves() {
    const ServiceFolder folder(Service::Aoi);
    const auto made = m_import.into(folder);
    QVERIFY(made);
    const plan::PlannedView view(*m_files, *made);
    struct Seen {
        base::FileInfo info;
        base::Bytes content;
        std::vector<std::string> names;
    };
    std::map<std::string, Seen> seen;
    for (const plan::Change& change : made->changes) {
        const auto info = view.stat(change.path, files::Links::Refuse);
        QVERIFY(info);
        QCOMPARE(view.resolve(change.path).value_or(""), change.path);
        QVERIFY(!*view.hasAccessList(change.path) || change.before);
        Seen& one = seen[change.path];
        one.info = *info;
        if (info->kind == base::FileKind::Folder)
            one.names = view.list(change.path).value_or(std::vector<std::string>{});
        else
            one.content = *view.read(change.path, 1 << 20, files::Links::Refuse);
    }
    m_import.carryOut(*made);
    for (const auto& [path, one] : seen) {
        const auto info = m_files->stat(path, files::Links::Refuse);
        QVERIFY2(info, path.c_str());
        QCOMPARE(one.info.kind, info->kind);
        QCOMPARE(one.info.mode, info->mode);
        QVERIFY(one.info.owner.user == info->owner.user);
        if (info->kind == base::FileKind::Folder)
            QCOMPARE(one.names, m_files->list(path).value_or(std::vector<std::string>{}));
        else
            QVERIFY(one.content == *m_files->read(path, 1 << 20, files::Links::Refuse));
    }
}

void TestPlannedView::view_ofOtherPaths_isTheDisk() {
    const ServiceFolder folder(Service::StreamServer);
    const plan::PlannedView view(*m_files, plan::Plan{});
    QCOMPARE(view.stat(folder.at("nowhere"), files::Links::Refuse).error().code,
             base::ErrorCode::FileNotFound);
    QVERIFY(view.read(folder.configPath(), 1 << 20, files::Links::Refuse));
    QCOMPARE(*view.list(folder.root()), *m_files->list(folder.root()));
    QVERIFY(view.volume(folder.root()) && view.freeSpace(folder.root()));
    QVERIFY(view.self() == m_files->self());
}

void TestPlannedView::view_ofARemoval_hasNothingThere() {
    const ServiceFolder folder(Service::StreamServer);
    folder.write("config/crl", "x");
    plan::Plan made;
    plan::Change removal;
    removal.kind = plan::ChangeKind::RemoveFile;
    removal.path = folder.at("config/crl");
    plan::Change narrowing;
    narrowing.kind = plan::ChangeKind::SetMode;
    narrowing.path = folder.configPath();
    narrowing.mode = 0400;
    made.changes = {removal, narrowing};
    const plan::PlannedView view(*m_files, made);
    QCOMPARE(view.read(removal.path, 10, files::Links::Refuse).error().code, base::ErrorCode::FileNotFound);
    QVERIFY(!view.stat(removal.path, files::Links::Refuse) && !view.resolve(removal.path));
    QCOMPARE(*view.list(folder.at("config")), std::vector<std::string>{"streamserver.conf"});
    QCOMPARE(view.stat(narrowing.path, files::Links::Refuse)->mode, 0400U);
    QVERIFY(view.read(narrowing.path, 1 << 20, files::Links::Refuse));
}

QTEST_GUILESS_MAIN(TestPlannedView)
#include "test_planned_view.moc"

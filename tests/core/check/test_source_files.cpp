// Why: who may read the key and who may change the files, at the very modes and owners where the verdict
// turns.
#include "tests/core/check/row_test.h"

using namespace certwright;
using test::Scene;
using test::sceneRow;

namespace {

std::function<void(Scene&)> keyMode(std::uint32_t mode) {
    return [mode](Scene& scene) { scene.material.sources.at(1).target.mode = mode; };
}

} // namespace

class TestSourceFiles : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void sourceFiles_facts_data() {
        test::startRows();
        const std::string tooOpen = "blocker source.key-mode /in/server.key";
        sceneRow("key 0400", keyMode(0400));
        sceneRow("key 0640", keyMode(0640));
        sceneRow("key 0644", keyMode(0644), {tooOpen});
        sceneRow("key 0660", keyMode(0660), {tooOpen});
        sceneRow("key 0700", keyMode(0700), {tooOpen});
        sceneRow("stricter service", [](Scene& s) { s.policy.keyFileModeMaximum = 0400; }, {tooOpen});
        sceneRow("certificate 0666", [](Scene& s) { s.material.sources.at(0).target.mode = 0666; });
        sceneRow("mode of the link does not count",
                 [](Scene& s) { s.material.sources.at(1).info.mode = 0777; });
        sceneRow("symlink", [](Scene& s) { s.material.sources.at(0).info.kind = base::FileKind::Symlink; },
                 {"warning source.symlink /in/ca.crt"});
        sceneRow("foreign", [](Scene& s) { s.material.sources.at(0).target.owner.user = 1001; },
                 {"blocker source.foreign-owner /in/ca.crt"});
        sceneRow("foreign, service does not mind",
                 [](Scene& s) {
                     s.material.sources.at(0).target.owner.user = 1001;
                     s.policy.sourcesOwnedByUser = false;
                 },
                 {"warning source.foreign-owner /in/ca.crt"});
        sceneRow("foreign group only", [](Scene& s) { s.material.sources.at(0).target.owner.group = 1; });
        sceneRow("root over another's files",
                 [](Scene& s) {
                     s.material.user = {0, 0};
                 },
                 {"warning source.foreign-owner /in/ca.crt", "warning source.foreign-owner /in/server.key",
                  "warning source.foreign-owner /in/server.pem"});
        const auto fromArchive = [](std::uint32_t mode) {
            return [mode](Scene& scene) {
                for (check::SourceFile& source : scene.material.sources) {
                    source.archive = "/in/delivery.zip";
                    source.path = "/in/delivery.zip" + source.path;
                    source.target.mode = mode;
                    source.target.owner.user = 1001;
                }
            };
        };
        sceneRow("archive, told once", fromArchive(0600), {"blocker source.foreign-owner /in/delivery.zip"});
        sceneRow(
            "archive with the key, open to all", fromArchive(0644),
            {"blocker source.foreign-owner /in/delivery.zip", "blocker source.key-mode /in/delivery.zip"});
    }
    void sourceFiles_facts() { test::compareRow(); }

    void sourceFiles_findings_carryWhatWasSeen() {
        auto scene = test::sceneOf();
        scene.material.sources.at(1).target.mode = 0100644;
        scene.material.sources.at(1).target.owner.user = 7;
        const auto verdict = scene.judge();
        const auto* mode = test::bodyOf<check::SourceKeyMode>(verdict);
        QVERIFY(mode);
        QCOMPARE(mode->mode, 0644U);
        QCOMPARE(mode->maximum, 0640U);
        const auto* owner = test::bodyOf<check::SourceForeignOwner>(verdict);
        QVERIFY(owner);
        QCOMPARE(owner->owner, std::string("engineer"));
        QCOMPARE(owner->user, std::string("engineer"));
    }
};

QTEST_APPLESS_MAIN(TestSourceFiles)
#include "test_source_files.moc"

// Why: what is carried about on a stick must keep its settings with it, wherever it is plugged in.
#include <filesystem>

#include <QTest>

#include "tests/app/cli/practice.h"

using namespace certwright;
using test::Outcome;

namespace {

std::filesystem::path pathOf(const std::string& utf8) {
    return std::u8string(utf8.begin(), utf8.end());
}

// Carried is a copy of the program in a folder of its own, and a home folder that is somebody else's.
class Carried {
  public:
    Carried() {
        m_folder.makeFolder("盘 U");
        m_folder.makeFolder("home");
        m_program = path("certwright-cli.exe");
        std::filesystem::copy_file(pathOf(test::cliPath()), pathOf(m_program));
    }
    std::string path(const std::string& name) const { return m_folder.at("盘 U/" + name); }
    const test::TemporaryFolder& folder() const { return m_folder; }
    Outcome run(const test::Arguments& arguments, const std::string& input = {}) const {
        const std::string home = m_folder.at("home");
        return test::runProgram(
            m_program, arguments, input,
            {{"HOME", home}, {"APPDATA", home}, {"USERPROFILE", home}, {"XDG_CONFIG_HOME", ""}});
    }

  private:
    test::TemporaryFolder m_folder;
    std::string m_program;
};

} // namespace

class TestPortable : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void settings_withTheMarker_lieBesideTheProgram();
    void settings_withoutTheMarker_lieInTheAccount();
};

void TestPortable::settings_withTheMarker_lieBesideTheProgram() {
    const Carried carried;
    carried.folder().write("盘 U/certwright-portable.txt", "");
    const test::Practice practice;
    QVERIFY(practice.ok());
    const test::Service service = practice.copy("streamserver", carried.folder());
    const Outcome imported =
        carried.run(service.import({practice.material("good-pem")}), test::usualPassword);
    QVERIFY2(imported.exitCode == 0, (imported.out + imported.err).c_str());
    QVERIFY(carried.folder().exists("盘 U/settings/services.json"));
    QVERIFY(!carried.folder().exists("home/.config") && !carried.folder().exists("home/Certwright"));
}

void TestPortable::settings_withoutTheMarker_lieInTheAccount() {
    const Carried carried;
    const test::Practice practice;
    QVERIFY(practice.ok());
    const test::Service service = practice.copy("streamserver", carried.folder());
    QCOMPARE(carried.run(service.import({practice.material("good-pem")}), test::usualPassword).exitCode, 0);
    QVERIFY(!carried.folder().exists("盘 U/settings"));
    QVERIFY(carried.folder().exists("home/.config/certwright/services.json") ||
            carried.folder().exists("home/Certwright/services.json"));
}

QTEST_GUILESS_MAIN(TestPortable)
#include "test_portable.moc"

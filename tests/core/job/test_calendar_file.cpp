// Why: a calendar is written by cron, as root, at a path that somebody typed once.
#include <QTest>

#include <filesystem>

#include "core/job/calendar_file.h"
#include "tests/core/job/job_scene.h"
#include "tests/support/modes.h"

using namespace certwright;
using namespace certwright::test;

namespace fs = std::filesystem;

namespace {

std::string calendar(const std::string& rest) {
    return std::string(job::calendarHead) + rest;
}

} // namespace

class TestCalendarFile : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void calendar_again_replacesOursOnly();
    void calendar_overAnotherFile_isRefused_data();
    void calendar_overAnotherFile_isRefused();
    void calendar_overALinkOrFolder_isRefused();
    void calendar_inALinkedFolder_isWritten();
    void calendar_failingAtEveryStep_keepsTheOld();
    void sequence_highest_isFound();

  private:
    base::Status write(const std::string& path, const std::string& text) {
        auto environment = m_scene.environment();
        return job::writeCalendar(environment, path, text);
    }

    JobScene m_scene{Service::StreamServer};
    TemporaryFolder m_folder;
};

void TestCalendarFile::calendar_again_replacesOursOnly() {
    const std::string path = m_folder.at("dates.ics");
    QVERIFY(write(path, calendar("one")));
    QCOMPARE(m_folder.modeOf("dates.ics"), 0600U);
    test::setMode(path, 0644);
    QVERIFY(write(path, calendar("two")));
    QCOMPARE(m_folder.read("dates.ics"), calendar("two"));
    QCOMPARE(m_folder.modeOf("dates.ics"), 0644U);
    QCOMPARE(**job::earlierCalendar(m_scene.files(), path), calendar("two"));
    QCOMPARE(*job::earlierCalendar(m_scene.files(), m_folder.at("none.ics")), std::nullopt);
}

void TestCalendarFile::calendar_overAnotherFile_isRefused_data() {
    QTest::addColumn<QByteArray>("content");
    QTest::newRow("a key") << QByteArray("-----BEGIN PRIVATE KEY-----\n");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("somebody's calendar") << QByteArray("BEGIN:VCALENDAR\r\nPRODID:-//Other//EN\r\n");
    QTest::newRow("ours further down") << QByteArray::fromStdString("X" + calendar({}));
    QTest::newRow("huge") << QByteArray(17 * 1024 * 1024, 'x');
}

void TestCalendarFile::calendar_overAnotherFile_isRefused() {
    QFETCH(QByteArray, content);
    const std::string path = m_folder.write("mine", content.toStdString());
    QCOMPARE(write(path, calendar({})).error().code, base::ErrorCode::FileExists);
    QCOMPARE(QByteArray::fromStdString(m_folder.read("mine")), content);
}

void TestCalendarFile::calendar_overALinkOrFolder_isRefused() {
    const std::string mine = m_folder.write("ours.ics", calendar("old"));
    fs::create_symlink(mine, m_folder.at("link.ics"));
    QCOMPARE(write(m_folder.at("link.ics"), calendar("new")).error().code, base::ErrorCode::FileIsSymlink);
    QCOMPARE(m_folder.read("ours.ics"), calendar("old"));
    m_folder.makeFolder("folder");
    QCOMPARE(write(m_folder.at("folder"), calendar("new")).error().code, base::ErrorCode::FileNotRegular);
    QCOMPARE(write(m_folder.at("folder/"), calendar("new")).error().code, base::ErrorCode::FileNotRegular);
    QCOMPARE(write(m_folder.at("none/x.ics"), calendar("new")).error().code, base::ErrorCode::FileNotFound);
}

void TestCalendarFile::calendar_inALinkedFolder_isWritten() {
    m_folder.makeFolder("real");
    fs::create_directory_symlink(m_folder.at("real"), m_folder.at("linked"));
    QVERIFY(write(m_folder.at("linked/x.ics"), calendar("x")));
    QCOMPARE(m_folder.read("real/x.ics"), calendar("x"));
}

void TestCalendarFile::calendar_failingAtEveryStep_keepsTheOld() {
    m_folder.makeFolder("faults");
    const std::string path = m_folder.write("faults/dates.ics", calendar("old"));
    bool failed = true;
    for (int n = 1; failed && n < 10; ++n) {
        m_scene.files().disarm();
        m_scene.files().failAt(n, base::ErrorCode::DiskFull);
        failed = !write(path, calendar("new"));
        const std::string found = m_folder.read("faults/dates.ics");
        QVERIFY(found == calendar("old") || found == calendar("new"));
    }
    m_scene.files().disarm();
    QVERIFY(!failed);
    QCOMPARE(m_scene.files().list(m_folder.at("faults"))->size(), std::size_t{1}); // nothing left beside it
}

void TestCalendarFile::sequence_highest_isFound() {
    QCOMPARE(job::sequenceOf(calendar({})), -1);
    QCOMPARE(job::sequenceOf(calendar("SEQUENCE:3\r\nSEQUENCE:12\r\nSEQUENCE:7\r\n")), 12);
    QCOMPARE(job::sequenceOf(calendar("SEQUENCE:99999999999999\r\nSEQUENCE:x\r\nSEQUENCE:")), -1);
}

QTEST_GUILESS_MAIN(TestCalendarFile)
#include "test_calendar_file.moc"

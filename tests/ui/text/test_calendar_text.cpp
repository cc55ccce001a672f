// Why: calendar programs are strict about lines, and people about what rings.
#include <QTest>

#include "core/job/calendar_file.h"
#include "ui/text/calendar_text.h"

using namespace certwright;
using namespace certwright::text;

class TestCalendarText : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void lines_anyText_areFoldedBetweenCharacters_data();
    void lines_anyText_areFoldedBetweenCharacters();
    void calendar_dates_areWholeEvents();
    void calendar_hostileName_staysInItsLine();
    void sequence_again_rises();

  private:
    Phrasebook m_english{Language::English};
    Phrasebook m_chinese{Language::Chinese};
};

namespace {

job::ServiceDate date(const std::string& name) {
    return {"aoi", "/opt/aoi;1", {job::EndRole::Crl, "crl", 0, name, *base::parseTime("2027-01-02 03:04:05")},
            42,    false,        std::string(32, 'a')};
}

std::string unfolded(std::string text) {
    for (auto at = text.find("\r\n "); at != std::string::npos; at = text.find("\r\n ", at))
        text.erase(at, 3);
    return text;
}

int countOf(const std::string& text, const std::string& part) {
    int count = 0;
    for (auto at = text.find(part); at != std::string::npos; at = text.find(part, at + 1))
        ++count;
    return count;
}

} // namespace

void TestCalendarText::lines_anyText_areFoldedBetweenCharacters_data() {
    QTest::addColumn<QString>("line");
    QTest::newRow("empty") << "";
    QTest::newRow("75") << QString(75, 'x');
    QTest::newRow("76") << QString(76, 'x');
    QTest::newRow("1000") << QString(1000, 'x');
    QTest::newRow("Chinese") << QStringLiteral("SUMMARY:") + QString(200, QChar(0x8BC1));
    QTest::newRow("shifted") << QStringLiteral("SUMMARY:x") + QString(200, QChar(0x8BC1));
    QTest::newRow("beyond the first plane") << QString::fromUtf8("\xF0\x9F\x94\x90").repeated(50);
    QTest::newRow("spaces") << QString(300, ' ');
}

void TestCalendarText::lines_anyText_areFoldedBetweenCharacters() {
    QFETCH(QString, line);
    const std::string folded = foldedLine(line.toStdString());
    QVERIFY(folded.ends_with("\r\n"));
    const QStringList parts =
        QString::fromStdString(folded).chopped(2).split(QStringLiteral("\r\n"), Qt::KeepEmptyParts);
    QString whole;
    for (int i = 0; i < parts.size(); ++i) {
        QVERIFY(parts[i].toUtf8().size() <= 75);
        QVERIFY(!parts[i].contains(QChar(0xFFFD)));
        QVERIFY(i == 0 || parts[i].startsWith(' '));
        whole += i == 0 ? parts[i] : parts[i].mid(1);
    }
    QCOMPARE(whole, line);
}

void TestCalendarText::calendar_dates_areWholeEvents() {
    const CalendarStamp stamp{*base::parseTime("2026-11-21 12:00:00"), "host", 7};
    const std::string text = calendarText({date("CN=a"), date("CN=b")}, stamp, m_english);
    QVERIFY(text.starts_with(job::calendarHead));
    QVERIFY(text.ends_with("END:VEVENT\r\nEND:VCALENDAR\r\n"));
    QCOMPARE(countOf(text, "\r\nBEGIN:VEVENT\r\n"), 2);
    QCOMPARE(countOf(text, "\r\nUID:aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa@certwright\r\n"), 2);
    QCOMPARE(countOf(text, "\r\nDTSTAMP:20261121T120000Z\r\n"), 2);
    QCOMPARE(countOf(text, "\r\nDTSTART:20270102T030405Z\r\n"), 2);
    QCOMPARE(countOf(text, "\r\nSEQUENCE:7\r\n"), 2);
    for (const char* days : {"30", "14", "7", "1"})
        QCOMPARE(countOf(text, std::string("\r\nTRIGGER:-P") + days + "D\r\n"), 2);
    QCOMPARE(countOf(text, "\n"), countOf(text, "\r\n"));
    QVERIFY(unfolded(text).find("SUMMARY:Revocation list ends: CN=a (aoi)\r\n") != std::string::npos);
    QVERIFY(unfolded(text).find("/opt/aoi\\;1\\n") != std::string::npos);
    QCOMPARE(job::sequenceOf(text), 7);
    QVERIFY(calendarText({}, stamp, m_chinese).ends_with("END:VCALENDAR\r\n"));
}

void TestCalendarText::calendar_hostileName_staysInItsLine() {
    const CalendarStamp stamp{*base::parseTime("2026-11-21 12:00:00"), "h\r\nATTACH:x", 1};
    const std::string text =
        calendarText({date("CN=a\r\nEND:VEVENT\nBEGIN:VALARM\nACTION:PROCEDURE\\,;\xff")}, stamp, m_english);
    QCOMPARE(countOf(text, "\r\nEND:VEVENT"), 1);
    QCOMPARE(countOf(text, "\nATTACH"), 0);
    QCOMPARE(countOf(text, "\r\nBEGIN:VALARM"), 4);
    QCOMPARE(countOf(unfolded(text), "\r\nACTION:DISPLAY"), 4);
    QVERIFY(unfolded(text).find("\\\\\\,\\;") != std::string::npos);
    QCOMPARE(countOf(text, "\n"), countOf(text, "\r\n"));
}

void TestCalendarText::sequence_again_rises() {
    const base::Time now = *base::parseTime("2026-11-21 12:00:00");
    const int first = nextSequence(now, -1);
    QVERIFY(first > 0);
    QCOMPARE(nextSequence(now, first), first + 1);
    QVERIFY(nextSequence(now + std::chrono::seconds(1), -1) > first);
    QCOMPARE(nextSequence(now - std::chrono::days(100), first), first + 1); // the clock was set back
    QCOMPARE(nextSequence(base::Time{}, -1), 0);
    QCOMPARE(nextSequence(now, 2147483647), 2147483647);
}

QTEST_APPLESS_MAIN(TestCalendarText)
#include "test_calendar_text.moc"

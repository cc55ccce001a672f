// Why: retention dates are written into config files and judged; a day off stops a service.
#include <QTest>

#include "core/base/clock.h"

using namespace certwright;
using namespace std::chrono_literals;

class TestClock : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    void parseTime_text_timeOrNothing_data();
    void parseTime_text_timeOrNothing();
    void format_time_isUtcWhateverTheZone();
    void wholeDays_distance_roundsTowardsThePast();
};

void TestClock::parseTime_text_timeOrNothing_data() {
    QTest::addColumn<std::string>("text");
    QTest::addColumn<std::string>("iso");
    const auto row = [](const char* name, const char* text, const char* iso) {
        QTest::newRow(name) << std::string(text) << std::string(iso);
    };
    row("day", "2026-11-21", "2026-11-21T00:00:00Z");
    row("space", "2026-11-21 08:01:02", "2026-11-21T08:01:02Z");
    row("iso", "2026-11-21T08:01:02Z", "2026-11-21T08:01:02Z");
    row("iso without Z", "2026-11-21T08:01:02", "2026-11-21T08:01:02Z");
    row("last second", "2026-12-31 23:59:59", "2026-12-31T23:59:59Z");
    row("leap day", "2028-02-29", "2028-02-29T00:00:00Z");
    row("before 1970", "1950-01-01", "1950-01-01T00:00:00Z");
    row("no leap day", "2026-02-29", "");
    row("no such month", "2026-13-01", "");
    row("day 0", "2026-01-00", "");
    row("hour 24", "2026-01-01 24:00:00", "");
    row("minute 60", "2026-01-01 00:60:00", "");
    row("second 60", "2026-01-01 00:00:60", "");
    row("empty", "", "");
    row("year only", "2026", "");
    row("year and month", "2026-11", "");
    row("short day", "2026-11-2", "");
    row("letters", "2O26-11-21", "");
    row("slashes", "2026/11/21", "");
    row("end after T", "2026-11-21T", "");
    row("hour only", "2026-11-21T08", "");
    row("hour, colon", "2026-11-21T08:", "");
    row("no seconds", "2026-11-21T08:01", "");
    row("seconds cut", "2026-11-21T08:01:", "");
    row("other zone", "2026-11-21T08:01:02+08:00", "");
    row("text after day", "2026-11-21x", "");
    row("fraction", "2026-11-21T08:01:02.5Z", "");
}

void TestClock::parseTime_text_timeOrNothing() {
    QFETCH(std::string, text);
    QFETCH(std::string, iso);
    const auto time = base::parseTime(text);
    QCOMPARE(time.has_value(), !iso.empty());
    if (time)
        QCOMPARE(base::formatIso(*time), iso);
}

void TestClock::format_time_isUtcWhateverTheZone() {
    qputenv("TZ", "Asia/Shanghai");
    const base::Time time{std::chrono::seconds{1795262400}};
    QCOMPARE(base::formatIso(time), std::string("2026-11-21T12:00:00Z"));
    QCOMPARE(base::formatUtc(time), std::string("2026-11-21 12:00:00"));
    QCOMPARE(base::parseTime(base::formatUtc(time)), std::optional(time));
    QCOMPARE(base::formatIso(base::Time{-1s}), std::string("1969-12-31T23:59:59Z"));
}

void TestClock::wholeDays_distance_roundsTowardsThePast() {
    const base::Time now = base::parseTime("2026-11-21T12:00:00Z").value_or(base::Time{});
    QCOMPARE(base::wholeDays(now, now), 0);
    QCOMPARE(base::wholeDays(now, now + 24h), 1);
    QCOMPARE(base::wholeDays(now, now + 24h - 1s), 0);
    QCOMPARE(base::wholeDays(now, now - 1h), -1);
    QCOMPARE(base::wholeDays(now, now - 24h), -1);
    QCOMPARE(base::wholeDays(now, now - 25h), -2);
}

QTEST_APPLESS_MAIN(TestClock)
#include "test_clock.moc"

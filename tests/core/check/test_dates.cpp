// Why: at the very second, and at 29, 30, 31, 99 and 100 days, the verdict must turn and not a second beside
// it.
#include "tests/core/check/row_test.h"

using namespace certwright;
using namespace std::chrono_literals;
using test::Order;
using test::orderRow;
using test::today;

namespace {

std::function<void(Order&)> leafEnds(std::chrono::seconds fromNow) {
    return [=](Order& order) { order.leaf.notAfter = today() + fromNow; };
}

std::function<void(Order&)> leafRuns(const char* from, const char* to) {
    return [=](Order& order) {
        order.leaf.notBefore = test::at(from);
        order.leaf.notAfter = test::at(to);
    };
}

constexpr auto day = std::chrono::seconds(std::chrono::days(1));

} // namespace

class TestDates : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void dates_end_data() {
        test::startRows();
        const std::string expired = "blocker certificate.expired /in/server.pem";
        const std::string soon = "warning certificate.expires-soon /in/server.pem";
        const std::string later = "note certificate.expires /in/server.pem";
        orderRow("a second ago", leafEnds(-1s), {expired});
        orderRow("this second", leafEnds(0s), {soon});
        orderRow("29 days", leafEnds(29 * day), {soon});
        orderRow("a second under 30 days", leafEnds(30 * day - 1s), {soon});
        orderRow("30 days", leafEnds(30 * day), {later});
        orderRow("31 days", leafEnds(31 * day), {later});
        orderRow("99 days", leafEnds(99 * day), {later});
        orderRow("a second under 100 days", leafEnds(100 * day - 1s), {later});
        orderRow("100 days", leafEnds(100 * day));
    }
    void dates_end() { test::compareRow(); }

    void dates_begin_data() {
        test::startRows();
        orderRow("this second", [](Order& o) { o.leaf.notBefore = today(); });
        orderRow("in a second", [](Order& o) { o.leaf.notBefore = today() + 1s; },
                 {"blocker certificate.not-yet-valid /in/server.pem"});
    }
    void dates_begin() { test::compareRow(); }

    void dates_roles_data() {
        test::startRows();
        const auto ended = test::at("2026-11-20");
        orderRow("intermediate", [=](Order& o) { o.intermediate.notAfter = ended; },
                 {"blocker certificate.expired /in/server.pem"});
        orderRow("CA", [=](Order& o) { o.root.notAfter = ended; },
                 {"blocker certificate.expired /in/ca.crt"});
        orderRow("CA soon", [](Order& o) { o.root.notAfter = today() + 29 * day; },
                 {"warning certificate.expires-soon /in/ca.crt"});
        orderRow("CA not yet", [](Order& o) { o.root.notBefore = today() + day; },
                 {"blocker certificate.not-yet-valid /in/ca.crt"});
    }
    void dates_roles() { test::compareRow(); }

    void dates_length_data() {
        test::startRows();
        const std::string tooLong = "note certificate.long-validity /in/server.pem";
        orderRow("ten years", leafRuns("2020-03-01", "2030-03-01"));
        orderRow("a second more", leafRuns("2020-03-01", "2030-03-01 00:00:01"), {tooLong});
        orderRow("from a leap day", leafRuns("2020-02-29", "2030-03-01"));
        orderRow("from a leap day and more", leafRuns("2020-02-29", "2030-03-01 00:00:01"), {tooLong});
        orderRow("CA", [](Order& o) { o.root.notBefore = test::at("2001-01-01"); },
                 {"note certificate.long-validity /in/ca.crt"});
    }
    void dates_length() { test::compareRow(); }

    void dates_findings_carryRoleAndNumbers() {
        Order order;
        order.leaf.notAfter = today() + 29 * day + 23h;
        order.intermediate.notAfter = today() - 5s;
        order.root.notBefore = test::at("2021-12-30");
        order.root.notAfter = test::at("2031-12-31");
        const auto verdict = test::sceneOf(order).judge();
        const auto* soon = test::bodyOf<check::CertificateExpiresSoon>(verdict);
        QVERIFY(soon);
        QCOMPARE(soon->role, std::string("server"));
        QCOMPARE(soon->daysLeft, 29);
        const auto* expired = test::bodyOf<check::CertificateExpired>(verdict);
        QVERIFY(expired);
        QCOMPARE(expired->role, std::string("intermediate"));
        QCOMPARE(expired->notAfter, today() - 5s);
        QCOMPARE(expired->now, today());
        const auto* tooLong = test::bodyOf<check::CertificateLongValidity>(verdict);
        QVERIFY(tooLong);
        QCOMPARE(tooLong->role, std::string("ca"));
        QCOMPARE(tooLong->years, 11);
        QCOMPARE(tooLong->maximum, 10);
    }
};

QTEST_APPLESS_MAIN(TestDates)
#include "test_dates.moc"

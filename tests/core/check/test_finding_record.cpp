// Why: what was found years ago must be told again exactly, and a damaged record must not become a finding.
#include <QTest>
#include <utility>

#include "core/check/finding_record.h"

using namespace certwright;

namespace {

// Filler gives every field of a body a value of its own.
struct Filler {
    int next = 1;

    void fill(std::string& value) { value = "text \"" + std::to_string(next++) + "\" \xE8\xAF\x81"; }
    void fill(std::vector<std::string>& value) { value = {"a" + std::to_string(next++), ""}; }
    void fill(base::Time& value) { value = base::Time(std::chrono::seconds(1000000000 + next++)); }
    template <typename Number>
    requires std::is_integral_v<Number>
    void fill(Number& value) { value = static_cast<Number>(next++); }
};

template <typename Body> check::Finding filled() {
    Body body;
    Filler filler;
    body.fields([&](const char*, const auto& field) {
        filler.fill(const_cast<std::remove_cvref_t<decltype(field)>&>(field)); // `body` is not const
    });
    return {check::Severity::Warning, "subject", std::move(body)};
}

check::Findings allFilled() {
    check::Findings all;
    check::FindingBodies::each([&]<typename Body>() { all.push_back(filled<Body>()); });
    return all;
}

} // namespace

class TestFindingRecord : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    void record_everyBody_comesBackWhole();
    void record_damaged_isNothing_data();
    void record_damaged_isNothing();
};

void TestFindingRecord::record_everyBody_comesBackWhole() {
    const auto all = allFilled();
    for (const check::Finding& finding : all) {
        const std::string record = check::recordOf(finding);
        const auto back = check::findingFrom(record);
        QVERIFY2(back.has_value(), record.c_str());
        QCOMPARE(check::recordOf(*back), record);
        QVERIFY(finding.body.visit([&]<typename Body>(const Body&) { return back->body.is<Body>(); }));
        QCOMPARE(back->severity, check::Severity::Warning);
    }
}

void TestFindingRecord::record_damaged_isNothing_data() {
    QTest::addColumn<std::string>("record");
    const std::string good = check::recordOf({check::Severity::Note, "s", check::SlotMissing{"ca"}});
    QVERIFY(check::findingFrom(good).has_value());
    const auto row = [&](const char* name, const std::string& from, const std::string& to) {
        std::string text = good;
        const auto at = text.find(from);
        QVERIFY2(at != std::string::npos, name);
        QTest::newRow(name) << text.replace(at, from.size(), to);
    };
    row("unknown code", "slot.missing", "slot.unheard-of");
    row("unknown severity", "\"note\"", "\"fatal\"");
    row("no subject", "\"subject\"", "\"object\"");
    row("field of another type", "\"ca\"", "7");
    row("field missing", "\"slot\":", "\"slut\":");
    row("data no object", "{\"slot\":\"ca\"}", "[1]");
    QTest::newRow("empty") << std::string();
    QTest::newRow("no object") << std::string("[]");
    QTest::newRow("truncated") << good.substr(0, good.size() / 2);
}

void TestFindingRecord::record_damaged_isNothing() {
    QFETCH(std::string, record);
    QVERIFY(!check::findingFrom(record).has_value());
}

QTEST_GUILESS_MAIN(TestFindingRecord)
#include "test_finding_record.moc"

// Why: a program on the other end of a pipe sends what it likes, waits when it likes and goes away when it
// likes.
#include <QTest>

#include <atomic>
#include <chrono>
#include <thread>

#include <nlohmann/json.hpp>

#include "core/job/batch.h"
#include "core/job/batch_line.h"
#include "core/job/validation.h"
#include "tests/support/forge/forge.h"

using namespace certwright;
using nlohmann::json;

namespace {

const base::Time now = *base::parseRfc3339("2026-06-01T00:00:00Z");

json answered(const std::string& line) {
    return json::parse(job::answerLine(line, now, secret::SecretAccess::grant()));
}

forge::Case simpleCase() {
    return forge::makeFromText("why: The plain case.\n"
                               "chain:\n"
                               "  root: {}\n"
                               "  leaf: { issuer: root, san: [ \"DNS:server.example.com\" ] }\n"
                               "policy: { service: valid }\n");
}

json simpleLine() {
    return json::parse(forge::batchLine(simpleCase(), "service"));
}

// StoppedAfter cancels once it was asked so often.
class StoppedAfter final : public base::Progress {
  public:
    explicit StoppedAfter(int questions)
        : m_left(questions) {}
    void enter(base::Step, int, int) override {}
    bool cancelled() const override { return m_left-- <= 0; }

  private:
    mutable std::atomic<int> m_left;
};

} // namespace

class TestBatch : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    void line_notUnderstood_isAnsweredWithItsField_data();
    void line_notUnderstood_isAnsweredWithItsField();
    void line_withoutOptionalMembers_isAnswered();
    void line_hostOfAnother_isMismatch();
    void line_fractionOfASecond_isDropped();
    void line_damagedList_isNotPassedOver_data();
    void line_damagedList_isNotPassedOver();
    void line_listOfTwoAlgorithms_isNotPassedOver_data();
    void line_listOfTwoAlgorithms_isNotPassedOver();
    void line_keyAmongCertificates_isDropped();
    void batch_slowFirstLine_keepsTheOrder();
    void batch_askerThatWaits_isServedAtOnce();
    void batch_nobodyReads_ends();
    void batch_cancelled_ends();
};

void TestBatch::line_notUnderstood_isAnsweredWithItsField_data() {
    QTest::addColumn<std::string>("line");
    QTest::addColumn<std::string>("error");
    QTest::addColumn<std::string>("field");
    const auto row = [](const char* name, std::string line, const char* error, const char* field = "") {
        QTest::newRow(name) << std::move(line) << std::string(error) << std::string(field);
    };
    const auto with = [](const char* member, json value) {
        json line = simpleLine();
        line[member] = std::move(value);
        return line.dump();
    };
    row("empty", "", "not-json");
    row("cut", simpleLine().dump().substr(0, 200), "not-json");
    row("octets", "\xFF\xFE\x00{", "not-json");
    row("deep", std::string(100000, '['), "not-json");
    row("array", "[]", "not-an-object");
    row("number", "7", "not-an-object");
    row("no leaf", "{}", "missing-field", "leaf");
    row("leaf no text", with("leaf", 7), "bad-field", "leaf");
    row("trusted no list", with("trusted", "x"), "bad-field", "trusted");
    row("trusted of numbers", with("trusted", json::array({1})), "bad-field", "trusted");
    row("time", with("at", "yesterday"), "bad-field", "at");
    row("time without zone", with("at", "2026-06-01T00:00:00"), "bad-field", "at");
    row("policy", with("policy", "strict"), "bad-field", "policy");
    row("purpose", with("purpose", "mail"), "bad-field", "purpose");
    row("depth", with("max_depth", -1), "bad-field", "max_depth");
    row("depth of half", with("max_depth", 1.5), "bad-field", "max_depth");
    row("flag", with("explicit_policy", "yes"), "bad-field", "explicit_policy");
    row("policies", with("initial_policies", json::array({false})), "bad-field", "initial_policies");
    row("too long", std::string(job::maximumLine + 1, ' '), "too-long");
}

void TestBatch::line_notUnderstood_isAnsweredWithItsField() {
    QFETCH(std::string, line);
    QFETCH(std::string, error);
    QFETCH(std::string, field);
    const json answer = answered(line);
    QCOMPARE(answer.at("valid").get<bool>(), false);
    QCOMPARE(answer.at("error").get<std::string>(), error);
    QCOMPARE(answer.value("field", std::string()), field);
    QVERIFY(answer.contains("id"));
}

void TestBatch::line_withoutOptionalMembers_isAnswered() {
    const json answer = answered(json{{"leaf", simpleLine().at("leaf")}}.dump());
    QCOMPARE(answer.at("valid").get<bool>(), false);
    QVERIFY(answer.at("id").is_null());
    QCOMPARE(answer.at("findings").at(0).get<std::string>(), std::string("chain.issuer-missing"));
    QVERIFY(answer.at("path").empty());
}

void TestBatch::line_hostOfAnother_isMismatch() {
    json line = simpleLine();
    line["id"] = "one";
    line["host"] = "server.example.com";
    QVERIFY(answered(line.dump()).at("valid").get<bool>());
    line["host"] = "other.example.com";
    const json answer = answered(line.dump());
    QVERIFY(!answer.at("valid").get<bool>());
    QCOMPARE(answer.at("id").get<std::string>(), std::string("one"));
    QCOMPARE(answer.at("findings").at(0).get<std::string>(), std::string("certificate.host-mismatch"));
    QCOMPARE(answer.at("path").size(), std::size_t{2});
}

void TestBatch::line_fractionOfASecond_isDropped() {
    json line = simpleLine();
    line["at"] = "2026-12-31T00:00:00.9+00:00"; // the forge's leaves end with that second
    const bool atTheEnd = answered(line.dump()).at("valid").get<bool>();
    line["at"] = "2026-12-31T00:00:01Z";
    const bool after = answered(line.dump()).at("valid").get<bool>();
    QVERIFY(atTheEnd);
    QVERIFY(!after);
}

void TestBatch::line_damagedList_isNotPassedOver_data() {
    QTest::addColumn<std::string>("list");
    QTest::addColumn<bool>("valid");
    QTest::newRow("no base64") << std::string("-----BEGIN X509 CRL-----\n*\n-----END X509 CRL-----\n")
                               << false;
    QTest::newRow("cut") << std::string("-----BEGIN X509 CRL-----\nMIIB\n") << false;
    QTest::newRow("something else") << std::string("hello") << false;
}

void TestBatch::line_damagedList_isNotPassedOver() {
    QFETCH(std::string, list);
    QFETCH(bool, valid);
    json line = simpleLine();
    line["crls"] = json::array({list});
    QCOMPARE(answered(line.dump()).at("valid").get<bool>(), valid);
}

// Other programs load such a list; here it is none, and what it might have said is unknown.
void TestBatch::line_listOfTwoAlgorithms_isNotPassedOver_data() {
    QTest::addColumn<std::string>("policy");
    for (const char* policy : {"service", "rfc5280", "webpki"})
        QTest::newRow(policy) << std::string(policy);
}

void TestBatch::line_listOfTwoAlgorithms_isNotPassedOver() {
    QFETCH(std::string, policy);
    const forge::Case made =
        forge::makeFromText("why: Both algorithm fields of a list must be equal (RFC 5280 section 5.1.1.2).\n"
                            "chain:\n"
                            "  root: {}\n"
                            "  leaf: { issuer: root }\n"
                            "crl-list:\n"
                            "  list: { signature: { outer: ecdsa-sha384 } }\n"
                            "policy: { rfc5280: invalid, webpki: invalid }\n");
    QVERIFY(!answered(forge::batchLine(made, policy)).at("valid").get<bool>());
}

void TestBatch::line_keyAmongCertificates_isDropped() {
    json line = simpleLine();
    line["untrusted"] = json::array({"-----BEGIN PRIVATE KEY-----\nMAA=\n-----END PRIVATE KEY-----\n"});
    QVERIFY(answered(line.dump()).at("valid").get<bool>());
}

void TestBatch::batch_slowFirstLine_keepsTheOrder() {
    int asked = 0;
    std::vector<std::string> got;
    base::SilentProgress progress;
    const job::BatchEnds ends{
        [&]() { return asked < 500 ? std::optional(std::to_string(asked++)) : std::nullopt; },
        [&](const std::string& answer) {
            got.push_back(answer);
            return true;
        }};
    const auto answer = [](const std::string& line) {
        if (line == "0")
            std::this_thread::sleep_for(std::chrono::milliseconds(100));
        return line;
    };
    QVERIFY(job::runBatch(ends, answer, progress, 4).has_value());
    QCOMPARE(got.size(), std::size_t{500});
    for (int i = 0; i < 500; ++i)
        QCOMPARE(got[static_cast<std::size_t>(i)], std::to_string(i));
}

// The asker gives its second line only after the answer to the first.
void TestBatch::batch_askerThatWaits_isServedAtOnce() {
    std::atomic<int> given = 0;
    int asked = 0;
    base::SilentProgress progress;
    bool waitedInVain = false;
    const job::BatchEnds ends{[&]() -> std::optional<std::string> {
                                  for (int tries = 0; given < asked && tries < 5000; ++tries)
                                      std::this_thread::sleep_for(std::chrono::milliseconds(1));
                                  waitedInVain = waitedInVain || given < asked;
                                  return asked < 5 ? std::optional(std::to_string(asked++)) : std::nullopt;
                              },
                              [&](const std::string&) {
                                  ++given;
                                  return true;
                              }};
    QVERIFY(job::runBatch(
                ends, [](const std::string& line) { return line; }, progress, 2)
                .has_value());
    QCOMPARE(given.load(), 5);
    QVERIFY(!waitedInVain);
}

void TestBatch::batch_nobodyReads_ends() {
    base::SilentProgress progress;
    int given = 0;
    const job::BatchEnds ends{[] { return std::optional<std::string>("again"); },
                              [&](const std::string&) { return ++given < 10; }};
    const auto done = job::runBatch(
        ends, [](const std::string& line) { return line; }, progress, 3);
    QVERIFY(!done.has_value());
    QCOMPARE(done.error().code, base::ErrorCode::InputOutput);
    QCOMPARE(given, 10);
}

void TestBatch::batch_cancelled_ends() {
    StoppedAfter progress(50);
    std::atomic<int> given = 0;
    const job::BatchEnds ends{[] { return std::optional<std::string>("again"); },
                              [&](const std::string&) {
                                  ++given;
                                  return true;
                              }};
    const auto done = job::runBatch(
        ends, [](const std::string& line) { return line; }, progress, 2);
    QVERIFY(!done.has_value());
    QCOMPARE(done.error().code, base::ErrorCode::Cancelled);
    QVERIFY(given <= 50);
}

QTEST_APPLESS_MAIN(TestBatch)
#include "test_batch.moc"

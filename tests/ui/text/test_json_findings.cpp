// Why: scripts rely on codes, names of data and both texts.
#include <QTest>

#include "ui/text/json_findings.h"

using namespace certwright;

class TestJsonFindings : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void finding_fields_haveTheirNames();
    void finding_hostileText_isValidJson();
    void error_code_andBothTexts();

  private:
    text::Books m_books;
};

void TestJsonFindings::finding_fields_haveTheirNames() {
    const check::Finding finding{
        check::Severity::Warning, "server.crt",
        check::CertificateExpiresSoon{"server", "CN=a", *base::parseTime("2026-12-01"), 10}};
    const text::Json json = text::jsonOf(finding, m_books);
    QCOMPARE(json.at("code").get<std::string>(), std::string("certificate.expires-soon"));
    QCOMPARE(json.at("severity").get<std::string>(), std::string("warning"));
    QCOMPARE(json.at("data").at("daysLeft").get<int>(), 10);
    QCOMPARE(json.at("data").at("notAfter").get<std::string>(), std::string("2026-12-01T00:00:00Z"));
    QVERIFY(json.at("text").at("en").at("sentence").get<std::string>().find("10 days") != std::string::npos);
    QVERIFY(json.at("text").at("zh").at("sentence").get<std::string>().find("10 天") != std::string::npos);
    QVERIFY(!json.at("text").at("zh").at("nextStep").get<std::string>().empty());
}

void TestJsonFindings::finding_hostileText_isValidJson() {
    const check::Finding finding{check::Severity::Note, "\xFF\x1b", check::FileUnused{"\xC0\x80", {"crl"}}};
    const std::string dumped = text::jsonOf(finding, m_books).dump();
    QVERIFY(text::Json::accept(dumped));
}

void TestJsonFindings::error_code_andBothTexts() {
    const text::Json json = text::jsonOf(base::Error{base::ErrorCode::DiskFull, "/x", "28"}, m_books);
    QCOMPARE(json.at("code").get<std::string>(), std::string("disk.full"));
    QVERIFY(json.at("text").at("zh").at("sentence").get<std::string>().find("磁盘") != std::string::npos);
}

QTEST_APPLESS_MAIN(TestJsonFindings)
#include "test_json_findings.moc"

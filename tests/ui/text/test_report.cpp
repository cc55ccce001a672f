// Why: a report is handed to strangers and printed: hostile names must stay text, and both languages say all.
#include <QTest>

#include <QRegularExpression>

#include "core/profile/load.h"
#include "ui/text/history_page.h"
#include "ui/text/json_history.h"
#include "ui/text/report_html.h"

using namespace certwright;

namespace {

const std::string hash(64, 'a');

// An entry as a hostile CA and a hostile account name would make it.
apply::Entry hostileEntry() {
    apply::Entry entry;
    entry.sequence = 3;
    entry.id = "20261121-080000-0a0b0c0d";
    entry.operation = plan::Operation::Rollback;
    entry.restores = "20261120-080000-01020304-before";
    entry.service = "streamserver";
    entry.startedAt = *base::parseTime("2026-11-21T08:00:00Z");
    entry.actor = {"<b>mallory</b>", "host\"onload=\"alert(1)", "0.1"};
    apply::KeptChange cert;
    cert.slot = "cert";
    cert.path = "/srv/<img src=x onerror=alert(1)>/server.crt";
    cert.before = plan::Before{std::string(64, 'b'), 0440, {}, 1};
    cert.mode = 0400;
    cert.sha256 = hash;
    cert.about = "CN=<script>alert('new')</script>";
    cert.beforeAbout = "CN=old & \"quoted\"\x1b[31m";
    entry.changes.push_back(cert);
    apply::KeptChange key = cert;
    key.slot = "key";
    key.path = "/srv/server.key";
    key.keeping = plan::Keeping::Transient;
    entry.changes.push_back(key);
    entry.difference = {{'-', 3, "server_key_mm=********"}, {'+', 3, "x=</pre><script>1</script>"}};
    entry.findings = {{check::Severity::Warning, "x", check::RollbackUnproved{"<i>id</i>"}}};
    entry.proof = {apply::ProofOutcome::Passed, {"unseal", "handshake"}, "TLSv1.3", "TLS_AES_256_GCM_SHA384"};
    entry.state = {{"/srv/server.crt", plan::KeptKind::File, plan::Keeping::Stored, true, 0400, {}, hash}};
    return entry;
}

} // namespace

class TestReport : public QObject {
    Q_OBJECT

  private:
    text::Record record(const apply::Entry& entry, const text::Phrasebook& book) const {
        return text::recordOf(entry, *profile::findProfile("streamserver", {}), "/srv", book);
    }
    static QString page(const text::Record& record) {
        text::Page page(text::Colour::Off);
        text::addRecord(page, record);
        text::addSignatures(page, record);
        return page.text();
    }

    text::Books m_books;

  private Q_SLOTS:
    void html_hostileNames_areText();
    void html_isSelfContained();
    void html_bothLanguages_standSideBySide();
    void record_tellsOldAndNew();
    void record_adoption_saysNothingChanged();
    void table_eachEntry_isARow();
    void json_entry_hasEverything();
};

void TestReport::html_hostileNames_areText() {
    const QString html = text::reportHtml({record(hostileEntry(), m_books.english)});
    for (const char* tag : {"<script", "<img", "<b>", "<i>", "</pre><"})
        QVERIFY2(!html.contains(QLatin1String(tag)), tag);
    QVERIFY(html.contains(QStringLiteral("&lt;script&gt;alert('new')&lt;/script&gt;")));
    QVERIFY(html.contains(QStringLiteral("host&quot;onload=&quot;alert(1)")));
    QVERIFY(html.contains(QStringLiteral("CN=old &amp; &quot;quoted&quot;\\x1B[31m"), Qt::CaseInsensitive));
    QVERIFY(!html.contains(QChar(0x1B)));
}

void TestReport::html_isSelfContained() {
    const QString html =
        text::reportHtml({record(hostileEntry(), m_books.english), record(hostileEntry(), m_books.chinese)});
    static const QRegularExpression attribute(QStringLiteral("<[a-z][^>]*\\s(href|src|on\\w+|style)\\s*="));
    QVERIFY(!attribute.match(html).hasMatch());
    for (const char* part : {"http://", "https://", "url(", "@import", "<link", "<iframe"})
        QVERIFY2(!html.contains(QLatin1String(part)), part);
    QVERIFY(html.contains(QStringLiteral("@media print")));
    QVERIFY(html.contains(QStringLiteral("default-src 'none'")));
}

void TestReport::html_bothLanguages_standSideBySide() {
    const QString html =
        text::reportHtml({record(hostileEntry(), m_books.english), record(hostileEntry(), m_books.chinese)});
    QCOMPARE(html.count(QStringLiteral("<section lang=\"en\">")), 4);
    QCOMPARE(html.count(QStringLiteral("<section lang=\"zh-CN\">")), 4);
    QVERIFY(html.contains(QStringLiteral("Certificate hand-over record")));
    QCOMPARE(html.count(QStringLiteral("<pre>")), 1);
    const QString chinese = text::reportHtml({record(hostileEntry(), m_books.chinese)});
    QVERIFY(chinese.contains(QStringLiteral("<html lang=\"zh-CN\">")));
    QVERIFY(!chinese.contains(QStringLiteral("lang=\"en\"")));
}

void TestReport::record_tellsOldAndNew() {
    const QString text = page(record(hostileEntry(), m_books.english));
    for (const char* part :
         {"20261121-080000-0a0b0c0d", "2026-11-21 08:00 UTC", "<b>mallory</b>", "Certwright 0.1", "440 → 400",
          "the one before 20261120-080000-01020304", "server_key_mm=********", "TLSv1.3",
          "not kept: it held a key without encryption", "Handed over", "Received"})
        QVERIFY2(text.contains(QString::fromUtf8(part)), part);
    QVERIFY(
        text.contains(QString(64, QLatin1Char('b')) + QStringLiteral(" → ") + QString(64, QLatin1Char('a'))));
    QVERIFY(!text.contains(QChar(0x1B)));
}

void TestReport::record_adoption_saysNothingChanged() {
    apply::Entry entry = hostileEntry();
    entry.operation = plan::Operation::Adopt;
    entry.restores.clear();
    entry.changes.clear();
    entry.difference.clear();
    entry.findings.clear();
    entry.proof = {};
    const text::Record adopted = record(entry, m_books.english);
    const QString text = page(adopted);
    QVERIFY(text.contains(adopted.noChanges));
    QVERIFY(text.contains(adopted.noFindings));
    const QString html = text::reportHtml({adopted});
    QVERIFY(html.contains(adopted.noChanges) && html.contains(adopted.noFindings));
    QVERIFY(!html.contains(QStringLiteral("<pre>")));
}

void TestReport::table_eachEntry_isARow() {
    job::Past past;
    past.history.entries = {hostileEntry(), hostileEntry()};
    past.history.entries[1].id = "20261120-080000-11111111";
    text::Page page(text::Colour::Off);
    text::addHistory(page, past, "/srv", m_books.english);
    QVERIFY(page.text().contains(QStringLiteral("20261120-080000-11111111")));
    QVERIFY(page.text().contains(QStringLiteral("cert, key")));
    QVERIFY(page.text().contains(QStringLiteral("10 states")) || page.text().contains(QStringLiteral("10 ")));
    text::Page empty(text::Colour::Off);
    text::addHistory(empty, {}, "/srv", m_books.english);
    QVERIFY(empty.text().contains(QStringLiteral("Nothing yet.")));
}

void TestReport::json_entry_hasEverything() {
    const text::Json json = text::entryJson(hostileEntry(), m_books);
    QVERIFY(text::Json::accept(json.dump()));
    QCOMPARE(json.at("operation").get<std::string>(), std::string("rollback"));
    QCOMPARE(json.at("changes").size(), std::size_t{2});
    QCOMPARE(json.at("changes").at(0).at("before").at("mode").get<std::string>(), std::string("440"));
    QCOMPARE(json.at("findings").at(0).at("code").get<std::string>(), std::string("rollback.unproved"));
    QCOMPARE(json.at("proof").at("cipher").get<std::string>(), std::string("TLS_AES_256_GCM_SHA384"));
    QVERIFY(json.at("state").at(0).at("stored").get<bool>());
    const text::Json list = text::historyJson({{hostileEntry()}, {"damaged-one"}}, {10, 400});
    QCOMPARE(list.at("damaged").at(0).get<std::string>(), std::string("damaged-one"));
    QCOMPARE(list.at("limits").at("days").get<int>(), 400);
}

QTEST_APPLESS_MAIN(TestReport)
#include "test_report.moc"

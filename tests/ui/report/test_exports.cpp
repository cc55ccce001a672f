// Why: what is handed over leaves the house: it must be whole, in the right language, and hold no secret.
#include <QDir>
#include <QFile>
#include <QSignalSpy>

#include "core/job/past.h"
#include "tests/ui/wizard/walk.h"
#include "ui/report/calendar_export.h"
#include "ui/report/report_export.h"

using namespace certwright;
using report::Form;
using report::Speech;
using test::GuiScene;

Q_DECLARE_METATYPE(certwright::report::Speech)

namespace {

QByteArray contentOf(const QString& path) {
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

class TestExports : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void init();
    void html_eachLanguage_tellsFingerprintsAndNoSecret_data();
    void html_eachLanguage_tellsFingerprintsAndNoSecret();
    void pdf_bothLanguages_isADocumentWithItsFonts();
    void report_diskFull_isToldAndLeavesNothing();
    void report_unknownTransaction_isTold();
    void report_cancelledDialog_writesNothing();
    void calendar_installedService_hasItsDates();
    void calendar_otherFileThere_staysAsItIs();

  private:
    report::Transaction transaction() {
        const auto draft = m_scene->draftFor("streamserver");
        return {{draft.service, draft.root, draft.home}, {}};
    }
    std::vector<job::KnownService> services() {
        const auto draft = m_scene->draftFor("streamserver");
        return {{draft.service, draft.root, draft.home, {}}};
    }
    QString target(const char* name) {
        return QString::fromStdString(m_scene->path("documents")) + QLatin1Char('/') + QLatin1String(name);
    }
    void save(const char* name, Form form, Speech speech) {
        m_scene->dialogs().saveAs = target(name);
        m_export->save(transaction(), form, speech);
        QVERIFY(m_scene->settle());
    }

    std::unique_ptr<GuiScene> m_scene;
    report::ReportExport* m_export = nullptr;
};

void TestExports::init() {
    m_scene = std::make_unique<GuiScene>();
    QVERIFY(test::install(*m_scene, "good-pem"));
    m_export = new report::ReportExport(m_scene->workplace(), &m_scene->window());
}

void TestExports::html_eachLanguage_tellsFingerprintsAndNoSecret_data() {
    QTest::addColumn<Speech>("speech");
    QTest::addColumn<bool>("english");
    QTest::addColumn<bool>("chinese");
    QTest::newRow("English") << Speech::English << true << false;
    QTest::newRow("Chinese") << Speech::Chinese << false << true;
    QTest::newRow("both") << Speech::Both << true << true;
}

void TestExports::html_eachLanguage_tellsFingerprintsAndNoSecret() {
    QFETCH(Speech, speech);
    QFETCH(bool, english);
    QFETCH(bool, chinese);
    const QSignalSpy written(m_export, &report::Export::written);
    save("report.html", Form::Html, speech);
    QCOMPARE(written.count(), 1);
    const QByteArray html = contentOf(target("report.html"));
    QCOMPARE(html.contains("Changes"), english);
    QCOMPARE(html.contains("更改"), chinese);
    const auto draft = m_scene->draftFor("streamserver");
    const QByteArray certificate =
        contentOf(QString::fromStdString(draft.root + "/sample/mxVision/streamserver/keys/server.crt"));
    const std::string print = plan::contentHash(base::toBytes(certificate.toStdString()));
    QVERIFY(html.contains(QByteArray::fromStdString(print)));
    for (const char* secret : {"PRIVATE KEY", "practice\"", "server_key_mm=e"})
        QVERIFY2(!html.contains(secret), secret);
}

void TestExports::pdf_bothLanguages_isADocumentWithItsFonts() {
    save("report.pdf", Form::Pdf, Speech::Both);
    const QByteArray pdf = contentOf(target("report.pdf"));
    QVERIFY(pdf.startsWith("%PDF-"));
    QVERIFY(pdf.contains("/FontFile"));
    QVERIFY(pdf.count("/Type /Page\n") >= 1);
}

void TestExports::report_diskFull_isToldAndLeavesNothing() {
    QSignalSpy failed(m_export, &report::Export::failed);
    m_scene->files().failFrom(m_scene->files().operations() + 1, base::ErrorCode::DiskFull);
    save("report.html", Form::Html, Speech::English);
    QCOMPARE(failed.count(), 1);
    QCOMPARE(failed.first().first().value<base::Error>().code, base::ErrorCode::DiskFull);
    QVERIFY(QDir(QString::fromStdString(m_scene->path("documents"))).isEmpty());
}

void TestExports::report_unknownTransaction_isTold() {
    QSignalSpy failed(m_export, &report::Export::failed);
    m_scene->dialogs().saveAs = target("report.html");
    report::Transaction unknown = transaction();
    unknown.id = "nothing";
    m_export->save(unknown, Form::Html, Speech::English);
    QVERIFY(m_scene->settle());
    QCOMPARE(failed.count(), 1);
    QVERIFY(!QFile::exists(target("report.html")));
}

void TestExports::report_cancelledDialog_writesNothing() {
    m_export->save(transaction(), Form::Pdf, Speech::English);
    QVERIFY(!m_export->busy());
    QVERIFY(QDir(QString::fromStdString(m_scene->path("documents"))).isEmpty());
}

void TestExports::calendar_installedService_hasItsDates() {
    report::CalendarExport calendar(m_scene->workplace(), &m_scene->window());
    const QSignalSpy written(&calendar, &report::Export::written);
    m_scene->dialogs().saveAs = target("dates.ics");
    calendar.save(services());
    QVERIFY(m_scene->settle());
    QCOMPARE(written.count(), 1);
    const QByteArray text = contentOf(target("dates.ics"));
    QVERIFY(text.startsWith("BEGIN:VCALENDAR"));
    QVERIFY(text.contains("BEGIN:VALARM"));
    calendar.save(services());
    QVERIFY(m_scene->settle());
    QCOMPARE(written.count(), 2);
}

void TestExports::calendar_otherFileThere_staysAsItIs() {
    report::CalendarExport calendar(m_scene->workplace(), &m_scene->window());
    QSignalSpy failed(&calendar, &report::Export::failed);
    QFile other(target("notes.txt"));
    QVERIFY(other.open(QIODevice::WriteOnly) && other.write("mine") == 4);
    other.close();
    m_scene->dialogs().saveAs = target("notes.txt");
    calendar.save(services());
    QVERIFY(m_scene->settle());
    QCOMPARE(failed.count(), 1);
    QCOMPARE(contentOf(target("notes.txt")), QByteArray("mine"));
}

QTEST_MAIN(TestExports)
#include "test_exports.moc"

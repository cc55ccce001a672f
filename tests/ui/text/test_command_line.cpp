// Why: a command that is copied into a shell must do what the window would, whatever files are called.
#include <QProcess>
#include <QTest>

#include "ui/text/command_line.h"
#include "ui/text/shell_word.h"

using namespace certwright;

namespace {

const job::ServiceChoice place{"aoi", "/srv/aoi", ""};

} // namespace

class TestCommandLine : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void line_eachTask_isWhatTheCommandLineTakes_data();
    void line_eachTask_isWhatTheCommandLineTakes();
    void line_otherOperation_isEmpty();
    void word_oddNames_comeThroughTheShellUnchanged_data();
    void word_oddNames_comeThroughTheShellUnchanged();
};

void TestCommandLine::line_eachTask_isWhatTheCommandLineTakes_data() {
    QTest::addColumn<QString>("line");
    QTest::addColumn<QString>("expected");
    text::CommandWish wish;
    wish.service = {"aoi", "/srv/aoi", "/home/a b"};
    wish.slots = {{"ca", "/x/ca.crt"}, {"platform-ca", "/x/p.crt"}};
    wish.paths = {"/x/from ca"};
    wish.retentionDays = 730;
    QTest::newRow("import") << QString::fromStdString(text::commandLine(wish))
                            << "certwright-cli import --service aoi --root /srv/aoi --home '/home/a b' "
                               "--ca /x/ca.crt --file platform-ca=/x/p.crt --set retention-days=730 "
                               "'/x/from ca'";
    text::CommandWish gateway;
    gateway.service = {"nginx", "/etc/nginx", ""};
    gateway.paths = {"/x"};
    gateway.block = "conf.d/my site.conf:3";
    gateway.reload = job::Reload::Run;
    QTest::newRow("import, block and reload")
        << QString::fromStdString(text::commandLine(gateway))
        << "certwright-cli import --service nginx --root /etc/nginx --reload "
           "--server-block 'conf.d/my site.conf:3' /x";
    QTest::newRow("units") << QString::fromStdString(text::unitsCommandLine(gateway.service))
                           << "certwright-cli unlock --service nginx --root /etc/nginx --systemd";
    text::CommandWish replace;
    replace.operation = plan::Operation::Replace;
    replace.service = place;
    replace.slots = {{"cert", "/x/a.crt"}};
    replace.without = {"crl"};
    QTest::newRow("replace") << QString::fromStdString(text::commandLine(replace))
                             << "certwright-cli replace --service aoi --root /srv/aoi --cert /x/a.crt "
                                "--without crl";
    text::CommandWish update;
    update.operation = plan::Operation::CrlUpdate;
    update.service = place;
    update.slots = {{"crl", "/x/a.crl"}};
    update.older = true;
    QTest::newRow("CRL update") << QString::fromStdString(text::commandLine(update))
                                << "certwright-cli crl-update --service aoi --root /srv/aoi "
                                   "--file crl=/x/a.crl --allow-older";
    text::CommandWish back;
    back.operation = plan::Operation::Rollback;
    back.service = place;
    back.id = "20261121-080000-0a0b0c0d";
    back.before = true;
    back.unproved = true;
    QTest::newRow("rollback") << QString::fromStdString(text::commandLine(back))
                              << "certwright-cli rollback --service aoi --root /srv/aoi --before "
                                 "--accept-unproved 20261121-080000-0a0b0c0d";
    QTest::newRow("clean") << QString::fromStdString(text::cleanCommandLine(place, {"/x/it's"}))
                           << "certwright-cli clean --service aoi --root /srv/aoi '/x/it'\\''s'";
}

void TestCommandLine::line_eachTask_isWhatTheCommandLineTakes() {
    QFETCH(QString, line);
    QFETCH(QString, expected);
    QCOMPARE(line, expected);
}

void TestCommandLine::line_otherOperation_isEmpty() {
    text::CommandWish wish;
    wish.operation = plan::Operation::Repair;
    QVERIFY(text::commandLine(wish).empty());
}

void TestCommandLine::word_oddNames_comeThroughTheShellUnchanged_data() {
    QTest::addColumn<QByteArray>("name");
    for (const char* name : {"plain.crt", "two words", "it's", "$HOME `id` \\n", "a\"b", "证书 文件.crt",
                             "line\nbreak'\\", "tab\there", "*?[x]", "-dash", "gb\xd6\xa4", "", "a;b&c|d>e"})
        QTest::newRow(name) << QByteArray(name);
}

void TestCommandLine::word_oddNames_comeThroughTheShellUnchanged() {
    QFETCH(QByteArray, name);
    QProcess shell;
    const QString line =
        QStringLiteral("printf '%s' ") + QString::fromStdString(text::shellWord(name.toStdString()));
    shell.start(QStringLiteral("bash"), {QStringLiteral("-c"), line});
    QVERIFY(shell.waitForFinished());
    QCOMPARE(shell.readAllStandardOutput(), name);
}

QTEST_GUILESS_MAIN(TestCommandLine)
#include "test_command_line.moc"

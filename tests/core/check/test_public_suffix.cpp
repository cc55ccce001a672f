// Why: a wildcard is refused by this list.
#include <QTest>

#include "core/check/public_suffix.h"

using namespace certwright;

class TestPublicSuffix : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void name_known_isToldApart_data();
    void name_known_isToldApart();
};

void TestPublicSuffix::name_known_isToldApart_data() {
    QTest::addColumn<QString>("name");
    QTest::addColumn<bool>("suffix");
    QTest::addColumn<bool>("listed");
    QTest::newRow("top level") << "com" << true << true;
    QTest::newRow("upper case") << "COM" << true << true;
    QTest::newRow("two labels") << "co.uk" << true << true;
    QTest::newRow("A-label") << "xn--fiqs8s" << true << true;
    QTest::newRow("registered name") << "example.com" << false << true;
    QTest::newRow("name below it") << "www.example.co.uk" << false << true;
    QTest::newRow("private part of the list") << "github.io" << false << true;
    QTest::newRow("local name") << "server.local" << false << false;
    QTest::newRow("single label") << "intranet" << true << false;
    QTest::newRow("nothing") << "" << false << false;
    QTest::newRow("too long") << QString(300, QLatin1Char('a')) << false << false;
}

void TestPublicSuffix::name_known_isToldApart() {
    QFETCH(QString, name);
    QFETCH(bool, suffix);
    QFETCH(bool, listed);
    QCOMPARE(check::isPublicSuffix(name.toStdString()), suffix);
    QCOMPARE(check::hasListedTopLevel(name.toStdString()), listed);
}

QTEST_GUILESS_MAIN(TestPublicSuffix)
#include "test_public_suffix.moc"

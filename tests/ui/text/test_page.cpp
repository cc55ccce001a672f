// Why: columns line up in Chinese too, and colour codes never reach a file.
#include <QTest>

#include "ui/text/page.h"

using namespace certwright::text;

class TestPage : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void width_chinese_countsTwo();
    void width_coloured_countsTextOnly();
    void table_mixedScripts_alignsByDrawnWidth();
    void line_colourOff_hasNoEscapes();
    void heading_second_hasSpaceAbove();
};

void TestPage::width_chinese_countsTwo() {
    QCOMPARE(displayWidth(QStringLiteral("abc")), 3);
    QCOMPARE(displayWidth(QStringLiteral("证书")), 4);
    QCOMPARE(displayWidth(QStringLiteral("（口令）")), 8);
    QCOMPARE(displayWidth(QStringLiteral("e\u0301")), 1);
}

void TestPage::width_coloured_countsTextOnly() {
    const Page page(Colour::On);
    QCOMPARE(displayWidth(page.inked(QStringLiteral("证书"), Ink::Red)), 4);
}

void TestPage::table_mixedScripts_alignsByDrawnWidth() {
    Page page(Colour::Off);
    page.table({{QStringLiteral("证书"), QStringLiteral("x")}, {QStringLiteral("key"), QStringLiteral("y")}});
    QCOMPARE(page.text(), QStringLiteral("证书  x\nkey   y\n"));
}

void TestPage::line_colourOff_hasNoEscapes() {
    Page off(Colour::Off);
    off.line(QStringLiteral("stop"), 2, Ink::Red);
    QCOMPARE(off.text(), QStringLiteral("  stop\n"));
    Page on(Colour::On);
    on.line(QStringLiteral("stop"), 2, Ink::Red);
    QCOMPARE(on.text(), QStringLiteral("  \x1b[31;1mstop\x1b[0m\n"));
}

void TestPage::heading_second_hasSpaceAbove() {
    Page page(Colour::Off);
    page.heading(QStringLiteral("A"));
    page.heading(QStringLiteral("B"));
    QCOMPARE(page.text(), QStringLiteral("A\n\nB\n"));
}

QTEST_APPLESS_MAIN(TestPage)
#include "test_page.moc"

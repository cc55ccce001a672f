// Why: applyEdits is what both the preview and the written file come from.
#include <QTest>

#include "core/config/text_edit.h"
#include "tests/core/config/inverse_edits.h"

using namespace certwright;
using config::TextEdit;
using Edits = std::vector<TextEdit>;

class TestTextEdit : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void applyEdits_validEdits_giveText_data() {
        QTest::addColumn<QByteArray>("before");
        QTest::addColumn<Edits>("edits");
        QTest::addColumn<QByteArray>("after");
        QTest::newRow("none") << QByteArray("abc") << Edits{} << QByteArray("abc");
        QTest::newRow("empty text") << QByteArray() << Edits{{0, 0, "x"}} << QByteArray("x");
        QTest::newRow("replace") << QByteArray("abc") << Edits{{1, 1, "xyz"}} << QByteArray("axyzc");
        QTest::newRow("remove") << QByteArray("abc") << Edits{{0, 3, ""}} << QByteArray();
        QTest::newRow("adjacent") << QByteArray("abcd") << Edits{{0, 2, "x"}, {2, 2, "y"}}
                                  << QByteArray("xy");
        QTest::newRow("two at one place")
            << QByteArray("ab") << Edits{{2, 0, "x"}, {2, 0, "y"}} << QByteArray("abxy");
        QTest::newRow("octets of any kind")
            << QByteArray("a\0\xFF", 3) << Edits{{1, 0, "\r\n"}} << QByteArray("a\r\n\0\xFF", 5);
    }
    void applyEdits_validEdits_giveText() {
        QFETCH(QByteArray, before);
        QFETCH(Edits, edits);
        QFETCH(QByteArray, after);
        const auto result = config::applyEdits(before.toStdString(), edits);
        QVERIFY(result.has_value());
        QCOMPARE(QByteArray::fromStdString(*result), after);
        const auto undone = config::applyEdits(*result, test::inverseEdits(before.toStdString(), edits));
        QVERIFY(undone.has_value());
        QCOMPARE(QByteArray::fromStdString(*undone), before);
    }

    void applyEdits_wrongEdits_areRefused_data() {
        QTest::addColumn<Edits>("edits");
        QTest::newRow("unsorted") << Edits{{2, 1, "x"}, {0, 1, "y"}};
        QTest::newRow("overlapping") << Edits{{0, 2, "x"}, {1, 1, "y"}};
        QTest::newRow("behind the end") << Edits{{4, 0, "x"}};
        QTest::newRow("longer than the text") << Edits{{2, 2, "x"}};
        QTest::newRow("length that overflows") << Edits{{1, std::string::npos, "x"}};
    }
    void applyEdits_wrongEdits_areRefused() {
        QFETCH(Edits, edits);
        const auto result = config::applyEdits("abc", edits);
        QVERIFY(!result.has_value());
        QCOMPARE(result.error().code, base::ErrorCode::InvalidArgument);
    }
};

QTEST_GUILESS_MAIN(TestTextEdit)
#include "test_text_edit.moc"

// Why: a person decides by this difference whether to go on; it must show every change and nothing else.
#include <QTest>

#include <map>

#include "core/config/text_edit.h"
#include "tests/support/seeded_random.h"

using namespace certwright;

namespace {

QString shown(std::string_view before, std::string_view after, std::size_t context) {
    QStringList lines;
    for (const config::LineDifference& line : config::lineDifferences(before, after, context))
        lines
            << QString("%1%2 %3").arg(QChar(line.kind)).arg(line.line).arg(QString::fromStdString(line.text));
    return lines.join('|');
}

std::string randomText(test::SeededRandom& random) {
    std::string text;
    for (std::uint64_t i = random.number(12); i > 0; --i)
        text += std::string(1, static_cast<char>('a' + random.number(4))) + "\n";
    return text;
}

} // namespace

class TestLineDifference : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void lineDifferences_change_isShownWithContext_data() {
        QTest::addColumn<QByteArray>("before");
        QTest::addColumn<QByteArray>("after");
        QTest::addColumn<int>("context");
        QTest::addColumn<QString>("lines");
        QTest::newRow("same") << QByteArray("a\nb\n") << QByteArray("a\nb\n") << 3 << QString();
        QTest::newRow("both empty") << QByteArray() << QByteArray() << 3 << QString();
        QTest::newRow("from empty") << QByteArray() << QByteArray("a\nb") << 3 << QString("+1 a|+2 b");
        QTest::newRow("to empty") << QByteArray("a\n") << QByteArray() << 3 << QString("-1 a");
        QTest::newRow("changed") << QByteArray("1\n2\n3\n4\n5\n") << QByteArray("1\n2\nx\n4\n5\n") << 1
                                 << QString(" 2 2|-3 3|+3 x| 4 4");
        QTest::newRow("no context") << QByteArray("1\n2\n3\n") << QByteArray("1\nx\n3\n") << 0
                                    << QString("-2 2|+2 x");
        QTest::newRow("all context") << QByteArray("1\n2\n3\n") << QByteArray("1\n3\n") << 99
                                     << QString(" 1 1|-2 2| 3 3");
        QTest::newRow("line end kept away")
            << QByteArray("1\r\n2\r\n") << QByteArray("1\r\nx\r\n") << 0 << QString("-2 2|+2 x");
        QTest::newRow("other line ends")
            << QByteArray("1\n2\n") << QByteArray("1\r\n2\n") << 0 << QString("-1 1|+1 1");
        QTest::newRow("added behind a missing final line end")
            << QByteArray("1\r\n2") << QByteArray("1\r\n2\r\n3") << 1 << QString(" 2 2|+3 3");
        QTest::newRow("two changes apart")
            << QByteArray("a\n1\n2\n3\n4\nb\n") << QByteArray("x\n1\n2\n3\n4\ny\n") << 1
            << QString("-1 a|+1 x| 2 1| 5 4|-6 b|+6 y");
        QTest::newRow("overlapping context")
            << QByteArray("a\n1\nb\n") << QByteArray("x\n1\ny\n") << 5 << QString("-1 a|+1 x| 2 1|-3 b|+3 y");
        QTest::newRow("moved") << QByteArray("a\nb\nc\n") << QByteArray("b\nc\na\n") << 0
                               << QString("-1 a|+3 a");
    }
    void lineDifferences_change_isShownWithContext() {
        QFETCH(QByteArray, before);
        QFETCH(QByteArray, after);
        QFETCH(int, context);
        QTEST(shown(before.toStdString(), after.toStdString(), static_cast<std::size_t>(context)), "lines");
    }

    // With all context the ' ' and '-' lines are the old text, the ' ' and '+' lines the new one.
    void lineDifferences_randomTexts_holdBothTexts() {
        test::SeededRandom random;
        for (int i = 0; i < 2000; ++i) {
            const std::string before = randomText(random);
            const std::string after = randomText(random);
            std::map<char, std::string> sides;
            bool changed = false;
            for (const auto& line : config::lineDifferences(before, after, 1000)) {
                if (line.kind != '+')
                    sides['-'] += line.text + "\n";
                if (line.kind != '-')
                    sides['+'] += line.text + "\n";
                changed = changed || line.kind != ' ';
            }
            QCOMPARE(changed, before != after);
            if (changed) {
                QCOMPARE(sides['-'], before);
                QCOMPARE(sides['+'], after);
            }
        }
    }

    void lineDifferences_randomTexts_areShortest() {
        test::SeededRandom random(7);
        for (int i = 0; i < 500; ++i) {
            const std::string a = randomText(random);
            const std::string b = randomText(random);
            // Lines are one letter and a line feed: the longest common subsequence of the letters is the
            // reference.
            std::vector<std::vector<std::size_t>> best(a.size() / 2 + 1,
                                                       std::vector<std::size_t>(b.size() / 2 + 1, 0));
            for (std::size_t x = 1; x < best.size(); ++x) {
                for (std::size_t y = 1; y < best[x].size(); ++y)
                    best[x][y] = a[2 * x - 2] == b[2 * y - 2] ? best[x - 1][y - 1] + 1
                                                              : std::max(best[x - 1][y], best[x][y - 1]);
            }
            const std::size_t changes = a.size() / 2 + b.size() / 2 - 2 * best.back().back();
            QCOMPARE(config::lineDifferences(a, b, 0).size(), changes);
        }
    }

    void lineDifferences_hugeFiles_stayBounded() {
        std::string before;
        std::string after = "new first\n";
        for (int i = 0; i < 20000; ++i) {
            before += "line " + std::to_string(i) + "\n";
            after += "line " + std::to_string(i) + "\n";
        }
        after += "new last\n";
        QCOMPARE(shown(before, after, 0), QString("+1 new first|+20002 new last"));

        std::string other;
        for (int i = 0; i < 20000; ++i)
            other += "other " + std::to_string(i) + "\n";
        QCOMPARE(config::lineDifferences(before, other, 0).size(), std::size_t{40000});
    }
};

QTEST_GUILESS_MAIN(TestLineDifference)
#include "test_line_difference.moc"

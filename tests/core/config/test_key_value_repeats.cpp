// Why: a line may go only where another one says the same; every other octet of the user's file stays.
#include <QTest>

#include "core/config/key_value_repeats.h"

using namespace certwright;

namespace {

QByteArray mended(const QByteArray& before) {
    const std::string text = before.toStdString();
    const auto edits = config::removeRepeatedKeys(text);
    if (!edits)
        return "failed: " + QByteArray::fromStdString(std::string(base::errorCodeName(edits.error().code)));
    return QByteArray::fromStdString(config::applyEdits(text, *edits).value_or("edits do not fit"));
}

} // namespace

class TestKeyValueRepeats : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void removeRepeatedKeys_text_isMendedToTheOctet_data() {
        QTest::addColumn<QByteArray>("before");
        QTest::addColumn<QByteArray>("after");
        const auto row = [](const char* name, const char* before, const char* after) {
            QTest::newRow(name) << QByteArray(before) << QByteArray(after);
        };
        row("empty", "", "");
        row("nothing twice", "# c\r\na=1\r\n\r\nb = 2", "# c\r\na=1\r\n\r\nb = 2");
        row("later line", "a=1\nb=2\na=1\nc=3\n", "a=1\nb=2\nc=3\n");
        row("three times", "a=1\na=1\nb=2\na=1\n", "a=1\nb=2\n");
        row("spelled otherwise", "port=8080\nPORT : 8080\nx=1\n", "port=8080\nx=1\n");
        row("CRLF and comments", "a=1\r\n# why\r\na=1\r\n# end\r\n", "a=1\r\n# why\r\n# end\r\n");
        row("last line without a newline", "a=1\nb=2\na=1", "a=1\nb=2");
        row("last lines without a newline", "b=2\r\na=1\r\na=1\r\nb=2", "b=2\r\na=1");
        row("comment after it without a newline", "a=1\na=1\n# end", "a=1\n# end");
        row("byte order mark",
            "\xEF\xBB\xBF"
            "a=1\nb=1\na=1\n",
            "\xEF\xBB\xBF"
            "a=1\nb=1\n");
        row("empty values", "crl=\ncrl=\n", "crl=\n");
        row("values differ", "a=1\na=2\n", "a=1\na=2\n");
        row("one of three differs", "a=1\na=1\na=2\n", "a=1\na=1\na=2\n");
        row("another key is mended still", "a=1\na=2\nb=3\nb=3\n", "a=1\na=2\nb=3\n");
        row("a continued value stays", "a=1\na=1\n  more\n", "a=1\na=1\n  more\n");
        row("the first is continued", "a=1\n  more\nb=2\na=1\n", "a=1\n  more\nb=2\na=1\n");
        row("Chinese comments", "# \xE7\xAB\xAF\xE5\x8F\xA3\na=1\na=1\n",
            "# \xE7\xAB\xAF\xE5\x8F\xA3\na=1\n");
        row("a section", "[x]\na=1\na=1\n", "failed: config.invalid");
        row("a line of no form", "a=1\na=1\nnonsense\n", "failed: config.invalid");
    }
    void removeRepeatedKeys_text_isMendedToTheOctet() {
        QFETCH(QByteArray, before);
        QFETCH(QByteArray, after);
        QCOMPARE(mended(before), after);
        if (!after.startsWith("failed"))
            QCOMPARE(mended(after), after);
    }

    void removeRepeatedKeys_hugeText_isRefused() {
        QCOMPARE(mended(QByteArray(5 << 20, 'a')), QByteArray("failed: file.too-large"));
    }
};

QTEST_GUILESS_MAIN(TestKeyValueRepeats)
#include "test_key_value_repeats.moc"

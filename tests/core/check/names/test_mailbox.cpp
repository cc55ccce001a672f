// Why: two mailboxes that differ in one letter before the "@" may be two people.
#include <QTest>

#include "core/check/names/mailbox.h"

using namespace certwright::check::names;

class TestMailbox : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void mailboxOf_text_data() {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<bool>("mailbox");
        QTest::addColumn<bool>("mailboxInUtf8");
        const auto row = [](const char* text, bool ascii, bool utf8) {
            QTest::newRow(text) << QByteArray(text) << ascii << utf8;
        };
        row("a@example.com", true, true);
        row("a.b+c@example.com", true, true);
        row("\"a@b\"@example.com", true, true);
        row("\"a\\\"b\"@example.com", true, true);
        row("ü@example.com", false, true);
        row("a@bücher.example", false, true);
        row("\xFF@example.com", false, false);
        for (const char* none :
             {"", "@", "a", "a@", "@example.com", "a@b@example.com", "a@example.com.", "a..b@example.com",
              ".a@example.com", "a.@example.com", "a b@example.com", "<a@example.com>", "\"a@example.com",
              "\"a\\\"@example.com", "a@.example.com", "a@[192.0.2.1]", "a@*.example.com",
              "a\r\n@example.com", "\"a\nb\"@example.com"})
            row(none, false, false);
    }
    void mailboxOf_text() {
        QFETCH(QByteArray, text);
        QFETCH(bool, mailbox);
        QFETCH(bool, mailboxInUtf8);
        QCOMPARE(mailboxOf(text.toStdString()).has_value(), mailbox);
        QCOMPARE(mailboxOfUtf8(text.toStdString()).has_value(), mailboxInUtf8);
    }

    void equality_localPart_isExactAndHostIsNot() {
        QCOMPARE(mailboxOf("a@example.com").value(), mailboxOf("a@EXAMPLE.com").value());
        QVERIFY(!(mailboxOf("a@example.com").value() == mailboxOf("A@example.com").value()));
    }
};

QTEST_APPLESS_MAIN(TestMailbox)
#include "test_mailbox.moc"

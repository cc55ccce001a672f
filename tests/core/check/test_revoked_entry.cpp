// Why: overlooking a revoked certificate is the worst that a reader of lists can do.
#include <QTest>

#include "core/check/revoked_entry.h"
#include "tests/core/check/scene.h"

using namespace certwright;
using check::findRevoked;
using document::CrlReason;

Q_DECLARE_METATYPE(std::optional<CrlReason>)

namespace {

struct Case {
    document::Identity root = test::issue(test::caOrder("Root"), "root");
    document::Certificate leaf = certificate({0x4A, 0x01});

    document::Certificate certificate(base::Bytes serial) const {
        auto spec = test::serverOrder("server");
        spec.serial = std::move(serial);
        return test::issue(spec, "leaf", &root).certificate;
    }
    base::Bytes list(std::vector<document::CrlEntrySpec> entries) const {
        auto spec = test::crlOrder();
        spec.entries = std::move(entries);
        return test::issueCrl(spec, root).der;
    }
};

} // namespace

class TestRevokedEntry : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void findRevoked_reasons_data() {
        QTest::addColumn<std::optional<CrlReason>>("reason");
        QTest::addColumn<QByteArray>("word");
        const auto row = [](const char* word, std::optional<CrlReason> reason) {
            QTest::newRow(*word == 0 ? "none" : word) << reason << QByteArray(word);
        };
        row("", std::nullopt);
        row("unspecified", CrlReason::Unspecified);
        row("keyCompromise", CrlReason::KeyCompromise);
        row("cACompromise", CrlReason::CaCompromise);
        row("affiliationChanged", CrlReason::AffiliationChanged);
        row("superseded", CrlReason::Superseded);
        row("cessationOfOperation", CrlReason::CessationOfOperation);
        row("certificateHold", CrlReason::CertificateHold);
        row("privilegeWithdrawn", CrlReason::PrivilegeWithdrawn);
        row("aACompromise", CrlReason::AaCompromise);
    }
    void findRevoked_reasons() {
        QFETCH(std::optional<CrlReason>, reason);
        QFETCH(QByteArray, word);
        const Case made;
        const auto time = test::at("2026-10-09 08:07:06");
        const auto found = findRevoked(made.list({{"01", time, {}}, {"4A01", time, reason}}), made.leaf.der);
        QVERIFY(found);
        QCOMPARE(found->reason, word.toStdString());
        QCOMPARE(found->revokedAt, time);
    }

    void findRevoked_removedFromTheList_isNotRevoked() {
        const Case made;
        QVERIFY(!findRevoked(made.list({{"4A01", test::at("2026-10-09"), CrlReason::RemoveFromCrl}}),
                             made.leaf.der));
    }

    void findRevoked_times_ofEveryCentury() {
        const Case made;
        for (const char* text : {"1999-12-31 23:59:59", "2049-12-31 23:59:59", "2050-01-01 00:00:00"}) {
            const auto found = findRevoked(made.list({{"4A01", test::at(text), {}}}), made.leaf.der);
            QVERIFY(found);
            QCOMPARE(found->revokedAt, test::at(text));
        }
    }

    void findRevoked_similarSerials_areOthers() {
        const Case made;
        const auto time = test::at("2026-10-09");
        QVERIFY(!findRevoked(made.list({{"4A", time, {}}, {"014A01", time, {}}, {"4A02", time, {}}}),
                             made.leaf.der));
        QVERIFY(!findRevoked(made.list({}), made.leaf.der));
    }

    void findRevoked_highBitSerial_isFound() {
        const Case made;
        const auto leaf = made.certificate({0xFE, 0x01});
        QVERIFY(findRevoked(made.list({{"FE01", test::at("2026-10-09"), {}}}), leaf.der));
    }

    void findRevoked_serialPaddedByASloppyCa_isFound() {
        const Case made;
        const auto reader = made.list({{"4A01", test::at("2026-10-09"), {}}});
        // The same entry inside a list written by hand: INTEGER 00 4A 01.
        const base::Bytes time{0x17, 0x0D, '2', '6', '1', '0', '0', '9', '0', '0', '0', '0', '0', '0', 'Z'};
        base::Bytes entry{0x30, 0x14, 0x02, 0x03, 0x00, 0x4A, 0x01};
        entry.insert(entry.end(), time.begin(), time.end());
        base::Bytes part{0x30, 0x00, 0x30, 0x00};
        part.insert(part.end(), time.begin(), time.end());
        part.push_back(0x30);
        part.push_back(static_cast<std::uint8_t>(entry.size()));
        part.insert(part.end(), entry.begin(), entry.end());
        base::Bytes whole{0x30, static_cast<std::uint8_t>(part.size() + 2), 0x30,
                          static_cast<std::uint8_t>(part.size())};
        whole.insert(whole.end(), part.begin(), part.end());
        const auto found = findRevoked(whole, made.leaf.der);
        QVERIFY(found);
        QCOMPARE(found->revokedAt, test::at("2026-10-09"));
        QVERIFY(findRevoked(reader, made.leaf.der));
    }

    void findRevoked_cutShort_neverReadsPastTheEnd() {
        const Case made;
        auto list = made.list({{"4A01", test::at("2026-10-09"), CrlReason::KeyCompromise}});
        auto leaf = made.leaf.der;
        QVERIFY(findRevoked(list, leaf));
        while (!list.empty()) {
            list.pop_back();
            QVERIFY(!findRevoked(list, leaf));
        }
        QVERIFY(!findRevoked(made.list({}), base::Bytes{0x30, 0x02, 0x30, 0x00}));
        QVERIFY(!findRevoked(made.list({}), base::Bytes{}));
    }
};

QTEST_APPLESS_MAIN(TestRevokedEntry)
#include "test_revoked_entry.moc"

// Why: a delta lists changes since another list; alone it proves nothing, together with it both count (RFC
// 5280 sections 5.2.4 and 6.3.3).
#include "tests/core/check/revocation_case.h"

using namespace certwright;
using test::revocationRow;

namespace {

const QString unknown = QStringLiteral("blocker path.revocation-unknown leaf");
const QString revoked = QStringLiteral("blocker certificate.revoked leaf");
const QString held = QStringLiteral("blocker certificate.on-hold leaf");
// Services would take a delta for a complete list.
const QString delta = QStringLiteral("blocker crl.delta d");

QString lists(const char* yaml) {
    return QStringLiteral("chain: {root: , leaf: {issuer: root}}\ncrl-list: {%1}")
        .arg(QString::fromLatin1(yaml));
}

// combined is what the strict set says of a delta d with its base; a service is told of the delta besides.
void combined(const char* name, const char* yaml, const QStringList& said) {
    QStringList service = said + QStringList{delta};
    service.sort();
    revocationRow(name, lists(yaml), said, service);
}

} // namespace

class TestRevocationDelta : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void delta_alone_isNoList_data() {
        test::startRevocationRows();
        revocationRow("lists nothing", lists("d: {number: 7, delta: 5}"), {delta, unknown}, {delta});
        revocationRow("lists the leaf", lists("d: {number: 7, delta: 5, entries: [leaf]}"),
                      {revoked, QStringLiteral("warning crl.delta d")}, {revoked, delta});
    }
    void delta_alone_isNoList() { test::compareRevocationRow(); }

    void delta_withBase_bothCount_data() {
        test::startRevocationRows();
        combined("neither lists it", "b: {number: 5}, d: {number: 7, delta: 5}", {});
        combined("listed in the base", "b: {number: 5, entries: [leaf]}, d: {number: 7, delta: 5}",
                 {revoked});
        combined("listed in the delta", "b: {number: 5}, d: {number: 7, delta: 5, entries: [leaf]}",
                 {revoked});
        combined("on hold in the base, removed in the delta",
                 "b: {number: 5, entries: [{of: leaf, reason: certificate-hold}]}, "
                 "d: {number: 7, delta: 5, entries: [{of: leaf, reason: remove-from-crl}]}",
                 {});
        combined("on hold in the base, revoked in the delta",
                 "b: {number: 5, entries: [{of: leaf, reason: certificate-hold}]}, "
                 "d: {number: 7, delta: 5, entries: [{of: leaf, reason: key-compromise}]}",
                 {revoked + ": keyCompromise"});
        combined("put on hold in the delta",
                 "b: {number: 5}, d: {number: 7, delta: 5, entries: [{of: leaf, reason: certificate-hold}]}",
                 {held});
        combined("removed in the delta, and never listed",
                 "b: {number: 5}, d: {number: 7, delta: 5, entries: [{of: leaf, reason: remove-from-crl}]}",
                 {});
        combined("a base that is newer than where the delta begins",
                 "b: {number: 5}, d: {number: 7, delta: 3, entries: [leaf]}", {revoked});
        combined("numbers of different length", "b: {number: 255}, d: {number: 256, delta: 255}", {});
    }
    void delta_withBase_bothCount() { test::compareRevocationRow(); }

    void delta_withBase_expiredBase_isMended_data() {
        test::startRevocationRows();
        const QString expired = QStringLiteral("crl.expired b");
        revocationRow("with a current delta",
                      lists("b: {number: 5, next-update: 2026-05-15}, d: {number: 7, delta: 5}"),
                      {"warning " + expired}, {delta, "blocker " + expired});
        revocationRow("with one that begins later",
                      lists("b: {number: 4, next-update: 2026-05-15}, d: {number: 7, delta: 5}"),
                      {QStringLiteral("blocker crl.delta-base-missing d"), "blocker " + expired, unknown},
                      {delta, "blocker " + expired});
        revocationRow("with one that ran out too",
                      lists("b: {number: 5, next-update: 2026-05-15}, "
                            "d: {number: 7, delta: 5, next-update: 2026-05-16}"),
                      {"blocker " + expired, QStringLiteral("blocker crl.expired d"), unknown},
                      {delta, "blocker " + expired, QStringLiteral("blocker crl.expired d")});
    }
    void delta_withBase_expiredBase_isMended() { test::compareRevocationRow(); }

    void delta_otherBase_isNotCombined_data() {
        test::startRevocationRows();
        const QString missing = QStringLiteral("warning crl.delta-base-missing d");
        const auto odd = [&](const char* name, const char* yaml, const QStringList& said) {
            revocationRow(name, lists(yaml), said, {delta});
        };
        odd("begins after the base", "b: {number: 4}, d: {number: 7, delta: 5}", {missing});
        revocationRow("begins after the base, and lists the leaf",
                      lists("b: {number: 4}, d: {number: 7, delta: 5, entries: [leaf]}"), {revoked, missing},
                      {revoked, delta});
        odd("older than the base", "b: {number: 8}, d: {number: 7, delta: 5, entries: [leaf]}", {});
        odd("as new as the base", "b: {number: 7}, d: {number: 7, delta: 5, entries: [leaf]}", {});
        odd("of CAs only", "b: {number: 5}, d: {number: 7, delta: 5, idp: {only-ca: true}, entries: [leaf]}",
            {missing});
        odd("names no key", "b: {number: 5}, d: {number: 7, delta: 5, aki: ~}",
            {missing, QStringLiteral("warning crl.form d: no-authority-key")});
        odd("does not call itself critical",
            "b: {number: 5}, d: {number: 7, delta: {value: 5, critical: false}}",
            {QStringLiteral("warning crl.form d: delta-not-critical")});
        revocationRow("begins before all numbers", lists("b: {number: 5}, d: {number: 7, delta: 'hex:f1'}"),
                      {QStringLiteral("warning crl.form d: delta-base")},
                      {delta, QStringLiteral("warning crl.form d: delta-base")});
        revocationRow("ran out", lists("b: {number: 5}, d: {number: 7, delta: 5, next-update: 2026-05-16}"),
                      {QStringLiteral("warning crl.expired d")},
                      {delta, QStringLiteral("blocker crl.expired d")});
    }
    void delta_otherBase_isNotCombined() { test::compareRevocationRow(); }

    void delta_several_newestCounts_data() {
        test::startRevocationRows();
        const QString also = QStringLiteral("blocker crl.delta e");
        revocationRow("held, then released",
                      lists("b: {number: 5}, d: {number: 6, delta: 5, entries: [{of: leaf, reason: "
                            "certificate-hold}]}, e: {number: 7, delta: 5}"),
                      {}, {delta, also});
    }
    void delta_several_newestCounts() { test::compareRevocationRow(); }
};

QTEST_APPLESS_MAIN(TestRevocationDelta)
#include "test_revocation_delta.moc"

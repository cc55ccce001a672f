// Why: a list whose form is wrong must not make a certificate good, and one whose form is merely odd must not
// stop a service (RFC 5280 section 5).
#include "tests/core/check/revocation_case.h"

using namespace certwright;
using test::revocationRow;

namespace {

const QString unknown = QStringLiteral("blocker path.revocation-unknown leaf");

// list is a case of one list of the root, and a leaf below it.
QString list(const char* yaml) {
    return QStringLiteral("chain: {root: , leaf: {issuer: root}}\ncrl-list: {l: {%1}}")
        .arg(QString::fromLatin1(yaml));
}

QString rsa(const char* yaml) {
    return list(yaml).replace(QStringLiteral("root: ,"), QStringLiteral("root: {key: rsa},"));
}

QString lists(const char* yaml) {
    return QStringLiteral("chain: {root: , other: , leaf: {issuer: root}}\ntrusted: [root, other]\n"
                          "crl-list: {%1}")
        .arg(QString::fromLatin1(yaml));
}

void good(const char* name, const QString& yaml, const QStringList& strict = {}) {
    revocationRow(name, yaml, strict, {});
}

void sameForAll(const char* name, const QString& yaml, const QStringList& said) {
    revocationRow(name, yaml, said, said);
}

// refused: nothing may be concluded from the list, whoever asks.
void refused(const char* name, const QString& yaml, const char* finding) {
    const QString blocker = "blocker " + QString::fromLatin1(finding);
    revocationRow(name, yaml, {blocker, unknown}, {blocker});
}

// frowned: refused by the strict set, a warning in a service.
void frowned(const char* name, const QString& yaml, const char* finding) {
    const QString what = QString::fromLatin1(finding);
    revocationRow(name, yaml, {"blocker " + what, unknown}, {"warning " + what});
}

} // namespace

class TestRevocationForm : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void listing_entry_revokes_data() {
        test::startRevocationRows();
        const QString revoked = QStringLiteral("blocker certificate.revoked leaf");
        good("an empty list", list(""));
        good("another certificate", list("entries: [{serial: '0102'}]"));
        sameForAll("this one", list("entries: [leaf]"), {revoked});
        sameForAll("among others", list("entries: [{serial: '0102'}, leaf, {serial: '0103'}]"), {revoked});
        sameForAll("with a reason", list("entries: [{of: leaf, reason: key-compromise}]"),
                   {revoked + ": keyCompromise"});
        sameForAll("from tomorrow on", list("entries: [{of: leaf, date: 2026-06-02}]"), {revoked});
        sameForAll("before it was issued", list("entries: [{of: leaf, date: 2020-01-01}]"), {revoked});
        sameForAll("on hold", list("entries: [{of: leaf, reason: certificate-hold}]"),
                   {QStringLiteral("blocker certificate.on-hold leaf")});
        frowned("as removed, in a complete list", list("entries: [{of: leaf, reason: remove-from-crl}]"),
                "crl.form l: removed-in-complete");
        revocationRow("on an expired list", list("entries: [leaf], next-update: 2026-05-31"),
                      {revoked, QStringLiteral("warning crl.expired l")},
                      {revoked, QStringLiteral("blocker crl.expired l")});
    }
    void listing_entry_revokes() { test::compareRevocationRow(); }

    void extensions_unknown_refusedIfCritical_data() {
        test::startRevocationRows();
        good("not critical", list("extensions: [{oid: 1.3.6.1.4.1.55555.7, der: '0500'}]"));
        refused("critical", list("extensions: [{oid: 1.3.6.1.4.1.55555.7, critical: true, der: '0500'}]"),
                "crl.critical-extension l");
        refused("critical, in another's entry",
                list("entries: [{serial: '0102', extensions: [{oid: 1.3.6.1.4.1.55555.7, critical: true, "
                     "der: '0500'}]}]"),
                "crl.critical-extension l");
        sameForAll("critical, in its own entry",
                   list("entries: [{of: leaf, extensions: [{oid: 1.3.6.1.4.1.55555.7, critical: true, "
                        "der: '0500'}]}]"),
                   {QStringLiteral("blocker certificate.revoked leaf"),
                    QStringLiteral("warning crl.critical-extension l")});
        good("not critical, in an entry",
             list("entries: [{serial: '0102', extensions: [{oid: 1.3.6.1.4.1.55555.7, der: '0500'}]}]"));
        refused("twice the same", list("number: {value: 1, twice: true}"), "crl.form l: extension-repeated");
        frowned("FALSE written out", list("number: {value: 1, critical: explicit-false}"),
                "crl.form l: encoding");
    }
    void extensions_unknown_refusedIfCritical() { test::compareRevocationRow(); }

    void number_rules_data() {
        test::startRevocationRows();
        const QString absent = QStringLiteral("blocker crl.number l: absent");
        const QString noKey = QStringLiteral("warning crl.form l: no-authority-key");
        good("20 octets", list("number: 'hex:0102030405060708090a0b0c0d0e0f1011121314'"));
        frowned("21 octets", list("number: 'hex:010102030405060708090a0b0c0d0e0f1011121314'"),
                "crl.number l: too-long");
        frowned("negative", list("number: 'hex:f1'"), "crl.number l: negative");
        frowned("critical", list("number: {value: 1, critical: true}"), "crl.number l: critical");
        good("absent", list("number: ~"), {absent, unknown});
        good("version 1", list("version: 1"), {absent, unknown, noKey});
        frowned("extensions in version 1", list("version: 1, with-extensions: true"),
                "crl.form l: extensions-in-version-1");
        good("no authority key", list("aki: ~"), {noKey});
        refused("another authority key", list("aki: '0102030405'"), "crl.form l: authority-key");
        revocationRow("an empty list of extensions", list("extensions: ~, empty-extensions: true"),
                      {QStringLiteral("blocker crl.form l: extensions-empty"), absent, unknown, noKey},
                      {QStringLiteral("warning crl.form l: extensions-empty")});
        frowned("an empty list of entries", list("empty-entries: true"), "crl.form l: entries-empty");
        frowned("MD5", rsa("signature: {digest: md5}"), "crl.form l: signature-algorithm");
        good("RSASSA-PSS", rsa("signature: {pss: true}"));
        good("an entry's serial is negative", list("entries: [{serial: 'ff'}]"),
             {QStringLiteral("warning crl.form l: serials")});
    }
    void number_rules() { test::compareRevocationRow(); }

    void dates_rules_data() {
        test::startRevocationRows();
        const QString open = QStringLiteral("warning crl.no-next-update l");
        const QString form = QStringLiteral("warning crl.form l: time-form");
        const QString revoked = QStringLiteral("blocker certificate.revoked leaf");
        refused("ran out a second ago", list("next-update: 2026-05-31T23:59:59Z"), "crl.expired l");
        revocationRow("runs out this second", list("next-update: 2026-06-01T00:00:00Z"), {},
                      {QStringLiteral("warning crl.expires-soon l")});
        good("begins this second", list("this-update: 2026-06-01T00:00:00Z"));
        refused("begins in a second", list("this-update: 2026-06-01T00:00:01Z"), "crl.not-yet-valid l");
        sameForAll("no next update", list("next-update: ~"), {open});
        revocationRow("no next update, and it lists", list("next-update: ~, entries: [leaf]"), {open},
                      {revoked, open});
        revocationRow("no next update, beside a good one", lists("l: {next-update: ~}, m: {number: 2}"),
                      {open}, {open});
        sameForAll("GeneralizedTime before 2050", list("this-update: {generalized: '20260501000000Z'}"),
                   {form});
        revocationRow("GeneralizedTime before 2050, and it lists",
                      list("next-update: {generalized: '20260701000000Z'}, entries: [leaf]"), {form},
                      {revoked, form});
        frowned("the same in an entry",
                list("entries: [{serial: '0102', date: {generalized: '20260401000000Z'}}]"),
                "crl.form l: entry-time-form");
    }
    void dates_rules() { test::compareRevocationRow(); }

    void repeated_entries_data() {
        test::startRevocationRows();
        frowned("twice the same serial",
                list("entries: [{serial: '0102'}, {serial: '07'}, {serial: '0102'}]"),
                "crl.repeated-entry l");
        good("one octet more", list("entries: [{serial: '0102'}, {serial: '010200'}]"));
    }
    // What was streamed is not at hand to be compared.
    void repeated_entries() { test::compareRevocationRow(test::Lists::Whole); }

    void versions_newest_counts_data() {
        test::startRevocationRows();
        const QString held = QStringLiteral("blocker certificate.on-hold leaf");
        sameForAll("listed on the newer",
                   lists("a: {number: 1}, b: {number: 2, entries: [{of: leaf, reason: "
                         "certificate-hold}]}"),
                   {held});
        good("released on the newer",
             lists("a: {number: 1, entries: [{of: leaf, reason: certificate-hold}]}, b: {number: 2}"));
        good("released, by dates alone",
             lists("a: {this-update: 2026-05-01, entries: [{of: leaf, reason: certificate-hold}]}, "
                   "b: {this-update: 2026-05-02}"));
        revocationRow("released on one of tomorrow",
                      lists("a: {number: 1, entries: [{of: leaf, reason: certificate-hold}]}, "
                            "b: {number: 2, this-update: 2026-06-02}"),
                      {held, QStringLiteral("warning crl.not-yet-valid b")},
                      {held, QStringLiteral("blocker crl.not-yet-valid b")});
        revocationRow("an expired one beside the current one",
                      lists("a: {number: 1, next-update: 2026-05-15}, b: {number: 2}"),
                      {QStringLiteral("warning crl.expired a")}, {QStringLiteral("warning crl.expired a")});
        sameForAll("listed on a newer one that nobody may use",
                   lists("a: {number: 1}, b: {number: 2, entries: [leaf], extensions: [{oid: "
                         "1.3.6.1.4.1.55555.7, critical: true, der: '0500'}]}"),
                   {QStringLiteral("blocker certificate.revoked leaf"),
                    QStringLiteral("warning crl.critical-extension b")});
        sameForAll("of another CA that was given, which lists its number",
                   lists("l: , o: {issuer: other, entries: [leaf]}"),
                   {QStringLiteral("warning crl.wrong-issuer o")});
    }
    void versions_newest_counts() { test::compareRevocationRow(); }
};

QTEST_APPLESS_MAIN(TestRevocationForm)
#include "test_revocation_form.moc"

// Why: a list may be for some certificates or for some reasons only, and then says nothing of the others (RFC
// 5280 sections 5.2.5 and 6.3.3).
#include "tests/core/check/revocation_case.h"

using namespace certwright;
using test::revocationRow;

namespace {

const QString unknown = QStringLiteral("blocker path.revocation-unknown leaf");

QString list(const char* leaf, const char* yaml) {
    return QStringLiteral("chain: {root: , leaf: {issuer: root, %1}}\ncrl-list: {l: {%2}}")
        .arg(QString::fromLatin1(leaf), QString::fromLatin1(yaml));
}

QString lists(const char* leaf, const char* yaml) {
    return QStringLiteral("chain: {root: , leaf: {issuer: root, %1}}\ncrl-list: {%2}")
        .arg(QString::fromLatin1(leaf), QString::fromLatin1(yaml));
}

QString chain(const char* yaml) {
    return QStringLiteral("chain: {root: , ca: {issuer: root}, leaf: {issuer: ca}}\ncrl-list: {%1}")
        .arg(QString::fromLatin1(yaml));
}

void good(const char* name, const QString& yaml) {
    revocationRow(name, yaml, {}, {});
}

void refused(const char* name, const QString& yaml, const char* finding) {
    const QString blocker = "blocker " + QString::fromLatin1(finding);
    revocationRow(name, yaml, {blocker, unknown}, {blocker});
}

void frowned(const char* name, const QString& yaml, const char* finding) {
    const QString what = QString::fromLatin1(finding);
    revocationRow(name, yaml, {"blocker " + what, unknown}, {"warning " + what});
}

constexpr const char* first = "cdp: ['http://a.example/1.crl']";

} // namespace

class TestRevocationScope : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void chain_lists_mustTellOfEach_data() {
        test::startRevocationRows();
        const QString revoked = QStringLiteral("blocker certificate.revoked ca");
        good("no list at all", QStringLiteral("chain: {root: , leaf: {issuer: root}}"));
        good("one each", chain("r: , c: {issuer: ca}"));
        revocationRow("none for the intermediate", chain("c: {issuer: ca}"),
                      {QStringLiteral("blocker path.revocation-unknown ca")}, {});
        revocationRow("none for the leaf", chain("r: "), {unknown}, {unknown});
        revocationRow("the intermediate is revoked", chain("r: {entries: [ca]}, c: {issuer: ca}"), {revoked},
                      {revoked});
        good("another issuer lists the leaf's number", chain("r: {entries: [leaf]}, c: {issuer: ca}"));
    }
    void chain_lists_mustTellOfEach() { test::compareRevocationRow(); }

    void kinds_ofCertificates_data() {
        test::startRevocationRows();
        good("end certificates, for the leaf", list("", "idp: {only-user: true}"));
        refused("CAs, for the leaf", list("", "idp: {only-ca: true}"), "crl.scope l: ca-only");
        refused("attributes, for the leaf", list("", "idp: {only-attribute: true}"),
                "crl.scope l: attribute-only");
        revocationRow("end certificates, for a CA", chain("r: {idp: {only-user: true}}, c: {issuer: ca}"),
                      {QStringLiteral("blocker crl.scope r: user-only"),
                       QStringLiteral("blocker path.revocation-unknown ca")},
                      {});
        good("CAs, for a CA", chain("r: {idp: {only-ca: true}}, c: {issuer: ca}"));
        good("one of each", lists("", "u: {idp: {only-user: true}}, c: {idp: {only-ca: true}}"));
        const QString revoked = QStringLiteral("blocker certificate.revoked leaf");
        revocationRow("listed among end certificates",
                      lists("", "u: {idp: {only-user: true}, entries: [leaf]}, c: {idp: {only-ca: true}}"),
                      {revoked}, {revoked});
        good("its number listed among CAs",
             lists("", "u: {idp: {only-user: true}}, c: {idp: {only-ca: true}, entries: [leaf]}"));
    }
    void kinds_ofCertificates() { test::compareRevocationRow(); }

    void points_names_mustMeet_data() {
        test::startRevocationRows();
        constexpr const char* missed = "crl.scope l: distribution-point";
        good("the same URI", list(first, "idp: {uri: 'http://a.example/1.crl'}"));
        refused("another URI", list(first, "idp: {uri: 'http://a.example/2.crl'}"), missed);
        refused("the same in other characters", list(first, "idp: {uri: 'http://a.example/%31.crl'}"),
                missed);
        refused("the certificate names none", list("", "idp: {uri: 'http://a.example/1.crl'}"), missed);
        good("the list names none", list(first, ""));
        good("one of two",
             list(first, "idp: {names: ['URI:http://b.example/', 'URI:http://a.example/1.crl']}"));
        good("two partitions", lists(first, "l: {idp: {uri: 'http://a.example/1.crl'}}, "
                                            "m: {idp: {uri: 'http://a.example/2.crl'}, entries: [leaf]}"));
        good("a directory name in another case", list("cdp: [{names: ['DIR:CN=part,O=Some Body']}]",
                                                      "idp: {names: ['DIR:CN=PART,O=some  body']}"));
        good("relative to the issuer, both", list("cdp: [{relative: CN=part}]", "idp: {relative: CN=part}"));
        good("relative in the certificate",
             list("cdp: [{relative: CN=part}]", "idp: {names: ['DIR:CN=root,CN=part']}"));
        good("relative in the list",
             list("cdp: [{names: ['DIR:CN=root,CN=part']}]", "idp: {relative: CN=part}"));
        refused("another relative name", list("cdp: [{relative: CN=part}]", "idp: {relative: CN=whole}"),
                missed);
        good("named as the issuer itself", list("", "idp: {names: ['DIR:CN=root']}"));
        good("the certificate's points cannot be read", list("cdp: {der: '0500'}", ""));
    }
    void points_names_mustMeet() { test::compareRevocationRow(); }

    void points_form_data() {
        test::startRevocationRows();
        frowned("not critical", list("", "idp: {only-user: true, critical: false}"),
                "crl.form l: point-not-critical");
        frowned("empty", list("", "idp: {value: {}}"), "crl.form l: point-empty");
        frowned("FALSE written out", list("", "idp: {only-user: true, only-attribute: explicit-false}"),
                "crl.form l: point-encoding");
        refused("unreadable", list("", "idp: {der: '3003800101'}"), "crl.form l: point-malformed");
        refused("for both kinds, and only them", list("", "idp: {only-user: true, only-ca: true}"),
                "crl.form l: point-contradictory");
    }
    void points_form() { test::compareRevocationRow(); }

    void reasons_mustBeTogetherAll_data() {
        test::startRevocationRows();
        constexpr const char* one = "idp: {reasons: [key-compromise, ca-compromise]}";
        constexpr const char* rest = "idp: {reasons: [affiliation-changed, superseded, cessation, "
                                     "certificate-hold, privilege-withdrawn, aa-compromise]}";
        const auto both = [&](const char* more, const char* alsoMore) {
            return lists("", (std::string("a: {") + one + more + "}, b: {" + rest + alsoMore + "}").c_str());
        };
        const QString a = QStringLiteral("crl.some-reasons a");
        const QString b = QStringLiteral("crl.some-reasons b");
        const QString revoked = QStringLiteral("blocker certificate.revoked leaf: keyCompromise");
        refused("some", list("", one), "crl.some-reasons l");
        revocationRow("all, in two lists", both("", ""), {}, {"blocker " + a, "blocker " + b});
        revocationRow("listed on one of two", both(", entries: [{of: leaf, reason: key-compromise}]", ""),
                      {revoked}, {revoked, "warning " + a, "warning " + b});
        revocationRow("some twice",
                      lists("", (std::string("a: {") + one + "}, b: {" + one + ", number: 2}").c_str()),
                      {"blocker " + a, "blocker " + b, unknown}, {"blocker " + a, "blocker " + b});
        revocationRow("some, and a list for all", lists("", (std::string("a: {") + one + "}, b: ").c_str()),
                      {}, {"warning " + a});
    }
    void reasons_mustBeTogetherAll() { test::compareRevocationRow(); }

    void reasons_ofThePoints_data() {
        test::startRevocationRows();
        constexpr const char* points =
            "cdp: [{uri: 'http://a.example/', reasons: [key-compromise, ca-compromise]}, "
            "{uri: 'http://b.example/', reasons: [affiliation-changed, superseded, cessation, "
            "certificate-hold, privilege-withdrawn, aa-compromise]}]";
        good("both lists", lists(points, "a: {idp: {uri: 'http://a.example/'}}, "
                                         "b: {idp: {uri: 'http://b.example/'}}"));
        refused("one of them", lists(points, "a: {idp: {uri: 'http://a.example/'}}"), "crl.some-reasons a");
        const QString revoked = QStringLiteral("blocker certificate.revoked leaf: superseded");
        revocationRow("listed on one",
                      lists(points,
                            "a: {idp: {uri: 'http://a.example/'}}, b: {idp: {uri: 'http://b.example/'}, "
                            "entries: [{of: leaf, reason: superseded}]}"),
                      {revoked}, {revoked});
    }
    void reasons_ofThePoints() { test::compareRevocationRow(); }

    void webPki_points_areUrisOnly_data() {
        test::startRevocationRows();
        const QString name = QStringLiteral("blocker crl.form l: point-name");
        const QString missed = QStringLiteral("blocker crl.scope l: distribution-point");
        good("webpki: a URI", list(first, "idp: {uri: 'http://a.example/1.crl'}"));
        revocationRow("webpki: a relative name", list("", "idp: {relative: CN=part}"), {name, unknown},
                      {missed});
        revocationRow("webpki: a URI and a host",
                      list(first, "idp: {names: ['URI:http://a.example/1.crl', 'DNS:a.example']}"),
                      {name, unknown}, {});
        revocationRow("webpki: the certificate names a host as well",
                      list("cdp: [{names: ['URI:http://a.example/1.crl', 'DNS:a.example']}]",
                           "idp: {uri: 'http://a.example/1.crl'}"),
                      {missed, unknown}, {});
        const QString indirect = QStringLiteral("blocker crl.indirect l: indirect");
        revocationRow("webpki: indirect", list(first, "idp: {uri: 'http://a.example/1.crl', indirect: true}"),
                      {indirect, unknown}, {indirect});
        refused("webpki: some reasons",
                list(first, "idp: {uri: 'http://a.example/1.crl', reasons: [key-compromise]}"),
                "crl.some-reasons l");
    }
    void webPki_points_areUrisOnly() { test::compareRevocationRow(); }
};

QTEST_APPLESS_MAIN(TestRevocationScope)
#include "test_revocation_scope.moc"

// Why: a list may be signed with another key than the certificates are, or by somebody else altogether; but
// not by anybody (RFC 5280 sections 5.2.5 and 6.3.3 (f)).
#include "tests/core/check/revocation_case.h"

using namespace certwright;
using test::revocationRow;

namespace {

const QString unknown = QStringLiteral("blocker path.revocation-unknown leaf");
const QString revoked = QStringLiteral("blocker certificate.revoked leaf");
const QString separate = QStringLiteral("crl.indirect c: separate-key");
const QString indirect = QStringLiteral("crl.indirect i: indirect");

QString one(const char* root, const char* yaml) {
    return QStringLiteral("chain: {root: {%1}, other: , leaf: {issuer: root}}\ntrusted: [root, other]\n"
                          "crl-list: {l: {%2}}")
        .arg(QString::fromLatin1(root), QString::fromLatin1(yaml));
}

// apart: the CA signs certificates with the key of `ca` and lists with that of `crl`.
QString apart(const char* crl, const char* yaml, const char* leafIssuer = "ca") {
    return QStringLiteral("chain: {root: , other: , ca: {issuer: root}, crl: {subject: CN=ca, %1}, "
                          "leaf: {issuer: %2}}\ntrusted: [root, other]\ncrl-list: {%3}")
        .arg(QString::fromLatin1(crl), QString::fromLatin1(leafIssuer), QString::fromLatin1(yaml));
}

// foreign: the leaf of `ca` names a CRL issuer `crl`, whose list is `i`.
QString foreign(const char* point, const char* yaml, const char* crl = "issuer: root") {
    return QStringLiteral("chain: {root: , ca: {issuer: root}, crl: {%1}, leaf: {issuer: ca, cdp: [{%2}]}}\n"
                          "crl-list: {r: , i: {issuer: crl, %3}}")
        .arg(QString::fromLatin1(crl), QString::fromLatin1(point), QString::fromLatin1(yaml));
}

void good(const char* name, const QString& yaml) {
    revocationRow(name, yaml, {}, {});
}

// refused: nothing may be concluded, whoever asks.
void refused(const char* name, const QString& yaml, const char* finding) {
    const QString blocker = "blocker " + QString::fromLatin1(finding);
    revocationRow(name, yaml, {blocker, unknown}, {blocker});
}

// allowed: good by RFC 5280; services do not use such lists.
void allowed(const char* name, const QString& yaml, const QString& finding) {
    revocationRow(name, yaml, {}, {"blocker " + finding});
}

void listed(const char* name, const QString& yaml, const QString& finding) {
    revocationRow(name, yaml, {revoked}, {revoked, "warning " + finding});
}

} // namespace

class TestRevocationSigner : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void signature_mustBeTheIssuers_data() {
        test::startRevocationRows();
        refused("another's key", one("", "signer: other"), "crl.signature-invalid l");
        refused("another's key, and it lists the leaf", one("", "signer: other, entries: [leaf]"),
                "crl.signature-invalid l");
        refused("a CA that may not sign lists", one("key-usage: [cert-sign]", ""), "ca.no-crl-sign l");
        good("a CA without key usage", one("key-usage: ~", ""));
        good("the name in other letters", one("", "issuer-name: 'CN:printable=ROOT'"));
        revocationRow("another name", one("", "issuer-name: 'CN=else'"),
                      {unknown, QStringLiteral("warning crl.wrong-issuer l")},
                      {QStringLiteral("blocker crl.wrong-issuer l")});
    }
    void signature_mustBeTheIssuers() { test::compareRevocationRow(); }

    void separateKey_certificate_mustLeadToTheAnchor_data() {
        test::startRevocationRows();
        constexpr const char* good = "issuer: root, ca: false, key-usage: [crl-sign]";
        constexpr const char* lists = "r: , c: {issuer: crl}";
        allowed("issued by the same root", apart(good, lists), separate);
        listed("and it lists the leaf", apart(good, "r: , c: {issuer: crl, entries: [leaf]}"), separate);
        allowed("issued by the CA itself", apart("issuer: ca, ca: false, key-usage: [crl-sign]", lists),
                separate);
        revocationRow("its certificate is revoked", apart(good, "r: {entries: [crl]}, c: {issuer: crl}"),
                      {QStringLiteral("blocker crl.signer-unknown c: revoked"), unknown},
                      {"blocker " + separate, QStringLiteral("blocker crl.signer-unknown c: revoked")});
        revocationRow("it may not sign lists",
                      apart("issuer: root, ca: false, key-usage: [digital-signature]", lists),
                      {QStringLiteral("blocker ca.no-crl-sign c"), unknown},
                      {QStringLiteral("blocker ca.no-crl-sign c"), "blocker " + separate});
        refused("its certificate ran out",
                apart("issuer: root, ca: false, key-usage: [crl-sign], not-after: 2026-05-01", lists),
                "crl.signer-unknown c: dates");
        refused("issued by another root", apart("issuer: other, ca: false, key-usage: [crl-sign]", lists),
                "crl.signer-unknown c: no-path");
        refused("self-signed, by anybody", apart("ca: true", lists), "crl.signer-unknown c: no-path");
    }
    void separateKey_certificate_mustLeadToTheAnchor() { test::compareRevocationRow(); }

    void rollover_selfIssued_eitherKeySigns_data() {
        test::startRevocationRows();
        constexpr const char* next = "issuer: ca";
        good("leaf and list of the new key", apart(next, "r: , c: {issuer: crl}", "crl"));
        good("leaf of the new key, list of the old", apart(next, "r: , c: {issuer: ca}", "crl"));
        allowed("leaf of the old key, list of the new", apart(next, "r: , c: {issuer: crl}"), separate);
        listed("listed with the new key", apart(next, "r: , c: {issuer: crl, entries: [leaf]}"), separate);
        revocationRow("listed with the old key, not with the new",
                      apart(next, "r: , c: {issuer: ca, entries: [leaf]}, d: {issuer: crl, number: 2}"),
                      {revoked}, {revoked, QStringLiteral("warning crl.indirect d: separate-key")});
    }
    void rollover_selfIssued_eitherKeySigns() { test::compareRevocationRow(); }

    void indirect_crlIssuer_namedByTheCertificate_data() {
        test::startRevocationRows();
        constexpr const char* point = "uri: 'http://a.example/', issuer: CN=crl";
        constexpr const char* list = "idp: {uri: 'http://a.example/', indirect: true}";
        const auto with = [&](const char* entries) {
            return std::string(list) + ", entries: [" + entries + "]";
        };
        allowed("good", foreign(point, list), indirect);
        listed("lists the leaf as the CA's",
               foreign(point, with("{of: leaf, certificate-issuer: ca}").c_str()), indirect);
        allowed("lists that number as its own", foreign(point, with("leaf").c_str()), indirect);
        listed("the CA was named an entry before",
               foreign(point, with("{serial: '0102', certificate-issuer: ca}, leaf").c_str()), indirect);
        allowed("the CA was named, then another",
                foreign(point, with("{serial: '0102', certificate-issuer: ca}, {serial: '0103', "
                                    "certificate-issuer: root}, leaf")
                                   .c_str()),
                indirect);
        allowed("named without a point", foreign("issuer: CN=crl", "idp: {indirect: true}"), indirect);
        allowed("a point that is named as the CRL issuer",
                foreign("issuer: CN=crl", "idp: {names: ['DIR:CN=crl'], indirect: true}"), indirect);
        allowed("relative to the CRL issuer",
                foreign("relative: CN=part, issuer: CN=crl",
                        "idp: {names: ['DIR:CN=crl,CN=part'], indirect: true}"),
                indirect);
        allowed("its certificate is of the CA itself, and no CA's",
                foreign(point, list, "issuer: ca, ca: false, key-usage: [crl-sign]"), indirect);
    }
    void indirect_crlIssuer_namedByTheCertificate() { test::compareRevocationRow(); }

    void indirect_list_refused_data() {
        test::startRevocationRows();
        constexpr const char* point = "uri: 'http://a.example/', issuer: CN=crl";
        constexpr const char* list = "idp: {uri: 'http://a.example/', indirect: true}";
        revocationRow("does not call itself indirect", foreign(point, "idp: {uri: 'http://a.example/'}"),
                      {QStringLiteral("blocker crl.scope i: not-indirect"), unknown},
                      {QStringLiteral("blocker crl.indirect i: separate-key")});
        revocationRow("of another than the certificate names",
                      foreign("uri: 'http://a.example/', issuer: CN=else", list),
                      {unknown, QStringLiteral("warning crl.wrong-issuer i")},
                      {QStringLiteral("blocker crl.wrong-issuer i")});
        revocationRow("for another point", foreign(point, "idp: {uri: 'http://b.example/', indirect: true}"),
                      {QStringLiteral("blocker crl.scope i: distribution-point"), unknown},
                      {"blocker " + indirect});
        revocationRow(
            "its issuer's certificate is revoked",
            foreign(point, list).replace(QStringLiteral("r: ,"), QStringLiteral("r: {entries: [crl]},")),
            {QStringLiteral("blocker crl.signer-unknown i: revoked"), unknown},
            {"blocker " + indirect, QStringLiteral("blocker crl.signer-unknown i: revoked")});
        revocationRow("its issuer is not known", foreign(point, list) + QStringLiteral("\nuntrusted: [ca]"),
                      {QStringLiteral("blocker crl.signer-unknown i: no-path"), unknown},
                      {"blocker " + indirect, QStringLiteral("blocker crl.signer-unknown i: no-path")});
    }
    void indirect_list_refused() { test::compareRevocationRow(); }

    void manySigners_search_isBounded() {
        QString chain = QStringLiteral("chain: {root: , leaf: {issuer: root}");
        for (int i = 0; i < 60; ++i)
            chain += QStringLiteral(", x%1: {issuer: x%2, subject: CN=root}").arg(i).arg((i + 1) % 60);
        chain += QStringLiteral("}\ntrusted: [root]\ncrl-list: {l: {issuer: x0}}");
        const QStringList said = test::saidOfRevocation(chain, check::rfc5280Policy());
        QVERIFY2(said.contains(unknown), qPrintable(said.join(" | ")));
    }
};

QTEST_APPLESS_MAIN(TestRevocationSigner)
#include "test_revocation_signer.moc"

// Why: see revocation_case.h.
#include "tests/core/check/revocation_case.h"

#include <algorithm>

#include "core/check/rules/rules.h"
#include "core/document/crl_facts.h"
#include "core/document/crl_stream.h"
#include "core/document/parse.h"
#include "tests/support/forge/forge.h"

namespace certwright::test {

namespace {

struct Bench {
    check::Material material;
    base::Time now;
};

document::Certificate certificateOf(const forge::Certificate& made) {
    const auto parsed = document::parse(base::toBytes(made.pem), secret::SecretAccess::grant());
    return std::get<document::Certificate>(parsed.items.at(0).object);
}

document::Crl crlOf(const forge::Case& made, const forge::Crl& crl, Lists lists) {
    if (lists == Lists::Whole)
        return document::crlFrom(crl.der).value();
    std::vector<base::Bytes> serials;
    for (const forge::Certificate& certificate : made.certificates)
        serials.push_back(certificate.serial);
    document::CrlStream stream(std::make_shared<const document::WantedSerials>(serials),
                               document::Digests::Signed);
    stream.add(crl.der);
    return stream.finish().value();
}

Bench benchOf(const forge::Case& made, Lists lists) {
    Bench bench;
    bench.now = made.time;
    const auto sourced = [&](const std::string& name) {
        return check::SourcedCertificate{certificateOf(made.certificate(name)), name, 1};
    };
    bench.material.leaf = sourced(made.leaf);
    for (const std::string& name : made.trusted)
        bench.material.cas.push_back(sourced(name));
    for (const std::string& name : made.untrusted)
        bench.material.pool.push_back(sourced(name));
    for (const forge::Crl& crl : made.crls)
        bench.material.crls.push_back({crlOf(made, crl, lists), crl.name});
    return bench;
}

QString reasonOf(const check::Finding& finding) {
    QString reason;
    const auto look = [&reason](const char* name, const auto& value) {
        if constexpr (std::is_same_v<std::remove_cvref_t<decltype(value)>, std::string>)
            if (std::string_view(name) == "reason" && !value.empty())
                reason = ": " + QString::fromStdString(value);
    };
    finding.body.visit([&](const auto& body) { body.fields(look); });
    return reason;
}

QStringList judge(const Bench& bench, const check::Policy& policy) {
    check::Signatures signatures;
    check::DetailsMemory details;
    const check::PathSearch path = check::searchPath(bench.material, policy, bench.now, signatures, details);
    check::Findings findings;
    check::revocationRules({bench.material, policy, bench.now, path, signatures, details}, findings);
    QStringList said;
    for (const check::Finding& finding : findings)
        said << QString::fromStdString(std::string(check::severityName(finding.severity)) + " " +
                                       std::string(check::codeOf(finding)) + " " + finding.subject) +
                    reasonOf(finding);
    // Lists are judged in the order of their octets, which mean nothing to a reader.
    std::ranges::sort(said);
    return said;
}

forge::Case caseOf(const QString& yaml) {
    return forge::makeFromText((yaml + "\nexpected: {valid: true}\n").toStdString());
}

check::Policy servicePolicy() {
    return check::policyNamed("service").value();
}

} // namespace

QStringList saidOfRevocation(const QString& yaml, const check::Policy& policy, Lists lists) {
    return judge(benchOf(caseOf(yaml), lists), policy);
}

void startRevocationRows() {
    QTest::addColumn<QString>("yaml");
    QTest::addColumn<QStringList>("strict");
    QTest::addColumn<QStringList>("service");
}

void revocationRow(const char* name, const QString& yaml, const QStringList& strict,
                   const QStringList& service) {
    QTest::newRow(name) << yaml << strict << service;
}

void compareRevocationRow(Lists also) {
    QFETCH(QString, yaml);
    QFETCH(QStringList, strict);
    QFETCH(QStringList, service);
    const bool web = QByteArray(QTest::currentDataTag()).startsWith("webpki");
    const check::Policy policy = web ? check::webPkiPolicy() : check::rfc5280Policy();
    const forge::Case made = caseOf(yaml);
    Bench bench = benchOf(made, Lists::Whole);
    QCOMPARE(judge(bench, policy).join(" | "), strict.join(" | "));
    QCOMPARE(judge(bench, servicePolicy()).join(" | "), service.join(" | "));
    auto& crls = bench.material.crls;
    auto& pool = bench.material.pool;
    for (std::size_t turn = 0; turn < crls.size() + pool.size(); ++turn) {
        if (!crls.empty())
            std::ranges::rotate(crls, crls.begin() + 1);
        if (!pool.empty() && turn % 2 == 0)
            std::ranges::reverse(pool);
        if (turn == crls.size())
            std::ranges::reverse(crls);
        QCOMPARE(judge(bench, policy).join(" | "), strict.join(" | "));
    }
    if (also == Lists::Streamed)
        QCOMPARE(judge(benchOf(made, Lists::Streamed), policy).join(" | "), strict.join(" | "));
}

} // namespace certwright::test

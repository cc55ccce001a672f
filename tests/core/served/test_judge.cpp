// Why: each thing that is wrong with what is served has its own finding, and what is right has none.
#include <QTest>

#include "core/served/judge.h"
#include "tests/core/prove/installed_set.h"
#include "tests/core/served/ocsp_maker.h"

using namespace certwright;
using served::Answer;
using served::ClientDemand;
using test::testNow;

namespace {

using Codes = std::vector<std::string>;

QStringList shown(const Codes& codes) {
    QStringList list;
    for (const std::string& code : codes)
        list << QString::fromStdString(code);
    return list;
}

// All codes with their severity's first letter, sorted.
QStringList allOf(const check::Findings& findings) {
    QStringList list;
    for (const check::Finding& finding : findings)
        list << QString::fromStdString(std::string(check::codeOf(finding)));
    list.sort();
    return list;
}

} // namespace

class TestJudge : public QObject {
    Q_OBJECT

  private:
    document::Identity m_root = test::makeCa("Root", test::caKey());
    document::Identity m_issuer = test::makeCa("Issuer", test::otherKey(), &m_root);
    document::Identity m_leaf =
        test::makeServer(m_issuer, test::serverKey(), testNow() + std::chrono::days(200));
    document::Identity m_stranger = test::makeCa("Stranger", test::otherKey());

    served::Served good() const {
        served::Served served;
        served.endpoint = "10.0.0.1:443";
        served.name = "server.test";
        served.chain = {m_leaf.certificate, m_issuer.certificate};
        served.protocol = "TLSv1.3";
        served.cipher = "TLS_AES_256_GCM_SHA384";
        served.versions = {{"TLSv1.0", Answer::Refused},
                           {"TLSv1.1", Answer::Refused},
                           {"TLSv1.2", Answer::Accepted},
                           {"TLSv1.3", Answer::Accepted}};
        return served;
    }
    served::Expectation expected() const {
        served::Expectation expectation;
        expectation.trusted = {m_root.certificate};
        expectation.at = testNow();
        return expectation;
    }
    served::Installation installed(const document::Identity& what) const {
        return {base::toHex(what.certificate.facts.fingerprint), {}, served::ClientRule::Free};
    }

  private Q_SLOTS:
    void judge_goodServer_hasNothingToSay() {
        const auto judgement = served::judgeServed(good(), expected());
        QCOMPARE(allOf(judgement.findings), QStringList());
        QCOMPARE(judgement.names.size(), std::size_t{3});
        QVERIFY(!judgement.staple);
    }

    void judge_againstTheInstalled_tellsOldFromOther() {
        auto expectation = expected();
        expectation.installed = installed(m_leaf);
        QCOMPARE(allOf(served::judgeServed(good(), expectation).findings), QStringList({"served.installed"}));
        expectation.installed = installed(m_stranger);
        QCOMPARE(shown(test::codesOf(served::judgeServed(good(), expectation).findings)),
                 QStringList({"served.other"}));
        expectation.installed->earlier = {base::toHex(m_leaf.certificate.facts.fingerprint)};
        QCOMPARE(shown(test::codesOf(served::judgeServed(good(), expectation).findings)),
                 QStringList({"served.old"}));
        QVERIFY(check::blocks(served::judgeServed(good(), expectation).findings));
    }

    void judge_clientsLetIn_whereTheyMustNot_data() {
        QTest::addColumn<int>("demand");
        QTest::addColumn<bool>("wrong");
        QTest::newRow("not asked") << static_cast<int>(ClientDemand::NotAsked) << true;
        QTest::newRow("let in") << static_cast<int>(ClientDemand::LetIn) << true;
        QTest::newRow("unclear") << static_cast<int>(ClientDemand::Unclear) << false;
        QTest::newRow("refused") << static_cast<int>(ClientDemand::Refused) << false;
    }
    void judge_clientsLetIn_whereTheyMustNot() {
        QFETCH(int, demand);
        QFETCH(bool, wrong);
        auto served = good();
        served.demand = static_cast<ClientDemand>(demand);
        auto expectation = expected();
        expectation.installed = installed(m_leaf);
        QVERIFY(!check::blocks(served::judgeServed(served, expectation).findings));
        expectation.installed->clients = served::ClientRule::Demanded;
        QCOMPARE(shown(test::codesOf(served::judgeServed(served, expectation).findings)),
                 wrong ? QStringList({"served.no-client-check"}) : QStringList());
    }

    void judge_clientCertificate_isTold_data() {
        QTest::addColumn<int>("demand");
        QTest::addColumn<int>("own");
        QTest::addColumn<QString>("code");
        const auto row = [](const char* name, ClientDemand demand, Answer own, const char* code) {
            QTest::newRow(name) << static_cast<int>(demand) << static_cast<int>(own) << code;
        };
        row("not asked, none shown", ClientDemand::NotAsked, Answer::Unknown, "");
        row("let in, none shown", ClientDemand::LetIn, Answer::Unknown, "");
        row("unclear, none shown", ClientDemand::Unclear, Answer::Unknown, "served.client-needed");
        row("refused, none shown", ClientDemand::Refused, Answer::Unknown, "served.client-needed");
        row("refused, accepted one shown", ClientDemand::Refused, Answer::Accepted, "");
        row("unclear, accepted one shown", ClientDemand::Unclear, Answer::Accepted, "");
        row("refused, refused one shown", ClientDemand::Refused, Answer::Refused, "served.client-refused");
        row("let in, refused one shown", ClientDemand::LetIn, Answer::Refused, "served.client-refused");
    }
    void judge_clientCertificate_isTold() {
        QFETCH(int, demand);
        QFETCH(int, own);
        QFETCH(QString, code);
        auto served = good();
        served.demand = static_cast<ClientDemand>(demand);
        served.ownAnswer = static_cast<Answer>(own);
        auto expectation = expected();
        expectation.shown = m_leaf.certificate;
        const auto findings = served::judgeServed(served, expectation).findings;
        QCOMPARE(allOf(findings), code.isEmpty() ? QStringList() : QStringList(code));
        QCOMPARE(check::blocks(findings), code == QLatin1String("served.client-refused"));
        if (!check::blocks(findings))
            return;
        const auto* body = findings.front().body.as<check::ServedClientRefused>();
        QCOMPARE(body->subject, m_leaf.certificate.facts.subject.text);
        QCOMPARE(body->issuer, m_issuer.certificate.facts.subject.text);
        QVERIFY(body->notAfter == m_leaf.certificate.facts.notAfter && body->now == testNow());
    }

    void judge_missingIntermediate_isCertainWhereItIsKnown() {
        auto served = good();
        served.chain.pop_back();
        auto expectation = expected();
        expectation.known = {m_issuer.certificate};
        auto findings = served::judgeServed(served, expectation).findings;
        QCOMPARE(shown(test::codesOf(findings)), QStringList({"served.chain-incomplete"}));
        QVERIFY(check::blocks(findings));
        const auto* body = findings.front().body.as<check::ServedChainIncomplete>();
        QVERIFY(body != nullptr);
        QCOMPARE(body->issuer, m_issuer.certificate.facts.subject.text);
        expectation.known.clear();
        QCOMPARE(shown(test::codesOf(served::judgeServed(served, expectation).findings)),
                 QStringList({"served.chain-incomplete", "served.untrusted"}));
    }

    void judge_chainOfAnotherCa_isUntrusted() {
        auto expectation = expected();
        expectation.trusted = {m_stranger.certificate};
        const auto judgement = served::judgeServed(good(), expectation);
        QCOMPARE(shown(test::codesOf(judgement.findings)), QStringList({"served.untrusted"}));
        QVERIFY(judgement.names.empty());
    }

    void judge_orderAndRoot_areSeen() {
        auto served = good();
        served.chain = {m_leaf.certificate, m_root.certificate, m_issuer.certificate};
        const auto judgement = served::judgeServed(served, expected());
        QCOMPARE(allOf(judgement.findings), QStringList({"served.chain-order", "served.root"}));
        QVERIFY(!check::blocks(judgement.findings));
        served.chain = {m_leaf.certificate, m_issuer.certificate, m_root.certificate};
        QCOMPARE(allOf(served::judgeServed(served, expected()).findings), QStringList({"served.root"}));
    }

    void judge_oldProtocolAndWeakCipher_areSeen() {
        auto served = good();
        served.versions[0].answer = served.versions[1].answer = Answer::Accepted;
        served.cipher = "AES128-SHA";
        served.cipherKind = served::CipherKind::Weak;
        QCOMPARE(allOf(served::judgeServed(served, expected()).findings),
                 QStringList({"served.cipher", "served.protocol", "served.protocol"}));
        served.versions[0].answer = served.versions[1].answer = Answer::Unknown;
        served.cipherKind = served::CipherKind::Strong;
        QCOMPARE(allOf(served::judgeServed(served, expected()).findings), QStringList());
    }

    void judge_nameAndDates_areTheUsualFindings() {
        auto served = good();
        served.name = "other.test";
        QCOMPARE(shown(test::codesOf(served::judgeServed(served, expected()).findings)),
                 QStringList({"certificate.host-mismatch"}));
        auto expectation = expected();
        expectation.at = testNow() + std::chrono::days(201);
        QCOMPARE(shown(test::codesOf(served::judgeServed(good(), expectation).findings)),
                 QStringList({"certificate.expired"}));
    }

    void judge_revokedByTheList_blocks() {
        auto expectation = expected();
        expectation.crls = {
            {test::makeList(m_issuer, {m_leaf.certificate.facts.serial}, testNow() + std::chrono::days(20)),
             "installed.crl"}};
        QVERIFY(test::codesOf(served::judgeServed(good(), expectation).findings).front().find("revoked") !=
                std::string::npos);
    }

    void judge_withoutCa_judgesTheRest() {
        auto expectation = expected();
        expectation.trusted.clear();
        QCOMPARE(allOf(served::judgeServed(good(), expectation).findings), QStringList());
        auto alone = good();
        alone.chain.pop_back();
        QCOMPARE(allOf(served::judgeServed(alone, expectation).findings), QStringList());
        alone.name = "other.test";
        expectation.at = testNow() + std::chrono::days(201);
        QCOMPARE(shown(test::codesOf(served::judgeServed(alone, expectation).findings)),
                 QStringList({"certificate.expired", "certificate.host-mismatch"}));
    }

    void judge_staple_isTold_data() {
        QTest::addColumn<int>("status");
        QTest::addColumn<bool>("blocks");
        QTest::newRow("good") << 0 << false;
        QTest::newRow("revoked") << 1 << true;
    }
    void judge_staple_isTold() {
        QFETCH(int, status);
        QFETCH(bool, blocks);
        auto served = good();
        served.staple =
            test::makeResponse({status, testNow() - std::chrono::hours(1), testNow() + std::chrono::hours(1),
                                &m_leaf.certificate, &m_issuer, &m_issuer});
        const auto judgement = served::judgeServed(served, expected());
        QCOMPARE(allOf(judgement.findings), QStringList({"served.staple"}));
        QCOMPARE(check::blocks(judgement.findings), blocks);
        QVERIFY(judgement.staple.has_value());
    }

    void judge_nothingServed_hasNothingToSay() {
        QVERIFY(served::judgeServed({}, expected()).findings.empty());
    }
};

QTEST_GUILESS_MAIN(TestJudge)
#include "test_judge.moc"

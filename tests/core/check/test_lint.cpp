// Why: each rule is broken by one certificate and kept by another, and nothing else is said of either; a good
// chain breaks none.
#include <set>

#include <QDirIterator>
#include <QTest>

#include "core/check/lint/lint.h"
#include "core/document/certificate_facts.h"
#include "tests/support/forge/forge.h"

using namespace certwright;
using check::LintRule;
using check::RuleSet;
using Codes = std::set<std::string>;

namespace {

const std::string folder = CERTWRIGHT_SOURCE_DIR "/tests/data/lint/";
constexpr std::array ruleSets{RuleSet::Service, RuleSet::Rfc5280, RuleSet::WebPki};

check::Position positionOf(const std::string& name) {
    if (name == "leaf")
        return check::Position::Leaf;
    return name == "root" ? check::Position::Anchor : check::Position::Intermediate;
}

// chainWith is the good chain with `fields` put over those of one certificate.
YAML::Node chainWith(const std::string& certificate, const YAML::Node& fields) {
    YAML::Node chain = YAML::LoadFile(folder + "good.yaml");
    for (const auto& field : fields)
        chain[certificate][field.first.Scalar()] = field.second;
    return chain;
}

// Judged is what is said of a certificate, under each rule set.
struct Judged {
    std::map<RuleSet, check::Findings> findings;

    Codes codes() const;
    std::optional<check::Severity> severity(RuleSet ruleSet, const std::string& code) const;
};

Codes Judged::codes() const {
    Codes codes;
    for (const auto& [ruleSet, list] : findings)
        for (const check::Finding& finding : list)
            codes.insert(finding.body.as<check::LintBroken>()->rule);
    return codes;
}

std::optional<check::Severity> Judged::severity(RuleSet ruleSet, const std::string& code) const {
    for (const check::Finding& finding : findings.at(ruleSet))
        if (finding.body.as<check::LintBroken>()->rule == code)
            return finding.severity;
    return std::nullopt;
}

std::optional<Judged> judge(const YAML::Node& chain, const std::string& name) {
    for (const forge::Certificate& made : forge::makeCertificates(chain)) {
        if (made.name != name)
            continue;
        const auto read = document::certificateFrom(made.der);
        const auto anatomy = document::anatomyOf(made.der);
        if (!read || !anatomy)
            return std::nullopt;
        const check::LintSubject subject{read->facts, *anatomy, positionOf(name)};
        Judged judged;
        for (const RuleSet ruleSet : ruleSets)
            check::lint(subject, ruleSet, "server", "/in/a.pem", judged.findings[ruleSet]);
        return judged;
    }
    return std::nullopt;
}

QByteArray textOf(const Codes& codes) {
    QByteArray text;
    for (const std::string& code : codes)
        text += code + " ";
    return text;
}

Codes without(Codes codes, const Codes& others) {
    for (const std::string& code : others)
        codes.erase(code);
    return codes;
}

const LintRule* ruleNamed(const std::string& code) {
    for (const LintRule* rule : check::lintRules())
        if (rule->code == code)
            return rule;
    return nullptr;
}

YAML::Node caseOf(const std::string& code) {
    return YAML::LoadFile(folder + code.substr(std::string_view("lint.").size()) + ".yaml");
}

Codes codesIn(const YAML::Node& list) {
    Codes codes;
    for (const YAML::Node& one : list)
        codes.insert(one.as<std::string>());
    return codes;
}

} // namespace

class TestLint : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void goodChain_everyCertificate_breaksNoRule_data();
    void goodChain_everyCertificate_breaksNoRule();
    void rule_itsCase_isBrokenAndKept_data();
    void rule_itsCase_isBrokenAndKept();
    void rules_serviceWeight_neverBlocks();
    void rules_codes_areUniqueAndSourced();
    void cases_everyFile_belongsToARule();
    void damagedCertificates_everyOctet_areJudgedWithoutHarm();
};

void TestLint::goodChain_everyCertificate_breaksNoRule_data() {
    QTest::addColumn<QString>("name");
    for (const char* const name : {"root", "ca", "leaf"})
        QTest::newRow(name) << QString::fromLatin1(name);
}

void TestLint::goodChain_everyCertificate_breaksNoRule() {
    QFETCH(QString, name);
    const auto judged = judge(YAML::LoadFile(folder + "good.yaml"), name.toStdString());
    QVERIFY(judged);
    QCOMPARE(textOf(judged->codes()), QByteArray());
}

void TestLint::rule_itsCase_isBrokenAndKept_data() {
    QTest::addColumn<QString>("code");
    for (const LintRule* rule : check::lintRules()) {
        const std::string code(rule->code);
        QTest::newRow(code.c_str()) << QString::fromStdString(code);
    }
}

void TestLint::rule_itsCase_isBrokenAndKept() {
    QFETCH(QString, code);
    const std::string name = code.toStdString();
    const LintRule* rule = ruleNamed(name);
    const YAML::Node data = caseOf(name);
    QCOMPARE(data["code"].as<std::string>(), name);
    QVERIFY(!data["why"].as<std::string>().empty());
    const auto certificate = data["certificate"].as<std::string>();
    const Codes also = codesIn(data["also"]);
    QVERIFY(data["breaks"].size() > 0 && data["keeps"].size() > 0);
    for (const YAML::Node& fields : data["breaks"]) {
        const auto judged = judge(chainWith(certificate, fields), certificate);
        QVERIFY2(judged, YAML::Dump(fields).c_str());
        for (const RuleSet ruleSet : ruleSets)
            QVERIFY2(judged->severity(ruleSet, name) == check::weightUnder(*rule, ruleSet),
                     YAML::Dump(fields).c_str());
        QCOMPARE(textOf(without(without(judged->codes(), {name}), also)), QByteArray());
    }
    for (const YAML::Node& fields : data["keeps"]) {
        const auto judged = judge(chainWith(certificate, fields), certificate);
        QVERIFY2(judged, YAML::Dump(fields).c_str());
        QVERIFY2(!judged->codes().contains(name), YAML::Dump(fields).c_str());
        QCOMPARE(textOf(without(judged->codes(), also)), QByteArray());
    }
}

void TestLint::rules_serviceWeight_neverBlocks() {
    for (const LintRule* rule : check::lintRules())
        QVERIFY2(rule->weight.service != check::Severity::Blocker, rule->code.data());
}

void TestLint::rules_codes_areUniqueAndSourced() {
    Codes codes;
    for (const LintRule* rule : check::lintRules()) {
        QVERIFY2(codes.insert(std::string(rule->code)).second, rule->code.data());
        QVERIFY2(rule->code.starts_with("lint.") && !rule->source.empty(), rule->code.data());
        QVERIFY2(rule->weight.service || rule->weight.rfc5280 || rule->weight.webPki, rule->code.data());
    }
    QVERIFY(codes.size() >= 70);
}

void TestLint::cases_everyFile_belongsToARule() {
    QDirIterator files(QString::fromStdString(folder), {QStringLiteral("*.yaml")}, QDir::Files);
    while (files.hasNext()) {
        const QString name = QFileInfo(files.next()).completeBaseName();
        QVERIFY2(name == "good" || ruleNamed("lint." + name.toStdString()) != nullptr, qPrintable(name));
    }
}

// What can still be read after one octet was changed, is asked all rules; the sanitizers watch.
void TestLint::damagedCertificates_everyOctet_areJudgedWithoutHarm() {
    const auto certificates = forge::makeCertificates(YAML::LoadFile(folder + "good.yaml"));
    const forge::Bytes whole = certificates.back().der;
    const auto good = document::certificateFrom(whole);
    QVERIFY(good);
    std::size_t judged = 0;
    for (std::size_t at = 0; at < whole.size(); ++at) {
        for (const unsigned change : {0x01U, 0x80U, 0xFFU}) {
            forge::Bytes damaged = whole;
            damaged[at] = static_cast<std::uint8_t>(damaged[at] ^ change);
            const auto anatomy = document::anatomyOf(damaged);
            if (!anatomy)
                continue;
            check::Findings findings;
            check::lint({good->facts, *anatomy, check::Position::Leaf}, RuleSet::WebPki, "server", {},
                        findings);
            ++judged;
        }
    }
    QVERIFY(judged > 1000);
}

QTEST_GUILESS_MAIN(TestLint)
#include "test_lint.moc"

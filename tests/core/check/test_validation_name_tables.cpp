// Why: name constraints and host names meet in hundreds of combinations; each is made and judged here, and
// what must come out is worked out from RFC 5280 section 4.2.1.10 and RFC 9525 in a few lines of another
// kind.
#include <QTest>

#include "tests/core/check/judged_case.h"

using namespace certwright;
using namespace certwright::test;

namespace {

// Name is an entry of the subject alternative names, with what the oracle needs to know of it.
struct Name {
    std::string text;
    bool address = false;
    bool good = false;
};

// The names: `good` ones lie in test.example and 192.0.2.0/24, the others outside.
const Name none{};
const Name goodDns{"DNS:host.test.example", false, true};
const Name badDns{"DNS:host.bad.example", false, false};
const Name goodIp{"IP:192.0.2.7", true, true};
const Name badIp{"IP:198.51.100.7", true, false};

// Constraint: what kind is constrained, and whether the good or the bad names are in the subtree.
struct Constraint {
    const char* name;
    const char* yaml;
    bool address;
    bool permits;
    bool aboutGood;
};

constexpr Constraint constraints[] = {
    {"unconstrained", "", false, false, false},
    {"permit good names", "permitted: [ \"DNS:test.example\" ]", false, true, true},
    {"permit bad names", "permitted: [ \"DNS:bad.example\" ]", false, true, false},
    {"exclude good names", "excluded: [ \"DNS:test.example\" ]", false, false, true},
    {"exclude bad names", "excluded: [ \"DNS:bad.example\" ]", false, false, false},
    {"permit good addresses", "permitted: [ \"IP:192.0.2.0/24\" ]", true, true, true},
    {"permit bad addresses", "permitted: [ \"IP:198.51.100.0/24\" ]", true, true, false},
    {"exclude good addresses", "excluded: [ \"IP:192.0.2.0/24\" ]", true, false, true},
    {"exclude bad addresses", "excluded: [ \"IP:198.51.100.0/24\" ]", true, false, false},
};

bool allows(const Constraint& constraint, const Name& name) {
    if (name.text.empty() || *constraint.yaml == '\0' || constraint.address != name.address)
        return true;
    const bool inside = constraint.aboutGood == name.good;
    return constraint.permits ? inside : !inside;
}

// Question is a host that is asked for, and the name that would answer it.
struct Asked {
    const char* name;
    const char* yaml;
    const Name* answer;
};

const Asked questions[] = {
    {"no host", "", nullptr},
    {"host", "host: host.test.example", &goodDns},
    {"address", "ip: 192.0.2.7", &goodIp},
};

struct Combination {
    const Constraint* constraint;
    const Asked* asked;
    const Name* dns;
    const Name* ip;
    const char* commonName;
    bool atRoot;
};

std::string yamlOf(const Combination& one) {
    std::string names;
    for (const Name* const name : {one.dns, one.ip})
        if (!name->text.empty())
            names += (names.empty() ? "\"" : ", \"") + name->text + "\"";
    const std::string limits = *one.constraint->yaml == '\0'
                                   ? ""
                                   : "name-constraints: { " + std::string(one.constraint->yaml) + " }";
    const std::string root = one.atRoot ? limits : "";
    const std::string intermediate = one.atRoot || limits.empty() ? "" : ", " + limits;
    return "chain:\n  root: { " + root + " }\n  int: { issuer: root" + intermediate +
           " }\n  leaf: { issuer: int, subject: \"CN=" + one.commonName +
           "\", san: " + (names.empty() ? "~" : "[ " + names + " ]") + " }\nask: { " + one.asked->yaml +
           " }\nexpected: { valid: true }\n";
}

bool expected(const Combination& one) {
    const bool answered =
        one.asked->answer == nullptr || one.asked->answer == one.dns || one.asked->answer == one.ip;
    return answered && allows(*one.constraint, *one.dns) && allows(*one.constraint, *one.ip);
}

std::vector<Combination> combinations() {
    std::vector<Combination> all;
    for (const Constraint& constraint : constraints)
        for (const Asked& asked : questions)
            for (const Name* const dns : {&none, &goodDns, &badDns})
                for (const Name* const ip : {&none, &goodIp, &badIp})
                    for (const char* const commonName : {"host.test.example", "Somebody"})
                        for (const bool atRoot : {true, false})
                            all.push_back({&constraint, &asked, dns, ip, commonName, atRoot});
    return all;
}

} // namespace

class TestValidationNameTables : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    void names_everyCombination_isJudgedAsWorkedOut_data();
    void names_everyCombination_isJudgedAsWorkedOut();
};

void TestValidationNameTables::names_everyCombination_isJudgedAsWorkedOut_data() {
    QTest::addColumn<int>("number");
    const auto all = combinations();
    for (std::size_t i = 0; i < all.size(); ++i)
        QTest::addRow("%s, %s, %s %s, CN %s, %s", all[i].constraint->name, all[i].asked->name,
                      all[i].dns->text.c_str(), all[i].ip->text.c_str(), all[i].commonName,
                      all[i].atRoot ? "root" : "intermediate")
            << static_cast<int>(i);
}

// The common name has nothing to do with it: it neither answers (RFC 9525 section 2) nor is it constrained.
void TestValidationNameTables::names_everyCombination_isJudgedAsWorkedOut() {
    QFETCH(int, number);
    const Combination one = combinations().at(static_cast<std::size_t>(number));
    const forge::Case made = forge::makeFromText(yamlOf(one));
    const bool anyName = !one.dns->text.empty() || !one.ip->text.empty();
    for (const char* const policy : {"service", "rfc5280"}) {
        if (!anyName && std::string(policy) == "service" && one.asked->answer == nullptr)
            continue; // whether a server's certificate may be without names is the service's own rule
        const check::Verdict verdict = judge(made, policy);
        QVERIFY2(verdict.valid() == expected(one), summaryOf(made, verdict).c_str());
    }
}

QTEST_GUILESS_MAIN(TestValidationNameTables)
#include "test_validation_name_tables.moc"

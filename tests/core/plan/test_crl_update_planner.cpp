// Why: a wrong list locks clients out or lets revoked ones in, and the service takes one up without asking.
#include <QTest>

#include <filesystem>
#include <functional>

#include "core/plan/crl_update_planner.h"
#include "tests/core/plan/planned_import.h"
#include "tests/data/material/pki.h"
#include "tests/support/modes.h"
#include "tests/support/seeded_random.h"

using namespace certwright;
using namespace certwright::test;

namespace {

const secret::SecretAccess allowed = secret::SecretAccess::grant();

using Slots = std::map<std::string, std::string>;

// Order is a list to make: days are counted from the test's now.
struct Order {
    std::optional<std::uint64_t> number = 2;
    int issued = -1;
    int ends = 100;
    std::vector<std::string> serials = {};
};

document::Crl make(const document::Identity& issuer, const Order& order) {
    document::CrlSpec spec;
    spec.thisUpdate = testNow() + std::chrono::days(order.issued);
    spec.nextUpdate = testNow() + std::chrono::days(order.ends);
    spec.number = order.number;
    for (const std::string& serial : order.serials)
        spec.entries.push_back(
            {serial, testNow() - std::chrono::days(2), document::CrlReason::KeyCompromise});
    return material::issueCrl(spec, issuer);
}

std::string contentOf(const plan::Plan& plan, std::size_t change = 0) {
    return std::string(base::textOf(plan.changes.at(change).content));
}

} // namespace

class TestCrlUpdatePlanner : public QObject {
    Q_OBJECT

  private:
    base::Result<plan::Plan> update(const ServiceFolder& folder, const std::vector<std::string>& paths,
                                    const Slots& slots = {},
                                    plan::OlderLists older = plan::OlderLists::Refuse) {
        base::SilentProgress progress;
        const auto loaded = plan::loadFiles(*m_files, slots, paths, progress, allowed);
        return plan::planCrlUpdate(*m_files, folder.site(*m_files), {*loaded, older, testNow()}, allowed);
    }
    base::Result<plan::Plan> updateWith(const ServiceFolder& folder, const document::Crl& list) {
        return update(folder, {folder.brought("new.crl", pemOf(list))});
    }
    void install(const ServiceFolder& folder) { m_import.carryOut(*m_import.into(folder)); }
    void setConfig(const ServiceFolder& folder, const std::string& from, const std::string& to) {
        std::string text = folder.config();
        const auto at = text.find(from);
        QVERIFY2(at != std::string::npos, text.c_str());
        folder.writeConfig(text.replace(at, from.size(), to));
    }

    std::unique_ptr<files::FileSystem> m_files = files::localFileSystem();
    SeededRandom m_random;
    PlannedImport m_import{*m_files, m_random};

  private Q_SLOTS:
    void list_newer_replacesAsTheServiceWants();
    void list_anyForm_isWrittenAsPem();
    void list_judged_isRefusedOrTaken_data();
    void list_judged_isRefusedOrTaken();
    void list_older_isTakenWhereAllowed();
    void lists_ofOneIssuer_newestWins();
    void lists_ofOtherIssuers_stay();
    void lists_ofOtherScope_stay();
    void delta_neverTakesTheListsPlace();
    void slot_notInUse_isRefused();
    void slot_notInUse_isConfiguredWhereTheServiceTakesIt();
    void slot_elsewhere_isRefused();
    void slot_named_takesOnlyItsOwn();
    void slots_ofSeveralPairs_eachGetItsOwn();
    void files_withoutLists_areToldApart();
    void installed_withoutCa_isTold();
    void retention_passingFirst_isTold();
    void target_link_isRefused();
};

void TestCrlUpdatePlanner::list_newer_replacesAsTheServiceWants() {
    for (const Service service : {Service::StreamServer, Service::Aoi}) {
        const ServiceFolder folder(service);
        install(folder);
        const std::string config = folder.config();
        const auto list = make(m_import.root(), {});
        const auto plan = updateWith(folder, list);
        QVERIFY(plan && plan->applicable());
        QCOMPARE(plan->operation, plan::Operation::CrlUpdate);
        QCOMPARE(plan->changes.size(), std::size_t{1});
        const plan::Change& change = plan->changes.front();
        QCOMPARE(change.path, folder.slotPath("crl"));
        QCOMPARE(change.mode, 0400U);
        QVERIFY(change.before);
        const bool removes = service == Service::StreamServer;
        QVERIFY(change.placement == (removes ? plan::Placement::RemoveFirst : plan::Placement::RenameOver));
        QCOMPARE(contentOf(*plan), pemOf(list));
        QVERIFY(has(plan->findings, "crl.read-at-start"));
        QCOMPARE(has(plan->findings, "swap.stepwise"), removes);
        if (removes)
            QCOMPARE(bodyOf<check::SwapStepwise>(plan->findings)->reason, std::string("rule"));
        QVERIFY(!plan->kept.empty() && !plan->areas.empty());
        QCOMPARE(folder.config(), config);
    }
}

void TestCrlUpdatePlanner::list_anyForm_isWrittenAsPem() {
    const ServiceFolder folder(Service::StreamServer);
    install(folder);
    const auto list = make(m_import.root(), {});
    for (const std::string& content :
         {derText(list.der), material::pkcs7({m_import.leaf().certificate}, {list})}) {
        const auto plan = update(folder, {folder.brought("new.any", content)});
        QVERIFY(plan && plan->applicable());
        QCOMPARE(contentOf(*plan), pemOf(list));
        QVERIFY(has(plan->findings, "crl.converted"));
    }
}

void TestCrlUpdatePlanner::list_judged_isRefusedOrTaken_data() {
    QTest::addColumn<int>("row");
    const char* const names[] = {"same list",
                                 "older number",
                                 "older date, no number",
                                 "older date, larger number",
                                 "revokes the server",
                                 "revokes the intermediate",
                                 "revokes somebody",
                                 "ran out",
                                 "not yet valid",
                                 "runs out soon",
                                 "strange issuer",
                                 "right name, wrong key"};
    int row = 0;
    for (const char* name : names)
        QTest::newRow(name) << row++;
}

void TestCrlUpdatePlanner::list_judged_isRefusedOrTaken() {
    const auto& root = m_import.root();
    const auto& sub = m_import.sub();
    const auto serialOf = [](const document::Identity& it) { return it.certificate.facts.serial; };
    struct Row {
        document::Crl list;
        std::string code;
        std::size_t changes;
    };
    const Row rows[] = {
        {m_import.material().crls.front().crl, "", 0},
        {make(root, {.number = 0}), "!crl.older", 0},
        {make(root, {.number = std::nullopt, .issued = -2}), "!crl.older", 0},
        {make(root, {.number = 9, .issued = -2}), "", 1},
        {make(sub, {.serials = {serialOf(m_import.leaf())}}), "!crl.revokes-server", 0},
        {make(root, {.serials = {serialOf(sub)}}), "!certificate.revoked", 0},
        {make(sub, {.serials = {"7777"}}), "", 1},
        {make(root, {.issued = -9, .ends = -1}), "!crl.expired", 0},
        {make(root, {.issued = 1}), "!crl.not-yet-valid", 0},
        {make(root, {.ends = 3}), "crl.expires-soon", 1},
        {make(makeCa("Other", otherCaKey()), {}), "!crl.wrong-issuer", 0},
        {make(makeCa("Root", otherCaKey()), {}), "!crl.signature-invalid", 0},
    };
    QFETCH(int, row);
    const ServiceFolder folder(Service::StreamServer);
    install(folder);
    const auto plan = updateWith(folder, rows[row].list);
    QVERIFY(plan);
    const auto codes = codesOf(plan->findings);
    const std::vector<std::string> expected =
        rows[row].code.empty() ? std::vector<std::string>{} : std::vector{rows[row].code};
    QCOMPARE(codes, expected);
    QCOMPARE(plan->changes.size(), rows[row].changes);
    QCOMPARE(has(plan->findings, "crl.same"), row == 0);
    QCOMPARE(has(plan->findings, "crl.read-at-start"), rows[row].changes == 1);
}

void TestCrlUpdatePlanner::list_older_isTakenWhereAllowed() {
    const ServiceFolder folder(Service::StreamServer);
    install(folder);
    const auto list = make(m_import.root(), {.number = 0, .issued = -2});
    const auto plan = update(folder, {folder.brought("new.crl", pemOf(list))}, {}, plan::OlderLists::Allow);
    QVERIFY(plan->applicable());
    QCOMPARE(codesOf(plan->findings), std::vector<std::string>{"crl.older"});
    const auto* body = bodyOf<check::CrlOlder>(plan->findings);
    QCOMPARE(body->number, std::string("0"));
    QCOMPARE(body->installedNumber, std::string("1"));
    QCOMPARE(contentOf(*plan), pemOf(list));
}

void TestCrlUpdatePlanner::lists_ofOneIssuer_newestWins() {
    const ServiceFolder folder(Service::StreamServer);
    install(folder);
    const auto newest = make(m_import.root(), {.number = 300, .issued = -3});
    folder.brought("a.crl", pemOf(make(m_import.root(), {.number = 2})));
    folder.brought("b.crl", pemOf(newest));
    folder.brought("c.crl", pemOf(make(m_import.root(), {.number = 29})));
    folder.brought("of-others.crl", pemOf(make(makeCa("Other", otherCaKey()), {})));
    folder.brought("readme.txt", "nothing of ours");
    const auto plan = update(folder, {folder.broughtFolder()});
    QVERIFY(plan->applicable());
    QCOMPARE(contentOf(*plan), pemOf(newest));
    const auto unused = std::ranges::count_if(
        plan->findings, [](const auto& finding) { return check::codeOf(finding) == "file.unused"; });
    QCOMPARE(unused, 3);
}

void TestCrlUpdatePlanner::lists_ofOtherIssuers_stay() {
    const ServiceFolder folder(Service::StreamServer);
    install(folder);
    const auto ofRoot = m_import.material().crls.front().crl;
    const auto ofSub = make(m_import.sub(), {.number = 5});
    const auto both = updateWith(folder, ofSub);
    QVERIFY(both->applicable());
    QCOMPARE(contentOf(*both), pemOf(ofRoot) + pemOf(ofSub));
    m_import.carryOut(*both);
    const auto newer = make(m_import.root(), {.number = 6});
    const auto plan = updateWith(folder, newer);
    QVERIFY(plan->applicable());
    QCOMPARE(contentOf(*plan), pemOf(newer) + pemOf(ofSub));
}

void TestCrlUpdatePlanner::lists_ofOtherScope_stay() {
    const ServiceFolder folder(Service::StreamServer);
    install(folder);
    const auto& root = m_import.root();
    const auto complete = m_import.material().crls.front().crl;
    // SEQUENCE { [1] TRUE } for end certificates, [2] for CAs (RFC 5280 section 5.2.5).
    const auto users =
        material::extended(make(root, {.number = 9}), root, "2.5.29.28", *base::fromHex("30038101ff"));
    const auto cas =
        material::extended(make(root, {.number = 1}), root, "2.5.29.28", *base::fromHex("30038201ff"));
    folder.brought("users.crl", pemOf(users));
    folder.brought("cas.crl", pemOf(cas));
    const auto both = update(folder, {folder.broughtFolder()});
    QVERIFY2(both->applicable(), qPrintable(QString::number(both->findings.size())));
    const std::string content = contentOf(*both);
    for (const document::Crl& list : {complete, users, cas})
        QVERIFY(content.find(pemOf(list)) != std::string::npos);
    m_import.carryOut(*both);
    const auto newer =
        material::extended(make(root, {.number = 2}), root, "2.5.29.28", *base::fromHex("30038201ff"));
    const auto plan = updateWith(folder, newer);
    QVERIFY(plan->applicable());
    QVERIFY(contentOf(*plan).find(pemOf(users)) != std::string::npos);
    QVERIFY(contentOf(*plan).find(pemOf(newer)) != std::string::npos);
    QVERIFY(contentOf(*plan).find(pemOf(cas)) == std::string::npos);
}

void TestCrlUpdatePlanner::delta_neverTakesTheListsPlace() {
    const auto& root = m_import.root();
    const auto delta =
        material::extended(make(root, {.number = 300}), root, "2.5.29.27", *base::fromHex("020102"));
    const auto complete = make(root, {.number = 299});
    {
        const ServiceFolder folder(Service::StreamServer);
        install(folder);
        const auto alone = updateWith(folder, delta);
        QCOMPARE(codesOf(alone->findings), std::vector<std::string>{"!crl.delta"});
        QVERIFY(alone->changes.empty());
    }
    const ServiceFolder folder(Service::StreamServer);
    install(folder);
    folder.brought("delta.crl", pemOf(delta));
    folder.brought("complete.crl", pemOf(complete));
    const auto beside = update(folder, {folder.broughtFolder()});
    QVERIFY(beside->applicable());
    QCOMPARE(contentOf(*beside), pemOf(complete));
    QVERIFY(has(beside->findings, "crl.delta"));
}

void TestCrlUpdatePlanner::slot_notInUse_isRefused() {
    for (const bool emptied : {true, false}) {
        const ServiceFolder folder(Service::StreamServer);
        install(folder);
        if (emptied)
            setConfig(folder, "crl=keys/ca.crl", "crl=");
        else
            test::removeFile(folder.slotPath("crl"));
        const auto plan = updateWith(folder, make(m_import.root(), {}));
        QCOMPARE(codesOf(plan->findings), std::vector<std::string>{"!crl.not-configured"});
        QVERIFY(plan->changes.empty());
    }
}

void TestCrlUpdatePlanner::slot_notInUse_isConfiguredWhereTheServiceTakesIt() {
    ServiceFolder folder(Service::Aoi);
    folder.editProfile().crlUpdate.needsConfigured = false;
    install(folder);
    setConfig(folder, "crl: config/crt/ca.crl", "crl:");
    test::removeFile(folder.slotPath("crl"));
    const auto list = make(m_import.root(), {});
    const auto plan = updateWith(folder, list);
    QVERIFY(plan && plan->applicable());
    QCOMPARE(plan->changes.size(), std::size_t{2});
    m_import.carryOut(*plan);
    QVERIFY(folder.config().find("crl: config/crt/ca.crl") != std::string::npos);
    QCOMPARE(folder.read("config/crt/ca.crl"), pemOf(list));
}

void TestCrlUpdatePlanner::slot_elsewhere_isRefused() {
    const ServiceFolder folder(Service::StreamServer);
    install(folder);
    setConfig(folder, "crl=keys/ca.crl", "crl=mine.crl");
    folder.write("sample/mxVision/streamserver/mine.crl", pemOf(makeList(m_import.root())));
    const auto plan = updateWith(folder, make(m_import.root(), {}));
    QCOMPARE(codesOf(plan->findings), std::vector<std::string>{"!installed.not-configured"});
    QVERIFY(plan->changes.empty());
}

void TestCrlUpdatePlanner::slot_named_takesOnlyItsOwn() {
    const ServiceFolder folder(Service::StreamServer);
    install(folder);
    const std::string good = folder.brought("good.crl", pemOf(make(m_import.root(), {})));
    const std::string other = folder.brought("other.crl", pemOf(make(makeCa("X", otherCaKey()), {})));
    const std::string none = folder.brought("none.crl", pemOf(m_import.leaf()));
    QVERIFY(update(folder, {}, {{"crl", good}})->applicable());
    QCOMPARE(codesOf(update(folder, {}, {{"crl", other}})->findings),
             std::vector<std::string>{"!crl.wrong-issuer"});
    QCOMPARE(codesOf(update(folder, {}, {{"crl", none}})->findings),
             std::vector<std::string>{"!slot.wrong-kind"});
}

void TestCrlUpdatePlanner::slots_ofSeveralPairs_eachGetItsOwn() {
    const auto other = makeCa("Platform", otherCaKey());
    PlannedImport imports(*m_files, m_random);
    check::TrustPair pair{"platform-ca", {}, {}};
    pair.cas.push_back({other.certificate, "platform"});
    pair.crls.push_back({makeList(other), "platform", document::Encoding::Pem, document::Container::None});
    imports.material().pairs.push_back(pair);
    const ServiceFolder folder(Service::Aoi);
    imports.carryOut(*imports.into(folder));
    const auto forServer = make(imports.root(), {.number = 4});
    const auto forPlatform = make(other, {.number = 5});
    const auto plan = update(folder, {folder.brought("both.crl", pemOf(forPlatform) + pemOf(forServer))});
    QVERIFY(plan && plan->applicable());
    QCOMPARE(plan->changes.size(), std::size_t{2});
    QCOMPARE(std::string(base::textOf(changeFor(*plan, folder.slotPath("crl"))->content)), pemOf(forServer));
    QCOMPARE(std::string(base::textOf(changeFor(*plan, folder.slotPath("platform-crl"))->content)),
             pemOf(forPlatform));
    const std::string wrong = folder.brought("wrong.crl", pemOf(forServer));
    QCOMPARE(codesOf(update(folder, {}, {{"platform-crl", wrong}})->findings),
             std::vector<std::string>{"!crl.wrong-issuer"});
}

void TestCrlUpdatePlanner::files_withoutLists_areToldApart() {
    const ServiceFolder folder(Service::StreamServer);
    install(folder);
    const auto codes = [&](const std::string& path) { return codesOf(update(folder, {path})->findings); };
    QCOMPARE(codes(folder.at("nowhere.crl")), std::vector<std::string>{"!file.unreadable"});
    QCOMPARE(codes(folder.brought("a.txt", "hello")), std::vector<std::string>{"!file.unrecognised"});
    QCOMPARE(codes(folder.brought("a.crt", pemOf(m_import.leaf()))),
             std::vector<std::string>{"!slot.missing"});
    std::string cut = pemOf(make(m_import.root(), {}));
    QCOMPARE(codes(folder.brought("cut.crl", cut.substr(0, cut.size() / 2))),
             std::vector<std::string>{"!file.damaged"});
}

void TestCrlUpdatePlanner::installed_withoutCa_isTold() {
    const ServiceFolder folder(Service::StreamServer);
    install(folder);
    test::removeFile(folder.slotPath("ca"));
    const auto plan = updateWith(folder, make(m_import.root(), {}));
    QCOMPARE(codesOf(plan->findings), std::vector<std::string>{"!installed.missing"});
    QVERIFY(plan->changes.empty());
}

void TestCrlUpdatePlanner::retention_passingFirst_isTold() {
    const ServiceFolder folder(Service::Aoi);
    install(folder);
    const auto list = make(m_import.root(), {});
    setConfig(folder, "2027-11-21 12:00:00", "2027-01-01 00:00:00");
    const auto soon = updateWith(folder, list);
    QVERIFY(soon->applicable());
    QCOMPARE(codesOf(soon->findings), std::vector<std::string>{"retention.before-certificate"});
    setConfig(folder, "2027-01-01 00:00:00", "2026-01-01 00:00:00");
    const auto passed = updateWith(folder, list);
    QVERIFY(passed->applicable());
    QCOMPARE(codesOf(passed->findings), std::vector<std::string>{"retention.passed"});
}

void TestCrlUpdatePlanner::target_link_isRefused() {
    const ServiceFolder folder(Service::StreamServer);
    install(folder);
    const std::string target = folder.brought("precious", pemOf(makeList(m_import.root())));
    test::removeFile(folder.slotPath("crl"));
    std::filesystem::create_symlink(target, folder.slotPath("crl"));
    const auto plan = updateWith(folder, make(m_import.root(), {}));
    QVERIFY(has(plan->findings, "target.symlink"));
    QVERIFY(!plan->applicable() && plan->changes.empty());
}

QTEST_GUILESS_MAIN(TestCrlUpdatePlanner)
#include "test_crl_update_planner.moc"

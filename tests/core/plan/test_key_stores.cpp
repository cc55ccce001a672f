// Why: a master key that was lost loses every passphrase sealed under it.
#include <QTest>

#include "core/plan/key_stores.h"
#include "core/vault/builtin_vault.h"
#include "tests/core/plan/planned_import.h"
#include "tests/support/seeded_random.h"

using namespace certwright;
using namespace certwright::test;

namespace {

const secret::SecretAccess allowed = secret::SecretAccess::grant();

} // namespace

class TestKeyStores : public QObject {
    Q_OBJECT

  private:
    std::unique_ptr<files::FileSystem> m_files = files::localFileSystem();
    SeededRandom m_random;
    PlannedImport m_import{*m_files, m_random};

  private Q_SLOTS:
    void stores_foreign_blockAndAreNotOpened();
    void stores_damaged_areRepairedOrBlock_data();
    void stores_damaged_areRepairedOrBlock();
};

void TestKeyStores::stores_foreign_blockAndAreNotOpened() {
    const ServiceFolder folder(Service::StreamServer);
    const auto mark = base::fromHex("5f64978d194f89cfa83f8ee1db013c0c88424a1cb7fcad704e4513a51446716c");
    folder.write(folder.keys() + "/kmc.ks", std::string(base::textOf(*mark)) + "vendor");
    check::Findings findings;
    plan::KeyStores(*m_files, folder.site(*m_files)).judge(findings);
    QCOMPARE(codesOf(findings), std::vector<std::string>{"!key-store.foreign"});
    QCOMPARE(m_import.into(folder).error().code, base::ErrorCode::KeyStoreForeign);
}

void TestKeyStores::stores_damaged_areRepairedOrBlock_data() {
    QTest::addColumn<QString>("primary");
    QTest::addColumn<QString>("standby");
    QTest::addColumn<QString>("code");
    QTest::addColumn<QString>("state");
    QTest::newRow("whole") << "good"
                           << "good"
                           << ""
                           << "";
    QTest::newRow("none") << ""
                          << ""
                          << ""
                          << "";
    QTest::newRow("primary missing") << ""
                                     << "good"
                                     << "key-store.repaired"
                                     << "missing";
    QTest::newRow("standby missing") << "good"
                                     << ""
                                     << "key-store.repaired"
                                     << "missing";
    QTest::newRow("primary damaged") << "bad"
                                     << "good"
                                     << "key-store.repaired"
                                     << "damaged";
    QTest::newRow("standby damaged") << "good"
                                     << "bad"
                                     << "key-store.repaired"
                                     << "damaged";
    QTest::newRow("standby of another key") << "good"
                                            << "other"
                                            << "key-store.repaired"
                                            << "damaged";
    QTest::newRow("both damaged") << "bad"
                                  << "bad"
                                  << "!key-store.damaged"
                                  << "";
    QTest::newRow("one damaged, one missing") << "bad"
                                              << ""
                                              << "!key-store.damaged"
                                              << "";
}

void TestKeyStores::stores_damaged_areRepairedOrBlock() {
    QFETCH(QString, primary);
    QFETCH(QString, standby);
    QFETCH(QString, code);
    QFETCH(QString, state);
    const ServiceFolder folder(Service::StreamServer);
    const auto good = (*vault::BuiltinVault::create(m_random, allowed))->content();
    const auto other = (*vault::BuiltinVault::create(m_random, allowed))->content();
    const auto put = [&](const std::string& name, const QString& what) {
        if (!what.isEmpty())
            folder.write(folder.keys() + name, what == "bad"     ? std::string("rubbish")
                                               : what == "other" ? derText(other)
                                                                 : derText(good));
    };
    put("/kmc.ks", primary);
    put("/StandbyKsf.ks", standby);
    check::Findings findings;
    plan::KeyStores(*m_files, folder.site(*m_files)).judge(findings);
    QCOMPARE(codesOf(findings),
             code.isEmpty() ? std::vector<std::string>{} : std::vector<std::string>{code.toStdString()});
    if (const auto* body = bodyOf<check::KeyStoreRepaired>(findings)) {
        QCOMPARE(body->state, state.toStdString());
        const auto plan = m_import.into(folder);
        const auto* change = changeFor(*plan, body->path);
        QVERIFY(change != nullptr);
        QCOMPARE(change->content, good);
    }
}

QTEST_GUILESS_MAIN(TestKeyStores)
#include "test_key_stores.moc"

// Why: unlock hands a secret out; it must be the right one or none.
#include <QTest>

#include "core/files/file_system.h"
#include "core/prove/unlock.h"
#include "tests/core/prove/installed_set.h"

using namespace certwright;
using test::InstalledSet;
using test::Service;

class TestUnlock : public QObject {
    Q_OBJECT

  private:
    std::unique_ptr<files::FileSystem> m_disk = files::localFileSystem();
    const secret::SecretAccess m_access = secret::SecretAccess::grant();

    base::ErrorCode failureOf(const InstalledSet& set) const {
        const auto unlocked = prove::unlock(*m_disk, set.place(), m_access);
        return unlocked ? base::ErrorCode::Cancelled : unlocked.error().code;
    }

  private Q_SLOTS:
    void unlock_goodSet_givesThePassphrase_data() {
        QTest::addColumn<int>("service");
        QTest::newRow("streamserver") << 0;
        QTest::newRow("aoi") << 1;
    }
    void unlock_goodSet_givesThePassphrase() {
        QFETCH(int, service);
        const InstalledSet set(service == 0 ? Service::StreamServer : Service::Aoi);
        const auto unlocked = prove::unlock(*m_disk, set.place(), m_access);
        QVERIFY(unlocked.has_value());
        QCOMPARE(std::string(base::textOf(unlocked->reveal(m_access))), set.passphrase());
    }

    void unlock_oneKeyStoreGone_opensFromTheOther() {
        const InstalledSet set(Service::StreamServer);
        set.remove(set.path(set.profile().keyStore.primary));
        QVERIFY(prove::unlock(*m_disk, set.place(), m_access).has_value());
    }

    void unlock_keyUnderAnotherPassphrase_isRefused() {
        InstalledSet set(Service::StreamServer);
        set.installKey(*set.server().key, "another");
        QCOMPARE(failureOf(set), base::ErrorCode::SealInvalid);
    }

    void unlock_sealAltered_isRefused() {
        InstalledSet set(Service::Aoi);
        set.replaceInConfig("key_mm: cw1.", "key_mm: cw1.AAAA");
        QCOMPARE(failureOf(set), base::ErrorCode::SealInvalid);
    }

    void unlock_nothingSealed_isRefused() {
        InstalledSet set(Service::StreamServer);
        set.replaceInConfig("server_key_mm=cw1.", "old_key_mm=cw1.");
        QCOMPARE(failureOf(set), base::ErrorCode::SealInvalid);
    }

    void unlock_keyMissing_saysSo() {
        const InstalledSet set(Service::StreamServer);
        set.remove(set.pathOf("key"));
        QCOMPARE(failureOf(set), base::ErrorCode::FileNotFound);
    }

    void unlock_keyNotConfigured_saysSo() {
        InstalledSet set(Service::StreamServer);
        set.replaceInConfig("server_key=keys/server.key", "server_key=");
        QCOMPARE(failureOf(set), base::ErrorCode::FileNotFound);
    }

    void unlock_keyStoresGone_saysSo() {
        const InstalledSet set(Service::StreamServer);
        set.remove(set.path(set.profile().keyStore.primary));
        set.remove(set.path(set.profile().keyStore.standby));
        QCOMPARE(failureOf(set), base::ErrorCode::KeyStoreMissing);
    }

    void unlock_noService_saysSo() {
        const InstalledSet set(Service::StreamServer);
        set.remove(set.path("config/streamserver.conf"));
        QCOMPARE(failureOf(set), base::ErrorCode::FileNotFound);
    }
};

QTEST_GUILESS_MAIN(TestUnlock)
#include "test_unlock.moc"

// Why: the C functions meet callers that pass anything, in any order; and the C++ header is what most
// services will use.
#include <QElapsedTimer>
#include <QFile>
#include <QTest>
#include <algorithm>
#include <certwright/reader.hpp>
#include <filesystem>

#include "core/base/bytes.h"
#include "tests/core/prove/installed_set.h"

using namespace certwright;
using test::InstalledSet;
using test::Service;

namespace {

struct End {
    void operator()(certwright_reader* reader) const { certwright_reader_free(reader); }
};
using Handle = std::unique_ptr<certwright_reader, End>;

Handle newHandle() {
    return Handle(certwright_reader_new());
}

Handle opened(const InstalledSet& set) {
    Handle handle = newHandle();
    const prove::Place place = set.place();
    if (certwright_reader_open(handle.get(), set.profile().id.c_str(), place.root.c_str(),
                               place.home.c_str()) != CERTWRIGHT_READER_OK)
        qFatal("%s", certwright_reader_error_code(handle.get()));
    return handle;
}

QByteArray codeOf(const Handle& handle) {
    return certwright_reader_error_code(handle.get());
}

std::chrono::system_clock::time_point now() {
    return test::testNow();
}

// everyCall calls every function that can fail with its best arguments and returns their statuses.
std::vector<int> everyCall(certwright_reader* handle) {
    const unsigned char* octets = nullptr;
    const char* text = nullptr;
    std::size_t size = 0;
    std::int64_t seconds = 0;
    unsigned char buffer[8192];
    return {certwright_reader_reload(handle),
            certwright_reader_path(handle, CERTWRIGHT_READER_CA, nullptr, &text),
            certwright_reader_content(handle, CERTWRIGHT_READER_CA, nullptr, &octets, &size),
            certwright_reader_setting(handle, "port", &text),
            certwright_reader_retention(handle, &seconds),
            certwright_reader_password(handle, buffer, sizeof buffer, &size),
            certwright_reader_private_key(handle, buffer, sizeof buffer, &size),
            certwright_reader_verify(handle, 1795262400)};
}

} // namespace

class TestReaderLibrary : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void functions_noHandle_failHarmlessly() {
        for (const int status : everyCall(nullptr))
            QCOMPARE(status, static_cast<int>(CERTWRIGHT_READER_FAILED));
        QCOMPARE(certwright_reader_open(nullptr, "aoi", "/", nullptr),
                 static_cast<int>(CERTWRIGHT_READER_FAILED));
        QCOMPARE(certwright_reader_changed(nullptr), 1);
        QCOMPARE(certwright_reader_finding_count(nullptr), std::size_t{0});
        QCOMPARE(certwright_reader_finding_severity(nullptr, 0), -1);
        QVERIFY(certwright_reader_finding_code(nullptr, 0) == nullptr);
        QCOMPARE(certwright_reader_error_code(nullptr), "");
        certwright_reader_free(nullptr);
        certwright_reader_wipe(nullptr, 10);
    }

    void functions_nothingOpen_saySo() {
        const Handle handle = newHandle();
        QCOMPARE(codeOf(handle), QByteArray());
        for (const int status : everyCall(handle.get()))
            QCOMPARE(status, static_cast<int>(CERTWRIGHT_READER_FAILED));
        QCOMPARE(codeOf(handle), QByteArray("not-open"));
        QCOMPARE(certwright_reader_changed(handle.get()), 1);
    }

    void functions_noResult_areRefused() {
        const InstalledSet set(Service::StreamServer);
        const Handle handle = opened(set);
        unsigned char buffer[8];
        const unsigned char* octets = nullptr;
        const int statuses[] = {
            certwright_reader_path(handle.get(), CERTWRIGHT_READER_CA, nullptr, nullptr),
            certwright_reader_content(handle.get(), CERTWRIGHT_READER_CA, nullptr, &octets, nullptr),
            certwright_reader_setting(handle.get(), "port", nullptr),
            certwright_reader_retention(handle.get(), nullptr),
            certwright_reader_password(handle.get(), buffer, sizeof buffer, nullptr)};
        for (const int status : statuses)
            QCOMPARE(status, static_cast<int>(CERTWRIGHT_READER_FAILED));
        QCOMPARE(codeOf(handle), QByteArray("argument.invalid"));
    }

    void open_wrongArguments_sayWhy_data() {
        QTest::addColumn<QByteArray>("service");
        QTest::addColumn<QByteArray>("root");
        QTest::addColumn<QByteArray>("code");
        QTest::newRow("no such service")
            << QByteArray("nothing") << QByteArray("/") << QByteArray("profile.unknown");
        QTest::newRow("no service") << QByteArray() << QByteArray("/") << QByteArray("profile.unknown");
        QTest::newRow("no folder") << QByteArray("aoi") << QByteArray("/no/such")
                                   << QByteArray("root.unknown");
        QTest::newRow("nothing in it")
            << QByteArray("aoi") << QByteArray("/") << QByteArray("file.not-found");
        QTest::newRow("not UTF-8") << QByteArray("aoi") << QByteArray("/\xff\xfe")
                                   << QByteArray("root.unknown");
        QTest::newRow("very long") << QByteArray("aoi") << QByteArray(100'000, 'x')
                                   << QByteArray("root.unknown");
    }
    void open_wrongArguments_sayWhy() {
        QFETCH(QByteArray, service);
        QFETCH(QByteArray, root);
        QFETCH(QByteArray, code);
        const Handle handle = newHandle();
        QCOMPARE(certwright_reader_open(handle.get(), service.constData(), root.constData(), nullptr),
                 static_cast<int>(CERTWRIGHT_READER_FAILED));
        QCOMPARE(codeOf(handle), code);
        QCOMPARE(certwright_reader_open(handle.get(), nullptr, nullptr, nullptr),
                 static_cast<int>(CERTWRIGHT_READER_FAILED));
    }

    void openProfile_ownFile_isReadOrRefused() {
        InstalledSet set(Service::StreamServer);
        const Handle handle = newHandle();
        set.write("own.yaml", "id: [", 0600);
        QCOMPARE(certwright_reader_open_profile(handle.get(), set.path("own.yaml").c_str(),
                                                set.place().root.c_str(), nullptr),
                 static_cast<int>(CERTWRIGHT_READER_FAILED));
        QCOMPARE(codeOf(handle), QByteArray("profile.invalid"));
        QFile shipped(QStringLiteral(CERTWRIGHT_PROFILES "/streamserver.yaml"));
        QVERIFY(shipped.open(QIODevice::ReadOnly));
        set.write("own.yaml", shipped.readAll().replace("id: streamserver", "id: ours").toStdString(), 0600);
        const Reader reader = Reader::openProfile(set.path("own.yaml"), set.place().root);
        QCOMPARE(std::string(reader.password().text()), set.passphrase());
    }

    void open_again_forgetsTheFirst() {
        const InstalledSet set(Service::StreamServer);
        const Handle handle = opened(set);
        QCOMPARE(certwright_reader_open(handle.get(), "aoi", "/no/such", nullptr),
                 static_cast<int>(CERTWRIGHT_READER_FAILED));
        QCOMPARE(certwright_reader_reload(handle.get()), static_cast<int>(CERTWRIGHT_READER_FAILED));
        QCOMPARE(codeOf(handle), QByteArray("not-open"));
    }

    void path_wrongFile_isRefused() {
        const InstalledSet set(Service::StreamServer);
        const Handle handle = opened(set);
        const char* path = nullptr;
        for (const int file : {-1, 5, 1'000'000})
            QCOMPARE(certwright_reader_path(handle.get(), file, nullptr, &path),
                     static_cast<int>(CERTWRIGHT_READER_FAILED));
        QCOMPARE(certwright_reader_path(handle.get(), CERTWRIGHT_READER_CA, "nobody", &path),
                 static_cast<int>(CERTWRIGHT_READER_FAILED));
        QVERIFY(path == nullptr);
    }

    void password_bufferTooSmall_isLeftAlone() {
        const InstalledSet set(Service::StreamServer);
        const Handle handle = opened(set);
        std::vector<unsigned char> buffer(set.passphrase().size(), 'x');
        const auto before = buffer;
        std::size_t size = 0;
        for (const std::size_t capacity : {std::size_t{0}, buffer.size() - 1}) {
            QCOMPARE(certwright_reader_password(handle.get(), buffer.data(), capacity, &size),
                     static_cast<int>(CERTWRIGHT_READER_SHORT));
            QCOMPARE(size, buffer.size());
            QVERIFY(buffer == before);
        }
        QCOMPARE(certwright_reader_password(handle.get(), nullptr, 100, &size),
                 static_cast<int>(CERTWRIGHT_READER_SHORT));
        QCOMPARE(certwright_reader_password(handle.get(), buffer.data(), buffer.size(), &size),
                 static_cast<int>(CERTWRIGHT_READER_OK));
        QCOMPARE(std::string(buffer.begin(), buffer.end()), set.passphrase());
        certwright_reader_wipe(buffer.data(), buffer.size());
        QCOMPARE(buffer, std::vector<unsigned char>(buffer.size(), 0));
    }

    void verify_severities_areStableNumbers() {
        InstalledSet set(Service::Aoi);
        set.writeHome("key.hash", "wrong");
        std::filesystem::permissions(set.path(set.profile().keyStore.primary), std::filesystem::perms(0444));
        const Reader reader = Reader::open("aoi", set.place().root, set.place().home);
        const auto findings = reader.verify(now());
        QVERIFY(findings.size() >= 2);
        QCOMPARE(findings.front().code, std::string("installed.hash"));
        QCOMPARE(findings.front().subject, set.homePath("key.hash"));
        QVERIFY(findings.front().severity == Severity::Blocker);
        const auto mode = std::find_if(findings.begin(), findings.end(), [](const Finding& finding) {
            return finding.code == "installed.mode";
        });
        QVERIFY(mode != findings.end() && mode->severity == Severity::Warning);
        QCOMPARE(mode->subject, set.path(set.profile().keyStore.primary));
    }

    void verify_impossibleTime_isRefused() {
        const InstalledSet set(Service::StreamServer);
        const Handle handle = opened(set);
        for (const std::int64_t time : {std::int64_t{-1}, INT64_MAX, INT64_MIN})
            QCOMPARE(certwright_reader_verify(handle.get(), time),
                     static_cast<int>(CERTWRIGHT_READER_FAILED));
        QCOMPARE(certwright_reader_verify(handle.get(), 1795262400), static_cast<int>(CERTWRIGHT_READER_OK));
        QVERIFY(certwright_reader_finding_code(handle.get(), 1'000'000) == nullptr);
    }

    void reader_goodSet_givesEverything() {
        const InstalledSet set(Service::Aoi);
        Reader reader = Reader::open("aoi", set.place().root, set.place().home);
        QCOMPARE(std::string(reader.content(File::Chain).value()), set.read("config/crt/server.crt"));
        QCOMPARE(std::string(reader.content(File::Crl, "platform").value()),
                 set.read("config/crt/ai_platform_client.crl"));
        QCOMPARE(reader.path(File::Ca).value(), set.pathOf("ca"));
        QCOMPARE(reader.setting("cert.ca"), std::string("config/crt/ca.crt"));
        QVERIFY(reader.retention().value() ==
                std::chrono::system_clock::time_point(*base::parseTime("2029-01-01")));
        QCOMPARE(std::string(reader.password().text()), set.passphrase());
        const Secret key = reader.privateKey();
        const secret::SecretAccess access = secret::SecretAccess::grant();
        QVERIFY(std::ranges::equal(set.server().key->pkcs8.reveal(access),
                                   base::ByteView(key.data(), key.size())));
        QVERIFY(!reader.changed());
        Reader moved = std::move(reader);
        moved.reload();
    }

    void reader_failure_isAnExceptionWithItsCode() {
        InstalledSet set(Service::StreamServer);
        set.replaceInConfig("server_key_mm=cw1.", "server_key_mm=cw1.AAAA");
        const Reader reader = Reader::open("streamserver", set.place().root);
        try {
            static_cast<void>(reader.password());
            QFAIL("no exception");
        } catch (const ReaderError& error) {
            QCOMPARE(error.code(), std::string("seal.invalid"));
            QVERIFY(std::string(error.what()).starts_with("seal.invalid"));
        }
        QVERIFY_EXCEPTION_THROWN(Reader::open("streamserver", "/no/such"), ReaderError);
    }

    void secret_movedAndShrunk_keepsItsOctets() {
        Secret one(8);
        one.data()[0] = 'a';
        Secret other = std::move(one);
        QCOMPARE(one.size(), std::size_t{0});
        other.shrink(1);
        other.shrink(5);
        QCOMPARE(other.text(), std::string_view("a"));
        one = std::move(other);
        QCOMPARE(one.text(), std::string_view("a"));
    }

    // Cheap enough for every connection: what it costs is printed.
    void changed_asked_isCheap() {
        const InstalledSet set(Service::Aoi);
        const Handle handle = opened(set);
        constexpr int times = 2000;
        QElapsedTimer timer;
        timer.start();
        for (int i = 0; i < times; ++i)
            QCOMPARE(certwright_reader_changed(handle.get()), 0);
        const double each = static_cast<double>(timer.nsecsElapsed()) / times / 1000;
        qInfo("changed: %.1f microseconds", each);
        QVERIFY(each < 2000);
    }
};

QTEST_GUILESS_MAIN(TestReaderLibrary)
#include "test_reader_library.moc"

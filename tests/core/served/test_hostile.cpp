// Why: whoever asks a server must come away whole and in time, whatever sits at that port.
#include <chrono>
#include <filesystem>
#include <thread>

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QTest>

#include <sys/socket.h>
#include <unistd.h>

#include "core/served/fetch.h"
#include "tests/core/prove/material.h"
#include "tests/core/served/tls_server.h"
#include "tests/support/seeded_random.h"

using namespace certwright;
using base::ErrorCode;
using test::Listener;
using test::testNow;

namespace {

const secret::SecretAccess token = secret::SecretAccess::grant();
const base::SilentProgress quiet;
constexpr std::chrono::milliseconds limit{1500};

class Stopped final : public base::Progress {
  public:
    explicit Stopped(int after)
        : m_left(after) {}
    void enter(base::Step, int, int) override {}
    bool cancelled() const override { return --m_left < 0; }

  private:
    mutable int m_left;
};

base::Error failureOf(const Listener& server, served::Opening opening = served::Opening::Tls) {
    served::Order order;
    order.address = server.address();
    order.opening = opening;
    order.limit = limit;
    const auto served = served::fetchServed(order, quiet, token);
    return served ? base::Error{ErrorCode::InvalidArgument, "it was served", {}} : served.error();
}

bool sendAll(int socket, const std::string& content) {
    for (std::size_t at = 0; at < content.size();) {
        const ssize_t sent = ::send(socket, content.data() + at, content.size() - at, MSG_NOSIGNAL);
        if (sent <= 0)
            return false;
        at += static_cast<std::size_t>(sent);
    }
    return true;
}

// A record of TLS (RFC 8446 section 5.1).
std::string record(char type, const std::string& content) {
    std::string text{type, 3, 3};
    text += static_cast<char>(content.size() >> 8U);
    text += static_cast<char>(content.size() & 0xFFU);
    return text + content;
}

std::string noise(std::size_t size) {
    test::SeededRandom random;
    std::string text(size, 0);
    if (!random.fill({reinterpret_cast<std::uint8_t*>(text.data()), size}))
        std::abort();
    return text;
}

} // namespace

class TestHostile : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void fetch_otherProtocol_saysWhich_data() {
        QTest::addColumn<QByteArray>("words");
        QTest::addColumn<QString>("detail");
        QTest::newRow("HTTP") << QByteArray("HTTP/1.1 400 Bad Request\r\nServer: nginx\r\n\r\n<html>")
                              << "answers in plain HTTP";
        QTest::newRow("bare HTML") << QByteArray("<html><head>") << "answers in plain HTTP";
        QTest::newRow("SSH") << QByteArray("SSH-2.0-OpenSSH_9.2\r\n") << "answers as SSH";
        QTest::newRow("SMTP") << QByteArray("220 mail ESMTP\r\n") << "answers in plain SMTP or FTP";
        QTest::newRow("Redis") << QByteArray("-ERR unknown command\r\n") << "answers in plain text";
    }
    void fetch_otherProtocol_saysWhich() {
        QFETCH(QByteArray, words);
        QFETCH(QString, detail);
        const Listener server(test::say(words.toStdString()));
        const base::Error error = failureOf(server);
        QCOMPARE(error.code, ErrorCode::TlsFailed);
        QCOMPARE(QString::fromStdString(error.detail), detail);
        QCOMPARE(error.subject, served::shownAddress(server.address()));
    }

    void fetch_garbage_isNoTls_data() {
        QTest::addColumn<QByteArray>("words");
        QTest::newRow("noise") << QByteArray::fromStdString(noise(3000));
        QTest::newRow("zeros") << QByteArray(3000, '\0');
        QTest::newRow("empty records") << QByteArray::fromStdString([] {
            std::string many;
            for (int i = 0; i < 5000; ++i)
                many += record(22, {});
            return many;
        }());
        QTest::newRow("noise in records") << QByteArray::fromStdString(record(22, noise(16000)));
        QTest::newRow("alert") << QByteArray::fromStdString(record(21, std::string{2, 40}));
        QTest::newRow("half a record") << QByteArray::fromStdString(record(22, noise(16000)).substr(0, 900));
        QTest::newRow("one octet") << QByteArray("\x16");
        QTest::newRow("nothing") << QByteArray();
    }
    void fetch_garbage_isNoTls() {
        QFETCH(QByteArray, words);
        const Listener server(test::say(words.toStdString()));
        const base::Error error = failureOf(server);
        QCOMPARE(error.code, ErrorCode::TlsFailed);
        QVERIFY(!error.detail.empty());
    }

    void fetch_endlessData_comesToAnEnd_data() {
        QTest::addColumn<QByteArray>("piece");
        QTest::newRow("noise") << QByteArray::fromStdString(noise(65536));
        QTest::newRow("HTTP") << QByteArray("HTTP/1.1 200 OK\r\n\r\n") + QByteArray(65536, 'x');
        QTest::newRow("warnings") << QByteArray::fromStdString([] {
            std::string many;
            for (int i = 0; i < 5000; ++i)
                many += record(21, std::string{1, 112});
            return many;
        }());
        // A handshake message of 16 MiB that never ends.
        QTest::newRow("huge message") << QByteArray::fromStdString(
            record(22, std::string{2, '\xFF', '\xFF', '\xFF'} + std::string(16000, '\x03')));
    }
    void fetch_endlessData_comesToAnEnd() {
        QFETCH(QByteArray, piece);
        const std::string content = piece.toStdString();
        const Listener server([&content](int socket) {
            for (int i = 0; i < 4000 && sendAll(socket, content); ++i)
                continue;
        });
        QElapsedTimer timer;
        timer.start();
        const base::Error error = failureOf(server);
        QVERIFY(error.code == ErrorCode::TlsFailed || error.code == ErrorCode::TimedOut);
        QVERIFY(timer.elapsed() < 6 * limit.count());
    }

    void fetch_slowDrip_isNotWaitedFor() {
        const Listener server([](int socket) {
            const std::string content = record(22, std::string(2000, '\x02'));
            for (std::size_t i = 0; i < 60 && sendAll(socket, content.substr(i, 1)); ++i)
                std::this_thread::sleep_for(std::chrono::milliseconds(50));
        });
        QElapsedTimer timer;
        timer.start();
        const base::Error error = failureOf(server);
        QVERIFY(error.code == ErrorCode::TimedOut || error.code == ErrorCode::TlsFailed);
        QVERIFY(timer.elapsed() < 6 * limit.count());
    }

    void fetch_silentServer_timesOut_data() {
        QTest::addColumn<bool>("postgres");
        QTest::newRow("TLS") << false;
        QTest::newRow("PostgreSQL") << true;
    }
    void fetch_silentServer_timesOut() {
        QFETCH(bool, postgres);
        const Listener server([](int) { std::this_thread::sleep_for(std::chrono::milliseconds(2000)); });
        QElapsedTimer timer;
        timer.start();
        const base::Error error =
            failureOf(server, postgres ? served::Opening::Postgres : served::Opening::Tls);
        QCOMPARE(error.code, ErrorCode::TimedOut);
        QCOMPARE(error.subject, served::shownAddress(server.address()));
        QVERIFY(timer.elapsed() >= limit.count() - 50);
        QVERIFY(timer.elapsed() < limit.count() + 1000);
    }

    void fetch_postgresWithoutTls_saysSo_data() {
        QTest::addColumn<QByteArray>("words");
        QTest::addColumn<QString>("detail");
        QTest::newRow("declines") << QByteArray("N") << "PostgreSQL declines TLS";
        QTest::newRow("error") << QByteArray("E....") << "answers otherwise than PostgreSQL";
        QTest::newRow("closes") << QByteArray() << "answers otherwise than PostgreSQL";
    }
    void fetch_postgresWithoutTls_saysSo() {
        QFETCH(QByteArray, words);
        QFETCH(QString, detail);
        const Listener server(test::say(words.toStdString()));
        const base::Error error = failureOf(server, served::Opening::Postgres);
        QCOMPARE(error.code, ErrorCode::TlsFailed);
        QCOMPARE(QString::fromStdString(error.detail), detail);
    }

    // CVE-2021-23222: what comes in clear together with the "S" must not be taken for the server's.
    void fetch_postgresWithMoreInClear_doesNotTakeItForTls() {
        const Listener server(test::say("S" + record(21, std::string{2, 40})));
        const base::Error error = failureOf(server, served::Opening::Postgres);
        QCOMPARE(error.code, ErrorCode::TlsFailed);
    }

    void fetch_hugeChain_isRefused() {
        const document::Identity ca = test::makeCa("Root", test::caKey());
        const document::Identity leaf =
            test::makeServer(ca, test::serverKey(), testNow() + std::chrono::days(90));
        test::ServerSpec spec{{leaf.certificate}, leaf.key.get()};
        for (int i = 0; i < 400; ++i)
            spec.chain.push_back(ca.certificate);
        const Listener server(test::serveTls(spec));
        const base::Error error = failureOf(server);
        QCOMPARE(error.code, ErrorCode::TlsFailed);
    }

    void fetch_nobodyThere_saysSo() {
        served::Address address;
        {
            const Listener server(test::say({}));
            address = server.address();
        }
        served::Order order;
        order.address = address;
        const auto served = served::fetchServed(order, quiet, token);
        QVERIFY(!served);
        QCOMPARE(served.error().code, ErrorCode::ConnectionFailed);
        QCOMPARE(served.error().subject, served::shownAddress(address));
    }

    void fetch_unknownName_saysSo() {
        served::Order order;
        order.address = {"no-such-host.invalid", 443};
        order.limit = limit;
        const auto served = served::fetchServed(order, quiet, token);
        QVERIFY(!served);
        // Where no resolver answers, there is no word of it within the limit.
        QVERIFY(served.error().code == ErrorCode::HostUnknown || served.error().code == ErrorCode::TimedOut);
    }

    void fetch_cancelled_endsAtOnce_data() {
        QTest::addColumn<int>("after");
        QTest::newRow("before anything") << 0;
        QTest::newRow("while it waits") << 4;
    }
    void fetch_cancelled_endsAtOnce() {
        QFETCH(int, after);
        const Listener server([](int) { std::this_thread::sleep_for(std::chrono::milliseconds(1000)); });
        served::Order order;
        order.address = server.address();
        const Stopped stopped(after);
        QElapsedTimer timer;
        timer.start();
        const auto served = served::fetchServed(order, stopped, token);
        QVERIFY(!served);
        QCOMPARE(served.error().code, ErrorCode::Cancelled);
        QVERIFY(timer.elapsed() < 2000);
    }
};

// Qt Test's watchdog is a thread that Qt waits for until it is done, not until it is gone: if the process
// ends in between, what Qt keeps of that thread is freed by nobody, and the leak checker says so. A thread
// that still looks a name up is not waited for longer than two seconds.
static void awaitOtherThreads() {
    const std::filesystem::path tasks = "/proc/self/task";
    for (int i = 0; i < 200; ++i) {
        if (std::distance(std::filesystem::directory_iterator(tasks), {}) == 1)
            return;
        std::this_thread::sleep_for(std::chrono::milliseconds(10));
    }
}

int main(int argc, char** argv) {
    const QCoreApplication application(argc, argv);
    TestHostile test;
    const int failures = QTest::qExec(&test, argc, argv);
    awaitOtherThreads();
    return failures;
}

#include "test_hostile.moc"

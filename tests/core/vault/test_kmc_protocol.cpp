// Why: what comes through the connection was written by a process that runs somebody else's code; no octets
// of it may be believed before they are counted.
#include <QTest>

#include "core/vault/kmc_protocol.h"
#include "tests/support/seeded_random.h"

using namespace certwright;
using namespace certwright::vault::kmc;

namespace {

const secret::SecretAccess token = secret::SecretAccess::grant();

secret::SecretBytes secretOf(std::string_view text) {
    return secret::SecretBytes::copyOf(base::viewOf(text));
}

// arrivedIn puts the octets into an inbox, `step` at a time, and takes the first message.
std::optional<Message> arrived(base::ByteView octets, std::size_t step = 1) {
    Inbox inbox;
    for (std::size_t at = 0; at < octets.size(); at += step)
        inbox.add(octets.subspan(at, std::min(step, octets.size() - at)), token);
    return inbox.next(token);
}

Request request() {
    Request request;
    request.library = "/sdk/lib/libkmcext.so";
    request.primary = "/run/kmc.ks";
    request.standby = std::string(4000, 's');
    request.semaphoreKey = 0x20161516;
    request.domain = 0xffffffff;
    request.algorithm = 9;
    request.account = {{1000, 1001}};
    request.payload = secretOf(std::string_view("pass\0word", 9));
    return request;
}

} // namespace

class TestKmcProtocol : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void request_throughPieces_arrivesWhole_data();
    void request_throughPieces_arrivesWhole();
    void answers_encoded_arriveAsTheyWere();
    void inbox_manyAtOnce_areCutApart();
    void inbox_impossibleLengthOrType_isBroken_data();
    void inbox_impossibleLengthOrType_isBroken();
    void decode_cutOrLengthened_isRefused();
    void decode_anotherType_isRefused();
    void decode_anyOctets_neverCrashes();
};

void TestKmcProtocol::request_throughPieces_arrivesWhole_data() {
    QTest::addColumn<int>("step");
    for (const int step : {1, 3, 7, 1000, 100000})
        QTest::addRow("%d", step) << step;
}

void TestKmcProtocol::request_throughPieces_arrivesWhole() {
    QFETCH(int, step);
    const Request sent = request();
    const secret::SecretBytes octets = encodeRequest(sent, token);
    const auto message = arrived(octets.reveal(token), static_cast<std::size_t>(step));
    QVERIFY(message.has_value());
    const auto got = decodeRequest(*message, token);
    QVERIFY(got.has_value());
    QCOMPARE(got->type, sent.type);
    QCOMPARE(got->library, sent.library);
    QCOMPARE(got->primary, sent.primary);
    QCOMPARE(got->standby, sent.standby);
    QCOMPARE(got->semaphoreKey, sent.semaphoreKey);
    QCOMPARE(got->domain, sent.domain);
    QCOMPARE(got->algorithm, sent.algorithm);
    QVERIFY(got->account == sent.account);
    QVERIFY(got->payload.equals(sent.payload));
}

void TestKmcProtocol::answers_encoded_arriveAsTheyWere() {
    const auto stage = arrived(encodeStage(Stage::Finalise, token).reveal(token));
    QVERIFY(stage && decodeStage(*stage, token) == Stage::Finalise);
    const auto alive = arrived(encodeAlive(token).reveal(token));
    QVERIFY(alive && alive->type == Type::Alive && alive->fields.empty());
    const auto done = arrived(encodeDone(base::viewOf("text"), token).reveal(token));
    QVERIFY(done && decodeDone(*done, token)->equals(secretOf("text")));
    const auto failed =
        arrived(encodeFailure({FailureKind::Call, "KeInitialize", -17, "log\nlines"}, token).reveal(token));
    const auto failure = failed ? decodeFailure(*failed, token) : std::nullopt;
    QVERIFY(failure.has_value());
    QCOMPARE(failure->kind, FailureKind::Call);
    QCOMPARE(failure->name, std::string("KeInitialize"));
    QCOMPARE(failure->status, -17);
    QCOMPARE(failure->log, std::string("log\nlines"));
}

void TestKmcProtocol::inbox_manyAtOnce_areCutApart() {
    secret::SecretBytes octets;
    for (int i = 0; i < 100; ++i) {
        octets.append(encodeAlive(token).reveal(token));
        octets.append(encodeStage(Stage::Encrypt, token).reveal(token));
    }
    Inbox inbox;
    inbox.add(octets.reveal(token), token);
    int count = 0;
    while (inbox.next(token))
        ++count;
    QCOMPARE(count, 200);
    QVERIFY(!inbox.broken());
}

void TestKmcProtocol::inbox_impossibleLengthOrType_isBroken_data() {
    QTest::addColumn<QByteArray>("octets");
    QTest::newRow("length 0") << QByteArray("\0\0\0\0\x11", 5);
    QTest::newRow("longer than any") << QByteArray("\0\0\x80\x01\x11", 5);
    QTest::newRow("four gigabytes") << QByteArray("\xff\xff\xff\xff\x11", 5);
    QTest::newRow("unknown type") << QByteArray("\0\0\0\1\x12", 5);
    QTest::newRow("text") << QByteArray("Segmentation fault");
    QTest::newRow("good, then bad") << QByteArray("\0\0\0\1\x11\0\0\0\0\0", 10);
}

void TestKmcProtocol::inbox_impossibleLengthOrType_isBroken() {
    QFETCH(QByteArray, octets);
    Inbox inbox;
    inbox.add(base::viewOf(octets.toStdString()), token);
    static_cast<void>(inbox.next(token));
    QVERIFY(inbox.broken());
    inbox.add(encodeAlive(token).reveal(token), token);
    QVERIFY(!inbox.next(token)); // for good
}

void TestKmcProtocol::decode_cutOrLengthened_isRefused() {
    const secret::SecretBytes octets = encodeRequest(request(), token);
    const base::ByteView fields = octets.reveal(token).subspan(lengthSize + 1);
    for (std::size_t size = 0; size < fields.size(); size += size < 200 ? 1 : 97)
        QVERIFY(!decodeRequest({Type::Seal, secret::SecretBytes::copyOf(fields.first(size))}, token));
    secret::SecretBytes longer = secret::SecretBytes::copyOf(fields);
    longer.append(base::viewOf("x"));
    QVERIFY(!decodeRequest({Type::Seal, std::move(longer)}, token));
    // A field that says that it is longer than all of it.
    QVERIFY(!decodeDone({Type::Done, secretOf(std::string_view("\xff\xff\xff\xff", 4))}, token));
    QVERIFY(!decodeStage({Type::At, secretOf(std::string_view("\0\0\0\5", 4))}, token));
    QVERIFY(!decodeFailure(
        {Type::Failed, secretOf(std::string_view("\0\0\0\x63\0\0\0\0\0\0\0\0\0\0\0\0", 16))}, token));
}

void TestKmcProtocol::decode_anotherType_isRefused() {
    const auto done = arrived(encodeDone(base::viewOf("text"), token).reveal(token));
    QVERIFY(done.has_value());
    QVERIFY(!decodeRequest(*done, token));
    QVERIFY(!decodeStage(*done, token));
    QVERIFY(!decodeFailure(*done, token));
}

void TestKmcProtocol::decode_anyOctets_neverCrashes() {
    test::SeededRandom random;
    for (int round = 0; round < 5000; ++round) {
        base::Bytes octets(static_cast<std::size_t>(random.number(64)));
        QVERIFY(random.fill(octets).has_value());
        for (const Type type : {Type::Seal, Type::Unseal, Type::At, Type::Done, Type::Failed}) {
            const Message message{type, secret::SecretBytes::copyOf(octets)};
            static_cast<void>(decodeRequest(message, token));
            static_cast<void>(decodeStage(message, token));
            static_cast<void>(decodeDone(message, token));
            static_cast<void>(decodeFailure(message, token));
        }
    }
}

QTEST_GUILESS_MAIN(TestKmcProtocol)
#include "test_kmc_protocol.moc"

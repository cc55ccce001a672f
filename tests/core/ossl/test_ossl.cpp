// Why: digests, randomness, the error queue and the old algorithms behave as the rest of the program relies
// on.
#include <QTest>

#include <openssl/err.h>
#include <openssl/evp.h>

#include "core/ossl/digest.h"
#include "core/ossl/error_scope.h"
#include "core/ossl/legacy_provider.h"
#include "core/ossl/random.h"

using namespace certwright;

class TestOssl : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    void sha256Hex_knownText_knownDigest();
    void systemRandom_twoFills_differ();
    void errorScope_afterFailure_saysWhyOnceAndLeavesNothing();
    void legacyProvider_rc2_onlyInsideIt();
};

void TestOssl::sha256Hex_knownText_knownDigest() {
    // FIPS 180-2, appendix B.1.
    QCOMPARE(ossl::sha256Hex(base::viewOf("abc")),
             std::string("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"));
    QCOMPARE(ossl::sha256({}).size(), std::size_t{32});
}

void TestOssl::systemRandom_twoFills_differ() {
    const auto random = ossl::systemRandom();
    base::Bytes first(32);
    base::Bytes second(32);
    QVERIFY(random->fill(first) && random->fill(second));
    QVERIFY(first != second);
    QVERIFY(first != base::Bytes(32));
}

void TestOssl::errorScope_afterFailure_saysWhyOnceAndLeavesNothing() {
    ERR_raise(ERR_LIB_X509, ERR_R_INTERNAL_ERROR);
    {
        const ossl::ErrorScope scope;
        QCOMPARE(scope.lastReason(), 0);
        QVERIFY(scope.detail().empty());
        ERR_raise(ERR_LIB_EVP, EVP_R_BAD_DECRYPT);
        ERR_raise(ERR_LIB_EVP, EVP_R_UNKNOWN_CIPHER);
        QCOMPARE(scope.lastReason(), EVP_R_UNKNOWN_CIPHER);
        QCOMPARE(scope.lastLibrary(), int{ERR_LIB_EVP});
        const std::string detail = scope.detail();
        QVERIFY(detail.find("bad decrypt") != std::string::npos && detail.find("; ") != std::string::npos);
        QVERIFY(scope.detail().empty());
        ERR_raise(ERR_LIB_EVP, EVP_R_BAD_DECRYPT);
    }
    QCOMPARE(ERR_peek_error(), 0UL);
}

void TestOssl::legacyProvider_rc2_onlyInsideIt() {
    const ossl::LegacyProvider legacy;
    QVERIFY(legacy.available());
    EVP_CIPHER* inside = EVP_CIPHER_fetch(legacy.context(), "RC2-40-CBC", nullptr);
    EVP_CIPHER* outside = EVP_CIPHER_fetch(nullptr, "RC2-40-CBC", nullptr);
    QVERIFY(inside != nullptr);
    QVERIFY(outside == nullptr);
    EVP_CIPHER_free(inside);
}

QTEST_APPLESS_MAIN(TestOssl)
#include "test_ossl.moc"

// Why: every encrypted thing is decrypted in one place: into locked pages, with a limit on work, and with the
// old algorithms loaded only when something needs them.
#pragma once

#include <memory>
#include <optional>

#include "core/document/open.h"
#include "core/document/scheme.h"
#include "core/ossl/legacy_provider.h"

namespace certwright::document {

// PasswordForms are the two forms in which schemes want a password: PBES1 and PBES2 take `octets` as they
// are, the PKCS#12 ones take `text`, UTF-8 that becomes a BMPString. Without `text` there is no password at
// all, which PKCS#12 tells from an empty one. `wide` is the BMPString that old NSS gave PBES2 too; empty: not
// to be tried. All look at somebody's SecretBytes.
struct PasswordForms {
    base::ByteView octets;
    std::optional<base::ByteView> text;
    base::ByteView wide = {};
};

// eachOctetAsCharacter returns UTF-8 in which every octet of `raw` is a character of its own, which is what
// writers did that knew no UTF-8 (OpenSSL before 1.1 among them).
secret::SecretBytes eachOctetAsCharacter(const secret::SecretBytes& raw, secret::SecretAccess access);

// asBmpString returns UTF-8 as UTF-16 with the most significant octet first, ended by two zeros (RFC 7292
// appendix B.1); empty if it is no UTF-8.
secret::SecretBytes asBmpString(const secret::SecretBytes& utf8, secret::SecretAccess access);

// openProblem makes an OpenError of why something inside could not be read.
tl::unexpected<OpenError> openProblem(OpenFailure failure, std::string detail,
                                      std::optional<Fault> fault = {});

// Decryptor opens the parts of one file. Its budget of work (maximumWork rounds) is shared by all of them.
class Decryptor {
  public:
    explicit Decryptor(secret::SecretAccess access)
        : m_access(access) {}

    // spend takes `work` rounds from the budget; false if there are not as many left.
    bool spend(std::uint64_t work);
    // decrypt runs the scheme of an AlgorithmIdentifier's DER backwards.
    OpenResult<secret::SecretBytes> decrypt(base::ByteView algorithm, base::ByteView data,
                                            const PasswordForms& password);
    // decryptTraditional opens the content of an RFC 1421 block: `cipher` in OpenSSL's name, the key from the
    // password and the first 8 octets of `iv` by one round of MD5 (EVP_BytesToKey).
    OpenResult<secret::SecretBytes> decryptTraditional(const std::string& cipher, base::ByteView iv,
                                                       base::ByteView data, base::ByteView password);

  private:
    // contextFor returns the library context that has the cipher: the usual one (null) or the legacy one.
    ossl_lib_ctx_st* contextFor(const char* cipher);
    OpenResult<secret::SecretBytes> decryptPbes2(const Scheme& scheme, base::ByteView data,
                                                 base::ByteView password);
    OpenResult<secret::SecretBytes> decryptWhole(const Scheme& scheme, base::ByteView algorithm,
                                                 base::ByteView data, const PasswordForms& password);

    secret::SecretAccess m_access;
    std::uint64_t m_budget = maximumWork;
    std::unique_ptr<ossl::LegacyProvider> m_legacy;
};

} // namespace certwright::document

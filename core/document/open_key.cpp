// Why: a key opens, or it is said which of three things stands in the way.
#include "core/document/open.h"

#include <openssl/x509.h>

#include "core/document/decrypt.h"
#include "core/document/pem_blocks.h"
#include "core/document/private_key.h"
#include "core/ossl/der.h"
#include "core/ossl/error_scope.h"
#include "core/ossl/owned.h"

namespace certwright::document {

namespace {

using base::ByteView;
using secret::SecretAccess;
using secret::SecretBytes;

tl::unexpected<OpenError> failed(OpenFailure failure, std::string detail) {
    return tl::unexpected<OpenError>(OpenError{failure, std::move(detail)});
}

// keyIn reads decrypted octets. If they are one whole DER sequence the password was right and the key is not;
// chance does not write that.
OpenResult<PrivateKey> keyIn(KeyForm form, const SecretBytes& plain, SecretAccess access) {
    auto key = privateKeyFrom(form, plain.reveal(access), access);
    if (key)
        return std::move(*key);
    ossl::DerReader reader(plain.reveal(access));
    const bool sequence = reader.next(ossl::Tag::Sequence).has_value() && reader.atEnd();
    return failed(sequence ? OpenFailure::Damaged : OpenFailure::WrongPassword, key.error());
}

OpenResult<PrivateKey> openPkcs8(const X509_sig_st* sealed, const PasswordForms& password,
                                 SecretAccess access) {
    const X509_ALGOR* algorithm = nullptr;
    const ASN1_OCTET_STRING* data = nullptr;
    X509_SIG_get0(sealed, &algorithm, &data);
    Decryptor decryptor(access);
    const ByteView content(ASN1_STRING_get0_data(data), static_cast<std::size_t>(ASN1_STRING_length(data)));
    const auto plain = decryptor.decrypt(algorithm, content, password);
    return plain ? keyIn(KeyForm::Pkcs8, *plain, access) : tl::unexpected<OpenError>(plain.error());
}

bool isAscii(ByteView octets) {
    for (const std::uint8_t octet : octets) {
        if (octet >= 0x80)
            return false;
    }
    return true;
}

OpenResult<PrivateKey> openPkcs8(const EncryptedKey& key, const SecretBytes& password, SecretAccess access) {
    const ossl::ErrorScope errors;
    const unsigned char* at = key.encoded.data();
    const ossl::Owned<X509_sig_st> sealed(d2i_X509_SIG(nullptr, &at, static_cast<long>(key.encoded.size())));
    if (!sealed)
        return failed(OpenFailure::Damaged, errors.detail());
    const ByteView octets = password.reveal(access);
    auto opened = openPkcs8(sealed.get(), {octets, octets}, access);
    const bool rawMayDiffer = key.encryption.scheme == "PKCS12-PBE" && !isAscii(octets);
    if (opened || opened.error().failure != OpenFailure::WrongPassword || !rawMayDiffer)
        return opened;
    const SecretBytes raw = eachOctetAsCharacter(password, access);
    return openPkcs8(sealed.get(), {octets, raw.reveal(access)}, access);
}

KeyForm formOf(const std::string& label) {
    if (label == "RSA PRIVATE KEY")
        return KeyForm::Rsa;
    if (label == "EC PRIVATE KEY")
        return KeyForm::Ec;
    return label == "DSA PRIVATE KEY" ? KeyForm::Dsa : KeyForm::Pkcs8;
}

OpenResult<PrivateKey> openTraditional(const EncryptedKey& key, const SecretBytes& password,
                                       SecretAccess access) {
    const auto blocks = scanPem(key.encoded, 1);
    const auto header = blocks.empty() ? std::nullopt : pemHeader(blocks[0], "DEK-Info");
    const std::size_t comma = header ? header->find(',') : std::string::npos;
    const auto iv = comma != std::string::npos ? base::fromHex(header->substr(comma + 1)) : std::nullopt;
    if (!iv)
        return failed(OpenFailure::Damaged, "malformed DEK-Info");
    base::Bytes data(decodedBound(blocks[0].body.size()));
    const auto size = decodeBase64(blocks[0].body, data);
    if (!size)
        return failed(OpenFailure::Damaged, "bad base64");
    Decryptor decryptor(access);
    const auto plain = decryptor.decryptTraditional(header->substr(0, comma), *iv,
                                                    ByteView(data).first(*size), password.reveal(access));
    return plain ? keyIn(formOf(blocks[0].label), *plain, access) : tl::unexpected<OpenError>(plain.error());
}

} // namespace

OpenResult<PrivateKey> openKey(const EncryptedKey& key, const SecretBytes& password, SecretAccess access) {
    return key.form == EncryptedKeyForm::Pkcs8 ? openPkcs8(key, password, access)
                                               : openTraditional(key, password, access);
}

} // namespace certwright::document

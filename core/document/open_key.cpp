// Why: a key opens, or it is said which of three things stands in the way.
#include "core/document/open.h"

#include "core/document/decrypt.h"
#include "core/document/der_objects.h"
#include "core/document/pem_blocks.h"
#include "core/document/pkcs12_parts.h"
#include "core/ossl/der.h"

namespace certwright::document {

namespace {

using base::ByteView;
using secret::SecretAccess;
using secret::SecretBytes;

// keyIn reads decrypted octets. If they are one whole DER sequence the password was right and the key is not;
// chance does not write that.
OpenResult<PrivateKey> keyIn(KeyForm form, const SecretBytes& plain, SecretAccess access) {
    auto key = privateKeyFrom(form, plain.reveal(access), access);
    ossl::DerReader reader(plain.reveal(access));
    const bool sequence = reader.next(ossl::Tag::Sequence).has_value() && reader.atEnd();
    if (key && sequence)
        return std::move(*key);
    if (key)
        return openProblem(OpenFailure::Damaged, "octets behind the key", Fault::TrailingData);
    return openProblem(sequence ? OpenFailure::Damaged : OpenFailure::WrongPassword, key.error().detail,
                       sequence ? key.error().fault : std::nullopt);
}

OpenResult<PrivateKey> openPkcs8(const Protected& sealed, const PasswordForms& password,
                                 SecretAccess access) {
    Decryptor decryptor(access);
    const auto plain = decryptor.decrypt(sealed.algorithm, sealed.octets, password);
    return plain ? keyIn(KeyForm::Pkcs8, *plain, access) : tl::unexpected(plain.error());
}

bool isAscii(ByteView octets) {
    for (const std::uint8_t octet : octets) {
        if (octet >= 0x80)
            return false;
    }
    return true;
}

OpenResult<PrivateKey> openPkcs8(const EncryptedKey& key, const SecretBytes& password, SecretAccess access) {
    const Definite whole(key.encoded, access);
    const auto sealed = protectedKey(whole.octets());
    if (!sealed)
        return openProblem(OpenFailure::Damaged, "malformed EncryptedPrivateKeyInfo", Fault::Structure);
    const ByteView octets = password.reveal(access);
    auto opened = openPkcs8(*sealed, {octets, octets}, access);
    const bool pkcs12 = key.encryption.scheme == "PKCS12-PBE";
    if (opened || opened.error().failure != OpenFailure::WrongPassword || !pkcs12)
        return opened;
    if (octets.empty())
        return openPkcs8(*sealed, {octets, std::nullopt}, access);
    if (isAscii(octets))
        return opened;
    const SecretBytes raw = eachOctetAsCharacter(password, access);
    return openPkcs8(*sealed, {octets, raw.reveal(access)}, access);
}

OpenResult<PrivateKey> openTraditional(const EncryptedKey& key, const SecretBytes& password,
                                       SecretAccess access) {
    const auto blocks = scanPem(key.encoded, 1);
    const auto header = blocks.empty() ? std::nullopt : pemHeader(blocks[0], "DEK-Info");
    const std::size_t comma = header ? header->find(',') : std::string::npos;
    const std::size_t from =
        comma != std::string::npos ? header->find_first_not_of(" \t", comma + 1) : std::string::npos;
    const auto iv = from != std::string::npos ? base::fromHex(header->substr(from)) : std::nullopt;
    if (!iv)
        return openProblem(OpenFailure::Damaged, "malformed DEK-Info", Fault::EncryptionParameters);
    base::Bytes data(decodedBound(blocks[0].body.size()));
    const auto size = decodeBase64(blocks[0].body, data);
    if (!size)
        return openProblem(OpenFailure::Damaged, "bad base64");
    Decryptor decryptor(access);
    std::string cipher = header->substr(0, comma);
    cipher.erase(cipher.find_last_not_of(" \t") + 1);
    const auto plain =
        decryptor.decryptTraditional(cipher, *iv, ByteView(data).first(*size), password.reveal(access));
    if (!plain)
        return tl::unexpected(plain.error());
    const Shape shape = shapeOf(plain->reveal(access));
    return keyIn(formOf(isPrivate(shape) ? shape : Shape::Pkcs8, blocks[0].label), *plain, access);
}

} // namespace

OpenResult<PrivateKey> openKey(const EncryptedKey& key, const SecretBytes& password, SecretAccess access) {
    return key.form == EncryptedKeyForm::Pkcs8 ? openPkcs8(key, password, access)
                                               : openTraditional(key, password, access);
}

} // namespace certwright::document

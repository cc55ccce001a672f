// Why: see scheme.h.
#include "core/document/scheme.h"

#include <openssl/evp.h>
#include <openssl/objects.h>

#include "core/document/asn1_values.h"
#include "core/ossl/der.h"

namespace certwright::document {

namespace {

using base::ByteView;
using ossl::DerReader;
using ossl::Tag;

bool readPbes2(ByteView parameters, Scheme& scheme) {
    const auto outer = DerReader(parameters).next(Tag::Sequence);
    DerReader reader(outer ? outer->content : ByteView());
    const auto derivation = reader.next(Tag::Sequence);
    const auto cipher = derivation ? reader.next(Tag::Sequence) : std::nullopt;
    scheme.facts.scheme = "PBES2";
    scheme.family = SchemeFamily::Pbes2;
    if (!cipher || !derivationOf(derivation->whole, scheme) || !cipherOf(cipher->whole, scheme))
        return false;
    scheme.supported = scheme.supported && !scheme.cipher.name.empty();
    return true;
}

// readPbe reads PBEParameter of PBES1 and pkcs-12PbeParams, which are the same.
bool readPbe(ByteView parameters, Scheme& scheme) {
    const auto outer = DerReader(parameters).next(Tag::Sequence);
    DerReader reader(outer ? outer->content : ByteView());
    if (!reader.next(Tag::OctetString))
        return false;
    // RFC 8018 gives PBES1 an iteration count; without one OpenSSL takes 1.
    scheme.work = 1;
    if (!reader.atEnd())
        scheme.work = positiveCount(reader);
    scheme.facts.iterations = scheme.work;
    scheme.supported = true;
    return scheme.work != 0 && reader.atEnd();
}

bool isPkcs12(int number) {
    return number >= NID_pbe_WithSHA1And128BitRC4 && number <= NID_pbe_WithSHA1And40BitRC2_CBC;
}

// hasMd2 tells the two schemes whose digest this OpenSSL may be built without.
bool hasMd2(int number) {
    return number == NID_pbeWithMD2AndDES_CBC || number == NID_pbeWithMD2AndRC2_CBC;
}

} // namespace

Checked<Scheme> schemeOf(ByteView algorithm) {
    const auto outer = DerReader(algorithm).next(Tag::Sequence);
    DerReader reader(outer ? outer->content : ByteView());
    const auto type = reader.next(Tag::ObjectId);
    if (!type)
        return faulty(Fault::Structure, "malformed encryption algorithm");
    Scheme scheme;
    const int number = objectNumber(type->whole);
    if (number == NID_pbes2)
        return readPbes2(reader.rest(), scheme)
                   ? Checked<Scheme>(std::move(scheme))
                   : faulty(Fault::EncryptionParameters, "malformed PBES2 parameters");
    int cipher = NID_undef;
    int digest = NID_undef;
    if (number == NID_undef || EVP_PBE_find(EVP_PBE_TYPE_OUTER, number, &cipher, &digest, nullptr) != 1 ||
        cipher <= 0 || digest <= 0) { // what is found with neither is half a scheme, such as PBKDF2 alone
        scheme.facts.scheme = schemePartName(type->whole);
        return scheme;
    }
    scheme.family = isPkcs12(number) ? SchemeFamily::Pkcs12 : SchemeFamily::Pbes1;
    scheme.facts.scheme = isPkcs12(number) ? "PKCS12-PBE" : "PBES1";
    scheme.facts.cipher = OBJ_nid2sn(cipher);
    scheme.facts.derivation = (isPkcs12(number) ? "PKCS12-" : "") + std::string(OBJ_nid2sn(digest));
    if (!readPbe(reader.rest(), scheme))
        return faulty(Fault::EncryptionParameters, "malformed PBE parameters");
    scheme.cipher.name = scheme.facts.cipher;
    if (hasMd2(number) && EVP_get_digestbynid(NID_md2) == nullptr)
        scheme.supported = false;
    return scheme;
}

} // namespace certwright::document

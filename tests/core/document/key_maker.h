// Why: malformed and foreign keys and containers are put together octet by octet, since no tool writes them.
#pragma once

#include <initializer_list>
#include <string>
#include <string_view>

#include "core/document/object.h"

namespace certwright::test {

// element writes tag, length and content; sequence, set, octets and oid are the common ones.
std::string element(unsigned tag, const std::string& content);
std::string sequence(std::initializer_list<std::string> parts);
std::string set(std::initializer_list<std::string> parts);
std::string octets(const std::string& content);
std::string oid(const std::string& dotted);
// integer writes a number that fits 63 bits; number one of big-endian octets, with a sign octet where needed.
std::string integer(long long value);
std::string number(const std::string& bigEndian);
// bits writes a BIT STRING of whole octets.
std::string bits(const std::string& content);
// fromHexText reads hexadecimal with blanks.
std::string fromHexText(std::string_view text);

// pkcs8Of writes PrivateKeyInfo; `rest` are attributes and public key.
std::string pkcs8Of(const std::string& algorithm, const std::string& key, long long version = 0,
                    const std::string& rest = {});

// Pbes2Order orders an encrypted key or part: `cipher` and `digest` by OpenSSL's names, `prf` and `cipherOid`
// dotted. The cipher's parameters are its IV alone or, with something `before` or `after` it or `inSequence`,
// a SEQUENCE. `effectiveBits` are RC2's. With `keyLength` 0 the file says nothing of it.
struct Pbes2Order {
    std::string cipher = "AES-256-CBC";
    std::string cipherOid = "2.16.840.1.101.3.4.1.42";
    std::string digest = "SHA256";
    std::string prf = "1.2.840.113549.2.9";
    std::string before = {};
    std::string after = {};
    bool inSequence = false;
    std::size_t keyLength = 0;
    unsigned effectiveBits = 0;
    std::size_t keySize = 32;
    std::size_t tagSize = 0;
    std::string salt = "saltsalt";
};

// Encrypted is what PBES2 makes of a text: the AlgorithmIdentifier and the octets.
struct Encrypted {
    std::string algorithm;
    std::string content;
};
Encrypted encrypted(const std::string& plain, std::string_view password, const Pbes2Order& order = {});
// encryptedKeyOf writes EncryptedPrivateKeyInfo.
std::string encryptedKeyOf(const std::string& pkcs8, std::string_view password, const Pbes2Order& order = {});

// bag writes a SafeBag of PKCS#12 of the type 1.2.840.113549.1.12.10.1.`type`.
std::string bag(int type, const std::string& value, const std::string& attributes = {});
std::string certificateBag(const std::string& der, const std::string& attributes = {});
std::string crlBag(const std::string& der);
// friendlyName (ASCII) and localKeyId are attributes of bags.
std::string friendlyName(const std::string& text);
std::string localKeyId(const std::string& id);
// dataPart and encryptedPart are parts of a container: SafeContents of `bags`.
std::string dataPart(std::initializer_list<std::string> bags);
std::string encryptedPart(std::initializer_list<std::string> bags, std::string_view password,
                          const Pbes2Order& order = {});

// Mac is the integrity check of a container: Classic by PKCS#12's derivation with `digest`, whose object
// identifier is `digestOid`; Pbmac1 with PBKDF2.
enum class MacKind { None, Classic, Pbmac1 };
struct MacOrder {
    MacKind kind = MacKind::Classic;
    std::string digest = "SHA256";
    std::string digestOid = "2.16.840.1.101.3.4.2.1";
    std::string prf = "1.2.840.113549.2.9";
    std::string salt = "saltsalt";
    int iterations = 2048;
    long long keyLength = 32;
    std::size_t cut = 0;
};
// pfx puts parts into a container.
std::string pfx(std::initializer_list<std::string> parts, std::string_view password, const MacOrder& mac = {},
                long long version = 3);

} // namespace certwright::test

// Why: the putting together, by the rules of the formats and OpenSSL's primitives.
#include "tests/core/document/key_maker.h"

#include <algorithm>
#include <cstdlib>
#include <memory>

#include <openssl/core_names.h>
#include <openssl/evp.h>
#include <openssl/hmac.h>
#include <openssl/objects.h>
#include <openssl/params.h>
#include <openssl/pkcs12.h>

#include "core/ossl/der.h"
#include "core/ossl/legacy_provider.h"
#include "core/ossl/owned.h"

namespace certwright::test {

namespace {

void require(bool condition) {
    if (!condition)
        std::abort();
}

const unsigned char* raw(std::string_view text) {
    return base::viewOf(text).data();
}

unsigned char* writable(std::string& text) {
    return static_cast<unsigned char*>(static_cast<void*>(text.data()));
}

std::string derivedKey(std::string_view password, const std::string& salt, int iterations,
                       const std::string& digest, std::size_t size) {
    std::string key(size, '\0');
    const std::unique_ptr<EVP_MD, decltype(&EVP_MD_free)> md(EVP_MD_fetch(nullptr, digest.c_str(), nullptr),
                                                             EVP_MD_free);
    require(md && PKCS5_PBKDF2_HMAC(password.data(), static_cast<int>(password.size()), raw(salt),
                                    static_cast<int>(salt.size()), iterations, md.get(),
                                    static_cast<int>(size), writable(key)) == 1);
    return key;
}

std::string pbkdf2(const std::string& salt, int iterations, long long keyLength, const std::string& prf) {
    return sequence({oid("1.2.840.113549.1.5.12"),
                     sequence({octets(salt), integer(iterations),
                               keyLength == 0 ? std::string() : integer(keyLength), sequence({oid(prf)})})});
}

std::string contentInfo(const std::string& type, const std::string& content) {
    return sequence({oid("1.2.840.113549.1.7." + type), element(0xA0, content)});
}

std::string joined(std::initializer_list<std::string> parts) {
    std::string all;
    for (const std::string& part : parts)
        all += part;
    return all;
}

std::string classicMac(const std::string& content, std::string_view password, const MacOrder& order) {
    const std::unique_ptr<EVP_MD, decltype(&EVP_MD_free)> md(
        EVP_MD_fetch(nullptr, order.digest.c_str(), nullptr), EVP_MD_free);
    require(md != nullptr);
    std::string key(static_cast<std::size_t>(EVP_MD_get_size(md.get())), '\0');
    std::string salt = order.salt;
    require(PKCS12_key_gen_utf8(password.data(), static_cast<int>(password.size()), writable(salt),
                                static_cast<int>(salt.size()), PKCS12_MAC_ID, order.iterations,
                                static_cast<int>(key.size()), writable(key), md.get()) == 1);
    std::string value(key.size(), '\0');
    unsigned size = 0;
    HMAC(md.get(), key.data(), static_cast<int>(key.size()), raw(content), content.size(), writable(value),
         &size);
    return sequence({sequence({sequence({oid(order.digestOid), element(5, {})}),
                               octets(value.substr(0, size - order.cut))}),
                     octets(order.salt), integer(order.iterations)});
}

std::string pbmac1(const std::string& content, std::string_view password, const MacOrder& order) {
    const auto size = static_cast<std::size_t>(std::clamp(order.keyLength, 1LL, 64LL));
    const std::string key = derivedKey(password, order.salt, order.iterations, order.digest, size);
    std::string value(EVP_MAX_MD_SIZE, '\0');
    unsigned length = 0;
    HMAC(EVP_get_digestbyname(order.digest.c_str()), key.data(), static_cast<int>(key.size()), raw(content),
         content.size(), writable(value), &length);
    const std::string parameters = sequence(
        {pbkdf2(order.salt, order.iterations, order.keyLength, order.prf), sequence({oid(order.prf)})});
    return sequence({sequence({sequence({oid("1.2.840.113549.1.5.14"), parameters}),
                               octets(value.substr(0, length - order.cut))}),
                     octets("unused"), integer(1)});
}

} // namespace

std::string element(unsigned tag, const std::string& content) {
    const base::Bytes whole =
        ossl::derElement(ossl::Tag{static_cast<std::uint8_t>(tag)}, {base::viewOf(content)});
    return std::string(base::textOf(whole));
}

std::string sequence(std::initializer_list<std::string> parts) {
    return element(0x30, joined(parts));
}
std::string set(std::initializer_list<std::string> parts) {
    return element(0x31, joined(parts));
}
std::string octets(const std::string& content) {
    return element(0x04, content);
}
std::string bits(const std::string& content) {
    return element(0x03, std::string(1, '\0') + content);
}

std::string oid(const std::string& dotted) {
    const std::unique_ptr<ASN1_OBJECT, decltype(&ASN1_OBJECT_free)> object(OBJ_txt2obj(dotted.c_str(), 1),
                                                                           ASN1_OBJECT_free);
    require(object != nullptr);
    unsigned char* out = nullptr;
    const int size = i2d_ASN1_OBJECT(object.get(), &out);
    const std::string whole(out, out + size);
    OPENSSL_free(out);
    return whole;
}

std::string integer(long long value) {
    std::string content;
    do {
        content.insert(content.begin(), static_cast<char>(value & 0xFF));
        value >>= 8;
    } while (value != 0 && value != -1);
    const bool high = (static_cast<unsigned char>(content[0]) & 0x80U) != 0;
    if (value == 0 && high)
        content.insert(content.begin(), '\0');
    if (value == -1 && !high)
        content.insert(content.begin(), '\xFF');
    return element(0x02, content);
}

std::string number(const std::string& bigEndian) {
    std::string content = bigEndian;
    while (content.size() > 1 && content[0] == 0)
        content.erase(content.begin());
    const bool high = (static_cast<unsigned char>(content.at(0)) & 0x80U) != 0;
    return element(0x02, high ? std::string(1, '\0') + content : content);
}

std::string fromHexText(std::string_view text) {
    std::string digits(text);
    std::erase(digits, ' ');
    return std::string(base::textOf(*base::fromHex(digits)));
}

std::string pkcs8Of(const std::string& algorithm, const std::string& key, long long version,
                    const std::string& rest) {
    return sequence({integer(version), algorithm, octets(key), rest});
}

Encrypted encrypted(const std::string& plain, std::string_view password, const Pbes2Order& order) {
    const ossl::LegacyProvider legacy;
    const std::unique_ptr<EVP_CIPHER, decltype(&EVP_CIPHER_free)> cipher(
        EVP_CIPHER_fetch(legacy.context(), order.cipher.c_str(), nullptr), EVP_CIPHER_free);
    const ossl::Owned<evp_cipher_ctx_st> context(EVP_CIPHER_CTX_new());
    require(cipher && context);
    const std::string key = derivedKey(password, order.salt, 1000, order.digest, order.keySize);
    const std::string iv(static_cast<std::size_t>(EVP_CIPHER_get_iv_length(cipher.get())), 'i');
    unsigned effective = order.effectiveBits;
    const OSSL_PARAM parameters[] = {
        effective != 0 ? OSSL_PARAM_construct_uint(OSSL_CIPHER_PARAM_RC2_KEYBITS, &effective)
                       : OSSL_PARAM_construct_end(),
        OSSL_PARAM_construct_end()};
    std::string out(plain.size() + 64, '\0');
    int size = 0;
    int last = 0;
    require(EVP_EncryptInit_ex2(context.get(), cipher.get(), nullptr, nullptr, nullptr) == 1 &&
            EVP_CIPHER_CTX_set_key_length(context.get(), static_cast<int>(key.size())) == 1 &&
            EVP_CIPHER_CTX_set_params(context.get(), parameters) == 1 &&
            EVP_EncryptInit_ex2(context.get(), nullptr, raw(key), raw(iv), nullptr) == 1 &&
            EVP_EncryptUpdate(context.get(), writable(out), &size, raw(plain),
                              static_cast<int>(plain.size())) == 1 &&
            EVP_EncryptFinal_ex(context.get(), writable(out) + size, &last) == 1);
    out.resize(static_cast<std::size_t>(size + last));
    if (order.tagSize != 0) {
        std::string tag(order.tagSize, '\0');
        require(EVP_CIPHER_CTX_ctrl(context.get(), EVP_CTRL_AEAD_GET_TAG, static_cast<int>(tag.size()),
                                    tag.data()) == 1);
        out += tag;
    }
    const bool bare = order.before.empty() && order.after.empty() && !order.inSequence;
    const std::string algorithm = sequence(
        {oid("1.2.840.113549.1.5.13"),
         sequence({pbkdf2(order.salt, 1000, static_cast<long long>(order.keyLength), order.prf),
                   sequence({oid(order.cipherOid),
                             bare ? octets(iv) : sequence({order.before, octets(iv), order.after})})})});
    return {algorithm, out};
}

std::string encryptedKeyOf(const std::string& pkcs8, std::string_view password, const Pbes2Order& order) {
    const Encrypted made = encrypted(pkcs8, password, order);
    return sequence({made.algorithm, octets(made.content)});
}

std::string bag(int type, const std::string& value, const std::string& attributes) {
    return sequence({oid("1.2.840.113549.1.12.10.1." + std::to_string(type)), element(0xA0, value),
                     attributes.empty() ? std::string() : element(0x31, attributes)});
}

std::string certificateBag(const std::string& der, const std::string& attributes) {
    return bag(3, sequence({oid("1.2.840.113549.1.9.22.1"), element(0xA0, octets(der))}), attributes);
}

std::string crlBag(const std::string& der) {
    return bag(4, sequence({oid("1.2.840.113549.1.9.23.1"), element(0xA0, octets(der))}));
}

std::string friendlyName(const std::string& text) {
    std::string wide;
    for (const char c : text)
        wide += {'\0', c};
    return sequence({oid("1.2.840.113549.1.9.20"), set({element(0x1E, wide)})});
}

std::string localKeyId(const std::string& id) {
    return sequence({oid("1.2.840.113549.1.9.21"), set({octets(id)})});
}

std::string dataPart(std::initializer_list<std::string> bags) {
    return contentInfo("1", octets(sequence(bags)));
}

std::string encryptedPart(std::initializer_list<std::string> bags, std::string_view password,
                          const Pbes2Order& order) {
    const Encrypted made = encrypted(sequence(bags), password, order);
    return contentInfo("6", sequence({integer(0), sequence({oid("1.2.840.113549.1.7.1"), made.algorithm,
                                                            element(0x80, made.content)})}));
}

std::string pfx(std::initializer_list<std::string> parts, std::string_view password, const MacOrder& mac,
                long long version) {
    const std::string content = sequence(parts);
    std::string check;
    if (mac.kind == MacKind::Classic)
        check = classicMac(content, password, mac);
    else if (mac.kind == MacKind::Pbmac1)
        check = pbmac1(content, password, mac);
    return sequence({integer(version), contentInfo("1", octets(content)), check});
}

} // namespace certwright::test

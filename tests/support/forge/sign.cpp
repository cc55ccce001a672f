// Why: see sign.h.
#include "tests/support/forge/sign.h"

#include <openssl/evp.h>
#include <openssl/rsa.h>

namespace certwright::forge {

namespace {

std::string digestOid(const std::string& digest) {
    static const std::map<std::string, std::string> known = {
        {"md5", "1.2.840.113549.2.5"},          {"sha1", "1.3.14.3.2.26"},
        {"sha224", "2.16.840.1.101.3.4.2.4"},   {"sha256", "2.16.840.1.101.3.4.2.1"},
        {"sha384", "2.16.840.1.101.3.4.2.2"},   {"sha512", "2.16.840.1.101.3.4.2.3"},
        {"sha3-256", "2.16.840.1.101.3.4.2.8"}, {"sm3", "1.2.156.10197.1.401"}};
    const auto found = known.find(digest);
    if (found == known.end())
        throw BadCase("no digest: " + digest);
    return found->second;
}

Bytes digestAlgorithm(const std::string& digest) {
    return sequence({oid(digestOid(digest)), null()});
}

// pssParameters are those of RFC 4055 section 3.1; what equals its default is left out (X.690 section 11.5).
Bytes pssParameters(const std::string& digest, const std::string& mgfDigest, long long salt) {
    std::vector<Bytes> parts;
    if (digest != "sha1")
        parts.push_back(explicitTag(0, digestAlgorithm(digest)));
    if (mgfDigest != "sha1")
        parts.push_back(explicitTag(1, sequence({oid("1.2.840.113549.1.1.8"), digestAlgorithm(mgfDigest)})));
    if (salt != 20)
        parts.push_back(explicitTag(2, integer(salt)));
    return sequence(parts);
}

// plainAlgorithm is an AlgorithmIdentifier by name; nothing if the name is none.
std::optional<Bytes> plainAlgorithm(const std::string& name) {
    static const std::map<std::string, std::string> withNull = {
        {"rsa-md5", "1.2.840.113549.1.1.4"},     {"rsa-sha1", "1.2.840.113549.1.1.5"},
        {"rsa-sha224", "1.2.840.113549.1.1.14"}, {"rsa-sha256", "1.2.840.113549.1.1.11"},
        {"rsa-sha384", "1.2.840.113549.1.1.12"}, {"rsa-sha512", "1.2.840.113549.1.1.13"}};
    static const std::map<std::string, std::string> bare = {{"ecdsa-sha1", "1.2.840.10045.4.1"},
                                                            {"ecdsa-sha224", "1.2.840.10045.4.3.1"},
                                                            {"ecdsa-sha256", "1.2.840.10045.4.3.2"},
                                                            {"ecdsa-sha384", "1.2.840.10045.4.3.3"},
                                                            {"ecdsa-sha512", "1.2.840.10045.4.3.4"},
                                                            {"ecdsa-sha3-256", "2.16.840.1.101.3.4.3.10"},
                                                            {"ed25519", "1.3.101.112"},
                                                            {"ed448", "1.3.101.113"},
                                                            {"dsa-sha1", "1.2.840.10040.4.3"},
                                                            {"dsa-sha256", "2.16.840.1.101.3.4.3.2"},
                                                            {"sm2-sm3", "1.2.156.10197.1.501"}};
    if (const auto found = withNull.find(name); found != withNull.end())
        return sequence({oid(found->second), null()});
    if (const auto found = bare.find(name); found != bare.end())
        return sequence({oid(found->second)});
    return std::nullopt;
}

Bytes namedAlgorithm(const std::string& name) {
    if (auto plain = plainAlgorithm(name))
        return *plain;
    std::string digest = name;
    if (cut(digest, "rsa-pss-"))
        return sequence({oid("1.2.840.113549.1.1.10"), pssParameters(digest, digest, 32)});
    return fromHexText(name);
}

Bytes digestOf(const Bytes& message, const EVP_MD* digest) {
    Bytes octets(static_cast<std::size_t>(EVP_MD_get_size(digest)));
    EVP_Digest(message.data(), message.size(), octets.data(), nullptr, digest, nullptr);
    return octets;
}

std::string usualDigest(const Key& key) {
    if (key.type == "ed25519" || key.type == "ed448")
        return "";
    return key.type == "sm2" ? "sm3" : "sha256";
}

std::string usualAlgorithm(const Key& key, const std::string& digest) {
    if (digest.empty())
        return key.type;
    static const std::map<std::string, std::string> families = {
        {"ec", "ecdsa-"}, {"rsa", "rsa-"}, {"dsa", "dsa-"}, {"sm2", "sm2-"}};
    const auto found = families.find(key.type);
    if (found == families.end())
        throw BadCase("a key of type " + key.type + " signs nothing");
    return found->second + digest;
}

} // namespace

Signature::Signature(const YAML::Node& node, const Key& signer, const std::string& where)
    : m_signer(signer) {
    Fields fields(node, where + ".signature");
    m_digest = fields.text("digest", usualDigest(signer));
    m_pss = fields.flag("pss") || signer.type == "rsa-pss";
    m_salt = fields.number("salt").value_or(32);
    m_corrupt = fields.flag("corrupt");
    m_raw = fields.hex("raw");
    m_unused = static_cast<unsigned>(fields.number("unused-bits").value_or(0));
    const std::string mgfDigest = fields.text("mgf-digest", m_digest);
    const auto inner = fields.text("inner");
    const auto outer = fields.text("outer");
    const bool bare = fields.text("parameters", "") == "absent";
    fields.done();
    if (m_pss)
        m_inner = sequence(
            {oid("1.2.840.113549.1.1.10"), bare ? Bytes{} : pssParameters(m_digest, mgfDigest, m_salt)});
    else if (!inner || !outer)
        m_inner = namedAlgorithm(usualAlgorithm(signer, m_digest));
    if (bare && !m_pss)
        m_inner = sequence({Bytes(m_inner.begin() + 2, m_inner.end() - 2)});
    m_outer = outer ? namedAlgorithm(*outer) : m_inner;
    if (inner)
        m_inner = namedAlgorithm(*inner);
}

Bytes Signature::sign(const Bytes& message) const {
    if (!m_signer.pair)
        throw BadCase("there is no private key to sign with");
    const EVP_MD* const digest = m_digest.empty() ? nullptr : EVP_get_digestbyname(m_digest.c_str());
    if (m_signer.type == "ec")
        return seededEcdsa(m_signer.pair.get(), digestOf(message, digest));
    EVP_MD_CTX* const context = EVP_MD_CTX_new();
    EVP_PKEY_CTX* parameters = nullptr;
    EVP_PKEY_CTX* const named = EVP_PKEY_CTX_new(m_signer.pair.get(), nullptr);
    if (m_signer.type == "sm2") { // the usual identifier of GB/T 35276
        EVP_PKEY_CTX_set1_id(named, "1234567812345678", 16);
        EVP_MD_CTX_set_pkey_ctx(context, named);
    }
    bool good = EVP_DigestSignInit(context, &parameters, digest, nullptr, m_signer.pair.get()) == 1;
    if (good && m_pss)
        good = EVP_PKEY_CTX_set_rsa_padding(parameters, RSA_PKCS1_PSS_PADDING) == 1 &&
               EVP_PKEY_CTX_set_rsa_pss_saltlen(parameters, static_cast<int>(m_salt)) == 1;
    std::size_t size = 0;
    good = good && EVP_DigestSign(context, nullptr, &size, message.data(), message.size()) == 1;
    Bytes signature(size);
    good = good && EVP_DigestSign(context, signature.data(), &size, message.data(), message.size()) == 1;
    EVP_MD_CTX_free(context);
    EVP_PKEY_CTX_free(named);
    if (!good)
        throw BadCase("a key of type " + m_signer.type + " cannot sign with " + m_digest);
    signature.resize(size);
    return signature;
}

Bytes Signature::bits(const Bytes& message) const {
    Bytes signature = m_raw ? *m_raw : sign(message);
    if (m_corrupt && !signature.empty())
        signature.back() ^= 0x01U;
    return bitString(signature, m_unused);
}

} // namespace certwright::forge

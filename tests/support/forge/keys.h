// Why: thousands of certificates are made in one test; their keys come from a name, not from a generator, so
// that every run makes the same octets and makes them fast.
#pragma once

#include <functional>
#include <memory>

#include "core/ossl/owned.h"
#include "tests/support/forge/fields.h"

namespace certwright::forge {

// Key is a key pair and how its public half is written; `pair` may be empty where only a certificate's own
// key is odd.
struct Key {
    std::string type;
    std::shared_ptr<evp_pkey_st> pair;
    Bytes spki;
    // bits is the content of subjectPublicKey; its SHA-1 is the usual key identifier (RFC 5280
    // section 4.2.1.2).
    Bytes bits;
};

using KeyOf = std::function<Key(const std::string& member)>;

// makeKey makes the key that `node` orders: nothing or "ec" for EC P-256, another type, {same-as: member} or
// {type, seed, curve, encoding: explicit | compressed, bits, exponent, modulus: hex, spki: hex, algorithm:
// hex, point: hex}. Types: ec, rsa, rsa-pss, ed25519, ed448, x25519, dsa, sm2, raw. Equal orders give equal
// keys; EC keys of different seeds differ, where RSA keys are shared unless a seed is given. `seed` is the
// name of the certificate.
Key makeKey(const YAML::Node& node, const std::string& seed, const KeyOf& keyOf);
// keyId is the SHA-1 of the public key's bits.
Bytes keyId(const Key& key);

// rsaPair and dsaPair search primes from the seed, once per process for equal arguments. The exponent must be
// odd and above 1. A DSA group has a 256-bit q.
std::shared_ptr<evp_pkey_st> rsaPair(int bits, unsigned long exponent, const std::string& seed);
std::shared_ptr<evp_pkey_st> dsaPair(int bits, const std::string& seed);
// seededEcdsa signs a digest with an EC key; the same key and digest give the same signature.
Bytes seededEcdsa(evp_pkey_st* key, const Bytes& digest);
// seededOctets is SHA-256 of the seed and a counter, as often as needed.
Bytes seededOctets(const std::string& seed, std::size_t count);

} // namespace certwright::forge

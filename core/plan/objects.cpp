// Why: what selection and planning ask of a single object, whatever kind it is.
#include "core/plan/objects.h"

#include <algorithm>

#include "core/plan/select.h"

namespace certwright::plan {

namespace {

template <typename T> const T* objectAt(const Loaded& loaded, Place place) {
    return std::get_if<T>(&loaded.files[place.file].items[place.item].object);
}

struct Kind {
    std::string operator()(const document::Certificate&) const { return "certificate"; }
    std::string operator()(const document::Crl&) const { return "crl"; }
    std::string operator()(const document::EncryptedKey&) const { return "key"; }
    std::string operator()(const document::PrivateKey&) const { return "key"; }
    std::string operator()(const document::Pkcs12&) const { return "pkcs12"; }
    std::string operator()(const document::Request&) const { return "request"; }
};

struct Description {
    std::string operator()(const document::Certificate& it) const { return it.facts.subject.text; }
    std::string operator()(const document::Crl& it) const { return it.facts.issuer.text; }
    std::string operator()(const document::EncryptedKey& it) const { return it.encryption.cipher; }
    std::string operator()(const document::PrivateKey& it) const { return keyTypeText(it.facts); }
    std::string operator()(const document::Pkcs12& it) const { return it.encryption.cipher; }
    std::string operator()(const document::Request& it) const { return it.facts.subject.text; }
};

struct Identity {
    base::ByteView operator()(const document::Certificate& it) const { return it.der; }
    base::ByteView operator()(const document::Crl& it) const {
        return it.der.empty() ? it.facts.fingerprint : it.der;
    }
    base::ByteView operator()(const document::EncryptedKey& it) const { return it.encoded; }
    base::ByteView operator()(const document::PrivateKey& it) const { return it.facts.publicKeyInfo; }
    base::ByteView operator()(const document::Pkcs12& it) const { return it.der; }
    base::ByteView operator()(const document::Request& it) const { return it.der; }
};

} // namespace

std::string kindOf(const document::Object& object) {
    return std::visit(Kind{}, object);
}

std::string describe(const document::Object& object) {
    return std::visit(Description{}, object);
}

bool sameObject(const document::Object& one, const document::Object& other) {
    return one.index() == other.index() &&
           std::ranges::equal(std::visit(Identity{}, one), std::visit(Identity{}, other));
}

std::string keyTypeText(const document::KeyFacts& facts) {
    switch (facts.algorithm) {
    case document::KeyAlgorithm::Rsa:
        return "RSA " + std::to_string(facts.bits);
    case document::KeyAlgorithm::RsaPss:
        return "RSA-PSS " + std::to_string(facts.bits);
    case document::KeyAlgorithm::Ec:
        return "EC " + facts.curve;
    case document::KeyAlgorithm::Ed25519:
        return "Ed25519";
    case document::KeyAlgorithm::Ed448:
        return "Ed448";
    case document::KeyAlgorithm::Dsa:
        return "DSA " + std::to_string(facts.bits);
    case document::KeyAlgorithm::Sm2:
        return "SM2 (" + std::to_string(facts.bits) + ")";
    case document::KeyAlgorithm::Other:
        break;
    }
    return facts.name;
}

const document::Certificate* certificateAt(const Loaded& loaded, Place place) {
    return objectAt<document::Certificate>(loaded, place);
}

const document::PrivateKey* keyAt(const Loaded& loaded, Place place) {
    return objectAt<document::PrivateKey>(loaded, place);
}

const document::Crl* crlAt(const Loaded& loaded, Place place) {
    return objectAt<document::Crl>(loaded, place);
}

std::optional<Place> Selection::first(const std::string& slot) const {
    const auto found = slots.find(slot);
    if (found == slots.end() || found->second.empty()) {
        return std::nullopt;
    }
    return found->second.front();
}

} // namespace certwright::plan

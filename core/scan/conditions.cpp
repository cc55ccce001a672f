// Why: see conditions.h.
#include "core/scan/conditions.h"

#include <algorithm>

namespace certwright::scan {

namespace {

using document::KeyAlgorithm;

constexpr std::array weakDigests{"MD2", "MD4", "MD5", "MDC2", "SHA", "SHA1", "RIPEMD160"};

bool isWeak(const document::KeyFacts& key, const Request& request) {
    switch (key.algorithm) {
    case KeyAlgorithm::Rsa:
    case KeyAlgorithm::RsaPss:
    case KeyAlgorithm::Dsa:
        return key.bits < request.minimumRsaBits;
    case KeyAlgorithm::Ec:
        return key.bits > 0 && key.bits < request.minimumEcBits;
    default:
        return false;
    }
}

bool isWeak(const document::SignatureFacts& signature) {
    return std::ranges::find(weakDigests, signature.digest) != weakDigests.end();
}

// Judge adds conditions in the order of their enumeration.
struct Judge {
    const Request& request;
    std::uint32_t mode;
    std::vector<Condition> conditions = {};

    void add(bool applies, Condition condition) {
        if (applies)
            conditions.push_back(condition);
    }
    void addExposure() {
        add((mode & 007U) != 0, Condition::ExposedToAll);
        add((mode & 007U) == 0 && (mode & 070U) != 0, Condition::ExposedToGroup);
    }

    void operator()(const document::Certificate& certificate) {
        const document::CertificateFacts& facts = certificate.facts;
        const bool expired = facts.notAfter < request.now;
        const auto warned = request.now + std::chrono::hours(24) * request.warningDays;
        add(expired, Condition::Expired);
        add(isWeak(facts.key, request), Condition::WeakKey);
        add(!facts.selfIssued() && isWeak(facts.signature), Condition::WeakDigest);
        add(!expired && facts.notAfter < warned, Condition::Expiring);
        add(facts.notBefore > request.now, Condition::NotYetValid);
    }
    void operator()(const document::Crl& crl) {
        add(crl.facts.nextUpdate && *crl.facts.nextUpdate < request.now, Condition::OutOfDate);
        add(isWeak(crl.facts.signature), Condition::WeakDigest);
    }
    void operator()(const document::PrivateKey& key) {
        addExposure();
        add(isWeak(key.facts, request), Condition::WeakKey);
    }
    void operator()(const document::EncryptedKey&) { addExposure(); }
    void operator()(const document::Request& it) { add(isWeak(it.facts.key, request), Condition::WeakKey); }
    template <typename Other> void operator()(const Other&) {}
};

} // namespace

std::string_view kindName(Kind kind) {
    static constexpr std::array names{"certificate", "key",    "encrypted-key", "crl",
                                      "request",     "pkcs12", "foreign",       "damaged"};
    static_assert(names.size() == kindCount);
    return names.at(static_cast<std::size_t>(kind));
}

std::string_view conditionName(Condition condition) {
    static constexpr std::array names{"exposed-to-all", "expired",  "out-of-date",      "weak-key",
                                      "weak-digest",    "expiring", "exposed-to-group", "not-yet-valid"};
    static_assert(names.size() == conditionCount);
    return names.at(static_cast<std::size_t>(condition));
}

bool isWrong(Condition condition) {
    return condition < Condition::ExposedToGroup;
}

std::vector<Condition> conditionsOf(const document::Object& object, std::uint32_t mode,
                                    const Request& request) {
    Judge judge{request, mode};
    std::visit(judge, object);
    std::ranges::sort(judge.conditions);
    return std::move(judge.conditions);
}

} // namespace certwright::scan

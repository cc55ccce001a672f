// Why: see crl_order.h.
#include "core/plan/crl_order.h"

#include <algorithm>

#include "core/document/crl_stream.h"

namespace certwright::plan {

namespace {

constexpr std::size_t longestNumber = 40; // hexadecimal digits

// significant returns the digits without zeros in front; nothing where there is no number that can be
// compared.
std::optional<std::string> significant(const document::CrlFacts& facts) {
    if (!facts.number || facts.number->empty() || facts.number->front() == '-')
        return std::nullopt;
    const auto first = facts.number->find_first_not_of('0');
    return first == std::string::npos ? std::string("0") : facts.number->substr(first);
}

int digitOf(char c) {
    return c <= '9' ? c - '0' : c - 'A' + 10;
}

} // namespace

bool isOlder(const document::CrlFacts& one, const document::CrlFacts& other) {
    const auto first = significant(one);
    const auto second = significant(other);
    if (first && second && *first != *second)
        return first->size() != second->size() ? first->size() < second->size() : *first < *second;
    return one.thisUpdate < other.thisUpdate;
}

base::Bytes scopeOf(const document::Crl& crl) {
    const auto* point = crl.scan ? crl.scan->extension("2.5.29.28") : nullptr;
    return point != nullptr ? point->value : base::Bytes{};
}

bool isSameList(const document::Crl& one, const document::Crl& other) {
    return one.facts.issuer == other.facts.issuer && scopeOf(one) == scopeOf(other);
}

bool isSameVersion(const document::Crl& one, const document::Crl& other) {
    if (one.der.empty() == other.der.empty())
        return one.facts.fingerprint == other.facts.fingerprint;
    // One was streamed: its fingerprint is of another kind (document::Digests).
    const document::Crl& whole = one.der.empty() ? other : one;
    const document::Crl& streamed = one.der.empty() ? one : other;
    document::CrlStream stream(std::make_shared<const document::WantedSerials>(), document::Digests::Signed);
    stream.add(whole.der);
    const auto again = stream.finish();
    return again && again->facts.fingerprint == streamed.facts.fingerprint;
}

bool isDelta(const document::Crl& crl) {
    return crl.scan && crl.scan->extension("2.5.29.27") != nullptr;
}

std::string decimalNumber(const document::CrlFacts& facts) {
    const auto digits = significant(facts);
    if (!digits)
        return facts.number.value_or(std::string{});
    if (digits->size() > longestNumber)
        return "0x" + *digits;
    // Decimal digits, least significant first; each hexadecimal one multiplies by 16 and adds itself.
    std::string decimal(1, 0);
    for (const char c : *digits) {
        int carry = digitOf(c);
        for (char& digit : decimal) {
            const int value = digit * 16 + carry;
            digit = static_cast<char>(value % 10);
            carry = value / 10;
        }
        for (; carry > 0; carry /= 10)
            decimal.push_back(static_cast<char>(carry % 10));
    }
    std::ranges::reverse(decimal);
    for (char& digit : decimal)
        digit = static_cast<char>(digit + '0');
    return decimal;
}

} // namespace certwright::plan

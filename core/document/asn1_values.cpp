// Why: conversions from OpenSSL's ASN.1 strings.
#include "core/document/asn1_values.h"

#include <array>
#include <memory>

#include <openssl/asn1.h>
#include <openssl/bn.h>
#include <openssl/objects.h>

#include "core/ossl/der.h"
#include "core/ossl/owned.h"

namespace certwright::document {

namespace {

struct FreeString {
    void operator()(ASN1_STRING* p) const { ASN1_STRING_free(p); }
};
struct FreeObject {
    void operator()(ASN1_OBJECT* p) const { ASN1_OBJECT_free(p); }
};
struct FreeText {
    void operator()(char* p) const { OPENSSL_free(p); }
};

// numberIn reads the two digits at `at`; -1 if one of them is none.
int numberIn(base::ByteView text, std::size_t at) {
    const auto isDigit = [](std::uint8_t c) { return c >= '0' && c <= '9'; };
    if (!isDigit(text[at]) || !isDigit(text[at + 1]))
        return -1;
    return (text[at] - '0') * 10 + (text[at + 1] - '0');
}

// timeIn reads YYMMDDHHMMSSZ of a UTCTime (years 1950 to 2049), YYYYMMDDHHMMSSZ of a GeneralizedTime.
std::optional<base::Time> timeIn(ossl::Tag tag, base::ByteView text) {
    constexpr std::size_t utcSize = 13;
    const bool utc = tag == ossl::Tag::UtcTime && text.size() == utcSize;
    if ((!utc && (tag != ossl::Tag::GeneralizedTime || text.size() != utcSize + 2)) || text.back() != 'Z')
        return std::nullopt;
    std::array<int, 7> parts{};
    for (std::size_t i = utc ? 1 : 0; i < parts.size(); ++i) {
        parts.at(i) = numberIn(text, (utc ? i - 1 : i) * 2);
        if (parts.at(i) < 0)
            return std::nullopt;
    }
    const auto [century, years, month, day, hour, minute, second] = parts;
    namespace chr = std::chrono;
    const int year = utc ? years + (years < 50 ? 2000 : 1900) : century * 100 + years;
    const chr::year_month_day date{chr::year{year}, chr::month{static_cast<unsigned>(month)},
                                   chr::day{static_cast<unsigned>(day)}};
    if (!date.ok() || hour > 23 || minute > 59 || second > 59)
        return std::nullopt;
    return chr::sys_days{date} + chr::hours{hour} + chr::minutes{minute} + chr::seconds{second};
}

} // namespace

std::optional<base::Time> timeOf(const asn1_string_st* time) {
    if (!time)
        return std::nullopt;
    const int type = ASN1_STRING_type(time);
    const auto tag = type == V_ASN1_UTCTIME           ? ossl::Tag::UtcTime
                     : type == V_ASN1_GENERALIZEDTIME ? ossl::Tag::GeneralizedTime
                                                      : ossl::Tag::None;
    return timeIn(tag, {ASN1_STRING_get0_data(time), static_cast<std::size_t>(ASN1_STRING_length(time))});
}

std::optional<base::Time> timeOf(base::ByteView der) {
    ossl::DerReader reader(der);
    const auto element = reader.next();
    return element && reader.atEnd() ? timeIn(element->tag, element->content) : std::nullopt;
}

std::string integerText(const asn1_string_st* integer) {
    const ossl::Owned<bignum_st> number(integer ? ASN1_INTEGER_to_BN(integer, nullptr) : nullptr);
    if (!number)
        return {};
    if (BN_is_zero(number.get()))
        return "00";
    const std::unique_ptr<char, FreeText> text(BN_bn2hex(number.get()));
    return text ? text.get() : std::string();
}

std::optional<std::string> integerText(base::ByteView der) {
    const unsigned char* at = der.data();
    const std::unique_ptr<ASN1_STRING, FreeString> integer(
        d2i_ASN1_INTEGER(nullptr, &at, static_cast<long>(der.size())));
    return integer ? std::optional(integerText(integer.get())) : std::nullopt;
}

std::string dottedText(const asn1_object_st* object) {
    std::array<char, 256> text{};
    const int length = OBJ_obj2txt(text.data(), static_cast<int>(text.size()), object, 1);
    return length > 0 ? text.data() : std::string();
}

int objectNumber(base::ByteView der) {
    const unsigned char* at = der.data();
    const std::unique_ptr<ASN1_OBJECT, FreeObject> object(
        d2i_ASN1_OBJECT(nullptr, &at, static_cast<long>(der.size())));
    return object ? OBJ_obj2nid(object.get()) : NID_undef;
}

base::Bytes octetsOf(const asn1_string_st* string) {
    if (!string)
        return {};
    const unsigned char* data = ASN1_STRING_get0_data(string);
    return {data, data + ASN1_STRING_length(string)};
}

} // namespace certwright::document

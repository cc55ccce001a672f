// Why: conversions from OpenSSL's ASN.1 strings.
#include "core/document/asn1_values.h"

#include <array>
#include <ctime>
#include <memory>

#include <openssl/asn1.h>
#include <openssl/bn.h>
#include <openssl/objects.h>

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

} // namespace

std::optional<base::Time> timeOf(const asn1_string_st* time) {
    std::tm parts{};
    if (!time || ASN1_TIME_to_tm(time, &parts) != 1)
        return std::nullopt;
    namespace chr = std::chrono;
    const chr::year_month_day day{chr::year{parts.tm_year + 1900},
                                  chr::month{static_cast<unsigned>(parts.tm_mon + 1)},
                                  chr::day{static_cast<unsigned>(parts.tm_mday)}};
    if (!day.ok())
        return std::nullopt;
    return chr::sys_days{day} + chr::hours{parts.tm_hour} + chr::minutes{parts.tm_min} +
           chr::seconds{parts.tm_sec};
}

std::optional<base::Time> timeOf(base::ByteView der) {
    const unsigned char* at = der.data();
    const std::unique_ptr<ASN1_STRING, FreeString> time(
        d2i_ASN1_TIME(nullptr, &at, static_cast<long>(der.size())));
    return timeOf(time.get());
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

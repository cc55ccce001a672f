// Why: see fault.h.
#include "core/document/fault.h"

#include <array>

namespace certwright::document {

namespace {

// In the order of the enumeration.
constexpr std::array<std::string_view, 30> names{
    "label",
    "scalar-length",
    "rsa-parameters",
    "structure",
    "not-der",
    "trailing-data",
    "pkcs8-version",
    "key-version",
    "algorithm",
    "parameters",
    "explicit-curve",
    "unknown-curve",
    "curve-missing",
    "curve-mismatch",
    "public-key-invalid",
    "public-key-mismatch",
    "scalar-range",
    "negative-number",
    "rsa-factor",
    "rsa-exponent",
    "rsa-private-exponent",
    "rsa-crt",
    "number-too-large",
    "group-parameters",
    "key-length",
    "work",
    "encryption-parameters",
    "pkcs12-version",
    "pkcs12-mac",
    "pkcs12-content",
};
static_assert(names.size() == static_cast<std::size_t>(Fault::Pkcs12Content) + 1);

} // namespace

std::string_view faultName(Fault fault) {
    return names.at(static_cast<std::size_t>(fault));
}

bool isRemark(Fault fault) {
    return fault == Fault::Label || fault == Fault::ScalarLength || fault == Fault::RsaParameters;
}

} // namespace certwright::document

// Why: see fault.h.
#include "core/document/fault.h"

namespace certwright::document {

std::string_view faultName(Fault fault) {
    switch (fault) {
    case Fault::Label:
        return "label";
    case Fault::ScalarLength:
        return "scalar-length";
    case Fault::RsaParameters:
        return "rsa-parameters";
    case Fault::Structure:
        return "structure";
    case Fault::NotDer:
        return "not-der";
    case Fault::TrailingData:
        return "trailing-data";
    case Fault::Pkcs8Version:
        return "pkcs8-version";
    case Fault::KeyVersion:
        return "key-version";
    case Fault::Algorithm:
        return "algorithm";
    case Fault::Parameters:
        return "parameters";
    case Fault::ExplicitCurve:
        return "explicit-curve";
    case Fault::UnknownCurve:
        return "unknown-curve";
    case Fault::CurveMissing:
        return "curve-missing";
    case Fault::CurveMismatch:
        return "curve-mismatch";
    case Fault::PublicKeyInvalid:
        return "public-key-invalid";
    case Fault::PublicKeyMismatch:
        return "public-key-mismatch";
    case Fault::ScalarRange:
        return "scalar-range";
    case Fault::NegativeNumber:
        return "negative-number";
    case Fault::RsaFactor:
        return "rsa-factor";
    case Fault::RsaExponent:
        return "rsa-exponent";
    case Fault::RsaPrivateExponent:
        return "rsa-private-exponent";
    case Fault::RsaCrt:
        return "rsa-crt";
    case Fault::NumberTooLarge:
        return "number-too-large";
    case Fault::GroupParameters:
        return "group-parameters";
    case Fault::KeyLength:
        return "key-length";
    case Fault::Work:
        return "work";
    case Fault::EncryptionParameters:
        return "encryption-parameters";
    case Fault::Pkcs12Version:
        return "pkcs12-version";
    case Fault::Pkcs12Mac:
        return "pkcs12-mac";
    case Fault::Pkcs12Content:
        break;
    }
    return "pkcs12-content";
}

bool isRemark(Fault fault) {
    return fault == Fault::Label || fault == Fault::ScalarLength || fault == Fault::RsaParameters;
}

} // namespace certwright::document

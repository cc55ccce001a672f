// Why: what is wrong with a key or container is told to people in two languages and to programs as a word;
// both need a reason that is no prose.
#pragma once

#include <string_view>

namespace certwright::document {

// Fault is why a key, container or PEM block is not what its format says (RFC 5958, 8017, 5915, 8410, 3279,
// 7292), although OpenSSL may load it. The first three are only remarked upon, where reading is safe; Label
// is damage where the content is of another kind altogether (a key in a CERTIFICATE block).
enum class Fault {
    Label,                // the PEM label names another form than the content has
    ScalarLength,         // the private number is not padded to the length of the curve's order
    RsaParameters,        // the NULL of rsaEncryption is missing
    Structure,            // a field is missing, of another type, or one too many
    NotDer,               // a length or INTEGER that is longer than it need be, a BOOLEAN that is neither
    TrailingData,         // octets behind the object
    Pkcs8Version,         // neither 0 nor 1, or 0 with a public key (RFC 5958 section 2)
    KeyVersion,           // of the key inside: RSA 0 or 1, EC 1, DSA 0
    Algorithm,            // a kind of key that is not known here
    Parameters,           // missing, or there where they must not be (RFC 8410 section 3)
    ExplicitCurve,        // a curve written out instead of named
    UnknownCurve,         // a curve by a name that is not known here
    CurveMissing,         // an EC key without its curve
    CurveMismatch,        // one curve in the algorithm, another in the key
    PublicKeyInvalid,     // no point of the curve
    PublicKeyMismatch,    // a public key that is not the private one's
    ScalarRange,          // the private number is 0, or the order or more
    NegativeNumber,       // an INTEGER that is not positive
    RsaFactor,            // the modulus is not the product of its primes
    RsaExponent,          // the public exponent is even or less than 3
    RsaPrivateExponent,   // does not undo the public one
    RsaCrt,               // exponents or coefficient that do not fit the primes
    NumberTooLarge,       // more than 16384 bits
    GroupParameters,      // p, q and g of DSA or DH do not belong together
    KeyLength,            // of an Ed25519, Ed448, X25519 or X448 key
    Work,                 // more key derivation than is done for one file
    EncryptionParameters, // of PBES1, PBES2 or a PKCS#12 scheme: malformed, or no iterations
    Pkcs12Version,        // not 3
    Pkcs12Mac,            // parameters or length of the MAC
    Pkcs12Content,        // no content, or a bag that cannot be read
};

// faultName returns the stable word of a fault ("curve-mismatch").
std::string_view faultName(Fault fault);
// isRemark tells whether an object with this fault was read all the same.
bool isRemark(Fault fault);

} // namespace certwright::document

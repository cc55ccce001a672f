// Why: the numbers of keys are reckoned with in OpenSSL's own, whose memory is cleared when it is let go.
#pragma once

#include <memory>

#include "core/base/bytes.h"
#include "core/document/reading.h"
#include "core/ossl/der.h"
#include "core/ossl/owned.h"

struct bignum_ctx;

namespace certwright::document {

// Number is a number of a key; cleared when it is let go.
using Number = ossl::Owned<bignum_st>;

struct FreeNumbers {
    void operator()(bignum_ctx* p) const;
};
// Scratch is where intermediate numbers live; cleared too.
using Scratch = std::unique_ptr<bignum_ctx, FreeNumbers>;
Scratch newScratch();

// largestNumber is the most bits of a number in a key that are reckoned with, which is OpenSSL's limit for
// RSA.
inline constexpr int largestNumber = 16384;

// positiveNumber takes the next element, which must be an INTEGER above 0 of at most largestNumber bits.
Checked<Number> positiveNumber(ossl::DerReader& reader);
// numberOf reads big-endian octets without a sign.
Number numberOf(base::ByteView octets);

} // namespace certwright::document

// Why: see key_numbers.h.
#include "core/document/key_numbers.h"

#include <openssl/bn.h>

#include "core/document/minimal_der.h"

namespace certwright::document {

void FreeNumbers::operator()(bignum_ctx* p) const {
    BN_CTX_free(p);
}

Scratch newScratch() {
    return Scratch(BN_CTX_new());
}

Checked<Number> positiveNumber(ossl::DerReader& reader) {
    const auto element = reader.next(ossl::Tag::Integer);
    if (!element || element->content.empty())
        return faulty(Fault::Structure, "a number is missing");
    if (!hasMinimalLength(*element) || !isMinimalInteger(element->content))
        return faulty(Fault::NotDer, "a number with an octet too many");
    const int bits = ossl::derIntegerBits(element->content);
    if (bits == 0)
        return faulty(Fault::NegativeNumber, "a number that is not positive");
    if (bits > largestNumber)
        return faulty(Fault::NumberTooLarge, "a number of more than 16384 bits");
    Number number = numberOf(element->content);
    return number ? Checked<Number>(std::move(number)) : tl::unexpected(Problem{"out of memory"});
}

Number numberOf(base::ByteView octets) {
    return Number(BN_bin2bn(octets.data(), static_cast<int>(octets.size()), nullptr));
}

} // namespace certwright::document

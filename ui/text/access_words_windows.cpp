// Why: see access_words.h.
#include "ui/text/access_words.h"

namespace certwright::text {

AccessWords accessWords() {
    return AccessWords::Owners;
}

QString mode(const Phrasebook& book, std::uint32_t bits) {
    const bool writable = (bits & 0200U) != 0;
    if ((bits & 0077U) == 0)
        return writable ? book.say("values", "owner only") : book.say("values", "owner only, read-only");
    return writable ? book.say("values", "as its folder allows")
                    : book.say("values", "as its folder allows, read-only");
}

} // namespace certwright::text

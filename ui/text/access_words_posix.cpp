// Why: see access_words.h.
#include "ui/text/access_words.h"

namespace certwright::text {

AccessWords accessWords() {
    return AccessWords::Modes;
}

QString mode(const Phrasebook&, std::uint32_t bits) {
    return QString::number(bits & 07777U, 8);
}

} // namespace certwright::text

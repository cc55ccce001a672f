// Why: the words for revocation lists that are too large to be kept whole.
#include "ui/text/finding_words.h"
#include "ui/text/value_text.h"

namespace certwright::text {

FindingText words(const check::CrlNotSearched& body, const Phrasebook& book) {
    return {book.say("findings", "The revocation list %1 was not searched for the certificate of %2.")
                .arg(shown(body.path), shown(body.name)),
            book.say("findings", "Choose the certificate and the list again, both at once.")};
}

FindingText words(const check::InstalledFileTooLarge& body, const Phrasebook& book) {
    return {book.say("findings", "%1 would be %2, and the service reads at most %3.")
                .arg(shown(body.path), size(book, body.size), size(book, body.limit)),
            book.say("findings",
                     "Ask the CA for a shorter revocation list, for example a partitioned one, or "
                     "let the gateway in front of the service check revocation.")};
}

} // namespace certwright::text

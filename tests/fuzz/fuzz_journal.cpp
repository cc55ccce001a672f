// Why: a journal is read at every start, perhaps by root; whatever it holds, it is understood whole or
// refused.
#include <cstddef>
#include <cstdint>
#include <cstdlib>

#include "core/apply/journal_text.h"

using namespace certwright;

namespace {

// decode tries one text. What
// is taken must lie below its areas and survive being written again.
void decode(base::ByteView text) {
    const std::string state = "/srv/service/.certwright";
    const auto journal = apply::decodeJournal(text, state, "journal.json");
    if (!journal)
        return;
    if (journal->stateFolder() != state || apply::brokenRule(*journal))
        std::abort();
    const auto again = apply::decodeJournal(apply::encodeJournal(*journal), state, "journal.json");
    if (!again || apply::encodeJournal(*again) != apply::encodeJournal(*journal))
        std::abort();
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const base::ByteView text(data, size);
    decode(text);
    decode(apply::resealed(text));
    return 0;
}

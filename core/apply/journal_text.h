// Why: the text form of journals and history entries: JSON that carries its own checksum, since a journal
// with one wrong bit must not be acted on. Paths below the service root are written relative to it, so that
// what is in a folder stays true when the folder is moved. Inside this room only.
#pragma once

#include <cstdint>
#include <string>

#include "core/apply/journal.h"

namespace certwright::apply {

// journalLimit is the most octets that a journal may have; findings and difference are cut to stay below.
inline constexpr std::uint64_t journalLimit = 1024 * 1024;

// encodeJournal writes one JSON object; its member "sha256" is the hash of the object without it.
base::Bytes encodeJournal(const Journal& journal);
// decodeJournal reads it back as the journal of the folder `stateFolder`, and holds it to brokenRule.
// JournalDamaged (subject: `path`) if anything is wrong.
base::Result<Journal> decodeJournal(base::ByteView text, const std::string& stateFolder,
                                    const std::string& path);
// checksumOf is the hash of JSON text without its member "sha256"; empty if it is no JSON object.
std::string checksumOf(base::ByteView text);
// resealed gives JSON text a right checksum, so that a fuzzer gets past it; empty if it is no JSON object.
base::Bytes resealed(base::ByteView text);

} // namespace certwright::apply

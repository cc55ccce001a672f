// Why: what the history kept of a file may be a list of ten million entries; it is given back as it was kept,
// in pieces.
#pragma once

#include <cstdint>
#include <memory>

#include "core/apply/history.h"

namespace certwright::apply {

// Largest file whose content is kept for undoing and in the history, in octets. Nothing of it is kept in
// memory whole.
inline constexpr std::uint64_t mostStored = std::uint64_t{2} * 1024 * 1024 * 1024;

// StoredContent is what the history kept of a file: up to the size that was asked for as `content`, else as
// `large`, which is read from the history again wherever it is opened.
struct StoredContent {
    base::Bytes content;
    std::shared_ptr<const plan::LargeContent> large;
};

// storedState and storedPrevious return what stateContent and previousContent do, and fail as they do, but no
// more than `held` octets of it in memory. Both check the whole against its hash; `large`, whenever it is
// opened, does so again.
base::Result<StoredContent> storedState(const files::FileReader& reader, const std::string& stateFolder,
                                        const Entry& entry, const StateFile& file, std::uint64_t held);
base::Result<StoredContent> storedPrevious(const files::FileReader& reader, const std::string& stateFolder,
                                           const Entry& entry, const KeptChange& change, std::uint64_t held);

} // namespace certwright::apply

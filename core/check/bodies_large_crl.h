// Why: what can only be said of a revocation list that is too large to be kept whole.
// Plain data; fields() hands each to a visitor by its JSON name, codes are stable.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace certwright::check {

// CrlNotSearched: the list was read without looking for this certificate, or lists it too often; nothing may
// be concluded from it.
struct CrlNotSearched {
    static constexpr std::string_view code = "crl.not-searched";
    std::string path;
    std::string name;

    template <typename Visit> void fields(Visit visit) const {
        visit("path", path);
        visit("name", name);
    }
};

// InstalledFileTooLarge: what would be installed in `slot` is larger than the service reads.
struct InstalledFileTooLarge {
    static constexpr std::string_view code = "installed.file-too-large";
    std::string path;
    std::string slot;
    std::uint64_t size = 0;
    std::uint64_t limit = 0;

    template <typename Visit> void fields(Visit visit) const {
        visit("path", path);
        visit("slot", slot);
        visit("size", size);
        visit("limit", limit);
    }
};

} // namespace certwright::check

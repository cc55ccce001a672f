// Why: inside this room a thing is read or it is not; why not is for experts, and becomes a Damage or an
// OpenError where it leaves the room.
#pragma once

#include <string>

#include <tl/expected.hpp>

namespace certwright::document {

// Reading is T, or why it could not be read.
template <typename T> using Reading = tl::expected<T, std::string>;

inline tl::unexpected<std::string> unreadable(std::string detail) {
    return tl::unexpected<std::string>(std::move(detail));
}

} // namespace certwright::document

// Why: inside this room a thing is read or it is not; why not is for experts, and becomes a Damage or an
// OpenError where it leaves the room.
#pragma once

#include <optional>
#include <string>

#include <tl/expected.hpp>

#include "core/document/fault.h"

namespace certwright::document {

// Reading is T, or why it could not be read.
template <typename T> using Reading = tl::expected<T, std::string>;

inline tl::unexpected<std::string> unreadable(std::string detail) {
    return tl::unexpected<std::string>(std::move(detail));
}

// Problem is why something could not be read: prose for experts and, where it is one that people are told by
// name, the fault.
struct Problem {
    std::string detail;
    std::optional<Fault> fault = {};
};

// Checked is T, or the fault that it has.
template <typename T> using Checked = tl::expected<T, Problem>;

inline tl::unexpected<Problem> faulty(Fault fault, std::string detail) {
    return tl::unexpected<Problem>(Problem{std::move(detail), fault});
}

} // namespace certwright::document

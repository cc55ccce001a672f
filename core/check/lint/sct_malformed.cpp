// Why: a browser that cannot read the timestamps refuses the server.
#include "core/check/lint/rules.h"

#include "core/check/lint/conditions.h"

namespace certwright::check::lints {

namespace {

// cut takes a vector with a length of two octets off the front (RFC 8446 section 3.4).
std::optional<ByteView> cut(ByteView& rest) {
    if (rest.size() < 2)
        return std::nullopt;
    const std::size_t size = (std::size_t{rest[0]} << 8U) | rest[1];
    if (rest.size() - 2 < size)
        return std::nullopt;
    const ByteView vector = rest.subspan(2, size);
    rest = rest.subspan(2 + size);
    return vector;
}

// isTimestamp: version 1, log id, time, extensions, two octets of algorithm, signature (RFC 6962 section
// 3.2). Other versions are not looked into.
bool isTimestamp(ByteView octets) {
    constexpr std::size_t fixed = 1 + 32 + 8;
    if (octets.empty() || octets[0] != 0)
        return !octets.empty();
    if (octets.size() < fixed)
        return false;
    ByteView rest = octets.subspan(fixed);
    if (!cut(rest) || rest.size() < 2)
        return false;
    rest = rest.subspan(2);
    return cut(rest) && rest.empty();
}

bool isList(ByteView octets) {
    auto list = cut(octets);
    if (!list || !octets.empty() || list->empty())
        return false;
    while (!list->empty()) {
        const auto timestamp = cut(*list);
        if (!timestamp || !isTimestamp(*timestamp))
            return false;
    }
    return true;
}

} // namespace

const LintRule sctMalformed{
    "lint.sct-malformed",
    "RFC 6962 section 3.3",
    {std::nullopt, std::nullopt, Severity::Warning},
    [](const LintSubject& subject) -> Breach {
        const auto& timestamps = subject.values().signedTimestamps;
        return brokenIf(timestamps.present() && (!timestamps.wellFormed || !isList(timestamps.octets)));
    },
};

} // namespace certwright::check::lints

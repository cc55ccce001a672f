// Why: the text forms of a time, in UTC only, without a locale and without the C library's time zone.
#include "core/base/clock.h"

#include <algorithm>
#include <array>
#include <cstdio>

namespace certwright::base {

namespace {

std::string format(Time time, char between, const char* end) {
    const auto day = std::chrono::floor<std::chrono::days>(time);
    const std::chrono::year_month_day date{day};
    const std::chrono::hh_mm_ss clock{time - day};
    std::array<char, 48> buffer{};
    std::snprintf(buffer.data(), buffer.size(), "%04d-%02u-%02u%c%02d:%02d:%02d%s",
                  static_cast<int>(date.year()), static_cast<unsigned>(date.month()),
                  static_cast<unsigned>(date.day()), between, static_cast<int>(clock.hours().count()),
                  static_cast<int>(clock.minutes().count()), static_cast<int>(clock.seconds().count()), end);
    return buffer.data();
}

// takeNumber reads exactly `digits` digits from the front of `text`.
std::optional<int> takeNumber(std::string_view& text, std::size_t digits) {
    if (text.size() < digits)
        return std::nullopt;
    int value = 0;
    for (std::size_t i = 0; i < digits; ++i) {
        if (text[i] < '0' || text[i] > '9')
            return std::nullopt;
        value = value * 10 + (text[i] - '0');
    }
    text.remove_prefix(digits);
    return value;
}

bool takeOne(std::string_view& text, std::string_view allowed) {
    if (text.empty() || allowed.find(text.front()) == std::string_view::npos)
        return false;
    text.remove_prefix(1);
    return true;
}

std::optional<std::chrono::seconds> parseClock(std::string_view text) {
    const auto hour = takeNumber(text, 2);
    if (!hour || !takeOne(text, ":"))
        return std::nullopt;
    const auto minute = takeNumber(text, 2);
    if (!minute || !takeOne(text, ":"))
        return std::nullopt;
    const auto second = takeNumber(text, 2);
    if (!second || (!text.empty() && text != "Z"))
        return std::nullopt;
    if (*hour > 23 || *minute > 59 || *second > 59)
        return std::nullopt;
    return std::chrono::hours{*hour} + std::chrono::minutes{*minute} + std::chrono::seconds{*second};
}

} // namespace

std::string formatIso(Time time) {
    return format(time, 'T', "Z");
}

std::string formatUtc(Time time) {
    return format(time, ' ', "");
}

std::optional<Time> parseTime(std::string_view text) {
    const auto year = takeNumber(text, 4);
    if (!year || !takeOne(text, "-"))
        return std::nullopt;
    const auto month = takeNumber(text, 2);
    if (!month || !takeOne(text, "-"))
        return std::nullopt;
    const auto day = takeNumber(text, 2);
    if (!day)
        return std::nullopt;
    const std::chrono::year_month_day date{std::chrono::year{*year},
                                           std::chrono::month{static_cast<unsigned>(*month)},
                                           std::chrono::day{static_cast<unsigned>(*day)}};
    if (!date.ok())
        return std::nullopt;
    const Time midnight{std::chrono::sys_days{date}};
    if (text.empty())
        return midnight;
    if (!takeOne(text, " T"))
        return std::nullopt;
    const auto clock = parseClock(text);
    if (!clock)
        return std::nullopt;
    return midnight + *clock;
}

std::optional<Time> parseRfc3339(std::string_view text) {
    constexpr std::size_t toSeconds = 19;
    if (text.size() <= toSeconds || (text[10] != 'T' && text[10] != 't' && text[10] != ' '))
        return std::nullopt;
    std::string local(text.substr(0, toSeconds));
    local[10] = 'T';
    if (local.ends_with(":60"))
        local.replace(local.size() - 2, 2, "59");
    const auto time = parseTime(local);
    text.remove_prefix(toSeconds);
    if (takeOne(text, ".")) {
        const std::size_t digits = std::min(text.find_first_not_of("0123456789"), text.size());
        if (digits == 0)
            return std::nullopt;
        text.remove_prefix(digits);
    }
    if (!time || text == "Z" || text == "z")
        return time;
    const bool ahead = text.starts_with('+');
    if (!takeOne(text, "+-") || text.size() != 5)
        return std::nullopt;
    const auto offset = parseClock(std::string(text) + ":00");
    if (!offset)
        return std::nullopt;
    return ahead ? *time - *offset : *time + *offset;
}

int wholeDays(Time from, Time to) {
    return static_cast<int>(std::chrono::floor<std::chrono::days>(to - from).count());
}

} // namespace certwright::base

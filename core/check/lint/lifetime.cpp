// Why: how long a server certificate may last was shortened step by step; what counts is when it was issued.
#include "core/check/lint/rules.h"

#include <array>

#include "core/base/clock.h"

namespace certwright::check::lints {

namespace {

using std::chrono::days;
using std::chrono::months;
using std::chrono::sys_days;
using namespace std::chrono_literals;

// Limit: what is issued from this day on, lasts at most so many months or days.
struct Limit {
    sys_days from;
    months inMonths;
    days inDays;
};

constexpr std::array limits{
    Limit{2029y / 3 / 15, months{0}, days{47}},  Limit{2027y / 3 / 15, months{0}, days{100}},
    Limit{2026y / 3 / 15, months{0}, days{200}}, Limit{2020y / 9 / 1, months{0}, days{398}},
    Limit{2018y / 3 / 1, months{0}, days{825}},  Limit{2015y / 4 / 1, months{39}, days{0}},
    Limit{2012y / 7 / 1, months{60}, days{0}},
};

// after adds whole months; a day that the month has not becomes its last one.
base::Time after(base::Time begin, const Limit& limit) {
    const auto day = std::chrono::floor<days>(begin);
    auto end = std::chrono::year_month_day(day) + limit.inMonths;
    if (!end.ok())
        end = end.year() / end.month() / std::chrono::last;
    return sys_days(end) + (begin - day) + limit.inDays;
}

// The second of notAfter belongs to the certificate; nobody counted it before limits were 398 days.
constexpr sys_days secondsCount = 2020y / 9 / 1;

} // namespace

const LintRule lifetime{
    "lint.lifetime",
    "Baseline Requirements section 6.3.2",
    {std::nullopt, std::nullopt, Severity::Blocker},
    [](const LintSubject& subject) -> Breach {
        const base::Time begin = subject.facts.notBefore;
        const base::Time end = subject.facts.notAfter;
        for (const Limit& limit : limits) {
            if (subject.isCa() || begin < limit.from)
                continue;
            const std::chrono::seconds last(limit.from >= secondsCount ? 1 : 0);
            if (end + last <= after(begin, limit))
                return std::nullopt;
            return std::to_string(base::wholeDays(begin, end + std::chrono::days(1)));
        }
        return std::nullopt;
    },
};

} // namespace certwright::check::lints

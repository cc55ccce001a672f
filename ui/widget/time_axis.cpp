// Why: see time_axis.h.
#include "ui/widget/time_axis.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace certwright::widget {

namespace {

// Up to about this many days from today the axis is nearly even.
constexpr double even = 20;
constexpr std::array spans{7, 30, 90, 365, 3 * 365, 10 * 365, 30 * 365};

double compressed(double days) {
    return std::copysign(std::log1p(std::abs(days) / even), days);
}

double daysBetween(base::Time from, base::Time to) {
    return static_cast<double>((to - from).count()) / 86400.0;
}

} // namespace

TimeAxis::TimeAxis(base::Time now, base::Time first, base::Time last)
    : m_now(now)
    , m_firstDays(std::min(0.0, daysBetween(now, first)))
    , m_lastDays(std::max(7.0, daysBetween(now, last))) {
    m_from = compressed(m_firstDays);
    m_to = compressed(m_lastDays);
}

double TimeAxis::place(double days) const {
    return std::clamp((compressed(days) - m_from) / (m_to - m_from), 0.0, 1.0);
}

double TimeAxis::position(base::Time time) const {
    return place(daysBetween(m_now, time));
}

std::vector<TimeAxis::Mark> TimeAxis::marks() const {
    std::vector<Mark> marks;
    for (auto it = spans.rbegin(); it != spans.rend(); ++it)
        if (-*it >= m_firstDays)
            marks.push_back({-*it, place(-*it)});
    marks.push_back({0, place(0)});
    for (const int span : spans)
        if (span <= m_lastDays)
            marks.push_back({span, place(span)});
    return marks;
}

} // namespace certwright::widget

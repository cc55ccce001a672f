// Why: see json_dates.h.
#include "ui/text/json_dates.h"

#include "core/base/utf8.h"

namespace certwright::text {

namespace {

Json timeOrNull(const std::optional<base::Time>& time) {
    return time ? Json(base::formatIso(*time)) : Json();
}

} // namespace

Json jsonOf(const job::ServiceDate& date) {
    return {{"service", date.service},
            {"root", base::printable(date.root)},
            {"what", job::endRoleName(date.what.role)},
            {"slot", date.what.slot},
            {"position", date.what.position},
            {"name", base::printable(date.what.name)},
            {"end", base::formatIso(date.what.end)},
            {"daysLeft", date.daysLeft},
            {"passed", date.passed},
            {"id", date.id}};
}

Json jsonOf(const job::LookedAt& service) {
    return {{"service", service.service.service},
            {"root", base::printable(service.service.root)},
            {"home", base::printable(service.service.home)},
            {"identity", service.service.identity},
            {"dates", service.dates},
            {"readable", service.readable}};
}

Json jsonOf(const job::RetentionView& view, const profile::Profile& profile, base::Time now) {
    return {{"configKey", profile.retention->configKey},
            {"value", base::printable(view.value)},
            {"date", timeOrNull(view.date)},
            {"daysLeft", view.date ? Json(base::wholeDays(now, *view.date)) : Json()},
            {"certificateEnd", timeOrNull(view.certificateEnd)},
            {"minimumDays", profile.retention->minimumDays},
            {"maximumDays", profile.retention->maximumDays}};
}

} // namespace certwright::text

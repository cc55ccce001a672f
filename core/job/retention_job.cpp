// Why: see retention_job.h.
#include "core/job/retention_job.h"

#include "core/job/installed_dates.h"
#include "core/plan/config_text.h"
#include "core/plan/inspect.h"
#include "core/plan/retention_planner.h"
#include "core/prove/prove.h"

namespace certwright::job {

namespace {

using check::Severity;

// What cannot be read is told by others; here it only means that there is nothing to compare with.
std::optional<base::Time> certificateEnd(Environment& environment, const prove::Place& place) {
    const auto installed = installedEnds(environment.fileSystem, place, environment.access);
    return installed ? endOfServer(installed->ends) : std::nullopt;
}

void judge(const profile::Profile& profile, base::Time now, RetentionView& view) {
    const std::string& key = profile.retention->configKey;
    if (!view.date && !view.value.empty())
        view.findings.push_back(
            {Severity::Warning, key, check::InstalledNotConfigured{key, view.value, "YYYY-MM-DD HH:MM:SS"}});
    if (!view.date)
        return;
    if (hasPassed(EndRole::Retention, *view.date, now))
        view.findings.push_back({Severity::Blocker, key, check::RetentionPassed{*view.date, now}});
    else if (view.certificateEnd)
        plan::judgeRetention(profile, *view.date, *view.certificateEnd, view.findings);
}

} // namespace

base::Result<RetentionView> viewRetention(Environment& environment, const OpenedService& service) {
    const profile::Profile& profile = service.profile;
    if (!profile.retention)
        return base::failure(base::ErrorCode::InvalidArgument, "retention", profile.id);
    const prove::Place place = placeOf(service);
    const auto installed = prove::readInstalled(environment.fileSystem, place);
    if (!installed)
        return tl::unexpected(installed.error());
    auto value =
        plan::configValue(profile.config.format, installed->configText, profile.retention->configKey);
    if (!value)
        return tl::unexpected(value.error());
    RetentionView view;
    view.value = std::move(*value);
    view.date = base::parseTime(view.value);
    view.certificateEnd = certificateEnd(environment, place);
    if (const auto told = service.recovered ? recoveryFinding(*service.recovered) : std::nullopt)
        view.findings.push_back(*told);
    judge(profile, environment.judgedAt, view);
    return view;
}

RetentionJob::RetentionJob(Environment environment, ServiceChoice choice, base::Time until)
    : PlannedJob(std::move(environment), std::move(choice))
    , m_until(until) {}

base::Result<plan::Plan> RetentionJob::makePlan(const plan::Site& site) {
    const auto until = plan::retentionUntil(*site.profile, m_until, environment().now);
    if (!until)
        return tl::unexpected(until.error());
    const files::FileReader& reader = environment().fileSystem;
    auto plan = plan::planRetention(reader, site, {*until, certificateEnd(environment(), place())},
                                    environment().access);
    if (plan && plan->applicable() && !plan->changes.empty()) {
        const auto proof = prove::prove(reader, place(), environment().judgedAt, environment().access);
        m_demand = proof.succeeded() ? ProofDemand::Required : ProofDemand::Reported;
    }
    return plan;
}

} // namespace certwright::job

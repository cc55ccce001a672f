// Why: see doctor_job.h.
#include "core/job/doctor_job.h"

#include <algorithm>
#include <utility>

#include "core/plan/import_planner.h"
#include "core/plan/planned_view.h"
#include "core/plan/repair_planner.h"
#include "core/prove/opening.h"

namespace certwright::job {

namespace {

// Examination is the folder as it is, the repair, and the folder as the repair would leave it.
struct Examination {
    prove::Diagnosis before;
    plan::Plan plan;
    prove::Diagnosis after;
};

prove::Diagnosis diagnosisOf(const Environment& environment, const files::FileReader& reader,
                             const prove::Place& place) {
    return prove::diagnose(reader, place, environment.judgedAt, environment.access);
}

base::Result<Examination> examine(Environment& environment, const prove::Place& place,
                                  const plan::Site& site) {
    const files::FileReader& reader = environment.fileSystem;
    Examination examination;
    examination.before = diagnosisOf(environment, reader, place);
    const prove::Opening opening = prove::openWhatOpens(reader, place, environment.access);
    const plan::RepairSource source{opening.opener, opening.passphrase ? &*opening.passphrase : nullptr};
    auto planned = plan::planRepair(reader, site, source, environment.random, environment.access);
    if (!planned)
        return tl::unexpected(planned.error());
    examination.plan = std::move(*planned);
    examination.after = diagnosisOf(environment, plan::PlannedView(reader, examination.plan), place);
    return examination;
}

bool isAmong(const check::Finding& finding, const check::Findings& findings) {
    return std::any_of(findings.begin(), findings.end(), [&finding](const check::Finding& other) {
        return check::codeOf(other) == check::codeOf(finding) && other.subject == finding.subject;
    });
}

// mendingIn judges each finding of a diagnosis by what is left after the plan.
std::vector<Diagnosed> mendingIn(const Examination& examination) {
    std::vector<Diagnosed> result;
    const bool applicable = examination.plan.applicable() && !examination.plan.changes.empty();
    for (const check::Finding& finding : examination.before.findings) {
        const bool stays = !applicable || isAmong(finding, examination.after.findings);
        result.push_back({finding, stays ? Mending::ByHand : Mending::Automatic});
    }
    return result;
}

} // namespace

bool Doctored::blocks() const {
    return std::any_of(findings.begin(), findings.end(), [](const Diagnosed& diagnosed) {
        return diagnosed.finding.severity == check::Severity::Blocker;
    });
}

int Doctored::mendable() const {
    return static_cast<int>(std::ranges::count(findings, Mending::Automatic, &Diagnosed::mending));
}

base::Result<Doctored> diagnose(Environment& environment, const OpenedService& service) {
    environment.progress.enter(base::Step::Check, 0, 1);
    const prove::Place place = placeOf(service);
    check::Findings places;
    auto site = plan::siteOf(environment.fileSystem, service.profile, service.root, service.home, places);
    Doctored doctored;
    if (!site) {
        prove::Diagnosis diagnosis = diagnosisOf(environment, environment.fileSystem, place);
        for (const check::Findings* list : {&places, &diagnosis.findings})
            for (const check::Finding& finding : *list)
                doctored.findings.push_back({finding, Mending::ByHand});
        doctored.proof = std::move(diagnosis.proof);
    } else {
        // Whether root has to say --as-owner is asked when something is to be done.
        site->rootPolicy = plan::RootPolicy::AsOwner;
        site->vendor = service.protector.library.get();
        auto examination = examine(environment, place, *site);
        if (!examination)
            return tl::unexpected(examination.error());
        plan::wipePlan(examination->plan);
        doctored.findings = mendingIn(*examination);
        doctored.proof = std::move(examination->before.proof);
    }
    for (const check::Finding& finding : service.protector.findings)
        doctored.findings.push_back({finding, Mending::ByHand});
    const auto told = service.recovered ? recoveryFinding(*service.recovered) : std::nullopt;
    if (told)
        doctored.findings.insert(doctored.findings.begin(), {*told, Mending::ByHand});
    return doctored;
}

base::Result<plan::Plan> RepairJob::makePlan(const plan::Site& site) {
    auto examination = examine(environment(), place(), site);
    if (!examination)
        return tl::unexpected(examination.error());
    const bool proved = examination->before.proof.succeeded() || examination->after.proof.succeeded();
    m_demand = proved ? ProofDemand::Required : ProofDemand::Reported;
    int left = 0;
    for (const Diagnosed& diagnosed : mendingIn(*examination))
        if (diagnosed.mending == Mending::ByHand && diagnosed.finding.severity != check::Severity::Note)
            ++left;
    if (left > 0)
        examination->plan.findings.push_back({check::Severity::Note, site.root, check::NotRepairable{left}});
    return std::move(examination->plan);
}

} // namespace certwright::job

// Why: see service_look.h.
#include "ui/model/service_look.h"

#include <algorithm>
#include <set>
#include <tuple>

#include "core/files/path.h"
#include "core/profile/load.h"
#include "core/prove/installed.h"

namespace certwright::model {

namespace {

using check::Severity;

constexpr std::uint64_t largestList = 2 * job::largestList;

// remembered reads the list of known services, as known_services.h says where it is; what is wrong with it
// is told by job::knownServices.
std::vector<job::KnownService> remembered(const Host& host) {
    if (host.settingsFolder.empty())
        return {};
    const auto content = host.fileSystem.read(files::join(host.settingsFolder, "services.json"), largestList,
                                              files::Links::Refuse);
    return content ? job::readList(base::textOf(*content)).list.services : std::vector<job::KnownService>{};
}

template <typename Body> const Body* bodyOf(const check::Finding& finding) {
    return finding.body.as<Body>();
}

bool isEnded(const check::Finding& finding) {
    return bodyOf<check::TransactionUndone>(finding) != nullptr ||
           bodyOf<check::TransactionUnproved>(finding) != nullptr;
}

bool isNotEnded(const check::Finding& finding) {
    const auto* body = bodyOf<check::ServiceUnreadable>(finding);
    static const std::set<std::string_view> codes{base::errorCodeName(base::ErrorCode::RecoveryNeeded),
                                                  base::errorCodeName(base::ErrorCode::JournalDamaged),
                                                  base::errorCodeName(base::ErrorCode::UndoFailed)};
    return body != nullptr && codes.contains(body->error);
}

// A folder that is exchanged as a whole is seen by the one above it.
void addWithFolders(std::set<std::string>& paths, const std::string& path, const std::string& root) {
    paths.insert(path);
    std::string folder = files::parentOf(path);
    paths.insert(folder);
    while (folder != root && files::isBelow(folder, root)) {
        folder = files::parentOf(folder);
        paths.insert(folder);
    }
}

std::vector<std::string> watchedOf(const Host& host, const profile::Profile& profile,
                                   const job::KnownService& service) {
    std::set<std::string> paths{service.root};
    addWithFolders(paths, files::join(service.root, profile.config.path), service.root);
    const auto installed = prove::readInstalled(host.fileSystem, {&profile, service.root, service.home});
    if (installed)
        for (const auto& [slot, file] : installed->files)
            addWithFolders(paths, file.path, service.root);
    return {paths.begin(), paths.end()};
}

ServiceLook look(const Host& host, job::Environment& environment, const job::KnownService& service) {
    ServiceLook seen;
    seen.service = service;
    seen.at = environment.judgedAt;
    job::ServiceDates dates = job::serviceDates(environment, {service});
    seen.dates = std::move(dates.dates);
    seen.findings = std::move(dates.findings);
    if (const auto profile = profile::findProfile(service.service, host.ownProfiles)) {
        seen.title = profile->title;
        seen.rules = profile->rules;
        seen.watched = watchedOf(host, *profile, service);
    } else {
        seen.watched = {service.root};
    }
    return seen;
}

// One card per service that the list still names at a place that is gone.
void addGone(const check::Finding& finding, const std::vector<job::KnownService>& listed, const Host& host,
             LookAround& around) {
    const auto* body = bodyOf<check::ServiceGone>(finding);
    if (body == nullptr)
        return;
    for (const job::KnownService& entry : listed) {
        if (entry.root != body->root)
            continue;
        ServiceLook seen;
        seen.service = entry;
        seen.listing = Listing::Remembered;
        seen.gone = true;
        seen.findings = {finding};
        seen.watched = {files::parentOf(entry.root)};
        if (const auto profile = profile::findProfile(entry.service, host.ownProfiles))
            seen.title = profile->title;
        around.services.push_back(std::move(seen));
    }
}

void sortWorstFirst(std::vector<ServiceLook>& services) {
    const auto rank = [](const ServiceLook& seen) {
        const base::Time first = seen.dates.empty() ? base::Time() : seen.dates.front().what.end;
        return std::tuple(seen.urgency(), first, seen.service.root, seen.service.service);
    };
    std::ranges::stable_sort(services, {}, rank);
}

check::Findings toldOf(const LookAround& around, const check::Findings& known) {
    check::Findings told;
    for (const auto& wanted : {isEnded, isNotEnded})
        for (const ServiceLook& seen : around.services)
            std::ranges::copy_if(seen.findings, std::back_inserter(told), wanted);
    told.insert(told.end(), known.begin(), known.end());
    return told;
}

} // namespace

std::string ServiceLook::key() const {
    return service.service + ' ' + service.root;
}

Urgency ServiceLook::urgency() const {
    Urgency worst = dates.empty() && !gone ? Urgency::Nothing : Urgency::Good;
    for (const job::ServiceDate& date : dates)
        worst = std::min(worst, urgencyOf(date, rules));
    for (const check::Finding& finding : findings)
        if (finding.severity != Severity::Note)
            worst =
                std::min(worst, finding.severity == Severity::Blocker ? Urgency::Blocker : Urgency::Warning);
    return worst;
}

Urgency urgencyOf(const job::ServiceDate& date, const profile::Rules& rules) {
    if (date.passed)
        return Urgency::Blocker;
    const bool list = date.what.role == job::EndRole::Crl;
    return date.daysLeft < (list ? rules.crlWarningDays : rules.warningDays) ? Urgency::Warning
                                                                             : Urgency::Good;
}

LookAround lookAround(const Host& host) {
    base::SilentProgress progress;
    auto environment = environmentOf(host, progress);
    const job::KnownServices known = job::knownServices(environment, host.surroundings);
    const std::vector<job::KnownService> listed = remembered(host);
    LookAround around;
    for (const job::KnownService& service : known.services) {
        ServiceLook seen = look(host, environment, service);
        const bool isListed = std::ranges::any_of(listed, [&](const job::KnownService& entry) {
            return entry.service == service.service && entry.root == service.root;
        });
        seen.listing = isListed ? Listing::Remembered : Listing::Found;
        around.services.push_back(std::move(seen));
    }
    for (const check::Finding& finding : known.findings)
        addGone(finding, listed, host, around);
    sortWorstFirst(around.services);
    around.told = toldOf(around, known.findings);
    return around;
}

} // namespace certwright::model

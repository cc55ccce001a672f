// Why: see service_dates.h.
#include "core/job/service_dates.h"

#include <algorithm>
#include <map>
#include <tuple>

#include "core/job/open_service.h"
#include "core/plan/plan.h"

namespace certwright::job {

namespace {

using base::ErrorCode;

constexpr std::size_t idDigits = 32;

class Reader {
  public:
    Reader(Environment& environment, const std::vector<KnownService>& services)
        : m_environment(environment) {
        for (const KnownService& service : services)
            ++m_owners[service.identity];
    }

    void look(const KnownService& service);
    ServiceDates take();

  private:
    void tell(const KnownService& service, const base::Error& error);
    std::string idOf(const KnownService& service, const End& end) const;

    Environment& m_environment;
    std::map<std::string, int> m_owners;
    ServiceDates m_found;
};

// "The folder is not known" says less than why it is not.
base::Error reasonFor(const files::FileReader& reader, const KnownService& service,
                      const base::Error& error) {
    const auto info = reader.stat(service.root, files::Links::Follow);
    return error.code == ErrorCode::RootUnknown && !info ? info.error() : error;
}

void Reader::tell(const KnownService& service, const base::Error& error) {
    const base::Error reason = reasonFor(m_environment.fileSystem, service, error);
    m_found.findings.push_back(
        {check::Severity::Blocker, service.root,
         check::ServiceUnreadable{service.root, std::string(base::errorCodeName(reason.code)), reason.detail,
                                  reason.subject}});
    m_found.services.push_back({service, 0, false});
}

// A folder without an identity is told from others by computer and path, and so is each of several copies.
std::string Reader::idOf(const KnownService& service, const End& end) const {
    std::string whose = service.identity;
    if (whose.empty() || m_owners.at(whose) > 1)
        whose += '\n' + m_environment.actor.host + '\n' + service.root;
    const std::string text = whose + '\n' + service.service + '\n' + end.slot + '\n' +
                             std::string(endRoleName(end.role)) + '\n' + std::to_string(end.position);
    return plan::contentHash(base::viewOf(text)).substr(0, idDigits);
}

void Reader::look(const KnownService& service) {
    const auto opened = openService(m_environment, service.service, service.root, service.home);
    if (!opened) {
        tell(service, opened.error());
        return;
    }
    const auto told = opened->recovered ? recoveryFinding(*opened->recovered) : std::nullopt;
    if (told)
        m_found.findings.push_back(*told);
    const prove::Place place = placeOf(*opened);
    const auto installed = installedEnds(m_environment.fileSystem, place, m_environment.access);
    if (!installed) {
        tell(service, installed.error());
        return;
    }
    m_found.findings.insert(m_found.findings.end(), installed->findings.begin(), installed->findings.end());
    m_found.services.push_back({service, installed->ends.size(), !check::blocks(installed->findings)});
    const base::Time now = m_environment.judgedAt;
    for (const End& end : installed->ends)
        m_found.dates.push_back({service.service, service.root, end, base::wholeDays(now, end.end),
                                 hasPassed(end.role, end.end, now), idOf(service, end)});
}

ServiceDates Reader::take() {
    std::ranges::stable_sort(m_found.dates, {}, [](const ServiceDate& date) {
        return std::tie(date.what.end, date.service, date.root, date.what.slot, date.what.position);
    });
    check::sortWorstFirst(m_found.findings);
    return std::move(m_found);
}

} // namespace

ServiceDates serviceDates(Environment& environment, const std::vector<KnownService>& services) {
    Reader reader(environment, services);
    for (const KnownService& service : services)
        reader.look(service);
    return reader.take();
}

bool endsWithin(const ServiceDate& date, base::Time now, int days) {
    return date.passed || date.what.end <= now + std::chrono::days(days);
}

} // namespace certwright::job

// Why: see serve_check.h.
#include "core/job/serve_check.h"

#include <algorithm>

#include "core/document/parse.h"
#include "core/job/client_certificate.h"
#include "core/job/installed_history.h"
#include "core/job/open_service.h"
#include "core/plan/material.h"

namespace certwright::job {

namespace {

using base::ErrorCode;
using document::Certificate;
using profile::SlotKind;

std::vector<Certificate> certificatesOf(const document::ParsedFile& parsed) {
    std::vector<Certificate> certificates;
    for (const document::Item& item : parsed.items)
        if (const auto* certificate = std::get_if<Certificate>(&item.object))
            certificates.push_back(*certificate);
    return certificates;
}

const profile::Slot* serverSlot(const profile::Profile& profile) {
    const auto found = std::ranges::find(profile.slots, SlotKind::ServerCertificate, &profile::Slot::kind);
    return found == profile.slots.end() ? nullptr : &*found;
}

// Preparation gathers what the served chain is held against.
class Preparation {
  public:
    Preparation(Environment& environment, served::Expectation& expectation)
        : m_environment(environment)
        , m_expectation(expectation) {}

    base::Status readCas(const std::vector<std::string>& paths);
    base::Status readService(const ServiceFolder& folder);

  private:
    // Clients trust roots; what stands below them must be sent.
    void trust(const std::vector<Certificate>& cas);
    std::vector<Certificate> installedIn(const prove::Installed& installed, const profile::Slot* slot) const;
    void readLists(const prove::Installed& installed, const profile::Slot* slot);

    Environment& m_environment;
    served::Expectation& m_expectation;
};

void Preparation::trust(const std::vector<Certificate>& cas) {
    const auto selfIssued = [](const Certificate& ca) { return ca.facts.selfIssued(); };
    const bool roots = std::ranges::any_of(cas, selfIssued);
    for (const Certificate& ca : cas)
        (selfIssued(ca) || !roots ? m_expectation.trusted : m_expectation.known).push_back(ca);
}

base::Status Preparation::readCas(const std::vector<std::string>& paths) {
    std::vector<Certificate> cas;
    for (const std::string& path : paths) {
        auto content = m_environment.fileSystem.read(path, document::maximumFileSize, files::Links::Follow);
        if (!content)
            return tl::unexpected(content.error());
        const auto found = certificatesOf(document::parse(*content, m_environment.access));
        base::wipe(*content);
        if (found.empty())
            return base::failure(ErrorCode::InvalidArgument, path);
        cas.insert(cas.end(), found.begin(), found.end());
    }
    trust(cas);
    return {};
}

std::vector<Certificate> Preparation::installedIn(const prove::Installed& installed,
                                                  const profile::Slot* slot) const {
    const auto file = slot != nullptr ? installed.files.find(slot->id) : installed.files.end();
    if (file == installed.files.end() || !file->second.content)
        return {};
    return certificatesOf(document::parse(*file->second.content, m_environment.access));
}

// Large lists speak of clients by the million and are verify's business.
void Preparation::readLists(const prove::Installed& installed, const profile::Slot* slot) {
    const auto file = slot != nullptr ? installed.files.find(slot->id) : installed.files.end();
    if (file == installed.files.end() || !file->second.content)
        return;
    document::ParsedFile parsed = document::parse(*file->second.content, m_environment.access);
    for (document::Item& item : parsed.items)
        if (auto* crl = std::get_if<document::Crl>(&item.object))
            m_expectation.crls.push_back({std::move(*crl), file->second.path, item.encoding, item.container});
}

base::Status Preparation::readService(const ServiceFolder& folder) {
    const auto opened = openService(m_environment, folder.service, folder.root, folder.home);
    if (!opened)
        return tl::unexpected(opened.error());
    const profile::Profile& profile = opened->profile;
    const prove::Place place{&profile, opened->root, opened->home};
    const auto installed = prove::readInstalled(m_environment.fileSystem, place);
    if (!installed)
        return tl::unexpected(installed.error());
    const profile::Slot* slot = serverSlot(profile);
    const std::vector<Certificate> chain = installedIn(*installed, slot);
    if (chain.empty()) {
        const auto file = installed->files.find(slot != nullptr ? slot->id : std::string());
        if (file != installed->files.end() && file->second.error)
            return tl::unexpected(*file->second.error);
        return base::failure(ErrorCode::FileNotFound,
                             file != installed->files.end() ? file->second.path : opened->root);
    }
    m_expectation.policy = plan::policyOf(profile, std::nullopt);
    m_expectation.installed = {
        base::toHex(chain.front().facts.fingerprint),
        earlierCertificates(m_environment, *opened, slot->id, installed->files.at(slot->id).path),
        profile.rules.mutualTls ? served::ClientRule::Demanded : served::ClientRule::Free};
    m_expectation.known.insert(m_expectation.known.end(), chain.begin() + 1, chain.end());
    const auto cas = installedIn(*installed, profile.slotOf(SlotKind::CaCertificate, slot->trust));
    if (m_expectation.trusted.empty())
        trust(cas);
    else
        m_expectation.known.insert(m_expectation.known.end(), cas.begin(), cas.end());
    readLists(*installed, profile.slotOf(SlotKind::Crl, slot->trust));
    return {};
}

} // namespace

base::Result<ServeCheck> serveCheck(Environment& environment, const ServeCheckRequest& request) {
    served::Expectation expectation;
    expectation.at = environment.judgedAt;
    Preparation preparation(environment, expectation);
    if (auto read = preparation.readCas(request.cas); !read)
        return tl::unexpected(read.error());
    if (request.service)
        if (auto read = preparation.readService(*request.service); !read)
            return tl::unexpected(read.error());
    served::Order order{request.address, request.name, request.opening, request.limit};
    std::optional<served::OwnCertificate> own;
    if (!request.clientCertificate.empty()) {
        auto read = readClientCertificate(environment, request.clientCertificate, request.clientKey,
                                          request.passwords);
        if (!read)
            return tl::unexpected(read.error());
        own = std::move(*read);
        expectation.shown = own->chain.front();
        order.own = &*own;
    }
    auto served = served::fetchServed(order, environment.progress, environment.access);
    if (!served)
        return tl::unexpected(served.error());
    ServeCheck result;
    result.judgement = served::judgeServed(*served, expectation);
    result.served = std::move(*served);
    if (expectation.installed)
        result.installed = expectation.installed->fingerprint;
    return result;
}

} // namespace certwright::job

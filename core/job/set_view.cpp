// Why: see set_view.h.
#include "core/job/set_view.h"

#include <algorithm>

#include "core/plan/config_text.h"
#include "core/plan/installed_objects.h"

namespace certwright::job {

namespace {

class Viewer {
  public:
    void path(const check::ServerPath& path, const std::vector<check::SourcedCertificate>& cas) {
        for (const document::Certificate& certificate : path.certificates) {
            const EndRole role = m_view.chain.empty() ? EndRole::Server : EndRole::Intermediate;
            end(role, {}, certificate.facts.subject.text, certificate.facts.notAfter);
            m_view.chain.push_back(certificate.facts);
        }
        m_view.complete = path.complete;
        if (path.ca && *path.ca < cas.size())
            m_view.chain.push_back(cas[*path.ca].certificate.facts);
    }
    void authorities(const std::string& slot, const std::vector<check::SourcedCertificate>& cas) {
        for (const check::SourcedCertificate& ca : cas) {
            end(EndRole::Ca, slot, ca.certificate.facts.subject.text, ca.certificate.facts.notAfter);
            m_view.authorities.push_back(ca.certificate.facts);
        }
    }
    void lists(const std::string& slot, const std::vector<check::SourcedCrl>& crls) {
        for (const check::SourcedCrl& crl : crls) {
            if (crl.crl.facts.nextUpdate)
                end(EndRole::Crl, slot, crl.crl.facts.issuer.text, *crl.crl.facts.nextUpdate);
            m_view.lists.push_back(crl.crl.facts);
        }
    }
    void end(EndRole role, const std::string& slot, const std::string& name, base::Time time) {
        const auto position = std::ranges::count_if(
            m_view.ends, [&](const End& earlier) { return earlier.role == role && earlier.slot == slot; });
        m_view.ends.push_back({role, slot, static_cast<std::size_t>(position), name, time});
    }
    SetView take() { return std::move(m_view); }

  private:
    SetView m_view;
};

check::TrustPair& pairOf(check::Material& material, const std::string& trust) {
    const auto found = std::ranges::find(material.pairs, trust, &check::TrustPair::slot);
    return found != material.pairs.end() ? *found
                                         : material.pairs.emplace_back(check::TrustPair{trust, {}, {}});
}

void placeInto(check::Material& material, const plan::InstalledObjects& objects,
               const plan::InstalledSlot& slot) {
    const bool own = slot.slot->trust == objects.serverTrust();
    switch (slot.slot->kind) {
    case profile::SlotKind::ServerCertificate:
        for (check::SourcedCertificate& certificate : plan::certificatesOf(slot))
            if (!material.leaf)
                material.leaf = std::move(certificate);
            else
                material.pool.push_back(std::move(certificate));
        break;
    case profile::SlotKind::CaCertificate:
        (own ? material.cas : pairOf(material, slot.slot->trust).cas) = plan::certificatesOf(slot);
        break;
    case profile::SlotKind::Crl:
        (own ? material.crls : pairOf(material, slot.slot->trust).crls) = plan::crlsOf(slot);
        break;
    case profile::SlotKind::PrivateKey:
        break;
    }
}

} // namespace

SetView viewOf(const check::Material& material, const check::ServerPath& path,
               std::optional<base::Time> retention) {
    Viewer viewer;
    viewer.path(path, material.cas);
    viewer.authorities({}, material.cas);
    viewer.lists({}, material.crls);
    for (const check::TrustPair& pair : material.pairs) {
        viewer.authorities(pair.slot, pair.cas);
        viewer.lists(pair.slot, pair.crls);
    }
    if (retention)
        viewer.end(EndRole::Retention, {}, {}, *retention);
    return viewer.take();
}

std::optional<base::Time> retentionIn(const profile::Profile& profile, std::string_view configText) {
    if (!profile.retention)
        return std::nullopt;
    const auto value = plan::configValue(profile.config.format, configText, profile.retention->configKey);
    return value ? base::parseTime(*value) : std::nullopt;
}

base::Result<SetView> viewInstalled(Environment& environment, const OpenedService& service) {
    const files::FileReader& reader = environment.fileSystem;
    const prove::Place place = placeOf(service);
    const auto installed = prove::readInstalled(reader, place);
    if (!installed)
        return tl::unexpected(installed.error());
    plan::Site site;
    site.profile = &service.profile;
    site.root = service.root;
    site.home = service.home;
    const plan::InstalledObjects objects(reader, site, installed->configText, environment.access);
    check::Material material;
    for (const plan::InstalledSlot& slot : objects.slots())
        placeInto(material, objects, slot);
    const auto retention = retentionIn(service.profile, installed->configText);
    return viewOf(material, check::findPath(material, environment.judgedAt), retention);
}

} // namespace certwright::job

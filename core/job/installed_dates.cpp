// Why: see installed_dates.h.
#include "core/job/installed_dates.h"

#include <algorithm>
#include <array>

#include "core/document/parse.h"
#include "core/plan/config_text.h"

namespace certwright::job {

namespace {

using check::Severity;
using profile::SlotKind;

class Collector {
  public:
    Collector(const prove::Place& place, secret::SecretAccess access)
        : m_place(place)
        , m_access(access) {}

    void slot(const profile::Slot& slot, const prove::InstalledFile& file) {
        if (!file.isRead()) {
            tellMissing(slot, file);
            return;
        }
        const document::ParsedFile own =
            file.lists ? document::ParsedFile{} : document::parse(*file.content, m_access);
        const document::ParsedFile& parsed = file.lists ? *file.lists : own;
        std::size_t position = 0;
        for (const document::Item& item : parsed.items)
            if (add(slot, item, position))
                ++position;
        if (position > 0)
            return;
        const std::string detail = parsed.damages.empty() ? std::string() : parsed.damages.front().detail;
        block(file.path,
              check::InstalledUnreadable{file.path, std::string(profile::slotKindName(slot.kind)), detail});
    }

    void retention(const std::string& configText) {
        const profile::Profile& profile = *m_place.profile;
        if (!profile.retention)
            return;
        const std::string& key = profile.retention->configKey;
        const auto value = plan::configValue(profile.config.format, configText, key);
        if (!value || value->empty())
            return;
        if (const auto end = base::parseTime(*value))
            m_ends.ends.push_back({EndRole::Retention, {}, 0, key, *end});
        else
            m_ends.findings.push_back(
                {Severity::Warning, key, check::InstalledNotConfigured{key, *value, "YYYY-MM-DD HH:MM:SS"}});
    }

    InstalledEnds take() { return std::move(m_ends); }

  private:
    // add tells whether the object is of the kind that belongs into the slot.
    bool add(const profile::Slot& slot, const document::Item& item, std::size_t position) {
        if (const auto* crl = std::get_if<document::Crl>(&item.object)) {
            if (slot.kind != SlotKind::Crl)
                return false;
            if (crl->facts.nextUpdate)
                m_ends.ends.push_back(
                    {EndRole::Crl, slot.id, position, crl->facts.issuer.text, *crl->facts.nextUpdate});
            return true;
        }
        const auto* certificate = std::get_if<document::Certificate>(&item.object);
        if (certificate == nullptr || slot.kind == SlotKind::Crl)
            return false;
        EndRole role = EndRole::Ca;
        if (slot.kind == SlotKind::ServerCertificate)
            role = position == 0 ? EndRole::Server : EndRole::Intermediate;
        m_ends.ends.push_back(
            {role, slot.id, position, certificate->facts.subject.text, certificate->facts.notAfter});
        return true;
    }

    void tellMissing(const profile::Slot& slot, const prove::InstalledFile& file) {
        const base::Error error = file.error.value_or(base::Error{base::ErrorCode::InputOutput, {}, {}});
        if (error.code == base::ErrorCode::FileNotFound)
            block(file.path, check::InstalledMissing{file.path, slot.id});
        else
            block(file.path,
                  check::ServiceUnreadable{m_place.root, std::string(base::errorCodeName(error.code)),
                                           error.detail, file.path});
    }

    void block(const std::string& path, check::FindingBody body) {
        m_ends.findings.push_back({Severity::Blocker, path, std::move(body)});
    }

    const prove::Place& m_place;
    secret::SecretAccess m_access;
    InstalledEnds m_ends;
};

} // namespace

std::string_view endRoleName(EndRole role) {
    static constexpr std::array<std::string_view, 5> names{"server", "intermediate", "ca", "crl",
                                                           "retention"};
    return names.at(static_cast<std::size_t>(role));
}

bool hasPassed(EndRole role, base::Time end, base::Time now) {
    return role == EndRole::Retention ? end <= now : end < now;
}

base::Result<InstalledEnds> installedEnds(const files::FileReader& reader, const prove::Place& place,
                                          secret::SecretAccess access) {
    const auto installed = prove::readInstalled(reader, place);
    if (!installed)
        return tl::unexpected(installed.error());
    Collector collector(place, access);
    for (const profile::Slot& slot : place.profile->slots) {
        const auto file = installed->files.find(slot.id);
        if (slot.kind != SlotKind::PrivateKey && file != installed->files.end())
            collector.slot(slot, file->second);
    }
    collector.retention(installed->configText);
    return collector.take();
}

std::optional<base::Time> endOfServer(const std::vector<End>& ends) {
    const auto found = std::ranges::find(ends, EndRole::Server, &End::role);
    return found == ends.end() ? std::nullopt : std::optional(found->end);
}

} // namespace certwright::job

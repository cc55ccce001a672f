// Why: see installed_objects.h.
#include "core/plan/installed_objects.h"

#include <algorithm>
#include <filesystem>

#include "core/document/parse.h"
#include "core/files/path.h"
#include "core/plan/config_text.h"
#include "core/plan/large_lists.h"

namespace certwright::plan {

namespace {

using profile::SlotKind;

// normalPath drops "." and "..", as text: links are refused when the file is read.
std::string normalPath(const std::string& path) {
    const std::u8string_view utf8(reinterpret_cast<const char8_t*>(path.data()), path.size());
    const std::u8string normal = std::filesystem::path(utf8).lexically_normal().generic_u8string();
    return {normal.begin(), normal.end()};
}

void readFile(const files::FileReader& reader, InstalledSlot& slot, secret::SecretAccess access) {
    if (slot.slot->kind == SlotKind::Crl)
        if (auto large = largeItemsAt(reader, slot.path)) {
            slot.items = std::move(*large);
            return;
        }
    const auto limit =
        slot.slot->kind == SlotKind::Crl ? document::maximumCrlSize : document::maximumFileSize;
    auto content = reader.read(slot.path, limit, files::Links::Refuse);
    if (!content) {
        slot.error = content.error();
        return;
    }
    slot.items = document::parse(*content, access).items;
    slot.content = std::move(*content);
}

} // namespace

InstalledObjects::InstalledObjects(const files::FileReader& reader, const Site& site,
                                   std::string_view configText, secret::SecretAccess access) {
    const profile::Profile& profile = *site.profile;
    const std::string folder = files::join(site.root, profile.config.pathBase);
    for (const profile::Slot& slot : profile.slots) {
        InstalledSlot installed;
        installed.slot = &slot;
        auto value = configValue(profile.config.format, configText, slot.configKey);
        if (!value) {
            installed.error = value.error();
        } else if (!value->empty()) {
            installed.path = normalPath(files::join(folder, *value));
            installed.configured = std::move(*value);
            readFile(reader, installed, access);
        }
        if (slot.kind == SlotKind::ServerCertificate)
            m_serverTrust = slot.trust;
        m_slots.push_back(std::move(installed));
    }
}

InstalledObjects::~InstalledObjects() {
    for (InstalledSlot& slot : m_slots)
        if (slot.content)
            base::wipe(*slot.content);
}

const InstalledSlot* InstalledObjects::slotOf(SlotKind kind, const std::string& trust) const {
    const auto found = std::ranges::find_if(m_slots, [&](const InstalledSlot& installed) {
        return installed.slot->kind == kind && installed.slot->trust == trust;
    });
    return found == m_slots.end() ? nullptr : &*found;
}

const document::Certificate* InstalledObjects::leaf() const {
    const InstalledSlot* slot = slotOf(SlotKind::ServerCertificate, m_serverTrust);
    if (slot == nullptr)
        return nullptr;
    for (const document::Item& item : slot->items)
        if (const auto* certificate = std::get_if<document::Certificate>(&item.object))
            return certificate;
    return nullptr;
}

std::vector<check::SourcedCertificate> InstalledObjects::signersOf(const std::string& trust) const {
    std::vector<check::SourcedCertificate> signers;
    if (const InstalledSlot* cas = slotOf(SlotKind::CaCertificate, trust))
        signers = certificatesOf(*cas);
    const InstalledSlot* chain = slotOf(SlotKind::ServerCertificate, trust);
    if (chain == nullptr)
        return signers;
    for (check::SourcedCertificate& certificate : certificatesOf(*chain))
        if (certificate.certificate.facts.isCa())
            signers.push_back(std::move(certificate));
    return signers;
}

std::vector<check::SourcedCertificate> certificatesOf(const InstalledSlot& slot) {
    std::vector<check::SourcedCertificate> result;
    for (const document::Item& item : slot.items)
        if (const auto* certificate = std::get_if<document::Certificate>(&item.object))
            result.push_back({*certificate, slot.path, item.line});
    return result;
}

std::vector<check::SourcedCrl> crlsOf(const InstalledSlot& slot) {
    std::vector<check::SourcedCrl> result;
    for (const document::Item& item : slot.items)
        if (const auto* crl = std::get_if<document::Crl>(&item.object))
            result.push_back({*crl, slot.path, item.encoding, item.container});
    return result;
}

} // namespace certwright::plan

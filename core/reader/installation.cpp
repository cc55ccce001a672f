// Why: see installation.h.
#include "core/reader/installation.h"

#include <utility>

#include "core/document/parse.h"
#include "core/files/path.h"
#include "core/plan/config_text.h"
#include "core/prove/opened_key.h"
#include "core/prove/unlock.h"

namespace certwright::reader {

using base::ErrorCode;
using profile::SlotKind;

namespace {

// lostFile returns why a file of `before` that could be read cannot be read in `after`.
std::optional<base::Error> lostFile(const prove::Installed& before, const prove::Installed& after) {
    for (const auto& [slot, file] : after.files) {
        const auto known = before.files.find(slot);
        if (file.error && known != before.files.end() && !known->second.error)
            return file.error;
    }
    return std::nullopt;
}

SlotKind kindOf(Part part) {
    switch (part) {
    case Part::Ca:
        return SlotKind::CaCertificate;
    case Part::Crl:
        return SlotKind::Crl;
    case Part::Key:
        return SlotKind::PrivateKey;
    case Part::Config:
    case Part::Chain:
        break;
    }
    return SlotKind::ServerCertificate;
}

} // namespace

Installation::Installation(const files::FileReader& reader, const prove::Place& place)
    : m_reader(&reader)
    , m_profile(std::make_unique<const profile::Profile>(*place.profile))
    , m_place(place) {
    m_place.profile = m_profile.get();
}

base::Result<Installation> Installation::open(const files::FileReader& reader, const prove::Place& place) {
    const auto resolved = reader.resolve(place.root);
    const auto info = reader.stat(place.root, files::Links::Follow);
    if (place.root.empty() || !resolved || !info || info->kind != base::FileKind::Folder)
        return base::failure(ErrorCode::RootUnknown, place.root);
    Installation opened(reader, place);
    opened.m_place.root = *resolved;
    if (!place.home.empty())
        opened.m_place.home = reader.resolve(place.home).value_or(place.home);
    if (auto read = opened.reload(); !read)
        return tl::unexpected(std::move(read.error()));
    return opened;
}

bool Installation::changed() const {
    return identitiesOf(m_set.identities) != m_set.identities;
}

base::Status Installation::reload() {
    auto set = readSet(*m_reader, m_place);
    if (!set)
        return tl::unexpected(std::move(set.error()));
    if (auto lost = lostFile(m_set.installed, set->installed))
        return tl::unexpected(std::move(*lost));
    m_set = std::move(*set);
    m_large.clear();
    return {};
}

const profile::Slot* Installation::slotOf(Part part, const std::string& trust) const {
    const profile::Slot* server = nullptr;
    for (const profile::Slot& slot : m_profile->slots)
        if (slot.kind == SlotKind::ServerCertificate && server == nullptr)
            server = &slot;
    const SlotKind kind = kindOf(part);
    if (kind == SlotKind::CaCertificate || kind == SlotKind::Crl)
        return m_profile->slotOf(kind, trust.empty() && server != nullptr ? server->trust : trust);
    for (const profile::Slot& slot : m_profile->slots)
        if (slot.kind == kind)
            return &slot;
    return nullptr;
}

const prove::InstalledFile* Installation::fileOf(const profile::Slot* slot) const {
    if (slot == nullptr)
        return nullptr;
    const auto file = m_set.installed.files.find(slot->id);
    return file == m_set.installed.files.end() ? nullptr : &file->second;
}

base::Result<std::optional<std::string>> Installation::path(Part part, const std::string& trust) const {
    if (part == Part::Config)
        return files::join(m_place.root, m_profile->config.path);
    const profile::Slot* slot = slotOf(part, trust);
    if (slot == nullptr && !trust.empty())
        return base::failure(ErrorCode::InvalidArgument, trust, "no such file in the profile");
    const prove::InstalledFile* file = fileOf(slot);
    return file == nullptr ? std::optional<std::string>() : std::optional(file->path);
}

base::Result<std::optional<base::ByteView>> Installation::content(Part part, const std::string& trust) {
    if (part == Part::Config)
        return base::viewOf(m_set.installed.configText);
    const profile::Slot* slot = slotOf(part, trust);
    if (slot == nullptr && !trust.empty())
        return base::failure(ErrorCode::InvalidArgument, trust, "no such file in the profile");
    const prove::InstalledFile* file = fileOf(slot);
    if (file == nullptr)
        return std::optional<base::ByteView>();
    if (file->content)
        return base::ByteView(*file->content);
    if (file->error)
        return tl::unexpected(*file->error);
    if (const auto held = m_large.find(slot->id); held != m_large.end())
        return base::ByteView(held->second);
    const std::string folder = m_reader->resolve(files::parentOf(file->path)).value_or(std::string());
    auto large = m_reader->read(files::join(folder, files::fileNameOf(file->path)), document::maximumCrlSize,
                                files::Links::Refuse);
    if (!large)
        return tl::unexpected(std::move(large.error()));
    // What was judged and what is handed out must be the same file.
    const auto known = m_set.identities.find(file->path);
    if (known == m_set.identities.end() || known->second != files::identityOf(file->path))
        return base::failure(ErrorCode::FileChanged, file->path);
    return base::ByteView(m_large.emplace(slot->id, std::move(*large)).first->second);
}

base::Result<std::string> Installation::setting(const std::string& key) const {
    return plan::configValue(m_profile->config.format, m_set.installed.configText, key);
}

base::Result<std::optional<base::Time>> Installation::retention() const {
    if (!m_profile->retention)
        return std::optional<base::Time>();
    const std::string& key = m_profile->retention->configKey;
    const auto value = setting(key);
    if (!value)
        return tl::unexpected(value.error());
    if (value->empty())
        return std::optional<base::Time>();
    const auto time = base::parseTime(*value);
    if (!time)
        return base::failure(ErrorCode::ConfigInvalid, key, *value);
    return time;
}

base::Result<secret::SecretBytes> Installation::passphrase(secret::SecretAccess access) const {
    return prove::unlock(*m_reader, m_place, m_set.installed, access);
}

base::Result<secret::SecretBytes> Installation::privateKey(secret::SecretAccess access) const {
    prove::OpenedKey opened = prove::openInstalledKey(*m_reader, m_place, m_set.installed, access);
    if (opened.fault != prove::KeyFault::None)
        return tl::unexpected(std::move(opened.error));
    return std::move(opened.key->pkcs8);
}

base::Result<prove::Verification> Installation::verify(base::Time now, secret::SecretAccess access) const {
    if (!m_profile->homeCopies.empty() && m_place.home.empty())
        return base::failure(ErrorCode::InvalidArgument, "home");
    return prove::verify(*m_reader, m_place, now, access);
}

} // namespace certwright::reader

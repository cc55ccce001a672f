// Why: a key without encryption, or a key store copy that is no copy any more, is a service that does not
// start, or starts for everybody.
#include "core/document/encode.h"
#include "core/document/open.h"
#include "core/document/parse.h"
#include "core/files/path.h"
#include "core/ossl/digest.h"
#include "core/plan/import_planner.h"
#include "core/plan/installed_files.h"
#include "core/plan/repair_steps.h"
#include "core/plan/sealing.h"

namespace certwright::plan {

namespace {

std::string_view withoutLineEnd(std::string_view text) {
    while (!text.empty() && (text.back() == '\n' || text.back() == '\r'))
        text.remove_suffix(1);
    return text;
}

bool isSame(const profile::HomeCopy& copy, const base::Bytes& present, const base::Bytes& wanted) {
    if (copy.content == profile::HomeContent::Key)
        return present == wanted;
    return withoutLineEnd(base::textOf(present)) == base::textOf(wanted);
}

bool isFatal(base::ErrorCode code) {
    return code == base::ErrorCode::CryptoFailed || code == base::ErrorCode::Cancelled;
}

} // namespace

void RepairPlanner::give(const std::string& path, base::Bytes content) {
    base::Bytes& place = m_contents[path];
    base::wipe(place);
    place = std::move(content);
}

void RepairPlanner::mendKeyStores() {
    using vault::KeyStoreState;
    if (m_stores.foreign())
        return;
    const auto isValid = [this](Purpose copy) { return m_stores.state(copy) == KeyStoreState::Valid; };
    std::optional<Purpose> winner = m_source.opener;
    if (!winner && isValid(Purpose::KeyStorePrimary) != isValid(Purpose::KeyStoreStandby))
        winner = isValid(Purpose::KeyStorePrimary) ? Purpose::KeyStorePrimary : Purpose::KeyStoreStandby;
    if (!winner || !isValid(*winner))
        return;
    const Purpose other =
        *winner == Purpose::KeyStorePrimary ? Purpose::KeyStoreStandby : Purpose::KeyStorePrimary;
    const std::string path = storeTarget(m_site, other).path;
    if (m_stores.content(other) != m_stores.content(*winner) && m_ground.mayWrite(path))
        give(path, *m_stores.content(*winner));
}

// encryptAnew encrypts a key under the passphrase that the config holds, else under a new one, which the
// config then holds; an empty text where neither can be done.
base::Result<std::string> RepairPlanner::encryptAnew(const document::PrivateKey& key) {
    const int iterations = m_profile.passphrase.iterations;
    if (m_source.passphrase != nullptr)
        return document::encryptKey(key, *m_source.passphrase, iterations, m_access);
    check::Findings faults;
    auto sealing = sealAnew(m_site, m_stores, m_random, m_access, faults);
    // What cannot be sealed need not stand in the way of everything else that can be mended.
    for (check::Finding& fault : faults) {
        fault.severity = check::Severity::Warning;
        m_plan.findings.push_back(std::move(fault));
    }
    if (!sealing && isFatal(sealing.error().code))
        return tl::unexpected(sealing.error());
    if (!sealing || !*sealing)
        return std::string{}; // the key stores have findings of their own
    Sealing& made = **sealing;
    auto pem = document::encryptKey(key, made.passphrase, iterations, m_access);
    const std::string primary = storeTarget(m_site, Purpose::KeyStorePrimary).path;
    const std::string standby = storeTarget(m_site, Purpose::KeyStoreStandby).path;
    if (!pem)
        return pem;
    if (!m_ground.mayWrite(primary) || !m_ground.mayWrite(standby) ||
        made.text.size() > m_profile.passphrase.maximumLength ||
        !edit({{m_profile.passphrase.configKey, made.text}}))
        return std::string{};
    if (m_stores.content(Purpose::KeyStorePrimary) != made.stores.primary)
        give(primary, std::move(*made.stores.primary));
    if (m_stores.content(Purpose::KeyStoreStandby) != made.stores.standby)
        give(standby, std::move(*made.stores.standby));
    m_plan.findings.push_back(std::move(made.protector));
    return pem;
}

base::Status RepairPlanner::mendKey() {
    for (const Target& target : installedFiles(m_site, m_text)) {
        const profile::Slot* slot = m_profile.slot(target.slot);
        if (slot != nullptr && slot->kind == profile::SlotKind::PrivateKey && counts(target))
            m_keyPath = target.path;
    }
    if (m_keyPath.empty())
        return {};
    auto content = m_reader.read(m_keyPath, document::maximumFileSize, files::Links::Refuse);
    if (!content)
        return {};
    m_keyContent = std::move(*content);
    document::ParsedFile parsed = document::parse(m_keyContent, m_access);
    const bool alone = parsed.items.size() == 1 && parsed.damages.empty();
    const auto* open = alone ? std::get_if<document::PrivateKey>(&parsed.items.front().object) : nullptr;
    const bool sealable = !m_stores.foreign() || m_site.vendor != nullptr;
    if (open == nullptr || !sealable || !m_ground.mayWrite(m_keyPath))
        return {};
    const auto pem = encryptAnew(*open);
    if (!pem)
        return tl::unexpected(pem.error());
    if (pem->empty())
        return {};
    base::wipe(m_keyContent);
    m_keyContent = base::toBytes(*pem);
    give(m_keyPath, m_keyContent);
    return {};
}

// keyIsKnown: only a key that is known to be the right one is worth copying; the copy may be the better one.
bool RepairPlanner::keyIsKnown() const {
    if (m_contents.contains(m_keyPath))
        return true;
    if (m_source.passphrase == nullptr)
        return false;
    for (const document::Item& item : document::parse(m_keyContent, m_access).items)
        if (const auto* encrypted = std::get_if<document::EncryptedKey>(&item.object))
            return document::openKey(*encrypted, *m_source.passphrase, m_access).has_value();
    return false;
}

void RepairPlanner::mendHomeCopies() {
    if (m_profile.homeCopies.empty() || m_site.home.empty() || !keyIsKnown())
        return;
    for (const profile::HomeCopy& copy : m_profile.homeCopies) {
        const bool whole = copy.content == profile::HomeContent::Key;
        base::Bytes wanted = whole ? m_keyContent : base::toBytes(ossl::sha256Hex(m_keyContent));
        const std::string path = homeTarget(m_site, copy).path;
        auto present = m_reader.read(path, document::maximumFileSize, files::Links::Refuse);
        if ((!present || !isSame(copy, *present, wanted)) && m_ground.mayWrite(path))
            give(path, std::move(wanted));
        if (present)
            base::wipe(*present);
    }
}

} // namespace certwright::plan

// Why: a value that points nowhere stops the service as surely as a missing file; what it should say is
// known.
#include <algorithm>

#include "core/config/key_value_repeats.h"
#include "core/document/parse.h"
#include "core/files/path.h"
#include "core/plan/config_changes.h"
#include "core/plan/config_text.h"
#include "core/plan/installed_files.h"
#include "core/plan/large_lists.h"
#include "core/plan/repair_steps.h"

namespace certwright::plan {

namespace {

bool isKind(const document::Object& object, profile::SlotKind kind) {
    switch (kind) {
    case profile::SlotKind::CaCertificate:
    case profile::SlotKind::ServerCertificate:
        return std::holds_alternative<document::Certificate>(object);
    case profile::SlotKind::Crl:
        return std::holds_alternative<document::Crl>(object);
    case profile::SlotKind::PrivateKey:
        break;
    }
    return std::holds_alternative<document::EncryptedKey>(object) ||
           std::holds_alternative<document::PrivateKey>(object);
}

} // namespace

void RepairPlanner::readConfig() {
    const std::string path = configTarget(m_site, 0).path;
    const auto text = m_reader.read(path, document::maximumFileSize, files::Links::Refuse);
    if (!text)
        return;
    m_before = std::string(base::textOf(*text));
    m_text = *m_before;
    m_configWritable = m_ground.mayWrite(path);
    if (!m_configWritable)
        return;
    mendRepeatedKeys();
    mendSlotValues();
}

void RepairPlanner::mendRepeatedKeys() {
    if (m_profile.config.format != profile::ConfigFormat::KeyValue)
        return;
    const auto edits = config::removeRepeatedKeys(m_text);
    auto edited = edits ? config::applyEdits(m_text, *edits) : tl::unexpected(edits.error());
    if (edited)
        m_text = std::move(*edited);
}

std::string RepairPlanner::valueOf(const std::string& key) const {
    return configValue(m_profile.config.format, m_text, key).value_or(std::string{});
}

bool RepairPlanner::standsAtTarget(const profile::Slot& slot) const {
    const std::string path = slotTarget(m_site, slot).path;
    if (slot.kind == profile::SlotKind::Crl && largeItemsAt(m_reader, path))
        return true;
    auto content = m_reader.read(path, document::maximumCrlSize, files::Links::Refuse);
    if (!content)
        return false;
    const document::ParsedFile parsed = document::parse(*content, m_access);
    base::wipe(*content);
    return std::any_of(parsed.items.begin(), parsed.items.end(),
                       [&slot](const document::Item& item) { return isKind(item.object, slot.kind); });
}

// Some releases delete their files after a start and import again before the next: then nothing is installed,
// and values that point nowhere are right.
bool RepairPlanner::anythingInstalled() const {
    return std::any_of(m_profile.slots.begin(), m_profile.slots.end(), [this](const profile::Slot& slot) {
        const std::string value = valueOf(slot.configKey);
        const auto info = m_reader.stat(configuredPath(m_profile, m_site.root, value), files::Links::Refuse);
        const bool there = !value.empty() && info && info->kind == base::FileKind::Regular;
        return slot.required && (there || standsAtTarget(slot));
    });
}

std::optional<std::string> RepairPlanner::valueToGive(const profile::Slot& slot,
                                                      bool anythingInstalled) const {
    const auto value = configValue(m_profile.config.format, m_text, slot.configKey);
    if (!value)
        return std::nullopt;
    if (!value->empty()) {
        const std::string path = configuredPath(m_profile, m_site.root, *value);
        const auto info = m_reader.stat(path, files::Links::Refuse);
        if (info || info.error().code != base::ErrorCode::FileNotFound)
            return std::nullopt;
    }
    if ((slot.required || !value->empty()) && standsAtTarget(slot))
        return valueFor(m_profile, m_site.root, slot);
    if (!slot.required && !value->empty() && anythingInstalled)
        return std::string{};
    return std::nullopt;
}

void RepairPlanner::mendSlotValues() {
    const bool anything = anythingInstalled();
    std::map<std::string, std::string> values;
    for (const profile::Slot& slot : m_profile.slots)
        if (const auto value = valueToGive(slot, anything))
            values[slot.configKey] = *value;
    std::vector<config::Setting> settings;
    for (const std::string& key : m_profile.config.order)
        if (const auto found = values.find(key); found != values.end())
            settings.push_back({key, found->second});
    edit(settings);
}

// edit tells whether the config can say so, and lets it.
bool RepairPlanner::edit(const std::vector<config::Setting>& settings) {
    if (!m_configWritable)
        return false;
    if (settings.empty())
        return true;
    check::Findings told; // why not was found before
    const auto edited = editConfig(m_profile, configTarget(m_site, 0).path, m_text, settings, told);
    if (!edited)
        return false;
    m_text = edited->text;
    return true;
}

} // namespace certwright::plan

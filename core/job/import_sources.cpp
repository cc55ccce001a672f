// Why: see import_sources.h.
#include "core/job/import_sources.h"

#include <algorithm>

#include "core/job/open_key.h"
#include "core/plan/large_lists.h"

namespace certwright::job {

namespace {

bool isContainer(const document::Item& item) {
    return std::holds_alternative<document::Pkcs12>(item.object);
}

} // namespace

base::Status judgeSlots(const profile::Profile& profile, const SourceChoice& choice) {
    for (const auto& [id, path] : choice.slots)
        if (profile.slot(id) == nullptr)
            return base::failure(base::ErrorCode::InvalidArgument, id, profile.id);
    for (const std::string& id : choice.without) {
        const profile::Slot* slot = profile.slot(id);
        if (slot == nullptr || slot->required || choice.slots.contains(id))
            return base::failure(base::ErrorCode::InvalidArgument, id, profile.id);
    }
    return {};
}

bool ImportSources::lacksSomething() const {
    return std::any_of(m_selection.findings.begin(), m_selection.findings.end(),
                       [](const check::Finding& finding) { return finding.body.is<check::SlotMissing>(); });
}

// What a container holds takes its place.
base::Status ImportSources::openContainer(Environment& environment, PasswordSource& passwords,
                                          std::size_t file) {
    plan::LoadedFile& loaded = m_loaded.files[file];
    std::vector<document::Item> items;
    for (document::Item& item : loaded.items) {
        if (!isContainer(item)) {
            items.push_back(std::move(item));
            continue;
        }
        auto opened = job::openContainer(std::get<document::Pkcs12>(item.object), loaded.source.path,
                                         passwords, environment.access);
        if (!opened)
            return tl::unexpected(opened.error());
        m_states[file] = opened->state;
        if (!opened->items) {
            items.push_back(std::move(item));
            continue;
        }
        for (document::Item& inner : *opened->items)
            items.push_back(std::move(inner));
    }
    loaded.items = std::move(items);
    return {};
}

base::Status ImportSources::openContainers(Environment& environment, PasswordSource& passwords, bool all) {
    for (std::size_t file = 0; file < m_loaded.files.size(); ++file) {
        const plan::LoadedFile& loaded = m_loaded.files[file];
        const bool wanted = all || !loaded.slots.empty();
        if (!wanted || m_states.contains(file) ||
            std::none_of(loaded.items.begin(), loaded.items.end(), isContainer))
            continue;
        if (environment.progress.cancelled())
            return base::failure(base::ErrorCode::Cancelled);
        if (auto opened = openContainer(environment, passwords, file); !opened)
            return opened;
    }
    return {};
}

base::Status ImportSources::openChosenKey(Environment& environment, const profile::Profile& profile,
                                          PasswordSource& passwords) {
    const auto slot = std::find_if(profile.slots.begin(), profile.slots.end(),
                                   [](const auto& it) { return it.kind == profile::SlotKind::PrivateKey; });
    const auto place = slot == profile.slots.end() ? std::nullopt : m_selection.first(slot->id);
    if (!place)
        return {};
    plan::LoadedFile& file = m_loaded.files[place->file];
    document::Item& item = file.items[place->item];
    if (const auto* encrypted = std::get_if<document::EncryptedKey>(&item.object)) {
        if (environment.progress.cancelled())
            return base::failure(base::ErrorCode::Cancelled);
        auto opened = openKey(*encrypted, file.source.path, passwords, environment.access);
        if (!opened)
            return tl::unexpected(opened.error());
        m_key = opened->state;
        if (opened->key)
            item.object = std::move(*opened->key);
    } else if (item.container == document::Container::Pkcs12 && m_states.contains(place->file)) {
        m_key = m_states[place->file];
    } else {
        m_key.state = check::KeyState::Unencrypted;
        m_key.path = file.source.path;
    }
    if (const auto* key = plan::keyAt(m_loaded, *place)) {
        m_key.facts = key->facts;
        m_key.remarks = key->remarks;
    }
    return {};
}

void ImportSources::sort(const Environment& environment, const profile::Profile& profile) {
    m_selection = plan::select(m_loaded, profile, environment.judgedAt, m_without);
}

base::Status ImportSources::searchLists(const Environment& environment) {
    return plan::searchLists(m_loaded, environment.fileSystem, {}, environment.progress);
}

base::Status ImportSources::read(Environment& environment, const profile::Profile& profile,
                                 const SourceChoice& choice, PasswordSource& passwords) {
    *this = ImportSources{};
    m_without = choice.without;
    auto loaded = plan::loadFiles(environment.fileSystem, choice.slots, choice.paths, environment.progress,
                                  environment.access);
    if (!loaded)
        return tl::unexpected(loaded.error());
    m_loaded = std::move(*loaded);
    environment.progress.enter(base::Step::Open, 0, 1);
    if (auto opened = openContainers(environment, passwords, false); !opened)
        return opened;
    sort(environment, profile);
    if (lacksSomething()) {
        if (auto opened = openContainers(environment, passwords, true); !opened)
            return opened;
        sort(environment, profile);
    }
    if (auto opened = openChosenKey(environment, profile, passwords); !opened)
        return opened;
    // What was in containers had not come to light when large lists were read.
    if (auto searched = searchLists(environment); !searched)
        return searched;
    sort(environment, profile);
    // A container that stayed shut is why something is missing.
    for (const auto& [file, state] : m_states)
        if (failed(state) && lacksSomething())
            m_key = state;
    return {};
}

check::Findings ImportSources::findings() const {
    check::Findings result = m_loaded.findings;
    for (const check::Finding& finding : m_selection.findings)
        if (!failed(m_key) || !finding.body.is<check::SlotMissing>())
            result.push_back(finding);
    return result;
}

bool ImportSources::brought(const std::string& slot) const {
    const auto place = m_selection.first(slot);
    return place && (!m_firstInstalled || place->file < *m_firstInstalled);
}

std::vector<Selected> ImportSources::selected(const profile::Profile& profile) const {
    std::vector<Selected> result;
    for (const profile::Slot& slot : profile.slots) {
        if (!brought(slot.id))
            continue;
        for (const plan::Place place : m_selection.slots.at(slot.id)) {
            const plan::LoadedFile& file = m_loaded.files[place.file];
            result.push_back({slot.id, file.source.path, plan::describe(file.items[place.item].object)});
        }
    }
    return result;
}

const document::PrivateKey* ImportSources::openedKey(const profile::Profile& profile) const {
    for (const profile::Slot& slot : profile.slots) {
        if (slot.kind != profile::SlotKind::PrivateKey)
            continue;
        const auto place = m_selection.first(slot.id);
        return place ? plan::keyAt(m_loaded, *place) : nullptr;
    }
    return nullptr;
}

} // namespace certwright::job

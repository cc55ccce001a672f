// Why: see exchange.h.
#include "core/apply/exchange.h"

#include <algorithm>
#include <set>

#include "core/apply/layout.h"
#include "core/apply/safety.h"

namespace certwright::apply {

using base::ErrorCode;
using base::Status;
using files::Links;
using plan::ChangeKind;

namespace {

using Names = std::set<std::string>;

// oldNames and newNames are what the folder holds before and after.
Names oldNames(const Journal& journal, std::size_t exchange) {
    const plan::Exchange& set = journal.exchanges[exchange];
    Names names(set.carried.begin(), set.carried.end());
    for (const Step& step : journal.steps)
        if (step.exchange == exchange && step.before)
            names.insert(files::fileNameOf(step.path));
    return names;
}

Names newNames(const Journal& journal, std::size_t exchange) {
    const plan::Exchange& set = journal.exchanges[exchange];
    Names names(set.carried.begin(), set.carried.end());
    for (const Step& step : journal.steps)
        if (step.exchange == exchange && step.kind != ChangeKind::RemoveFile)
            names.insert(files::fileNameOf(step.path));
    return names;
}

bool holds(const files::FileReader& reader, const std::string& folder, const Names& names) {
    const auto found = reader.list(folder);
    return found && Names(found->begin(), found->end()) == names;
}

std::string hashOf(const Step& step) {
    if (step.kind == ChangeKind::WriteFile)
        return step.sha256;
    return step.before ? step.before->sha256 : std::string();
}

bool hasHash(const files::FileReader& reader, const std::string& path, const std::string& hash) {
    const auto found = hashAt(reader, path);
    return found && *found && **found == hash;
}

// holdsNew and holdsOld tell whether `folder` has the content of after and before the steps.
bool holdsNew(const files::FileReader& reader, const Journal& journal, std::size_t exchange,
              const std::string& folder) {
    return holds(reader, folder, newNames(journal, exchange)) &&
           std::all_of(journal.steps.begin(), journal.steps.end(), [&](const Step& step) {
               return step.exchange != exchange || step.kind == ChangeKind::RemoveFile ||
                      hasHash(reader, files::join(folder, files::fileNameOf(step.path)), hashOf(step));
           });
}

bool holdsOld(const files::FileReader& reader, const Journal& journal, std::size_t exchange,
              const std::string& folder) {
    return holds(reader, folder, oldNames(journal, exchange)) &&
           std::all_of(journal.steps.begin(), journal.steps.end(), [&](const Step& step) {
               return step.exchange != exchange || !step.before ||
                      hasHash(reader, files::join(folder, files::fileNameOf(step.path)), step.before->sha256);
           });
}

std::optional<base::Owner> ownerToGive(const files::FileReader& reader, const base::Owner& owner) {
    return owner == reader.self() ? std::nullopt : std::optional<base::Owner>(owner);
}

// copyForMode writes a file whose mode alone changes: a second name would change the old one's mode too.
Status copyForMode(files::FileSystem& fileSystem, const Step& step, const std::string& to) {
    auto file = fileSystem.open(step.path, mostStored, Links::Refuse);
    if (!file)
        return tl::unexpected<base::Error>(std::move(file.error()));
    const plan::Before before = step.before.value_or(plan::Before{});
    const auto content = plan::checkedCopy(std::move(*file), step.path, before.sha256);
    return fileSystem.writeNewFrom(to, *content, step.mode, ownerToGive(fileSystem, before.owner));
}

Status fillSet(files::FileSystem& fileSystem, const Journal& journal, std::size_t exchange) {
    const plan::Exchange& set = journal.exchanges[exchange];
    const std::string copy = setFolder(journal, exchange);
    for (const std::string& name : set.carried) {
        auto linked = fileSystem.link(files::join(set.folder, name), files::join(copy, name));
        if (!linked && linked.error().code == ErrorCode::NotSupported)
            return {};
        if (!linked)
            return linked;
    }
    for (std::size_t i = 0; i < journal.steps.size(); ++i)
        if (journal.steps[i].exchange == exchange && journal.steps[i].kind == ChangeKind::SetMode)
            if (auto made = copyForMode(fileSystem, journal.steps[i], stagedPath(journal, i)); !made)
                return made;
    return {};
}

// moveLate moves what somebody put into the old folder between the last look and the exchange.
Status moveLate(files::FileSystem& fileSystem, const Journal& journal, std::size_t exchange) {
    const std::string copy = setFolder(journal, exchange);
    const std::string& folder = journal.exchanges[exchange].folder;
    const Names expected = oldNames(journal, exchange);
    const auto found = fileSystem.list(copy);
    if (!found)
        return tl::unexpected<base::Error>(found.error());
    for (const std::string& name : *found) {
        const std::string to = files::join(folder, name);
        if (expected.contains(name) || fileSystem.stat(to, Links::Refuse))
            continue;
        if (auto moved = fileSystem.replace(files::join(copy, name), to); !moved)
            return moved;
    }
    return {};
}

} // namespace

Status stageSets(files::FileSystem& fileSystem, const Journal& journal) {
    for (std::size_t i = 0; i < journal.exchanges.size(); ++i) {
        const auto info = fileSystem.stat(journal.exchanges[i].folder, Links::Refuse);
        if (!info)
            return tl::unexpected<base::Error>(info.error());
        const std::string copy = setFolder(journal, i);
        if (auto made = fileSystem.makeFolder(copy, info->mode, ownerToGive(fileSystem, info->owner)); !made)
            return made;
        if (auto filled = fillSet(fileSystem, journal, i); !filled)
            return filled;
    }
    return {};
}

Status syncSets(files::FileSystem& fileSystem, const Journal& journal) {
    for (std::size_t i = 0; i < journal.exchanges.size(); ++i)
        if (auto synced = fileSystem.syncFolder(setFolder(journal, i)); !synced)
            return synced;
    return {};
}

base::Result<Exchanged> exchangeSet(files::FileSystem& fileSystem, const Journal& journal,
                                    std::size_t exchange) {
    const std::string copy = setFolder(journal, exchange);
    const std::string& folder = journal.exchanges[exchange].folder;
    if (!holds(fileSystem, folder, oldNames(journal, exchange)) ||
        !holds(fileSystem, copy, newNames(journal, exchange)))
        return Exchanged::StepByStep;
    auto swapped = fileSystem.exchange(copy, folder);
    if (!swapped && swapped.error().code == ErrorCode::NotSupported)
        return Exchanged::StepByStep;
    if (swapped)
        swapped = moveLate(fileSystem, journal, exchange);
    if (!swapped)
        return tl::unexpected<base::Error>(std::move(swapped.error()));
    return Exchanged::Yes;
}

base::Result<Exchanged> exchangeBack(files::FileSystem& fileSystem, const Journal& journal,
                                     std::size_t exchange) {
    const std::string copy = setFolder(journal, exchange);
    const std::string& folder = journal.exchanges[exchange].folder;
    if (!holdsNew(fileSystem, journal, exchange, folder) || !holdsOld(fileSystem, journal, exchange, copy))
        return Exchanged::StepByStep;
    auto swapped = fileSystem.exchange(copy, folder);
    if (!swapped && swapped.error().code == ErrorCode::NotSupported)
        return Exchanged::StepByStep;
    if (!swapped)
        return tl::unexpected<base::Error>(std::move(swapped.error()));
    return Exchanged::Yes;
}

Status wipeFile(files::FileSystem& fileSystem, const std::string& path) {
    auto wiped = fileSystem.wipe(path);
    if (wiped || wiped.error().code == ErrorCode::FileNotFound)
        return {};
    if (wiped.error().code == ErrorCode::TargetUnsafe || wiped.error().code == ErrorCode::FileIsSymlink)
        wiped = fileSystem.remove(path);
    return wiped;
}

Status dropSets(files::FileSystem& fileSystem, const Journal& journal) {
    for (std::size_t i = 0; i < journal.exchanges.size(); ++i) {
        const std::string copy = setFolder(journal, i);
        const auto found = fileSystem.list(copy);
        if (!found && found.error().code == ErrorCode::FileNotFound)
            continue;
        if (!found)
            return tl::unexpected<base::Error>(found.error());
        Names expected = oldNames(journal, i);
        expected.merge(newNames(journal, i));
        for (const std::string& name : *found) {
            if (!expected.contains(name))
                continue; // not ours; it keeps the folder
            const bool transient =
                std::any_of(journal.steps.begin(), journal.steps.end(), [&](const Step& step) {
                    return step.exchange == i && step.keeping == plan::Keeping::Transient &&
                           files::fileNameOf(step.path) == name;
                });
            const std::string path = files::join(copy, name);
            const Status gone = transient ? wipeFile(fileSystem, path) : fileSystem.remove(path);
            if (!gone && gone.error().code != ErrorCode::FileNotFound)
                return gone;
        }
        const Status dropped = fileSystem.removeFolder(copy);
        if (!dropped && dropped.error().code != ErrorCode::FileNotFound &&
            dropped.error().code != ErrorCode::FileExists)
            return dropped;
    }
    return {};
}

} // namespace certwright::apply

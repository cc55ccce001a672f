// Why: whoever can write a journal must not thereby make another account write wherever he likes; and a plan
// that breaks its own contract must not get as far as a disk.
#include <algorithm>
#include <set>
#include <string_view>

#include "core/apply/journal.h"
#include "core/base/utf8.h"
#include "core/files/path.h"

namespace certwright::apply {

namespace {

using plan::ChangeKind;

constexpr std::uint32_t fileModes = 0777;
constexpr std::uint32_t allModes = 07777;

bool isHash(const std::string& text) {
    return text.size() == 64 && std::all_of(text.begin(), text.end(), [](char c) {
               return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f');
           });
}

bool isArea(const JournalArea& area) {
    if (!isPlainPath(area.base) || !isPlainPath(area.state) || area.state == area.base)
        return false;
    return files::isBelow(area.state, area.base) || files::parentOf(area.state) == files::parentOf(area.base);
}

bool liesInArea(const Journal& journal, const Step& step) {
    if (!isPlainPath(step.path) || step.area >= journal.areas.size())
        return false;
    const std::string& base = journal.areas[step.area].base;
    const bool file = step.kind == ChangeKind::WriteFile || step.kind == ChangeKind::RemoveFile;
    if (!files::isBelow(step.path, base) || (file && step.path == base))
        return false;
    return std::none_of(journal.areas.begin(), journal.areas.end(),
                        [&](const JournalArea& area) { return files::isBelow(step.path, area.state); });
}

// isName tells whether `name` names an entry of a folder.
bool isName(const std::string& name) {
    return isPlainPath("/" + name) && name.find('/') == std::string::npos;
}

// isExchange: a folder below the root, none of whose parts is ours, and names of entries in it.
bool isExchange(const Journal& journal, const plan::Exchange& exchange) {
    const JournalArea& root = journal.areas.front();
    const bool inside = isPlainPath(exchange.folder) && exchange.folder != root.base &&
                        files::isBelow(exchange.folder, root.base) &&
                        !files::isBelow(exchange.folder, root.state);
    return inside && std::all_of(exchange.carried.begin(), exchange.carried.end(), isName);
}

bool fitsExchange(const Journal& journal, const Step& step) {
    if (!step.exchange)
        return true;
    return *step.exchange < journal.exchanges.size() && step.isFile() &&
           files::parentOf(step.path) == journal.exchanges[*step.exchange].folder;
}

// brokenKept returns a path of what is kept, or was, that lies nowhere in the journal's areas.
std::optional<std::string> brokenKept(const Journal& journal) {
    const auto lies = [&journal](const std::string& path) {
        return isPlainPath(path) &&
               std::any_of(journal.areas.begin(), journal.areas.end(), [&path](const JournalArea& area) {
                   return files::isBelow(path, area.base) && !files::isBelow(path, area.state);
               });
    };
    for (const plan::KeptPath& kept : journal.kept)
        if (!lies(kept.path))
            return kept.path;
    for (const StateFile& file : journal.stored) {
        const bool content = file.present && file.kind == plan::KeptKind::File;
        if (!lies(file.path) || file.mode > allModes || (content && !isHash(file.sha256)))
            return file.path;
    }
    return std::nullopt;
}

bool hasRightParts(const Step& step) {
    const bool hashed = step.before && isHash(step.before->sha256);
    const std::uint32_t beforeMode = step.before ? step.before->mode : 0;
    switch (step.kind) {
    case ChangeKind::WriteFile:
        return isHash(step.sha256) && step.mode <= fileModes && beforeMode <= fileModes &&
               (!step.before || hashed);
    case ChangeKind::RemoveFile:
        return hashed && beforeMode <= fileModes;
    case ChangeKind::MakeFolder:
        return !step.before && step.mode <= allModes;
    case ChangeKind::SetMode:
        return step.before && (hashed || step.before->sha256.empty()) && beforeMode <= allModes &&
               step.mode <= (hashed ? fileModes : allModes);
    }
    return false;
}

// areaOf returns the innermost area that `path` lies in, or the number of areas.
std::size_t areaOf(const std::vector<JournalArea>& areas, const std::string& path) {
    std::size_t found = areas.size();
    for (std::size_t i = 0; i < areas.size(); ++i) {
        const bool inside = files::isBelow(path, areas[i].base);
        if (inside && (found == areas.size() || areas[i].base.size() > areas[found].base.size()))
            found = i;
    }
    return found;
}

Step stepOf(const plan::Change& change, const std::vector<JournalArea>& areas) {
    Step step;
    step.kind = change.kind;
    step.purpose = change.purpose;
    step.slot = change.slot;
    step.about = change.about;
    step.beforeAbout = change.beforeAbout;
    step.placement = change.placement;
    step.keeping = change.keeping;
    step.path = change.path;
    step.area = areaOf(areas, change.path);
    step.mode = change.mode;
    step.owner = change.owner;
    step.before = change.before;
    if (change.kind == ChangeKind::WriteFile)
        step.sha256 = change.large ? change.sha256 : plan::contentHash(change.content);
    return step;
}

// giveExchange puts a step of a file into the exchange of its folder. A file that must be removed before
// another takes its name, or that stands in the exchange's folder by another way, is none.
void giveExchange(const Journal& journal, Step& step) {
    for (std::size_t i = 0; i < journal.exchanges.size(); ++i)
        if (step.isFile() && step.placement == plan::Placement::RenameOver && step.area == 0 &&
            files::parentOf(step.path) == journal.exchanges[i].folder)
            step.exchange = i;
}

} // namespace

bool isPlainPath(const std::string& path) {
    if (!files::isAbsolute(path) || !base::isUtf8(path) || path.find('\0') != std::string::npos)
        return false;
    std::string_view rest = std::string_view(path).substr(1);
    for (;;) {
        const std::size_t end = rest.find('/');
        const std::string_view part = rest.substr(0, end);
        if (part.empty() || part == "." || part == "..")
            return false;
        if (end == std::string_view::npos)
            return true;
        rest.remove_prefix(end + 1);
    }
}

bool isTransactionId(const std::string& id) {
    return !id.empty() && id.size() <= 64 && std::all_of(id.begin(), id.end(), [](char c) {
        return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || c == '-';
    });
}

std::optional<std::string> brokenRule(const Journal& journal) {
    if (!isTransactionId(journal.id))
        return journal.id;
    if (journal.areas.empty())
        return journal.service;
    const JournalArea& root = journal.areas.front();
    if (root.madeBase || root.madeState || root.state != plan::stateFolderOf(root.base))
        return root.state;
    std::set<std::string> states;
    for (const JournalArea& area : journal.areas)
        if (!isArea(area) || !states.insert(area.state).second)
            return area.state;
    std::set<std::string> paths;
    for (const Step& step : journal.steps)
        if (!liesInArea(journal, step) || !hasRightParts(step) || !fitsExchange(journal, step) ||
            !paths.insert(step.path).second)
            return step.path;
    for (const plan::Exchange& exchange : journal.exchanges)
        if (!isExchange(journal, exchange))
            return exchange.folder;
    return brokenKept(journal);
}

base::Result<Journal> journalOf(const plan::Plan& plan, const std::string& id, base::Time now,
                                const Actor& actor) {
    Journal journal;
    journal.id = id;
    journal.service = plan.service;
    journal.startedAt = now;
    journal.actor = actor;
    journal.operation = plan.operation;
    journal.restores = plan.restores;
    journal.findings = plan.findings;
    journal.difference = plan.configDifference;
    journal.exchanges = plan.exchanges;
    journal.kept = plan.kept;
    for (const plan::Area& area : plan.areas)
        journal.areas.push_back({area.base, area.state, false, false});
    for (const plan::Change& change : plan.changes) {
        journal.steps.push_back(stepOf(change, journal.areas));
        giveExchange(journal, journal.steps.back());
        const std::string& hash = journal.steps.back().sha256;
        if (!hash.empty() && !change.sha256.empty() && hash != change.sha256)
            return base::failure(base::ErrorCode::InvalidArgument, change.path);
    }
    if (auto broken = brokenRule(journal))
        return base::failure(base::ErrorCode::InvalidArgument, std::move(*broken));
    return journal;
}

} // namespace certwright::apply

// Why: see server_blocks.h.
#include "core/plan/server_blocks.h"

#include <algorithm>
#include <set>

#include "core/files/path.h"
#include "core/plan/config_changes.h"
#include "core/plan/judge_file.h"
#include "core/profile/placeholders.h"

namespace certwright::plan {

namespace {

constexpr std::size_t mostFiles = 500;
constexpr std::size_t mostNamed = 20;

class FileFinder {
  public:
    FileFinder(const files::FileReader& reader, const Site& site, check::Findings& findings)
        : m_reader(reader)
        , m_site(site)
        , m_findings(findings) {}

    void add(const std::string& name) {
        const std::string path = files::join(m_site.root, name);
        const auto info = m_reader.stat(path, files::Links::Follow);
        const auto real = m_reader.resolve(path);
        if (!info || !real || info->kind != base::FileKind::Regular || m_files.size() == mostFiles)
            return;
        if (!files::isBelow(*real, m_site.root))
            m_findings.push_back({check::Severity::Warning, path, check::TargetSymlink{path}});
        else if (m_known.insert(*real).second)
            m_files.push_back({name, *real});
    }

    void addFolder(const std::string& name) {
        const auto names = m_reader.list(files::join(m_site.root, name));
        if (!names)
            return;
        for (const std::string& file : *names)
            if (!file.starts_with('.'))
                add(name + file);
    }

    std::vector<InsertionFile> take() { return std::move(m_files); }

  private:
    const files::FileReader& m_reader;
    const Site& m_site;
    check::Findings& m_findings;
    std::set<std::string> m_known;
    std::vector<InsertionFile> m_files;
};

std::vector<std::string> titlesOf(const std::vector<ServerBlock>& blocks) {
    std::vector<std::string> titles;
    for (const ServerBlock& block : blocks)
        if (titles.size() < mostNamed)
            titles.push_back(block.title());
    return titles;
}

bool isNamed(const ServerBlock& block, const Site& site) {
    const std::string line = ":" + std::to_string(block.block.line);
    const bool place = site.block == block.place() || site.block == block.file.path + line ||
                       files::join(site.root, site.block) == block.file.path + line;
    return place || std::ranges::find(block.block.names, site.block) != block.block.names.end();
}

std::optional<ServerBlock> onlyOne(const std::vector<ServerBlock>& blocks, auto fits) {
    const auto first = std::ranges::find_if(blocks, fits);
    const bool one = first != blocks.end() && std::ranges::count_if(blocks, fits) == 1;
    return one ? std::optional(*first) : std::nullopt;
}

std::optional<ServerBlock> chosenFrom(const std::vector<ServerBlock>& blocks, const Site& site,
                                      check::Findings& findings) {
    const auto refuse = [&](check::FindingBody body) {
        findings.push_back({check::Severity::Blocker, site.root, std::move(body)});
        return std::nullopt;
    };
    const profile::Insertion insertion = *insertionOf(site);
    if (blocks.empty())
        return refuse(check::BlockMissing{insertion.files});
    if (!site.block.empty()) {
        auto named = onlyOne(blocks, [&](const ServerBlock& it) { return isNamed(it, site); });
        return named ? std::move(named) : refuse(check::BlockUnknown{site.block, titlesOf(blocks)});
    }
    const auto present =
        std::ranges::find_if(blocks, [&](const ServerBlock& it) { return takesIn(insertion, it.block); });
    if (present != blocks.end())
        return *present;
    auto only = onlyOne(blocks, [](const ServerBlock& it) { return it.block.listensTls(); });
    if (!only)
        only = onlyOne(blocks, [](const ServerBlock&) { return true; });
    return only ? std::move(only) : refuse(check::BlockNotChosen{titlesOf(blocks)});
}

std::set<std::string> managedKeys(const profile::Profile& profile) {
    std::set<std::string> keys;
    for (const profile::Slot& slot : profile.slots)
        keys.insert(slot.configKey);
    for (const profile::FixedValue& value : profile.config.values)
        keys.insert(value.key);
    std::erase_if(keys, [](const std::string& key) { return key.empty() || key.front() == '#'; });
    return keys;
}

// What the block itself takes in may set the same: snippets are looked into, one level deep.
void judgeDirectives(const files::FileReader& reader, const Site& site, const ServerBlock& chosen,
                     check::Findings& findings) {
    const profile::Insertion insertion = *insertionOf(site);
    const std::set<std::string> keys = managedKeys(*site.profile);
    const auto judge = [&](const config::NginxDirective& directive, const std::string& file) {
        const std::string place = file + ":" + std::to_string(directive.line);
        if (keys.contains(directive.words.front()))
            findings.push_back(
                {check::Severity::Blocker, place, check::BlockDirective{directive.words.front(), place}});
    };
    for (const config::NginxDirective& directive : chosen.block.directives) {
        judge(directive, chosen.file.name);
        const bool other = directive.words.size() == 2 && directive.words[0] == insertion.directive &&
                           directive.words[1] != insertion.value;
        const std::string path = other ? files::join(site.root, directive.words[1]) : std::string{};
        const auto text = other ? reader.read(path, config::maximumNginxSize / 2, files::Links::Follow)
                                : base::Result<base::Bytes>(base::Bytes{});
        if (!other || !text)
            continue;
        const auto inner =
            config::nginxBlocks("server {" + std::string(base::textOf(*text)) + "\n}", "server");
        if (inner && inner->size() == 1)
            for (const config::NginxDirective& one : inner->front().directives)
                judge(one, directive.words[1]);
    }
}

} // namespace

std::string ServerBlock::place() const {
    return file.name + ":" + std::to_string(block.line);
}

std::string ServerBlock::title() const {
    std::string title = place();
    for (const std::string& name : block.names)
        title += " " + name;
    return title;
}

std::vector<InsertionFile> insertionFiles(const files::FileReader& reader, const Site& site,
                                          check::Findings& findings) {
    if (!site.profile->config.insertion)
        return {};
    FileFinder finder(reader, site, findings);
    for (const std::string& name : site.profile->config.insertion->files) {
        if (name.ends_with('/'))
            finder.addFolder(name);
        else
            finder.add(name);
    }
    return finder.take();
}

std::vector<ServerBlock> serverBlocks(const files::FileReader& reader, const Site& site,
                                      check::Findings& findings) {
    std::vector<ServerBlock> all;
    for (const InsertionFile& file : insertionFiles(reader, site, findings)) {
        const auto text = reader.read(file.path, config::maximumNginxSize, files::Links::Refuse);
        auto blocks = text ? config::nginxBlocks(base::textOf(*text), site.profile->config.insertion->block)
                           : tl::unexpected(text.error());
        if (!blocks) {
            const base::Error& error = blocks.error();
            const std::string place = error.detail.empty() ? std::string("1:1") : error.detail;
            findings.push_back(
                {check::Severity::Blocker, file.path, check::ConfigUneditable{file.path, {}, place, {}}});
            continue;
        }
        for (config::NginxBlock& block : *blocks)
            all.push_back({file, std::move(block)});
    }
    return all;
}

std::optional<profile::Insertion> insertionOf(const Site& site) {
    std::optional<profile::Insertion> insertion = site.profile->config.insertion;
    if (!insertion)
        return insertion;
    insertion->value = profile::withRoot(std::move(insertion->value), site.root);
    return insertion;
}

std::string lineOf(const profile::Insertion& insertion) {
    const bool plain = insertion.value.find_first_of(" \t\"'\\;{}#$") == std::string::npos;
    std::string word = plain ? insertion.value : "\"";
    for (const char c : plain ? std::string{} : insertion.value)
        word.append(c == '"' || c == '\\' ? 1 : 0, '\\').push_back(c);
    return insertion.directive + " " + word + (plain ? ";" : "\";");
}

bool takesIn(const profile::Insertion& insertion, const config::NginxBlock& block) {
    return block.find(insertion.directive, insertion.value) != nullptr;
}

std::optional<ServerBlock> chooseBlock(const files::FileReader& reader, const Site& site,
                                       check::Findings& findings) {
    auto chosen = chosenFrom(serverBlocks(reader, site, findings), site, findings);
    if (!chosen)
        return std::nullopt;
    if (!chosen->block.listensTls()) {
        const auto severity = site.block.empty() ? check::Severity::Blocker : check::Severity::Warning;
        findings.push_back({severity, chosen->place(), check::BlockNotListening{chosen->place()}});
    }
    judgeDirectives(reader, site, *chosen, findings);
    return chosen;
}

void judgeInsertion(const files::FileReader& reader, const Site& site, check::Findings& findings) {
    const auto insertion = insertionOf(site);
    if (!insertion)
        return;
    const auto chosen = chooseBlock(reader, site, findings);
    if (!chosen || takesIn(*insertion, chosen->block))
        return;
    judgeFileAndFolders(reader, site, chosen->file.path, findings);
}

base::Status planInsertion(const files::FileReader& reader, const Site& site, ChangeList& changes,
                           Plan& plan) {
    const auto insertion = insertionOf(site);
    if (!insertion)
        return {};
    check::Findings told;
    const auto chosen = chooseBlock(reader, site, told);
    if (!chosen)
        return base::failure(base::ErrorCode::FileChanged, site.root);
    if (takesIn(*insertion, chosen->block))
        return {};
    const std::string& path = chosen->file.path;
    const auto text = reader.read(path, config::maximumNginxSize, files::Links::Refuse);
    const auto info = reader.stat(path, files::Links::Refuse);
    if (!text || !info)
        return tl::unexpected(text ? info.error() : text.error());
    const std::string_view before = base::textOf(*text);
    // The block was found in what was read a moment ago.
    const auto blocks = config::nginxBlocks(before, insertion->block);
    const bool same = blocks && std::ranges::any_of(*blocks, [&](const config::NginxBlock& it) {
                          return it.offset == chosen->block.offset && it.end == chosen->block.end;
                      });
    if (!same)
        return base::failure(base::ErrorCode::FileChanged, path);
    const auto after =
        config::applyEdits(before, {config::insertInto(before, chosen->block, lineOf(*insertion))});
    if (!after)
        return tl::unexpected(after.error());
    changes.file(includeTarget(site, path, *info), base::toBytes(*after), {});
    plan.configDifference.push_back({'@', 0, chosen->file.name});
    for (const auto& shown : config::lineDifferences(before, *after, 1))
        plan.configDifference.push_back({shown.kind, shown.line, masked(*site.profile, shown.text)});
    return {};
}

std::vector<std::string> takingFiles(const files::FileReader& reader, const Site& site) {
    std::vector<std::string> paths;
    const auto insertion = insertionOf(site);
    check::Findings unused;
    for (const ServerBlock& block : serverBlocks(reader, site, unused))
        if (takesIn(*insertion, block.block) && std::ranges::find(paths, block.file.path) == paths.end())
            paths.push_back(block.file.path);
    return paths;
}

} // namespace certwright::plan

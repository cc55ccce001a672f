// Why: see block_options.h.
#include "core/job/block_options.h"

#include <algorithm>

#include "core/plan/server_blocks.h"

namespace certwright::job {

namespace {

constexpr std::string_view listenDirective = "listen";

std::string joined(const std::vector<std::string>& words) {
    std::string text;
    for (const std::string& word : words)
        text += (text.empty() ? "" : " ") + word;
    return text;
}

BlockOption optionOf(const plan::ServerBlock& found, const profile::Insertion& insertion) {
    BlockOption option{found.place(),
                       found.block.names,
                       {},
                       found.block.listensTls(),
                       plan::takesIn(insertion, found.block)};
    for (const config::NginxDirective& directive : found.block.directives)
        if (directive.words.front() == listenDirective)
            option.listens.push_back(joined({directive.words.begin() + 1, directive.words.end()}));
    return option;
}

} // namespace

const BlockOption* BlockOptions::at(const std::string& place) const {
    const auto found = std::ranges::find(blocks, place, &BlockOption::place);
    return found == blocks.end() ? nullptr : &*found;
}

BlockOptions blockOptions(const files::FileReader& reader, const profile::Profile& profile,
                          const std::string& root) {
    BlockOptions options;
    check::Findings unused;
    if (!profile.config.insertion || root.empty())
        return options;
    const auto folder = reader.resolve(root);
    if (!folder)
        return options;
    plan::Site site;
    site.profile = &profile;
    site.root = *folder;
    const auto insertion = plan::insertionOf(site);
    for (const plan::ServerBlock& found : plan::serverBlocks(reader, site, unused))
        options.blocks.push_back(optionOf(found, *insertion));
    const auto usual = plan::chooseBlock(reader, site, unused);
    if (usual && usual->block.listensTls())
        options.usual = usual->place();
    return options;
}

} // namespace certwright::job

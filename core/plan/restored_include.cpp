// Why: going back must take our line out of a file without taking anybody's other changes with it.
#include <algorithm>

#include "core/plan/server_blocks.h"

namespace certwright::plan {

namespace {

using Blocks = std::vector<config::NginxBlock>;

std::string edited(const std::string& text, const config::TextEdit& edit) {
    return config::applyEdits(text, {edit}).value_or(text);
}

} // namespace

std::string withoutInclude(const profile::Insertion& insertion, std::string text) {
    for (;;) {
        const auto blocks = config::nginxBlocks(text, insertion.block);
        if (!blocks)
            return text;
        const auto taking = std::ranges::find_if(
            *blocks, [&](const config::NginxBlock& block) { return takesIn(insertion, block); });
        if (taking == blocks->end())
            return text;
        const auto* directive = taking->find(insertion.directive, insertion.value);
        text = edited(text, config::takeOut(text, *directive));
    }
}

namespace {

// The block that answers to the same names, where there is one such.
const config::NginxBlock* likeIn(const Blocks& blocks, const config::NginxBlock& wanted) {
    const auto like = [&](const config::NginxBlock& block) {
        return block.names == wanted.names && block.listens == wanted.listens;
    };
    const auto found = std::ranges::find_if(blocks, like);
    return found != blocks.end() && std::ranges::count_if(blocks, like) == 1 ? &*found : nullptr;
}

} // namespace

Target includeTarget(const Site& site, const std::string& path, const base::FileInfo& info) {
    const bool another = site.self.user == 0 && info.owner.user != 0;
    return {Purpose::ConfigInclude, {}, path, info.mode, another ? std::optional(info.owner) : std::nullopt};
}

std::string restoredInclude(const profile::Insertion& insertion, const std::string& now,
                            const std::string& before) {
    const std::string without = withoutInclude(insertion, now);
    if (without == withoutInclude(insertion, before))
        return before;
    const auto old = config::nginxBlocks(before, insertion.block);
    const auto present = config::nginxBlocks(without, insertion.block);
    if (!old || !present)
        return now;
    std::string text = without;
    // From the last block to the first, so that offsets found before still hold.
    for (auto block = old->rbegin(); block != old->rend(); ++block) {
        if (!takesIn(insertion, *block))
            continue;
        const config::NginxBlock* place = likeIn(*present, *block);
        if (place == nullptr)
            return now;
        text = edited(text, config::insertInto(text, *place, lineOf(insertion)));
    }
    return text;
}

} // namespace certwright::plan

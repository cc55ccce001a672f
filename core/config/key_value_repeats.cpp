// Why: see key_value_repeats.h.
#include "core/config/key_value_repeats.h"

#include <algorithm>
#include <map>
#include <set>
#include <string>

#include "core/config/key_value.h"
#include "core/config/key_value_lines.h"
#include "core/config/text_lines.h"

namespace certwright::config {

namespace {

// removableLines lists the numbers of the lines that say again what an earlier one said.
std::set<std::size_t> removableLines(const std::vector<KeyValueEntry>& entries) {
    std::map<std::string, std::vector<const KeyValueEntry*>> byKey;
    for (const KeyValueEntry& entry : entries)
        byKey[entry.key].push_back(&entry);
    std::set<std::size_t> lines;
    for (const auto& group : byKey) {
        const auto& same = group.second;
        const bool removable = std::all_of(same.begin(), same.end(), [&same](const KeyValueEntry* entry) {
            return entry->extent == KeyValueEntry::Extent::OneLine && entry->value == same.front()->value;
        });
        if (!removable)
            continue;
        for (std::size_t i = 1; i < same.size(); ++i)
            lines.insert(same[i]->line);
    }
    return lines;
}

bool sameEntries(const KeyValueText& before, const std::set<std::size_t>& removed,
                 const KeyValueText& after) {
    std::vector<KeyValueEntry> kept;
    for (const KeyValueEntry& entry : before.entries)
        if (!removed.contains(entry.line))
            kept.push_back(entry);
    return std::equal(kept.begin(), kept.end(), after.entries.begin(), after.entries.end(),
                      [](const KeyValueEntry& one, const KeyValueEntry& other) {
                          return one.key == other.key && one.value == other.value &&
                                 one.extent == other.extent;
                      });
}

} // namespace

base::Result<std::vector<TextEdit>> removeRepeatedKeys(std::string_view text) {
    if (text.size() > maximumKeyValueSize)
        return base::failure(base::ErrorCode::FileTooLarge, {}, std::to_string(text.size()));
    const KeyValueText read = readKeyValue(text);
    if (!read.faults.empty())
        return base::failure(base::ErrorCode::ConfigInvalid, {}, std::to_string(read.faults.front().line));
    const auto removed = removableLines(read.entries);
    const auto lines = splitLines(text);
    std::vector<TextEdit> edits;
    for (const TextLine& line : lines)
        if (removed.contains(line.number))
            edits.push_back({line.offset, line.text.size() + line.end.size(), {}});
    if (edits.empty())
        return edits;
    // A last line without a line end takes that of the last line that stays with it.
    if (removed.contains(lines.back().number) && lines.back().end.empty()) {
        std::size_t last = lines.size() - 1;
        while (removed.contains(lines[last].number))
            --last; // the first line of a key always stays
        std::erase_if(edits, [&](const TextEdit& edit) { return edit.offset > lines[last].offset; });
        const std::size_t stop = lines[last].offset + lines[last].text.size();
        edits.push_back({stop, text.size() - stop, {}});
    }
    const auto edited = applyEdits(text, edits);
    if (!edited)
        return tl::unexpected(edited.error());
    if (!sameEntries(read, removed, readKeyValue(*edited)))
        return base::failure(base::ErrorCode::ConfigUneditable);
    return edits;
}

} // namespace certwright::config

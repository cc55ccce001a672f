// Why: one wrong octet here and the service does not start; every doubt is an error instead of an edit.
#include "core/config/key_value.h"

#include <algorithm>
#include <map>
#include <set>

#include "core/base/utf8.h"
#include "core/config/key_value_lines.h"
#include "core/config/text_lines.h"

namespace certwright::config {

namespace {

using base::ErrorCode;

Occurrence occurrenceOf(const KeyValueEntry& entry) {
    return {std::string(entry.value), entry.line};
}

bool isPlainKey(std::string_view key) {
    static constexpr std::string_view allowed =
        "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_-.";
    return !key.empty() && key.find_first_not_of(allowed) == std::string_view::npos;
}

// isPlainValue tells whether both readers see exactly `value` (SERVICES.md section 1).
bool isPlainValue(std::string_view value) {
    for (std::size_t i = 0; i < value.size(); ++i) {
        const char c = value[i];
        const bool control = static_cast<unsigned char>(c) < 0x20U || c == '\x7F';
        if (control || c == '#' || c == '%' || (c == ';' && (i == 0 || value[i - 1] == ' ')))
            return false;
    }
    // A value that is stripped to something else, or cut into lines, would not be read as it was written.
    const std::string line = "k=" + std::string(value);
    const KeyValueText read = readKeyValue(line);
    return base::isUtf8(value) && read.entries.size() == 1 && read.entries.front().value == value;
}

base::Status checkSettings(const std::vector<Setting>& settings) {
    std::set<std::string> seen;
    for (const Setting& setting : settings) {
        if (!isPlainKey(setting.key) || !seen.insert(lowerKey(setting.key)).second)
            return base::failure(ErrorCode::InvalidArgument, setting.key, "key");
        if (!isPlainValue(setting.value))
            return base::failure(ErrorCode::InvalidArgument, setting.key, "value");
    }
    return {};
}

std::string_view reasonOf(KeyValueFault::Kind kind) {
    switch (kind) {
    case KeyValueFault::Kind::NoDelimiter:
        return "no = or :";
    case KeyValueFault::Kind::NoKey:
        return "no key";
    case KeyValueFault::Kind::Section:
        return "section";
    case KeyValueFault::Kind::CarriageReturn:
        return "carriage return within the line";
    }
    return {};
}

std::string linesOf(const std::vector<Occurrence>& occurrences) {
    std::string lines;
    for (const Occurrence& occurrence : occurrences)
        lines += (lines.empty() ? "" : ", ") + std::to_string(occurrence.line);
    return lines;
}

base::Status checkText(std::string_view text, const KeyValueText& read) {
    if (const auto repeated = repeatedKeys(text); !repeated.empty())
        return base::failure(ErrorCode::ConfigDuplicateKey, repeated.front().key,
                             linesOf(repeated.front().occurrences));
    if (!read.faults.empty()) {
        const KeyValueFault& fault = read.faults.front();
        return base::failure(ErrorCode::ConfigInvalid, {},
                             std::to_string(fault.line) + ": " + std::string(reasonOf(fault.kind)));
    }
    return {};
}

base::Status checkEditable(const KeyValueEntry& entry, const std::string& key) {
    const bool readable = base::isUtf8(entry.value) && entry.value.find('\0') == std::string_view::npos;
    if (entry.extent == KeyValueEntry::Extent::Continued || !readable)
        return base::failure(ErrorCode::ConfigUneditable, key, std::to_string(entry.line));
    return {};
}

} // namespace

std::vector<Occurrence> occurrencesOf(std::string_view text, std::string_view key) {
    const std::string wanted = lowerKey(key);
    std::vector<Occurrence> found;
    for (const KeyValueEntry& entry : readKeyValue(text).entries) {
        if (entry.key == wanted)
            found.push_back(occurrenceOf(entry));
    }
    return found;
}

std::vector<RepeatedKey> repeatedKeys(std::string_view text) {
    std::map<std::string, std::size_t> places;
    std::vector<RepeatedKey> keys;
    for (const KeyValueEntry& entry : readKeyValue(text).entries) {
        const auto [place, isNew] = places.try_emplace(entry.key, keys.size());
        if (isNew)
            keys.push_back({entry.key, {}});
        keys[place->second].occurrences.push_back(occurrenceOf(entry));
    }
    std::erase_if(keys, [](const RepeatedKey& key) { return key.occurrences.size() < 2; });
    return keys;
}

base::Result<std::vector<TextEdit>> editKeyValue(std::string_view text,
                                                 const std::vector<Setting>& settings) {
    if (auto status = checkSettings(settings); !status)
        return tl::unexpected<base::Error>(status.error());
    if (text.size() > maximumKeyValueSize)
        return base::failure(ErrorCode::FileTooLarge, {}, std::to_string(text.size()));
    const KeyValueText read = readKeyValue(text);
    if (auto status = checkText(text, read); !status)
        return tl::unexpected<base::Error>(status.error());

    std::vector<TextEdit> edits;
    std::vector<std::string> added;
    for (const Setting& setting : settings) {
        const auto entry =
            std::find_if(read.entries.begin(), read.entries.end(), [&](const KeyValueEntry& candidate) {
                return candidate.key == lowerKey(setting.key);
            });
        if (entry == read.entries.end()) {
            added.push_back(setting.key + "=" + setting.value);
            continue;
        }
        if (auto status = checkEditable(*entry, setting.key); !status)
            return tl::unexpected<base::Error>(status.error());
        if (entry->value != setting.value)
            edits.push_back({entry->valueOffset, entry->value.size(), setting.value});
    }
    std::sort(edits.begin(), edits.end(),
              [](const TextEdit& a, const TextEdit& b) { return a.offset < b.offset; });
    if (!added.empty())
        edits.push_back({text.size(), 0, joinedLines(text, text.size(), added)});
    return edits;
}

} // namespace certwright::config

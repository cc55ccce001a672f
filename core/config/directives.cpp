// Why: finding and editing are the same for all three syntaxes; only the lexers differ.
#include "core/config/directives.h"

#include <algorithm>
#include <set>

#include "core/base/utf8.h"
#include "core/config/directive_lines.h"
#include "core/config/text_lines.h"

namespace certwright::config {

namespace {

using base::ErrorCode;

constexpr std::string_view marker = "# Set by Certwright";

// A comment's name is ours and has one spelling.
std::string keyIn(Syntax syntax, std::string_view key) {
    return syntax == Syntax::Nginx || key.starts_with('#') ? std::string(key) : lowered(key);
}

bool isPlainKey(std::string_view key) {
    static constexpr std::string_view allowed =
        "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_-.";
    const std::string_view name = key.starts_with('#') ? key.substr(1) : key;
    return !name.empty() && name.find_first_not_of(allowed) == std::string_view::npos;
}

bool isPlainValue(Syntax syntax, const Setting& setting) {
    const std::string& value = setting.value;
    const bool comment = setting.key.starts_with('#');
    for (const char c : value) {
        const bool separates = c == wordSeparator && syntax == Syntax::Nginx && !comment;
        if ((static_cast<unsigned char>(c) < 0x20U || c == '\x7F') && !separates)
            return false;
    }
    const bool stripped = value.starts_with(' ') || value.ends_with(' ');
    return base::isUtf8(value) && !(comment && stripped);
}

base::Status checkSettings(Syntax syntax, const std::vector<Setting>& settings) {
    std::set<std::string> seen;
    for (const Setting& setting : settings) {
        if (!isPlainKey(setting.key) || !seen.insert(keyIn(syntax, setting.key)).second)
            return base::failure(ErrorCode::InvalidArgument, setting.key, "key");
        if (!isPlainValue(syntax, setting))
            return base::failure(ErrorCode::InvalidArgument, setting.key, "value");
    }
    return {};
}

base::Status checkRead(const DirectiveText& read) {
    if (read.fault)
        return base::failure(ErrorCode::ConfigInvalid, {},
                             std::to_string(read.fault->line) + ": " + std::string(read.fault->reason));
    return {};
}

std::vector<const Directive*> entriesOf(const DirectiveText& read, const std::string& key) {
    std::vector<const Directive*> found;
    for (const Directive& entry : read.entries)
        if (entry.key == key)
            found.push_back(&entry);
    return found;
}

base::Status checkEditable(Syntax syntax, const std::string& key,
                           const std::vector<const Directive*>& entries) {
    if (entries.size() > 1 && syntax != Syntax::Postgresql) {
        std::string lines;
        for (const Directive* entry : entries)
            lines += (lines.empty() ? "" : ", ") + std::to_string(entry->line);
        return base::failure(ErrorCode::ConfigDuplicateKey, key, lines);
    }
    for (const Directive* entry : entries)
        if (!entry->obstacle.empty())
            return base::failure(ErrorCode::ConfigUneditable, key,
                                 std::to_string(entry->line) + ": " + std::string(entry->obstacle));
    return {};
}

std::string written(Syntax syntax, std::string_view key, std::string_view value, Quoting wanted) {
    if (key.starts_with('#'))
        return std::string(value);
    switch (syntax) {
    case Syntax::Nginx:
        return writeNginx(value, wanted);
    case Syntax::Redis:
        return writeRedis(value, wanted);
    case Syntax::Postgresql:
        break;
    }
    return writePostgresql(value, wanted);
}

std::string newLine(Syntax syntax, const Setting& setting) {
    if (setting.key.starts_with('#'))
        return "# " + setting.key.substr(1) + ": " + setting.value;
    const std::string value = written(syntax, setting.key, setting.value, Quoting::Bare);
    const std::string_view between = syntax == Syntax::Postgresql ? " = " : " ";
    return setting.key + std::string(between) + value + (syntax == Syntax::Nginx ? ";" : "");
}

// removal takes the entry away, with its lines where nothing else stands on them.
TextEdit removal(std::string_view text, const Directive& entry) {
    const std::size_t start = lineStart(text, entry.offset);
    const std::size_t stop = lineStop(text, entry.end);
    const auto blank = [text](std::size_t from, std::size_t to) {
        return text.substr(from, to - from).find_first_not_of(" \t\r") == std::string_view::npos;
    };
    if (!blank(start, entry.offset) || !blank(entry.end, stop))
        return {entry.offset, entry.end - entry.offset, {}};
    return {start, nextLine(text, entry.end) - start, {}};
}

std::vector<std::string> withMarker(std::string_view text, std::vector<std::string> lines) {
    const auto all = splitLines(text);
    if (!std::ranges::any_of(all, [](const TextLine& line) { return line.text == marker; }))
        lines.insert(lines.begin(), std::string(marker));
    return lines;
}

// holds tells whether the edited text says what it should, and otherwise what it said before.
bool holds(const DirectiveText& before, std::string_view edited, Syntax syntax,
           const std::vector<Setting>& settings) {
    const DirectiveText after = readDirectives(edited, syntax);
    if (after.fault)
        return false;
    std::set<std::string> keys;
    for (const Setting& setting : settings) {
        const std::string key = keyIn(syntax, setting.key);
        keys.insert(key);
        const auto entries = entriesOf(after, key);
        if (setting.value.empty() ? !entries.empty()
                                  : entries.empty() || entries.back()->value != setting.value)
            return false;
    }
    const auto others = [&keys](const DirectiveText& read) {
        std::vector<std::pair<std::string, std::string>> list;
        for (const Directive& entry : read.entries)
            if (!keys.contains(entry.key))
                list.emplace_back(entry.key, entry.value);
        return list;
    };
    return others(before) == others(after);
}

} // namespace

std::vector<Occurrence> occurrencesOf(std::string_view text, Syntax syntax, std::string_view key) {
    const DirectiveText read = readDirectives(text, syntax);
    std::vector<Occurrence> found;
    for (const Directive* entry : entriesOf(read, keyIn(syntax, key)))
        found.push_back({entry->value, entry->line});
    return found;
}

std::vector<RepeatedKey> repeatedKeys(std::string_view text, Syntax syntax,
                                      const std::vector<std::string>& keys) {
    std::vector<RepeatedKey> repeated;
    if (syntax == Syntax::Postgresql)
        return repeated;
    const DirectiveText read = readDirectives(text, syntax);
    for (const std::string& key : keys) {
        RepeatedKey found{key, {}};
        for (const Directive* entry : entriesOf(read, keyIn(syntax, key)))
            found.occurrences.push_back({entry->value, entry->line});
        if (found.occurrences.size() > 1)
            repeated.push_back(std::move(found));
    }
    return repeated;
}

base::Status checkDirectives(std::string_view text, Syntax syntax) {
    if (text.size() > maximumDirectivesSize)
        return base::failure(ErrorCode::FileTooLarge, {}, std::to_string(text.size()));
    return checkRead(readDirectives(text, syntax));
}

base::Result<std::vector<TextEdit>> editDirectives(std::string_view text, Syntax syntax,
                                                   const std::vector<Setting>& settings) {
    if (auto status = checkSettings(syntax, settings); !status)
        return tl::unexpected(status.error());
    if (text.size() > maximumDirectivesSize)
        return base::failure(ErrorCode::FileTooLarge, {}, std::to_string(text.size()));
    const DirectiveText read = readDirectives(text, syntax);
    if (auto status = checkRead(read); !status)
        return tl::unexpected(status.error());
    std::vector<TextEdit> edits;
    std::vector<std::string> added;
    for (const Setting& setting : settings) {
        const auto entries = entriesOf(read, keyIn(syntax, setting.key));
        if (auto status = checkEditable(syntax, setting.key, entries); !status)
            return tl::unexpected(status.error());
        if (setting.value.empty()) {
            for (const Directive* entry : entries)
                edits.push_back(removal(text, *entry));
        } else if (entries.empty()) {
            added.push_back(newLine(syntax, setting));
        } else if (const Directive& last = *entries.back(); last.value != setting.value) {
            edits.push_back({last.valueOffset, last.valueEnd - last.valueOffset,
                             written(syntax, setting.key, setting.value, last.quoting)});
        }
    }
    std::ranges::sort(edits, {}, &TextEdit::offset);
    if (!added.empty())
        edits.push_back({text.size(), 0, joinedLines(text, text.size(), withMarker(text, std::move(added)))});
    const auto edited = applyEdits(text, edits);
    if (!edited || !holds(read, *edited, syntax, settings))
        return base::failure(ErrorCode::ConfigUneditable, settings.empty() ? "" : settings.front().key);
    return edits;
}

} // namespace certwright::config

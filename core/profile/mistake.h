// Why: what is wrong in a profile is a code with values, so that ui/text can say it in every language and a
// script can tell one mistake from another.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.h"

namespace certwright::profile {

// MistakeCode names what is wrong. Each has an English and a Chinese sentence, and one for what is allowed,
// in ui/text, and a stable dotted name (mistakeName).
enum class MistakeCode {
    // The file as a whole.
    FileTooLarge,
    FileNotUtf8,
    FileHoldsNul,
    FileEmpty,
    YamlInvalid,
    YamlSecondDocument,
    YamlAlias,
    YamlAnchor,
    YamlTag,
    YamlTooDeep,
    // Keys of maps.
    KeyNotWord,
    KeyTwice,
    KeyUnknown,
    KeyMissing,
    RootNotMap,
    // Single values.
    ValueNotText,
    ValueNotMap,
    ValueNotList,
    ValueTooLong,
    ValueEmpty,
    ValueHasControls,
    ListEmpty,
    IdInvalid,
    ConfigKeyInvalid,
    PathNotRelative,
    PathNotAbsolute,
    ModeInvalid,
    ModeUnreadable,
    ModeTooWide,
    ModeShutsFolder,
    NumberInvalid,
    FlagInvalid,
    WordUnknown,
    AlphabetCharacter,
    AlphabetOpenEnd,
    AlphabetRange,
    VariableInvalid,
    DirectiveInvalid,
    ProgramInvalid,
    ProgramIsShell,
    CommandWords,
    PlaceholderUnknown,
    SemaphoreKeyInvalid,
    InsertionValueInvalid,
    // What stands twice.
    WordTwice,
    FolderTwice,
    SlotTwice,
    FileTwice,
    ConfigKeyTwice,
    IdTwice,
    // What does not fit together.
    OrderLacksKey,
    OrderKeyUnused,
    CommentKeyFormat,
    ManagedFormat,
    InsertionFormat,
    SlotsOfOneKind,
    SlotsIncomplete,
    SlotWithoutCa,
    KeyTrustApart,
};

constexpr std::size_t mistakeCodes = static_cast<std::size_t>(MistakeCode::KeyTrustApart) + 1;

// mistakeName returns the stable dotted name of a code, e.g. "key.unknown".
std::string_view mistakeName(MistakeCode code);

// Mistake is one thing that is wrong in a profile. `line` and `column` count from 1, columns in characters.
// Which of the other values are set depends on the code; texts are short and printable (base::printable).
struct Mistake {
    MistakeCode code = MistakeCode::YamlInvalid;
    int line = 1;
    int column = 1;
    // What stands there, or the name that is missing.
    std::string found = {};
    // The key that it is the value of; empty at the outermost level.
    std::string field = {};
    // The words or keys of which one could stand there.
    std::vector<std::string> allowed = {};
    std::optional<std::int64_t> minimum = {};
    std::optional<std::int64_t> maximum = {};
    // The other file that has the same.
    std::string other = {};
    // What the YAML parser said, in its own words: for experts.
    std::string detail = {};

    bool operator==(const Mistake&) const = default;
};

// shortText returns what of `text` is fit to be shown: printable, at most 80 characters, "…" behind a cut.
std::string shortText(std::string_view text);

// errorOf carries a mistake in the profile `name` through a Result: ProfileInvalid, its `detail` is
// `line:column: code` and the values, for mistakeIn.
base::Error errorOf(const Mistake& mistake, const std::string& name);

// mistakeIn reads the detail of such an error; nothing for any other text.
std::optional<Mistake> mistakeIn(std::string_view detail);

} // namespace certwright::profile

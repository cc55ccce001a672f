// Why: each kind of value in a profile has one strict reader, so that a mistake is found where it stands.
// Inside this room only; all throw SchemaError.
#pragma once

#include <array>
#include <cstdint>
#include <initializer_list>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/profile/yaml_node.h"

namespace certwright::profile {

// refuse throws a mistake at `node`: what stands there, and whose value it is, come from the node.
[[noreturn]] void refuse(const Node& node, MistakeCode code, Mistake values = {});

// Fields looks at a map whose keys are all among `known`; the node must outlive it.
class Fields {
  public:
    Fields(const Node& map, std::initializer_list<std::string_view> known);

    // at returns the value of a key that must be there.
    const Node& at(std::string_view key) const;
    // find returns the value of a key, or nullptr.
    const Node* find(std::string_view key) const;

  private:
    const Node& m_map;
};

// Names that may stand once only, such as slot ids.
class Once {
  public:
    // `code` is the mistake that it is to take a name twice.
    explicit Once(MistakeCode code)
        : m_code(code) {}

    // take refuses `name` if it was taken before; `place` is where it stands.
    void take(const std::string& name, Place place);
    // has tells whether `name` was taken.
    bool has(const std::string& name) const { return m_taken.contains(name); }

  private:
    MistakeCode m_code;
    std::set<std::string> m_taken;
};

// textOf reads a text of at least one character, without control characters.
std::string textOf(const Node& node);
// textOrNothing also reads an empty one.
std::string textOrNothing(const Node& node);
// charactersOf reads a text that may be empty and may hold any character, line breaks too.
std::string charactersOf(const Node& node);
// idOf reads lower-case letters, digits and '-', at most 64.
std::string idOf(const Node& node);
// keyOf reads a config key: letters, digits, '_' and '-', with single dots between parts.
std::string keyOf(const Node& node);
// configKeyOf also reads one behind a '#', which names a comment line that only Certwright reads.
std::string configKeyOf(const Node& node);
// pathOf reads a path below some folder: '/' between parts, no part empty, "." or "..", no drive, no '\'.
std::string pathOf(const Node& node);
// absolutePathOf reads a path that starts with '/' or a drive letter and has no ".." part.
std::string absolutePathOf(const Node& node);
// modeOf reads a quoted octal number of three digits that lets the owner read.
std::uint32_t modeOf(const Node& node);
// privateModeOf refuses in addition any right of group and others: no key material is readable by them.
std::uint32_t privateModeOf(const Node& node);
// numberOf reads a whole number within bounds.
int numberOf(const Node& node, int minimum, int maximum);
// flagOf reads true or false.
bool flagOf(const Node& node);
// itemsOf reads a sequence.
const std::vector<Node>& itemsOf(const Node& node);
// pathAlphabetOf reads a bracket set without brackets (or nothing): characters, ranges that ascend, '\'
// before a character that stands for itself.
std::string pathAlphabetOf(const Node& node);

// oneOf reads one of the words of `choices`.
template <typename T, std::size_t count>
T oneOf(const Node& node, const std::array<std::pair<std::string_view, T>, count>& choices) {
    const std::string word = textOf(node);
    std::vector<std::string> words;
    for (const auto& [name, value] : choices) {
        if (name == word)
            return value;
        words.emplace_back(name);
    }
    refuse(node, MistakeCode::WordUnknown, {.allowed = std::move(words)});
}

} // namespace certwright::profile

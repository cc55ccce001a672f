// Why: from a text to a profile, and from an id to the text that has it. No exception leaves this room.
#include "core/profile/load.h"

#include <algorithm>
#include <exception>
#include <optional>
#include <utility>

#include "core/base/utf8.h"
#include "core/profile/mistakes.h"
#include "core/profile/schema.h"
#include "core/profile/yaml_node.h"

namespace certwright::profile {

namespace {

// The id that a text says it has, read even where the rest is wrong; the file's name without its ending where
// not even that can be read.
std::string claimedId(const ProfileText& text) {
    try {
        const Node root = readYaml(text.yaml);
        for (std::size_t i = 0; i < root.keys.size(); ++i) {
            if (root.keys[i].text == "id")
                return root.items[i].text;
        }
    } catch (const SchemaError&) {
        // Then the name has to do; reading the profile says what is wrong.
    }
    const std::size_t slash = text.name.find_last_of("/\\");
    const std::string file = slash == std::string::npos ? text.name : text.name.substr(slash + 1);
    return file.substr(0, file.find('.'));
}

base::Result<std::optional<Profile>> findIn(const std::vector<ProfileText>& texts, const std::string& id) {
    const ProfileText* found = nullptr;
    for (const ProfileText& text : texts) {
        if (claimedId(text) != id)
            continue;
        if (found != nullptr)
            return tl::unexpected(errorOf(
                {.code = MistakeCode::IdTwice, .found = shortText(id), .other = base::printable(found->name)},
                text.name));
        found = &text;
    }
    if (found == nullptr)
        return std::nullopt;
    return parseProfile(found->yaml, found->name);
}

// Whole is a profile as far as it could be read, and the mistakes in the order in which they were found.
struct Whole {
    Profile profile;
    std::vector<SchemaError> mistakes;
};

Whole readWhole(std::string_view yaml) {
    Whole whole;
    try {
        whole.profile = profileFrom(readYaml(yaml), whole.mistakes);
    } catch (const SchemaError& error) {
        whole.mistakes = {error};
    } catch (const std::exception& error) {
        whole.mistakes = {{{}, {.code = MistakeCode::YamlInvalid, .detail = shortText(error.what())}}};
    }
    return whole;
}

} // namespace

base::Result<Profile> parseProfile(std::string_view yaml, const std::string& name) {
    Whole whole = readWhole(yaml);
    if (!whole.mistakes.empty())
        return tl::unexpected(errorOf(placed(whole.mistakes.front(), yaml), name));
    return std::move(whole.profile);
}

std::vector<Mistake> profileMistakes(std::string_view yaml) {
    std::vector<Mistake> mistakes;
    for (const SchemaError& error : readWhole(yaml).mistakes)
        mistakes.push_back(placed(error, yaml));
    std::ranges::stable_sort(mistakes, {},
                             [](const Mistake& mistake) { return std::pair(mistake.line, mistake.column); });
    return mistakes;
}

base::Result<Profile> findProfile(const std::string& id, const std::vector<ProfileText>& own) {
    for (const std::vector<ProfileText>& texts : {own, shippedProfiles()}) {
        auto found = findIn(texts, id);
        if (!found)
            return tl::unexpected(std::move(found.error()));
        if (*found)
            return **std::move(found);
    }
    return base::failure(base::ErrorCode::ProfileUnknown, id);
}

} // namespace certwright::profile

// Why: from a text to a profile, and from an id to the text that has it. No exception leaves this room.
#include "core/profile/load.h"

#include <algorithm>
#include <exception>
#include <optional>
#include <utility>

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
            return base::failure(base::ErrorCode::ProfileInvalid, text.name,
                                 "1:1: the id \"" + id + "\" stands in " + found->name + " too");
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
        whole.mistakes = {{{}, error.what()}};
    }
    return whole;
}

base::Error errorOf(const SchemaError& mistake, std::string_view yaml, const std::string& name) {
    return {base::ErrorCode::ProfileInvalid, name, describePlace(yaml, mistake.place) + ": " + mistake.what};
}

} // namespace

base::Result<Profile> parseProfile(std::string_view yaml, const std::string& name) {
    Whole whole = readWhole(yaml);
    if (!whole.mistakes.empty())
        return tl::unexpected(errorOf(whole.mistakes.front(), yaml, name));
    return std::move(whole.profile);
}

std::vector<base::Error> profileMistakes(std::string_view yaml, const std::string& name) {
    std::vector<SchemaError> mistakes = readWhole(yaml).mistakes;
    std::ranges::stable_sort(mistakes, {}, [](const SchemaError& mistake) {
        return std::pair(mistake.place.line, mistake.place.column);
    });
    std::vector<base::Error> errors;
    for (const SchemaError& mistake : mistakes)
        errors.push_back(errorOf(mistake, yaml, name));
    return errors;
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

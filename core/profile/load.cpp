// Why: from a text to a profile, and from an id to the text that has it. No exception leaves this room.
#include "core/profile/load.h"

#include <exception>
#include <optional>

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

} // namespace

base::Result<Profile> parseProfile(std::string_view yaml, const std::string& name) {
    try {
        return profileFrom(readYaml(yaml));
    } catch (const SchemaError& error) {
        return base::failure(base::ErrorCode::ProfileInvalid, name,
                             describePlace(yaml, error.place) + ": " + error.what);
    } catch (const std::exception& error) {
        return base::failure(base::ErrorCode::ProfileInvalid, name, std::string("1:1: ") + error.what());
    }
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

// Why: the section "config": which file says what, in which syntax, and what every import writes into it.
#include "core/profile/schema_parts.h"

#include <algorithm>

namespace certwright::profile {

namespace {

using namespace std::string_view_literals;

constexpr std::array configFormats{
    std::pair{"key-value"sv, ConfigFormat::KeyValue},    std::pair{"yaml"sv, ConfigFormat::Yaml},
    std::pair{"nginx"sv, ConfigFormat::Nginx},           std::pair{"redis"sv, ConfigFormat::Redis},
    std::pair{"postgresql"sv, ConfigFormat::Postgresql},
};
constexpr std::array pathForms{
    std::pair{"relative"sv, PathForm::Relative},
    std::pair{"absolute"sv, PathForm::Absolute},
};
constexpr std::array valueUses{
    std::pair{"always"sv, ValueUse::Always},
    std::pair{"absent"sv, ValueUse::WhenAbsent},
};

Fields configFields(const Node& node) {
    return {node,
            {"path", "format", "path-base", "paths", "order", "path-alphabet", "forbidden", "maximum-lines",
             "maximum-line-length", "maximum-file-size", "managed", "values", "insertion"}};
}

// A comment line is a flat file's; in YAML a comment belongs to no key.
std::string orderKeyOf(const Node& node, ConfigFormat format) {
    std::string key = configKeyOf(node);
    if (key.starts_with('#') && (format == ConfigFormat::Yaml || format == ConfigFormat::KeyValue))
        refuse(node, MistakeCode::CommentKeyFormat, {.allowed = {"nginx", "redis", "postgresql"}});
    return key;
}

std::string nginxWordOf(const Node& node) {
    std::string word = textOf(node);
    const auto allowed = [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_'; };
    if (!std::ranges::all_of(word, allowed))
        refuse(node, MistakeCode::DirectiveInvalid);
    return word;
}

std::string insertedFileOf(const Node& node) {
    const bool folder = node.text.ends_with('/');
    Node name = node;
    if (folder)
        name.text.pop_back();
    return pathOf(name) + (folder ? "/" : "");
}

Insertion readInsertion(const Node& node) {
    const Fields fields(node, {"files", "block", "directive", "value"});
    Insertion insertion;
    Once files(MistakeCode::FileTwice);
    for (const Node& item : itemsOf(fields.at("files"))) {
        insertion.files.push_back(insertedFileOf(item));
        files.take(insertion.files.back(), item.place);
    }
    if (insertion.files.empty())
        refuse(fields.at("files"), MistakeCode::ListEmpty);
    insertion.block = nginxWordOf(fields.at("block"));
    insertion.directive = nginxWordOf(fields.at("directive"));
    const Node& value = fields.at("value");
    insertion.value = textOf(value);
    if (!braced(insertion.value, {"{root}"}) || insertion.value.find_first_of(";\"'\\#") != std::string::npos)
        refuse(value, MistakeCode::InsertionValueInvalid);
    return insertion;
}

void readSizes(const Fields& fields, Config& config) {
    const auto sizeOf = [&fields](std::string_view key) {
        return static_cast<std::size_t>(numberOf(fields.at(key), 0, 1'000'000));
    };
    config.maximumLines = sizeOf("maximum-lines");
    config.maximumLineLength = sizeOf("maximum-line-length");
    if (const Node* size = fields.find("maximum-file-size"))
        config.maximumFileSize = static_cast<std::size_t>(numberOf(*size, 1, 2'000'000'000));
}

void readOrigin(const Fields& fields, Config& config) {
    if (const Node* const managed = fields.find("managed")) {
        config.origin = ConfigOrigin::Managed;
        config.mode = modeOf(Fields(*managed, {"mode"}).at("mode"));
        if (config.format == ConfigFormat::Yaml || config.format == ConfigFormat::KeyValue)
            refuse(*managed, MistakeCode::ManagedFormat, {.allowed = {"nginx", "redis", "postgresql"}});
    }
    if (const Node* const insertion = fields.find("insertion")) {
        if (config.origin != ConfigOrigin::Managed || config.format != ConfigFormat::Nginx)
            refuse(*insertion, MistakeCode::InsertionFormat, {.allowed = {"nginx"}});
        config.insertion = readInsertion(*insertion);
    }
}

} // namespace

std::string ConfigKeys::use(const Node& node) {
    std::string key = configKeyOf(node);
    if (std::ranges::find(m_order, key) == m_order.end())
        refuse(node, MistakeCode::OrderLacksKey);
    m_used.take(key, node.place);
    return key;
}

bool braced(std::string_view text, std::initializer_list<std::string_view> placeholders) {
    for (std::size_t at = text.find_first_of("{}"); at != std::string_view::npos;
         at = text.find_first_of("{}", at)) {
        const auto known = std::ranges::find_if(placeholders, [&](std::string_view placeholder) {
            return text.substr(at).starts_with(placeholder);
        });
        if (known == placeholders.end())
            return false;
        at += known->size();
    }
    return true;
}

Config readConfig(const Node& node) {
    const Fields fields = configFields(node);
    Config config;
    config.path = pathOf(fields.at("path"));
    config.format = oneOf(fields.at("format"), configFormats);
    const Node& pathBase = fields.at("path-base");
    config.pathBase = pathBase.text == "." ? std::string() : pathOf(pathBase);
    if (const Node* const paths = fields.find("paths"))
        config.pathForm = oneOf(*paths, pathForms);
    Once keys(MistakeCode::ConfigKeyTwice);
    for (const Node& item : itemsOf(fields.at("order"))) {
        config.order.push_back(orderKeyOf(item, config.format));
        keys.take(config.order.back(), item.place);
    }
    config.pathAlphabet = pathAlphabetOf(fields.at("path-alphabet"));
    config.forbidden = charactersOf(fields.at("forbidden"));
    readSizes(fields, config);
    readOrigin(fields, config);
    return config;
}

void readConfigValues(const Node& node, Reading& reading) {
    const Fields fields = configFields(node);
    const Node* const values = fields.find("values");
    if (values == nullptr)
        return;
    for (const Node& item : itemsOf(*values)) {
        const Fields own(item, {"key", "value", "when"});
        FixedValue value;
        value.key = reading.keys.use(own.at("key"));
        value.value = textOrNothing(own.at("value"));
        if (!braced(value.value, {"{root}", "{unlock}"}))
            refuse(own.at("value"), MistakeCode::PlaceholderUnknown, {.allowed = {"{root}", "{unlock}"}});
        if (const Node* const when = own.find("when"))
            value.use = oneOf(*when, valueUses);
        reading.profile.config.values.push_back(std::move(value));
    }
}

void judgeConfigOrder(const Node& node, const Reading& reading) {
    for (const Node& item : configFields(node).at("order").items) {
        if (!reading.keys.used(item.text))
            refuse(item, MistakeCode::OrderKeyUnused);
    }
}

} // namespace certwright::profile

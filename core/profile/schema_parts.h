// Why: the sections of a profile are read in several files that share the same few helpers. Inside this room
// only; all throw SchemaError.
#pragma once

#include <string>
#include <vector>

#include "core/profile/fields.h"
#include "core/profile/profile.h"
#include "core/profile/yaml_node.h"

namespace certwright::profile {

// ConfigKeys knows which keys config.order has, and that each is used once. `config` must outlive it.
class ConfigKeys {
  public:
    explicit ConfigKeys(const Config& config)
        : m_order(config.order) {}

    // use reads a key that config.order must have and nobody else writes.
    std::string use(const Node& node);
    // used tells whether a section writes `key`.
    bool used(const std::string& key) const { return m_used.has(key); }

  private:
    const std::vector<std::string>& m_order;
    Once m_used{MistakeCode::ConfigKeyTwice};
};

// Reading is what the sections share.
struct Reading {
    Profile& profile;
    ConfigKeys keys;
    Once files{MistakeCode::FileTwice};
};

// readTitle reads a text in both languages.
Title readTitle(const Node& node);

// readConfig reads the section "config" without its values.
Config readConfig(const Node& node);
// readConfigValues reads "values" of the section "config" into `reading.profile`.
void readConfigValues(const Node& node, Reading& reading);
// judgeConfigOrder refuses a key of "order" that no section writes.
void judgeConfigOrder(const Node& node, const Reading& reading);

// readCommands and readVendor read the sections "commands" and "vendor".
Commands readCommands(const Node& node);
Vendor readVendor(const Node& node);

// braced tells whether every brace of `text` belongs to one of `placeholders`, such as "{root}".
bool braced(std::string_view text, std::initializer_list<std::string_view> placeholders);

} // namespace certwright::profile

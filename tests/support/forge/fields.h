// Why: a misspelt key in a case would silently test nothing. Every map of a case is read through Fields,
// which refuses what nobody asked for.
#pragma once

#include <yaml-cpp/yaml.h>

#include <map>
#include <optional>
#include <set>
#include <stdexcept>
#include <string>
#include <vector>

#include "tests/support/forge/encode.h"

namespace certwright::forge {

// BadCase is thrown for a case that cannot be made: a mistake of its author, never of the product.
class BadCase : public std::runtime_error {
  public:
    using std::runtime_error::runtime_error;
};

// Fields is one map of a case; a null node is an empty map. `where` names it in errors.
class Fields {
  public:
    Fields(const YAML::Node& node, std::string where);

    // has tells whether the key is there, be it as `~`; isNone whether it is there as `~`.
    bool has(const std::string& key) const;
    bool isNone(const std::string& key) const;
    // find returns the value, nothing if it is absent or `~`, and marks the key as known.
    std::optional<YAML::Node> find(const std::string& key);
    std::optional<std::string> text(const std::string& key);
    std::string text(const std::string& key, const std::string& otherwise);
    std::optional<Bytes> hex(const std::string& key);
    // flag is false if absent.
    bool flag(const std::string& key);
    std::optional<long long> number(const std::string& key);
    // list is empty if absent; a single scalar is a list of one.
    std::vector<YAML::Node> list(const std::string& key);
    std::vector<std::string> texts(const std::string& key);
    // rest is a map of all that is not known yet, and marks it as known.
    YAML::Node rest();
    bool empty() const { return m_values.empty(); }
    const std::string& where() const { return m_where; }
    // done throws BadCase if a key was never asked for.
    void done() const;

  private:
    std::string m_where;
    std::map<std::string, YAML::Node> m_values;
    std::set<std::string> m_known;
};

// scalarOf returns a node's text; throws BadCase if it is a list or map.
std::string scalarOf(const YAML::Node& node, const std::string& where);
// startsWith cuts `prefix` off `text` and tells whether it was there.
bool cut(std::string& text, std::string_view prefix);
// split cuts at every `separator`; an empty text has no parts.
std::vector<std::string> split(const std::string& text, char separator);

} // namespace certwright::forge

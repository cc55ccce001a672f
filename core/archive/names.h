// Why: the names in an archive were written by a stranger, in whatever encoding, and may lead anywhere.
#pragma once

#include <set>
#include <string>
#include <string_view>

namespace certwright::archive {

// safeName makes a relative path of the UTF-8 name of an entry: '/' between folders whatever was there, and
// no empty, "." or ".." component. "_" if nothing is left.
std::string safeName(std::string_view name);

// UniqueNames gives each name once.
class UniqueNames {
  public:
    // unique returns `name`, or "name (2)" and so on if it was given before.
    std::string unique(const std::string& name);

  private:
    std::set<std::string> m_given;
};

} // namespace certwright::archive

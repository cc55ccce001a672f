// Why: the program is tested as its users have it, on the service folders and the material that it makes
// itself.
#pragma once

#include <map>
#include <string>
#include <vector>

#include <nlohmann/json.hpp>

#include "tests/support/run_program.h"
#include "tests/support/temporary_folder.h"

namespace certwright::test {

using Arguments = std::vector<std::string>;
using Environment = std::map<std::string, std::string>;

// cliPath is the program under test.
std::string cliPath();
// runCli runs it in a session without a terminal, with the locale C.UTF-8 and no MX_SDK_HOME unless
// `environment` says otherwise.
Outcome runCli(const Arguments& arguments, const std::string& input = {},
               const Environment& environment = {});
// together joins lists of arguments.
Arguments together(Arguments first, const Arguments& second);

// parsed reads what must be exactly one JSON object; a null value if it is not.
nlohmann::json parsed(const std::string& text);
// codesOf lists the findings' codes of a printed object, those of `severity` only unless it is empty.
std::vector<std::string> codesOf(const nlohmann::json& object, const std::string& severity = {});
bool contains(const std::vector<std::string>& list, const std::string& item);
bool contains(const std::string& text, const std::string& part);

// Service is a copy of a practice service folder.
struct Service {
    std::string id;
    std::string root;
    std::string home;

    // place is --service, --root and --home.
    Arguments place() const;
    // verb is the verb's name and place().
    Arguments verb(const std::string& name) const;
    // import is an import of `paths` without a question, in JSON, its password on standard input.
    Arguments import(const Arguments& paths) const;
};

// Practice is what `certwright-cli practice` made, once for a test class.
class Practice {
  public:
    Practice();

    // ok tells whether making it succeeded.
    bool ok() const;
    // printed is what the verb printed with --json.
    const nlohmann::json& printed() const { return m_printed; }
    std::string path(const std::string& name) const { return m_folder.at("practice/" + name); }
    std::string material(const std::string& set) const { return path("material/" + set); }
    // copy copies a practice service (streamserver, streamserver-new, aoi) into a new folder below `into`.
    Service copy(const std::string& id, const TemporaryFolder& into,
                 const std::string& name = "service") const;

  private:
    TemporaryFolder m_folder;
    Outcome m_outcome;
    nlohmann::json m_printed;
};

// usualPassword opens every practice key that has no other.
inline const std::string usualPassword = "practice";

// copyTree copies a folder with all its modes.
bool copyTree(const std::string& from, const std::string& to);

// Tree is what stands below a folder, by relative path: mode and content ("d" for a folder). What Certwright
// keeps for itself (.certwright) is left out.
using Tree = std::map<std::string, std::string>;
Tree treeOf(const std::string& folder);
// shapeOf is a tree without the contents.
Tree shapeOf(const Tree& tree);
// differences names the paths at which two trees differ, for messages.
std::string differences(const Tree& first, const Tree& second);

} // namespace certwright::test

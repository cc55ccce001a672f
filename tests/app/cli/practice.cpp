// Why: see practice.h.
#include "tests/app/cli/practice.h"

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>

namespace certwright::test {

namespace stdfs = std::filesystem;

std::string cliPath() {
    return CERTWRIGHT_CLI;
}

Outcome runCli(const Arguments& arguments, const std::string& input, const Environment& environment) {
    Environment all{{"LC_ALL", ""},      {"LC_MESSAGES", ""}, {"LANG", "C.UTF-8"},
                    {"MX_SDK_HOME", ""}, {"NO_COLOR", ""},    {"XDG_CONFIG_HOME", "/dev/null/config"}};
    for (const auto& [name, value] : environment)
        all[name] = value;
    return runProgram("setsid", together({"--wait", cliPath()}, arguments), input, all);
}

Arguments together(Arguments first, const Arguments& second) {
    first.insert(first.end(), second.begin(), second.end());
    return first;
}

nlohmann::json parsed(const std::string& text) {
    const nlohmann::json object = nlohmann::json::parse(text, nullptr, false);
    return object.is_object() ? object : nlohmann::json();
}

std::vector<std::string> codesOf(const nlohmann::json& object, const std::string& severity) {
    std::vector<std::string> codes;
    if (!object.is_object() || !object.contains("findings"))
        return codes;
    for (const auto& finding : object["findings"])
        if (severity.empty() || finding["severity"] == severity)
            codes.push_back(finding["code"]);
    return codes;
}

bool contains(const std::vector<std::string>& list, const std::string& item) {
    return std::find(list.begin(), list.end(), item) != list.end();
}

bool contains(const std::string& text, const std::string& part) {
    return text.find(part) != std::string::npos;
}

Arguments Service::place() const {
    return {"--service", id, "--root", root, "--home", home};
}

Arguments Service::verb(const std::string& name) const {
    return together({name}, place());
}

Arguments Service::import(const Arguments& paths) const {
    return together(together(verb("import"), {"--yes", "--json", "--password-stdin"}), paths);
}

Practice::Practice()
    : m_outcome(runCli({"practice", m_folder.at("practice"), "--json"}))
    , m_printed(parsed(m_outcome.out)) {
    // Programs that are started in other ways than by runCli must not remember services for the tester
    // either.
    ::setenv("XDG_CONFIG_HOME", "/nonexistent/config", 1);
}

bool Practice::ok() const {
    return m_outcome.exitCode == 0 && m_printed.is_object();
}

Service Practice::copy(const std::string& id, const TemporaryFolder& into, const std::string& name) const {
    const std::string root = into.at(name);
    copyTree(path("services/" + id), root);
    return {id.starts_with("streamserver") ? "streamserver" : id, root, into.makeFolder(name + "-home")};
}

bool copyTree(const std::string& from, const std::string& to) {
    return runProgram("cp", {"-a", from, to}).exitCode == 0;
}

Tree treeOf(const std::string& folder) {
    Tree tree;
    const auto options = stdfs::directory_options::none;
    for (auto it = stdfs::recursive_directory_iterator(folder, options);
         it != stdfs::recursive_directory_iterator(); ++it) {
        if (it->path().filename() == ".certwright") {
            it.disable_recursion_pending();
            continue;
        }
        const auto mode = static_cast<unsigned>(it->symlink_status().permissions());
        std::string entry =
            std::to_string(mode >> 6 & 7U) + std::to_string(mode >> 3 & 7U) + std::to_string(mode & 7U) + ' ';
        if (it->is_directory()) {
            entry += 'd';
        } else {
            std::ifstream file(it->path(), std::ios::binary);
            entry += "f " + std::string(std::istreambuf_iterator<char>(file), {});
        }
        tree[stdfs::relative(it->path(), folder).string()] = entry;
    }
    return tree;
}

Tree shapeOf(const Tree& tree) {
    Tree shape;
    for (const auto& [path, entry] : tree)
        shape[path] = entry.substr(0, 5);
    return shape;
}

std::string differences(const Tree& first, const Tree& second) {
    std::string out;
    for (const auto& [path, entry] : first)
        if (const auto other = second.find(path); other == second.end())
            out += "only first: " + path + '\n';
        else if (other->second != entry)
            out += "differs: " + path + ' ' + entry.substr(0, 5) + " / " + other->second.substr(0, 5) + '\n';
    for (const auto& [path, entry] : second)
        if (!first.contains(path))
            out += "only second: " + path + '\n';
    return out;
}

} // namespace certwright::test

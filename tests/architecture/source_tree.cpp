// Why: reading C++ by its layout is enough here, because clang-format fixes the layout.
#include "tests/architecture/source_tree.h"

#include <filesystem>
#include <fstream>
#include <regex>
#include <sstream>

namespace certwright::architecture {

namespace {

std::vector<std::string> linesOf(const std::filesystem::path& path) {
    std::ifstream stream(path);
    std::vector<std::string> lines;
    for (std::string line; std::getline(stream, line);)
        lines.push_back(line);
    return lines;
}

std::string textOf(const std::filesystem::path& path) {
    std::ostringstream text;
    text << std::ifstream(path).rdbuf();
    return text.str();
}

std::string indentOf(const std::string& line) {
    return line.substr(0, line.find_first_not_of(' '));
}

// opensFunction: a line that ends with '{' after a parameter list and is no statement or lambda.
bool opensFunction(const std::string& line) {
    static const std::regex statement(
        R"(^\s*(\}? ?else|if|for|while|switch|do|catch|namespace|struct|class|enum|union)\b)");
    static const std::regex opener(R"(\)( const| noexcept| override| final|( -> [\w:<>]+))*( \{| try \{)$)");
    const bool lambda = line.find("](") != std::string::npos;
    return !lambda && std::regex_search(line, opener) && !std::regex_search(line, statement);
}

} // namespace

std::vector<SourceFile> sourcesBelow(const std::vector<std::string>& folders) {
    const std::filesystem::path root = CERTWRIGHT_SOURCE_DIR;
    std::vector<SourceFile> files;
    for (const std::string& folder : folders)
        for (const auto& entry : std::filesystem::recursive_directory_iterator(root / folder)) {
            const std::string extension = entry.path().extension().string();
            if (extension == ".h" || extension == ".hpp" || extension == ".cpp")
                files.push_back(
                    {entry.path().lexically_relative(root).generic_string(), linesOf(entry.path())});
        }
    return files;
}

std::vector<std::string> includesOf(const SourceFile& file) {
    static const std::regex include(R"re(^\s*#\s*include\s+([<"][^>"]+[>"]))re");
    std::vector<std::string> found;
    for (const std::string& line : file.lines)
        if (std::smatch match; std::regex_search(line, match, include))
            found.push_back(match[1]);
    return found;
}

std::map<std::string, std::set<std::string>> declaredArrows(const std::string& folder) {
    static const std::regex call(R"(certwright_library\(([^)]*)\))");
    static const std::regex section(R"(MAY_INCLUDE\s+([^)]*?)(\s+(USES|POSIX|WINDOWS|SOURCES|NAME)\b|$))");
    const std::filesystem::path root = CERTWRIGHT_SOURCE_DIR;
    std::map<std::string, std::set<std::string>> arrows;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(root / folder)) {
        if (entry.path().filename() != "CMakeLists.txt")
            continue;
        const std::string text = textOf(entry.path());
        std::smatch declaration;
        if (!std::regex_search(text, declaration, call))
            continue;
        std::set<std::string>& rooms =
            arrows[entry.path().parent_path().lexically_relative(root).generic_string()];
        const std::string arguments = declaration[1];
        if (std::smatch match; std::regex_search(arguments, match, section)) {
            std::istringstream words(match[1]);
            for (std::string word; words >> word;)
                rooms.insert(word);
        }
    }
    return arrows;
}

std::vector<Function> functionsOf(const SourceFile& file) {
    std::vector<Function> functions;
    for (std::size_t i = 0; i < file.lines.size(); ++i) {
        if (!opensFunction(file.lines[i]))
            continue;
        // The closing brace stands in the column where the declaration started, which may be some lines
        // above.
        std::size_t start = i;
        const std::string continued = indentOf(file.lines[i]);
        while (start > 0 &&
               (file.lines[start].starts_with("    , ") || file.lines[start].starts_with("    : ")))
            --start; // a constructor's list of members
        while (start > 0 && !file.lines[start - 1].empty() && indentOf(file.lines[start]).size() > 4 &&
               continued.size() > indentOf(file.lines[start - 1]).size())
            --start;
        const std::string closing = indentOf(file.lines[start]) + "}";
        for (std::size_t end = i + 1; end < file.lines.size(); ++end)
            if (file.lines[end] == closing || file.lines[end] == closing + ";") {
                functions.push_back({file.path, start + 1, end - start + 1});
                break;
            }
    }
    return functions;
}

} // namespace certwright::architecture

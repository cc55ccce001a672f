// Why: the rules of the house are checked against the sources themselves; this reads them.
#pragma once

#include <map>
#include <set>
#include <string>
#include <vector>

namespace certwright::architecture {

// SourceFile is one .h or .cpp: path relative to the project, and its lines.
struct SourceFile {
    std::string path;
    std::vector<std::string> lines;

    // below tells whether the file lies in `folder` ("core/").
    bool below(const std::string& folder) const { return path.starts_with(folder); }
};

// sourcesBelow reads every .h and .cpp below the given folders of the project.
std::vector<SourceFile> sourcesBelow(const std::vector<std::string>& folders);

// includesOf returns what stands in #include lines: with quotes or angle brackets kept.
std::vector<std::string> includesOf(const SourceFile& file);

// declaredArrows reads MAY_INCLUDE of every certwright_library call below `folder`: folder of the library
// ("core/plan") to the rooms or single headers ("files", "plan/plan.h") that it may include.
std::map<std::string, std::set<std::string>> declaredArrows(const std::string& folder);

// Function is one function body found in clang-format's layout.
struct Function {
    std::string path;
    std::size_t line = 0;
    std::size_t length = 0;
};
std::vector<Function> functionsOf(const SourceFile& file);

} // namespace certwright::architecture

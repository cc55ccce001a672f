// Why: paths as text; nothing here looks at a disk.
#include "core/files/path.h"

#include <algorithm>
#include <optional>
#include <vector>

#include "core/files/path_parts.h"

namespace certwright::files {

namespace {

std::string_view withoutEndingSlashes(std::string_view path) {
    const std::size_t root = std::max<std::size_t>(rootLength(path), 1);
    while (path.size() > root && path.back() == '/')
        path.remove_suffix(1);
    return path;
}

// componentsOf splits at '/', leaving out what names the same place ("", ".").
std::vector<std::string_view> componentsOf(std::string_view path) {
    std::vector<std::string_view> parts;
    while (!path.empty()) {
        const std::size_t end = path.find('/');
        const std::string_view part = path.substr(0, end);
        if (!part.empty() && part != ".")
            parts.push_back(part);
        path.remove_prefix(end == std::string_view::npos ? path.size() : end + 1);
    }
    return parts;
}

// restBelow returns what `path` has after the components of `folder`; nothing if it is not below, and nothing
// if a ".." in it might lead out again.
std::optional<std::string> restBelow(std::string_view path, std::string_view folder) {
    if (isAbsolute(path) != isAbsolute(folder))
        return std::nullopt;
    const auto parts = componentsOf(path);
    const auto above = componentsOf(folder);
    if (parts.size() < above.size())
        return std::nullopt;
    std::string rest;
    for (std::size_t i = 0; i < parts.size(); ++i) {
        if (i < above.size() && !isSameName(parts[i], above[i]))
            return std::nullopt;
        if (i < above.size())
            continue;
        if (parts[i] == "..")
            return std::nullopt;
        rest += rest.empty() ? "" : "/";
        rest += parts[i];
    }
    return rest;
}

} // namespace

std::string join(std::string_view folder, std::string_view name) {
    if (folder.empty() || isAbsolute(name))
        return std::string(name);
    std::string path(folder);
    if (name.empty())
        return path;
    if (path.back() != '/')
        path += '/';
    return path.append(name);
}

std::string parentOf(std::string_view path) {
    const std::size_t slash = path.rfind('/');
    if (slash == std::string_view::npos)
        return ".";
    return std::string(withoutEndingSlashes(path.substr(0, slash + 1)));
}

std::string fileNameOf(std::string_view path) {
    const std::size_t slash = path.rfind('/');
    return std::string(slash == std::string_view::npos ? path : path.substr(slash + 1));
}

bool isBelow(std::string_view path, std::string_view folder) {
    return restBelow(path, folder).has_value();
}

std::string relativeTo(std::string_view path, std::string_view folder) {
    return restBelow(path, folder).value_or(std::string(path));
}

} // namespace certwright::files

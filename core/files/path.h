// Why: paths are UTF-8 with '/' inside Certwright on every system; these are the few things done to them as
// text.
#pragma once

#include <string>
#include <string_view>

namespace certwright::files {

// join puts `name` below `folder`; an absolute `name` or an empty `folder` wins alone.
std::string join(std::string_view folder, std::string_view name);
// parentOf returns the folder part ("/" for "/a", "." for "a").
std::string parentOf(std::string_view path);
// fileNameOf returns what stands after the last '/'.
std::string fileNameOf(std::string_view path);
// isAbsolute tells whether `path` names a place without a working folder ("/a", on Windows also "C:/a" and
// "//server").
bool isAbsolute(std::string_view path);
// isBelow tells whether `path` is `folder` or lies below it, compared by components as text.
bool isBelow(std::string_view path, std::string_view folder);
// relativeTo returns `path` without `folder` in front; `path` itself if it is not below.
std::string relativeTo(std::string_view path, std::string_view folder);

} // namespace certwright::files

// Why: a clean-up looks for files to remove, so it must know of every name whether a link leads to it.
#pragma once

#include <string>
#include <vector>

#include "core/check/finding.h"
#include "core/files/file_system.h"

namespace certwright::plan {

// WalkedFile is a regular file or a symbolic link, as stat describes the name itself.
struct WalkedFile {
    std::string path;
    base::FileInfo info;
};

// Hidden says whether names that begin with a dot are looked at; ".certwright" never is.
enum class Hidden { LeftOut, Included };

// A search for keys goes deeper than loadFiles does: StreamServer's own key folder is five levels below its
// root.
inline constexpr int keySearchDepth = 8;

// walkFolder lists the regular files and symbolic links below `folder`, in the order of their names: `depth`
// levels, and as many files as loadFiles takes. No link is followed. Findings (warnings): FileUnreadable for
// a folder that cannot be listed, and where a limit ended the search.
std::vector<WalkedFile> walkFolder(const files::FileReader& reader, const std::string& folder, Hidden hidden,
                                   int depth, check::Findings& findings);

// leadsThroughLink tells whether a component of `path` (the last one included) is a symbolic link; what is
// above the working folder does not count for a relative path.
bool leadsThroughLink(const files::FileReader& reader, const std::string& path);

// stateName is the name of every folder that Certwright keeps for itself.
inline constexpr std::string_view stateName = ".certwright";
// isState tells whether `path` is in such a folder, of whatever service.
bool isState(const std::string& path);

} // namespace certwright::plan

// Why: a managed config takes effect by one line in a server block of the service's own files; which block
// that is, the person decides, and nothing else in those files changes.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/check/finding.h"
#include "core/config/nginx_blocks.h"
#include "core/plan/change_list.h"
#include "core/plan/targets.h"

namespace certwright::plan {

// InsertionFile is one of the service's own files that may hold the block: `name` as the service finds it
// (relative to the root), `path` the file itself, behind links.
struct InsertionFile {
    std::string name;
    std::string path;
};

// insertionFiles lists them, each file once: those that the profile names, and every file of its folders that
// does not begin with a dot (500 at most). What is missing is left out; what leads out of the root as well,
// with TargetSymlink (a warning) in `findings`.
std::vector<InsertionFile> insertionFiles(const files::FileReader& reader, const Site& site,
                                          check::Findings& findings);

// ServerBlock is a block of the profile's kind in one of them.
struct ServerBlock {
    InsertionFile file;
    config::NginxBlock block;

    // place is "FILE:LINE".
    std::string place() const;
    // title is the place and the names that the block answers to.
    std::string title() const;
};

// serverBlocks lists all blocks; ConfigUneditable for a file that cannot be read as a config.
std::vector<ServerBlock> serverBlocks(const files::FileReader& reader, const Site& site,
                                      check::Findings& findings);

// insertionOf returns what the profile wants inserted, with the root in place of "{root}"; nothing where it
// wants nothing.
std::optional<profile::Insertion> insertionOf(const Site& site);

// lineOf is that as a line of the config, quoted where it must be.
std::string lineOf(const profile::Insertion& insertion);

// takesIn tells whether a block holds the line already.
bool takesIn(const profile::Insertion& insertion, const config::NginxBlock& block);

// chooseBlock returns the block that `site.block` names (FILE:LINE or a server's name); without a wish the
// first that holds the line already, else the only one that listens with TLS, else the only one. Nothing,
// with BlockMissing, BlockNotChosen or BlockUnknown (blockers), otherwise. Found of the block: BlockDirective
// (a blocker) for each directive that the managed config sets too, BlockNotListening (a warning for a block
// that was named, else a blocker).
std::optional<ServerBlock> chooseBlock(const files::FileReader& reader, const Site& site,
                                       check::Findings& findings);

// judgeInsertion finds what chooseBlock does, and what stands in the way at the block's file (TargetHardLink,
// TargetOwner, FolderWritable). Nothing for a profile without an insertion.
void judgeInsertion(const files::FileReader& reader, const Site& site, check::Findings& findings);

// planInsertion adds the change that puts the line into the chosen block, unless it is there, and its
// difference to `plan`. FileChanged if the file changed since it was judged.
base::Status planInsertion(const files::FileReader& reader, const Site& site, ChangeList& changes,
                           Plan& plan);

// takingFiles lists the files that hold the line; none for a profile without an insertion.
std::vector<std::string> takingFiles(const files::FileReader& reader, const Site& site);

// includeTarget is such a file as a target, with the mode it has.
Target includeTarget(const Site& site, const std::string& path, const base::FileInfo& info);

// withoutInclude returns `text` without the line, wherever it stands in a block.
std::string withoutInclude(const profile::Insertion& insertion, std::string text);

// restoredInclude returns what a file that now holds `now` becomes where it held `before` once: those very
// octets if nothing but the line has changed since; else `now` with the line taken out or put back into the
// block of the same names. `now` itself where that block is not to be found.
std::string restoredInclude(const profile::Insertion& insertion, const std::string& now,
                            const std::string& before);

} // namespace certwright::plan

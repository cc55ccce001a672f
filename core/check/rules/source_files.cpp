// Why: a key that others can read, or a file that somebody else can change, is no basis for an import.
#include <algorithm>
#include <vector>

#include "core/check/rules/rules.h"

namespace certwright::check {

namespace {

constexpr std::uint32_t permissionBits = 0777;
constexpr std::uint32_t rootUser = 0;

// StreamServer's importer refuses foreign files, but as root it works on other people's (SERVICES.md section
// 1).
Severity foreignOwner(const Context& context) {
    const bool strict = context.policy.sourcesOwnedByUser && context.material.user.user != rootUser;
    return strict ? Severity::Blocker : Severity::Warning;
}

void judge(const Context& context, const SourceFile& source, Findings& findings) {
    if (source.info.kind == base::FileKind::Symlink)
        add(findings, Severity::Warning, source.path, SourceSymlink{source.path});
    if (source.target.owner.user != context.material.user.user)
        add(findings, foreignOwner(context), source.path,
            SourceForeignOwner{source.path, source.ownerName, context.material.userName});
    const std::uint32_t mode = source.target.mode & permissionBits;
    const std::uint32_t maximum = context.policy.keyFileModeMaximum;
    if (source.holdsPrivateKey && (mode & ~maximum) != 0)
        add(findings, Severity::Blocker, source.path, SourceKeyMode{source.path, mode, maximum});
}

} // namespace

void sourceFilesRules(const Context& context, Findings& findings) {
    std::vector<const SourceFile*> sources;
    for (const SourceFile& source : context.material.sources)
        sources.push_back(&source);
    std::ranges::sort(sources, {}, &SourceFile::path);
    for (const SourceFile* source : sources)
        judge(context, *source, findings);
}

} // namespace certwright::check

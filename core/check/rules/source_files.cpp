// Why: a key that others can read, or a file that somebody else can change, is no basis for an import.
#include <map>

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

void judge(const Context& context, const std::string& path, const SourceFile& source, Findings& findings) {
    if (source.info.kind == base::FileKind::Symlink)
        add(findings, Severity::Warning, path, SourceSymlink{path});
    if (source.target.owner.user != context.material.user.user)
        add(findings, foreignOwner(context), path,
            SourceForeignOwner{path, source.ownerName, context.material.userName});
    const std::uint32_t mode = source.target.mode & permissionBits;
    const std::uint32_t maximum = context.policy.keyFileModeMaximum;
    if (source.holdsPrivateKey && (mode & ~maximum) != 0)
        add(findings, Severity::Blocker, path, SourceKeyMode{path, mode, maximum});
}

} // namespace

// An archive is one file, however many were taken from it.
void sourceFilesRules(const Context& context, Findings& findings) {
    std::map<std::string, SourceFile> onDisk;
    for (const SourceFile& source : context.material.sources) {
        const std::string& path = source.archive.empty() ? source.path : source.archive;
        SourceFile& file = onDisk.try_emplace(path, source).first->second;
        file.holdsPrivateKey = file.holdsPrivateKey || source.holdsPrivateKey;
    }
    for (const auto& [path, source] : onDisk)
        judge(context, path, source, findings);
}

} // namespace certwright::check

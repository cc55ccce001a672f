// Why: a person finds out here what a service needs before looking for files, and adds services of their own.
#include <algorithm>

#include "app/cli/output.h"
#include "app/cli/verbs.h"
#include "app/host/account.h"
#include "core/files/path.h"
#include "core/profile/mistakes.h"
#include "ui/text/command_text.h"
#include "ui/text/json_document.h"
#include "ui/text/profile_effects.h"
#include "ui/text/profiles_page.h"
#include "ui/text/starter_profile.h"

namespace certwright::cli {

namespace {

using base::ErrorCode;

// More than a profile may have, so that the reader says what is wrong with a larger one.
constexpr std::uint64_t maximumFile = 1024UL * 1024;
constexpr std::uint32_t profileMode = 0644;
constexpr std::uint32_t folderMode = 0700;

std::vector<profile::ProfileText> allTexts(Session& session) {
    std::vector<profile::ProfileText> texts = session.ownProfiles();
    for (profile::ProfileText& shipped : profile::shippedProfiles())
        texts.push_back(std::move(shipped));
    return texts;
}

int listProfiles(Session& session, Output& output) {
    std::vector<std::string> seen;
    output.json()["profiles"] = text::Json::array();
    for (const profile::ProfileText& one : allTexts(session)) {
        const auto profile = profile::parseProfile(one.yaml, one.name);
        if (!profile)
            return output.finishWithError(profile.error());
        // The user's own profile of an id stands in for the shipped one.
        if (std::ranges::find(seen, profile->id) != seen.end())
            continue;
        seen.push_back(profile->id);
        text::addProfile(output.page(), *profile, session.book());
        output.json()["profiles"].push_back(text::jsonOf(*profile));
    }
    return output.finish(exitDone);
}

// checkOne shows a profile, or all its mistakes, and returns the status.
int checkOne(Session& session, const std::string& path, Output& output, text::Json& entry) {
    const auto content = session.fileSystem().read(path, maximumFile, files::Links::Follow);
    std::vector<base::Error> errors;
    if (!content)
        errors.push_back(content.error());
    else
        for (const profile::Mistake& mistake : profile::profileMistakes(base::textOf(*content)))
            errors.push_back(profile::errorOf(mistake, path));
    entry = {{"path", path}, {"valid", errors.empty()}};
    if (!errors.empty()) {
        entry["errors"] = text::Json::array();
        for (const base::Error& error : errors)
            entry["errors"].push_back(text::jsonOf(error, session.books()));
        text::addProfileMistakes(output.page(), errors, session.book());
        return content ? exitBlocked : exitFailed;
    }
    if (const auto profile = profile::parseProfile(base::textOf(*content), path)) {
        entry["profile"] = text::jsonOf(*profile);
        text::addProfile(output.page(), *profile, session.book());
        text::addProfileEffects(output.page(), *profile, session.book());
    }
    return exitDone;
}

int checkProfiles(Session& session, const std::vector<std::string>& paths, Output& output) {
    int status = exitDone;
    output.json()["profiles"] = text::Json::array();
    for (const std::string& path : paths) {
        text::Json entry;
        status = std::max(status, checkOne(session, path, output, entry));
        output.json()["profiles"].push_back(std::move(entry));
    }
    return output.finish(status);
}

// makeFolders makes what is missing of `folder` and returns it without links, as the writing verbs want it.
base::Result<std::string> makeFolders(files::FileSystem& fileSystem, const std::string& folder) {
    if (auto resolved = fileSystem.resolve(folder))
        return resolved;
    const std::string parent = files::parentOf(folder);
    if (parent == folder)
        return base::failure(ErrorCode::FileNotFound, folder);
    const auto above = makeFolders(fileSystem, parent);
    if (!above)
        return above;
    std::string made = files::join(*above, files::fileNameOf(folder));
    if (auto done = fileSystem.makeFolder(made, folderMode, std::nullopt); !done)
        return tl::unexpected(done.error());
    return made;
}

base::Result<std::string> write(Session& session, const std::string& wanted, const std::string& id,
                                const std::string& yaml) {
    std::string path = wanted;
    files::FileSystem& fileSystem = session.fileSystem();
    if (path.empty()) {
        const std::string settings = host::settingsFolder();
        if (settings.empty())
            return base::failure(ErrorCode::FileNotFound, "profiles");
        path = files::join(files::join(settings, "profiles"), id + ".yaml");
    }
    const auto folder = wanted.empty() ? makeFolders(fileSystem, files::parentOf(path))
                                       : fileSystem.resolve(files::parentOf(path));
    if (!folder)
        return tl::unexpected(folder.error());
    const std::string target = files::join(*folder, files::fileNameOf(path));
    const auto written = fileSystem.writeNew(target, base::viewOf(yaml), profileMode, std::nullopt);
    if (!written && written.error().code == ErrorCode::FileIsSymlink)
        return base::failure(ErrorCode::FileExists, path);
    if (!written)
        return tl::unexpected(written.error());
    return target;
}

base::Result<std::string> textFor(Session& session, const std::string& id, const std::string& from) {
    if (from.empty())
        return text::starterProfile(id, session.book());
    for (const profile::ProfileText& one : allTexts(session)) {
        const auto profile = profile::parseProfile(one.yaml, one.name);
        if (profile && profile->id == from)
            return text::copiedProfile(one.yaml, from, id, session.book());
    }
    return base::failure(ErrorCode::ProfileUnknown, from);
}

int newProfile(Session& session, const std::string& id, const Arguments& arguments, Output& output) {
    const auto yaml = textFor(session, id, arguments.from);
    if (!yaml)
        return output.finishWithError(yaml.error());
    // An id is part of a file's name and of this text: only what reads back as itself is one.
    const auto profile = profile::parseProfile(*yaml, id);
    if (!profile || profile->id != id)
        return output.finishWithError(
            {ErrorCode::InvalidArgument, id, profile ? "" : profile.error().detail});
    const auto path = write(session, arguments.output, id, *yaml);
    if (!path)
        return output.finishWithError(path.error());
    text::addProfileWritten(output.page(), *path, session.book());
    output.json()["path"] = *path;
    output.json()["profile"] = text::jsonOf(*profile);
    return output.finish(exitDone);
}

} // namespace

int runProfiles(Session& session, const Arguments& arguments) {
    Output output(session, "profiles", arguments.json ? Format::Json : Format::Text);
    const std::vector<std::string>& words = arguments.words;
    const bool extra = !arguments.from.empty() || !arguments.output.empty();
    if (words.empty() && !extra)
        return listProfiles(session, output);
    if (words.size() > 1 && words.front() == "check" && !extra)
        return checkProfiles(session, {words.begin() + 1, words.end()}, output);
    if (words.size() == 2 && words.front() == "new")
        return newProfile(session, words[1], arguments, output);
    return output.finishWithUsage(commandText(text::CommandPhrase::ErrorProfilesNothing, session.book()));
}

} // namespace certwright::cli

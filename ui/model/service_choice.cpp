// Why: see service_choice.h.
#include "ui/model/service_choice.h"

#include <algorithm>

#include "core/files/path.h"

namespace certwright::model {

namespace {

using base::ErrorCode;

RootState stateFor(const base::Error& error, RootState missing) {
    switch (error.code) {
    case ErrorCode::FileNotFound:
        return missing;
    case ErrorCode::FolderNotRegular:
        return RootState::NotFolder;
    default:
        return RootState::Unreadable;
    }
}

bool has(const std::vector<ServiceOption>& options, const std::string& name) {
    return std::ranges::find(options, name, &ServiceOption::name) != options.end();
}

// tellsOf: a broken profile that claims the id of another is told at that one.
bool tellsOf(const std::vector<ServiceOption>& options, const std::string& file) {
    return std::ranges::any_of(
        options, [&](const ServiceOption& option) { return option.error && option.error->subject == file; });
}

} // namespace

std::vector<ServiceOption> serviceOptions(const std::vector<profile::ProfileText>& own) {
    std::vector<profile::ProfileText> texts = own;
    for (profile::ProfileText& shipped : profile::shippedProfiles())
        texts.push_back(std::move(shipped));
    std::vector<ServiceOption> options;
    std::vector<base::Error> broken;
    for (const profile::ProfileText& text : texts) {
        auto parsed = profile::parseProfile(text.yaml, text.name);
        if (!parsed) {
            broken.push_back(parsed.error());
            continue;
        }
        if (has(options, parsed->id))
            continue;
        // What the jobs would find by this id; two files with one id are an error.
        const auto found = profile::findProfile(parsed->id, own);
        ServiceOption option{parsed->id, *parsed, std::nullopt};
        if (!found)
            option.error = found.error();
        options.push_back(std::move(option));
    }
    for (base::Error& error : broken)
        if (!tellsOf(options, error.subject))
            options.push_back({error.subject, std::nullopt, std::move(error)});
    std::ranges::stable_partition(options, &ServiceOption::usable);
    return options;
}

std::string recognisingFile(const profile::Profile& profile) {
    if (profile.config.origin == profile::ConfigOrigin::Managed && profile.config.insertion)
        for (const std::string& file : profile.config.insertion->files)
            if (!file.ends_with('/'))
                return file;
    return profile.config.path;
}

RootState judgeRoot(const files::FileReader& reader, const profile::Profile& profile,
                    const std::string& root) {
    if (root.empty())
        return RootState::Empty;
    if (!files::isAbsolute(root))
        return RootState::Relative;
    const auto folder = reader.stat(root, files::Links::Follow);
    if (!folder)
        return stateFor(folder.error(), RootState::Missing);
    if (folder->kind != base::FileKind::Folder)
        return RootState::NotFolder;
    constexpr std::uint64_t most = 1024ULL * 1024;
    const auto config = reader.read(files::join(root, recognisingFile(profile)), most, files::Links::Follow);
    if (config || config.error().code == ErrorCode::FileTooLarge)
        return RootState::Usable;
    const bool other = config.error().code == ErrorCode::FolderNotRegular ||
                       config.error().code == ErrorCode::FileNotRegular;
    return other ? RootState::NoConfig : stateFor(config.error(), RootState::NoConfig);
}

} // namespace certwright::model

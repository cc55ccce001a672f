// Why: accounts and folders as POSIX and XDG name them.
#include "app/host/account.h"

#include <array>
#include <cstdlib>

#include <pwd.h>
#include <unistd.h>

#include "app/host/own_profiles.h"
#include "app/host/portable.h"
#include "core/files/path.h"

namespace certwright::host {

apply::Actor currentActor(const files::FileReader& reader) {
    std::array<char, 256> host{};
    ::gethostname(host.data(), host.size() - 1);
    return {reader.accountName(reader.self().user), host.data(), CERTWRIGHT_VERSION};
}

std::string homeFolderOf(std::uint32_t user) {
    passwd entry{};
    passwd* found = nullptr;
    std::array<char, 4096> buffer{};
    if (::getpwuid_r(user, &entry, buffer.data(), buffer.size(), &found) != 0 || found == nullptr)
        return {};
    return found->pw_dir;
}

std::string homeFolder() {
    // The variable first: an administrator who sets it means it.
    if (const char* home = std::getenv("HOME"); home != nullptr && *home == '/')
        return home;
    return homeFolderOf(::geteuid());
}

std::string settingsFolder() {
    if (std::string portable = portableSettings(); !portable.empty())
        return portable;
    if (const char* config = std::getenv("XDG_CONFIG_HOME"); config != nullptr && *config == '/')
        return files::join(config, "certwright");
    const std::string home = homeFolder();
    return home.empty() ? std::string() : files::join(home, ".config/certwright");
}

std::vector<profile::ProfileText> ownProfiles(const files::FileReader& reader) {
    return profilesIn(reader, files::join(settingsFolder(), "profiles"));
}

} // namespace certwright::host

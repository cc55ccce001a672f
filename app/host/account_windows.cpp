// Why: accounts and folders as Windows names them.
#include "app/host/account.h"

#include <algorithm>
#include <array>

#include <windows.h>

#include "app/host/environment.h"
#include "app/host/own_profiles.h"
#include "app/host/portable.h"
#include "app/host/wide_text_windows.h"
#include "core/files/path.h"

namespace certwright::host {

namespace {

std::string folderIn(const std::string& name) {
    std::string path = variable(name);
    std::ranges::replace(path, '\\', '/');
    return path;
}

} // namespace

apply::Actor currentActor(const files::FileReader& reader) {
    std::array<wchar_t, 256> host{};
    DWORD length = static_cast<DWORD>(host.size());
    if (!GetComputerNameExW(ComputerNameDnsHostname, host.data(), &length))
        length = 0;
    return {reader.accountName(reader.self().user), narrowText({host.data(), length}), CERTWRIGHT_VERSION};
}

std::string homeFolder() {
    return folderIn("USERPROFILE");
}

std::string homeFolderOf(std::uint32_t) {
    return homeFolder();
}

std::string settingsFolder() {
    if (std::string portable = portableSettings(); !portable.empty())
        return portable;
    const std::string base = folderIn("APPDATA");
    return base.empty() ? std::string() : files::join(base, "Certwright");
}

std::vector<profile::ProfileText> ownProfiles(const files::FileReader& reader) {
    return profilesIn(reader, files::join(settingsFolder(), "profiles"));
}

} // namespace certwright::host

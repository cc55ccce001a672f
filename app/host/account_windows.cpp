// Why: accounts and folders as Windows names them.
#include "app/host/account.h"

#include <array>

#include <windows.h>

#include "app/host/own_profiles.h"
#include "core/files/path.h"

namespace certwright::host {

namespace {

std::string narrow(const wchar_t* text) {
    std::array<char, 4096> out{};
    WideCharToMultiByte(CP_UTF8, 0, text, -1, out.data(), static_cast<int>(out.size()), nullptr, nullptr);
    std::string path = out.data();
    for (char& c : path)
        if (c == '\\')
            c = '/';
    return path;
}

std::string variable(const wchar_t* name) {
    std::array<wchar_t, 2048> value{};
    const DWORD length = GetEnvironmentVariableW(name, value.data(), static_cast<DWORD>(value.size()));
    return length == 0 || length >= value.size() ? std::string() : narrow(value.data());
}

} // namespace

apply::Actor currentActor(const files::FileReader&) {
    std::array<wchar_t, 256> host{};
    DWORD length = static_cast<DWORD>(host.size());
    GetComputerNameW(host.data(), &length);
    return {variable(L"USERNAME"), narrow(host.data()), CERTWRIGHT_VERSION};
}

std::string homeFolder() {
    return variable(L"USERPROFILE");
}

std::string homeFolderOf(std::uint32_t) {
    return homeFolder();
}

std::string settingsFolder() {
    const std::string base = variable(L"APPDATA");
    return base.empty() ? std::string() : files::join(base, "Certwright");
}

std::vector<profile::ProfileText> ownProfiles(const files::FileReader& reader) {
    return profilesIn(reader, files::join(settingsFolder(), "profiles"));
}

} // namespace certwright::host

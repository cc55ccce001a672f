// Why: see leftovers.h.
#include "core/plan/leftovers.h"

#include <algorithm>
#include <array>
#include <set>

#include "core/document/parse.h"
#include "core/files/path.h"
#include "core/plan/installed_files.h"
#include "core/vault/key_store.h"

namespace certwright::plan {

namespace {

constexpr std::uint32_t othersMayRead = 0044;
constexpr std::size_t mostNames = 4096;
constexpr std::array<std::string_view, 11> endings{".bak",      ".old",       ".orig",   ".save",
                                                   ".backup",   ".rpmsave",   ".rpmnew", ".rpmorig",
                                                   ".dpkg-old", ".dpkg-dist", "~"};
constexpr std::array<std::string_view, 11> extensions{".key", ".crt", ".cer",  ".pem",  ".crl", ".p12",
                                                      ".pfx", ".ks",  ".conf", ".yaml", ".yml"};

bool endsLike(std::string_view name, std::string_view ending) {
    return name.size() > ending.size() && name.ends_with(ending);
}

// withoutNumber returns "server.key" for "server.key.1", an empty text where no number ends the name.
std::string_view withoutNumber(std::string_view name) {
    const auto dot = name.find_last_of('.');
    if (dot == std::string_view::npos || dot == 0 || dot + 1 == name.size())
        return {};
    const auto number = name.substr(dot + 1);
    const bool digits =
        std::all_of(number.begin(), number.end(), [](char c) { return c >= '0' && c <= '9'; });
    return digits ? name.substr(0, dot) : std::string_view{};
}

bool isNumbered(std::string_view name, const std::vector<std::string>& known) {
    const auto stem = withoutNumber(name);
    if (stem.empty())
        return false;
    return std::find(known.begin(), known.end(), stem) != known.end() ||
           std::any_of(extensions.begin(), extensions.end(),
                       [stem](std::string_view extension) { return endsLike(stem, extension); });
}

std::string_view lastPart(std::string_view key) {
    const auto dot = key.find_last_of('.');
    return dot == std::string_view::npos ? key : key.substr(dot + 1);
}

// holdingOfText looks for what stands in a file that no parser reads, as an editor's swap file.
Holding holdingOfText(const Site& site, std::string_view name, std::string_view text) {
    const auto open = text.find("PRIVATE KEY-----");
    if (open != std::string_view::npos) {
        const bool encrypted = text.find("-----BEGIN ENCRYPTED PRIVATE KEY-----") != std::string_view::npos;
        return encrypted ? Holding::EncryptedKey : Holding::OpenKey;
    }
    const std::string config = files::fileNameOf(site.profile->config.path);
    if (name.find(config) != std::string_view::npos ||
        text.find(lastPart(site.profile->passphrase.configKey)) != std::string_view::npos)
        return Holding::Config;
    return text.find("-----BEGIN CERTIFICATE-----") != std::string_view::npos ? Holding::Certificate
                                                                              : Holding::Nothing;
}

Holding holdingOf(const document::Object& object) {
    if (std::holds_alternative<document::PrivateKey>(object))
        return Holding::OpenKey;
    if (std::holds_alternative<document::EncryptedKey>(object) ||
        std::holds_alternative<document::Pkcs12>(object))
        return Holding::EncryptedKey;
    return Holding::Certificate;
}

Holding holdingAt(const files::FileReader& reader, const Site& site, const std::string& path,
                  secret::SecretAccess access) {
    auto content = reader.read(path, document::maximumFileSize, files::Links::Refuse);
    if (!content)
        return Holding::Nothing;
    const auto state = vault::stateOf(*content);
    Holding holding = Holding::Nothing;
    if (state == vault::KeyStoreState::Valid || state == vault::KeyStoreState::Foreign)
        holding = Holding::OpenKey;
    for (const document::Item& item : document::parse(*content, access).items)
        holding = std::max(holding, holdingOf(item.object));
    if (holding == Holding::Nothing)
        holding = holdingOfText(site, files::fileNameOf(path), base::textOf(*content));
    base::wipe(*content);
    return holding;
}

std::set<std::string> foldersToSearch(const Site& site, const std::vector<Target>& installed) {
    std::set<std::string> folders{site.root, files::join(site.root, site.profile->config.pathBase)};
    for (const Target& target : installed)
        folders.insert(files::parentOf(target.path));
    for (const profile::Folder& folder : site.profile->folders)
        folders.insert(files::join(site.root, folder.path));
    const std::string home = homeFolderOf(site);
    std::erase_if(folders, [&](const std::string& folder) {
        return !files::isBelow(folder, site.root) && (home.empty() || folder != home);
    });
    return folders;
}

} // namespace

std::string holdingWord(Holding holding) {
    switch (holding) {
    case Holding::OpenKey:
    case Holding::EncryptedKey:
        return "key";
    case Holding::Config:
        return "config";
    case Holding::Certificate:
        return "certificate";
    case Holding::Nothing:
        break;
    }
    return {};
}

bool isLeftoverName(std::string_view name, const std::vector<std::string>& known) {
    const bool swap = name.starts_with('.') && (endsLike(name, ".swp") || endsLike(name, ".swo"));
    const bool unsaved = name.size() > 2 && name.starts_with('#') && name.ends_with('#');
    return swap || unsaved || isNumbered(name, known) ||
           std::any_of(endings.begin(), endings.end(),
                       [name](std::string_view ending) { return endsLike(name, ending); });
}

std::vector<Leftover> readableLeftovers(const files::FileReader& reader, const Site& site,
                                        std::string_view configText, secret::SecretAccess access) {
    std::set<std::string> installed;
    std::vector<std::string> known;
    const auto targets = installedFiles(site, configText);
    for (const Target& target : targets) {
        installed.insert(target.path);
        known.push_back(files::fileNameOf(target.path));
    }
    for (const Target& target : targetsOf(site))
        installed.insert(target.path);
    std::vector<Leftover> found;
    for (const std::string& folder : foldersToSearch(site, targets)) {
        auto names = reader.list(folder);
        if (!names)
            continue;
        if (names->size() > mostNames)
            names->resize(mostNames);
        for (const std::string& name : *names) {
            const std::string path = files::join(folder, name);
            if (!isLeftoverName(name, known) || installed.contains(path))
                continue;
            const auto info = reader.stat(path, files::Links::Refuse);
            if (info && info->kind == base::FileKind::Regular && (info->mode & othersMayRead) != 0)
                found.push_back({path, *info, holdingAt(reader, site, path, access)});
        }
    }
    return found;
}

} // namespace certwright::plan

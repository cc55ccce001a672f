// Why: scenes are prepared and looked at with std::filesystem, not with the code under test.
#include "tests/core/apply/scene.h"

#include <QByteArray>
#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <random>
#include <system_error>

#include "core/files/path.h"
#include "tests/support/modes.h"
#include "tests/support/utf8_path.h"

namespace certwright::test {

namespace fs = std::filesystem;
using plan::ChangeKind;

namespace {

std::string contentOf(const fs::path& path) {
    std::ifstream in(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

std::string described(char kind, std::uint32_t mode, const std::string& content) {
    const std::uint32_t kept = keptMode(mode, kind == 'd' ? Entry::Folder : Entry::File);
    return std::string(1, kind) + ' ' + std::to_string(kept) + ' ' + content;
}

std::string describe(const fs::path& path) {
    std::error_code failed;
    const fs::file_type type = fs::symlink_status(path, failed).type();
    if (type == fs::file_type::none || type == fs::file_type::not_found)
        return "?";
    const std::uint32_t mode = modeOf(path);
    if (type == fs::file_type::directory)
        return described('d', mode, "");
    return type == fs::file_type::regular ? described('f', mode, contentOf(path)) : described('x', mode, "");
}

} // namespace

const char* nameOf(Shape shape) {
    switch (shape) {
    case Shape::FirstImport:
        return "first import";
    case Shape::Replacement:
        return "replacement of 0400 files";
    case Shape::Removal:
        return "removal";
    case Shape::NewSecondArea:
        return "second area made";
    case Shape::PresentSecondArea:
        return "second area present";
    case Shape::NestedFolders:
        return "nested folders";
    case Shape::ModeChanges:
        return "mode changes";
    case Shape::Exchange:
        return "exchange";
    case Shape::ExchangeRemoval:
        return "exchange with removal and mode";
    case Shape::RemoveFirst:
        return "removed first";
    case Shape::ClearKey:
        return "clear key encrypted";
    case Shape::Adoption:
        return "adoption";
    }
    return "";
}

Scene::Scene(Shape shape) {
    fillRoot();
    if (shape == Shape::PresentSecondArea) {
        m_folder.makeFolder("home/service", 0750);
        m_folder.write("home/service/key.bak", "old backup", 0400);
    }
    plan.service = "streamserver";
    plan.root = root();
    plan.areas.push_back({root(), state()});
    if (shape == Shape::NewSecondArea || shape == Shape::PresentSecondArea)
        plan.areas.push_back({m_folder.at("home/service"), m_folder.at("home/service/.certwright")});
    build(shape);
    plan.kept.push_back({m_folder.at("root/keys"), plan::KeptKind::Folder, plan::Keeping::Stored});
    for (const char* name : {"root/keys/ca.crt", "root/keys/ca.crl", "root/config/service.conf"})
        keep(name);
    keep("root/keys/server.key");
}

void Scene::fillRoot() {
    m_folder.makeFolder("root", 0755);
    m_folder.makeFolder("root/config", 0750);
    m_folder.makeFolder("home", 0755);
    m_folder.makeFolder("root/keys", 0700);
    m_folder.write("root/keys/ca.crt", "old ca", 0400);
    m_folder.write("root/keys/server.key", "old key", 0400);
    m_folder.write("root/keys/ca.crl", "old crl", 0444);
    m_folder.write("root/config/service.conf", "port=8080\nserver_crt=", 0640);
    m_folder.write("root/other.txt", "not ours to touch", 0604);
}

void Scene::build(Shape shape) {
    switch (shape) {
    case Shape::FirstImport:
        make("root/fresh", 0700);
        write("root/fresh/ca.crt", "new ca", 0400);
        write("root/fresh/server.key", "new key", 0400);
        break;
    case Shape::Replacement:
        write("root/keys/ca.crt", "new ca", 0400);
        write("root/keys/server.key", "new key", 0400);
        write("root/keys/kmc.ks", "store", 0600);
        break;
    case Shape::Removal:
        remove("root/keys/ca.crl");
        write("root/keys/ca.crt", "old ca", 0440); // the same content with another mode
        break;
    case Shape::NewSecondArea:
        make("home/service", 0750);
        [[fallthrough]];
    case Shape::PresentSecondArea:
        write("home/service/key.bak", "new backup", 0400);
        write("root/keys/server.key", "new key", 0400);
        write("home/service/key.hash", "new hash", 0600);
        break;
    case Shape::NestedFolders:
        make("root/config/crt", 0750);
        make("root/config/crt/deep", 0700);
        write("root/config/crt/deep/server.crt", "new certificate", 0400);
        write("root/config/crt/ca.crt", "new ca", 0400);
        break;
    case Shape::ModeChanges:
        mode("root/config", 0700);
        mode("root/keys/ca.crl", 0400);
        write("root/keys/server.crt", "new certificate", 0400);
        break;
    case Shape::Exchange:
        write("root/keys/ca.crt", "new ca", 0400);
        write("root/keys/server.key", "new key", 0400);
        write("root/keys/server.crt", "new certificate", 0400);
        plan.exchanges.push_back({m_folder.at("root/keys"), {"ca.crl"}});
        break;
    case Shape::ExchangeRemoval:
        remove("root/keys/ca.crl");
        mode("root/keys/ca.crt", 0440);
        plan.exchanges.push_back({m_folder.at("root/keys"), {"server.key"}});
        break;
    case Shape::RemoveFirst:
        write("root/keys/ca.crl", "new crl", 0400);
        plan.changes.back().placement = plan::Placement::RemoveFirst;
        break;
    case Shape::ClearKey:
        write("root/keys/server.key", "new key", 0400);
        plan.changes.back().keeping = plan::Keeping::Transient;
        plan.exchanges.push_back({m_folder.at("root/keys"), {"ca.crl", "ca.crt"}});
        break;
    case Shape::Adoption:
        return;
    }
    write("root/config/service.conf", "port=8080\nserver_crt=keys/server.crt", 0640);
}

std::optional<plan::Before> Scene::beforeOf(const std::string& path) const {
    const auto info = files::localFileSystem()->stat(path, files::Links::Refuse);
    if (!info)
        return std::nullopt;
    plan::Before before;
    if (info->kind == base::FileKind::Regular)
        before.sha256 = plan::contentHash(base::viewOf(contentOf(path)));
    before.mode = modeOf(path);
    before.owner = info->owner;
    return before;
}

void Scene::write(const std::string& name, std::string_view content, std::uint32_t mode) {
    plan::Change change;
    change.path = m_folder.at(name);
    change.mode = mode;
    change.before = beforeOf(change.path);
    change.content = base::toBytes(content);
    change.sha256 = plan::contentHash(change.content);
    plan.changes.push_back(std::move(change));
}

void Scene::remove(const std::string& name) {
    plan::Change change;
    change.kind = ChangeKind::RemoveFile;
    change.path = m_folder.at(name);
    change.before = beforeOf(change.path);
    plan.changes.push_back(std::move(change));
}

void Scene::make(const std::string& name, std::uint32_t mode) {
    plan::Change change;
    change.kind = ChangeKind::MakeFolder;
    change.path = m_folder.at(name);
    change.mode = mode;
    plan.changes.push_back(std::move(change));
}

void Scene::mode(const std::string& name, std::uint32_t mode) {
    plan::Change change;
    change.kind = ChangeKind::SetMode;
    change.path = m_folder.at(name);
    change.mode = mode;
    change.before = beforeOf(change.path);
    plan.changes.push_back(std::move(change));
}

void Scene::keep(const std::string& name, plan::Keeping keeping) {
    plan.kept.push_back({m_folder.at(name), plan::KeptKind::File, keeping});
}

Tree Scene::tree() const {
    Tree tree;
    for (auto at = fs::recursive_directory_iterator(m_folder.path());
         at != fs::recursive_directory_iterator(); ++at) {
        if (at->path() == state()) {
            at.disable_recursion_pending();
            continue;
        }
        tree[files::relativeTo(test::utf8Of(at->path()), m_folder.path())] = describe(at->path());
    }
    return tree;
}

Tree Scene::files() const {
    return filesOf(tree());
}

std::vector<std::string> Scene::stateNames() const {
    std::vector<std::string> names;
    if (!fs::exists(state()))
        return names;
    for (const auto& entry : fs::recursive_directory_iterator(state())) {
        const std::string name = files::relativeTo(test::utf8Of(entry.path()), state());
        if (name != "staging" && name != "history" && name != "identity")
            names.push_back(name);
    }
    std::sort(names.begin(), names.end());
    return names;
}

Tree afterOf(Shape shape) {
    const Scene scene(shape);
    Tree tree = scene.tree();
    for (const plan::Change& change : scene.plan.changes) {
        std::string& entry = tree[files::relativeTo(change.path, scene.folder().path())];
        if (change.kind == ChangeKind::WriteFile)
            entry = described('f', change.mode, std::string(base::textOf(change.content)));
        else if (change.kind == ChangeKind::MakeFolder)
            entry = described('d', change.mode, "");
        else if (change.kind == ChangeKind::SetMode)
            entry = described(entry.front(), change.mode, entry.substr(entry.find(' ', 2) + 1));
        else
            tree.erase(files::relativeTo(change.path, scene.folder().path()));
    }
    return tree;
}

Tree filesOf(const Tree& tree) {
    Tree kept;
    for (const auto& [path, described] : tree)
        if (described.front() == 'f' && path.find("/.certwright/") == std::string::npos)
            kept[path] = described;
    return kept;
}

void preferMemory() {
    std::error_code failed;
    const fs::path memory = "/dev/shm/certwright-" + std::to_string(std::random_device()());
    if (!fs::create_directory(memory, failed))
        return;
    std::filesystem::remove(memory, failed);
    qputenv("TMPDIR", "/dev/shm");
}

} // namespace certwright::test

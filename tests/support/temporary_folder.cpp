// Why: std::filesystem does what is needed here; the code under test is not used to prepare its own tests.
#include "tests/support/temporary_folder.h"

#include <QFileInfo>
#include <QTemporaryDir>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <system_error>

#include "tests/support/modes.h"

namespace certwright::test {

namespace fs = std::filesystem;

namespace {

void makeFoldersAbove(const fs::path& path) {
    const fs::path folder = path.parent_path();
    if (fs::exists(folder))
        return;
    makeFoldersAbove(folder);
    fs::create_directory(folder);
    setMode(folder, 0700);
}

void unlockFolders(const fs::path& folder) {
    std::error_code ignored;
    fs::permissions(folder, fs::perms::owner_all, ignored);
    for (const auto& entry : fs::directory_iterator(folder, ignored)) {
        const fs::file_type type = entry.symlink_status(ignored).type();
        if (type == fs::file_type::directory)
            unlockFolders(entry.path());
        else if (type == fs::file_type::regular)
            letRemove(entry.path());
    }
}

} // namespace

bool removeFile(const fs::path& path) {
    letRemove(path);
    return fs::remove(path);
}

void removeAll(const fs::path& path) {
    unlockFolders(path);
    fs::remove_all(path);
}

TemporaryFolder::TemporaryFolder() {
    QTemporaryDir folder;
    if (!folder.isValid())
        qFatal("no temporary folder to be had");
    folder.setAutoRemove(false);
    m_path = QFileInfo(folder.path()).canonicalFilePath().toStdString();
}

TemporaryFolder::~TemporaryFolder() {
    std::error_code ignored;
    unlockFolders(utf8Path(m_path));
    fs::remove_all(utf8Path(m_path), ignored);
}

std::string TemporaryFolder::at(std::string_view name) const {
    return m_path + '/' + std::string(name);
}

std::string TemporaryFolder::write(std::string_view name, base::ByteView content, std::uint32_t mode) const {
    const fs::path path = utf8Path(at(name));
    makeFoldersAbove(path);
    removeFile(path);
    std::ofstream out(path, std::ios::binary);
    const std::string_view text = base::textOf(content);
    out.write(text.data(), static_cast<std::streamsize>(text.size()));
    out.close();
    if (!out)
        qFatal("cannot prepare %s", at(name).c_str());
    setMode(path, mode);
    return at(name);
}

std::string TemporaryFolder::write(std::string_view name, std::string_view content,
                                   std::uint32_t mode) const {
    return write(name, base::viewOf(content), mode);
}

std::string TemporaryFolder::makeFolder(std::string_view name, std::uint32_t mode) const {
    const fs::path path = utf8Path(at(name));
    makeFoldersAbove(path);
    fs::create_directory(path);
    setMode(path, mode);
    return at(name);
}

std::string TemporaryFolder::read(std::string_view name) const {
    std::ifstream in(utf8Path(at(name)), std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

std::uint32_t TemporaryFolder::modeOf(std::string_view name) const {
    return test::modeOf(at(name));
}

bool TemporaryFolder::exists(std::string_view name) const {
    return fs::exists(fs::symlink_status(utf8Path(at(name))));
}

} // namespace certwright::test

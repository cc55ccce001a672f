// Why: see job_scene.h.
#include "tests/core/job/job_scene.h"
#include "tests/support/modes.h"
#include "tests/support/utf8_path.h"

#include <algorithm>
#include <cstdlib>
#include <filesystem>

namespace certwright::test {

base::Result<std::optional<secret::SecretBytes>> Passwords::password(const std::string& path, int attempt) {
    m_asked.push_back(path.substr(path.find_last_of('/') + 1) + " " + std::to_string(attempt));
    if (static_cast<int>(m_asked.size()) == m_cancelAt)
        return base::failure(base::ErrorCode::Cancelled);
    if (m_asked.size() > m_passwords.size())
        return std::optional<secret::SecretBytes>{};
    return std::optional(secret::SecretBytes::copyOf(base::viewOf(m_passwords[m_asked.size() - 1])));
}

void StoppableProgress::enter(base::Step step, int, int) {
    m_cancelled = m_cancelled || m_stopAt == step;
}

JobScene::JobScene(Service service)
    : m_files(files::localFileSystem())
    , m_faulty(*m_files, Counted::Writes)
    , m_folder(service)
    , m_root(makeCa("Root", caKey()))
    , m_sub(makeCa("Sub", subCaKey(), &m_root))
    , m_leaf(makeLeaf("server.test", m_sub, serverKey())) {}

job::Environment JobScene::environment() {
    job::Environment environment{m_faulty,
                                 m_random,
                                 m_progress,
                                 secret::SecretAccess::grant(),
                                 {"tester", "bench", "0.1"},
                                 testNow(),
                                 testNow(),
                                 m_ownProfiles,
                                 m_rootPolicy};
    environment.protector = m_protector;
    environment.vendorLibraries = &m_vendor;
    environment.workFolders = {test::utf8Of(std::filesystem::temp_directory_path())};
    return environment;
}

void JobScene::installLibrary() const {
    m_folder.write(m_folder.profile().vendor->library, "not read by the fake", 0755);
}

void JobScene::removeLibrary() const {
    test::removeFile(m_folder.at(m_folder.profile().vendor->library));
}

void JobScene::editProfile(const std::string& from, const std::string& to) {
    for (const auto& shipped : profile::shippedProfiles())
        if (m_ownProfiles.empty() && shipped.yaml.find("id: " + m_folder.id()) != std::string::npos)
            m_ownProfiles.push_back(shipped);
    const auto at = m_ownProfiles.empty() ? std::string::npos : m_ownProfiles[0].yaml.find(from);
    if (at == std::string::npos)
        std::abort();
    m_ownProfiles[0].yaml.replace(at, from.size(), to);
}

std::map<std::string, std::string> JobScene::goodFiles() {
    return {{"ca", m_folder.brought("ca.crt", pemOf(m_root))},
            {"cert", m_folder.brought("server.crt", pemOf(m_leaf) + pemOf(m_sub))},
            {"key", m_folder.brought("server.key", encryptedPem(*serverKey(), "secret"))},
            {"crl", m_folder.brought("ca.crl", pemOf(makeList(m_root)))}};
}

job::Request JobScene::request(std::map<std::string, std::string> slots) {
    return {m_folder.id(), m_folder.root(), m_folder.home(), std::move(slots), {}, {},
            std::nullopt,  std::nullopt};
}

job::Request JobScene::request(std::vector<std::string> paths) {
    return {m_folder.id(), m_folder.root(), m_folder.home(), {}, std::move(paths), {},
            std::nullopt,  std::nullopt};
}

base::Result<job::Checked> JobScene::check(const job::Request& request, Passwords passwords) {
    job::ImportJob job(environment(), request);
    return job.check(passwords);
}

base::Result<job::Outcome> JobScene::run(const job::Request& request, Passwords passwords) {
    job::ImportJob job(environment(), request);
    if (const auto checked = job.check(passwords); !checked)
        return tl::unexpected(checked.error());
    if (const auto plan = job.plan(); !plan)
        return tl::unexpected(plan.error());
    return job.apply();
}

std::vector<std::string> JobScene::verify() {
    auto world = environment();
    const auto service = job::openService(world, m_folder.id(), m_folder.root(), m_folder.home());
    if (!service)
        return {std::string(base::errorCodeName(service.error().code))};
    const auto verification = job::verifyService(world, *service);
    if (!verification)
        return {std::string(base::errorCodeName(verification.error().code))};
    auto codes = codesOf(verification->findings);
    std::erase(codes, "protector.builtin");
    std::erase(codes, "key.small"); // 2048 bits are made in half the time
    return codes;
}

} // namespace certwright::test

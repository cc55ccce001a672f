// Why: see replace_scene.h.
#include "tests/core/job/replace_scene.h"
#include "tests/support/modes.h"

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <set>

namespace certwright::test {

namespace {

const secret::SecretAccess allowed = secret::SecretAccess::grant();

// The path that a snapshot's line is about.
std::string pathOf(const std::string& line) {
    return line.substr(0, line.find(' '));
}

} // namespace

Key smallerKey() {
    static const Key key = [] {
        auto made = document::makeKey({document::KeyAlgorithm::Rsa, 1536, {}}, allowed);
        if (!made)
            std::abort();
        return std::make_shared<const document::PrivateKey>(std::move(*made));
    }();
    return key;
}

ReplaceScene::ReplaceScene(Service service)
    : JobScene(service) {
    editProfile("minimum-rsa-bits: 2048", "minimum-rsa-bits: 1024");
    const auto installed = run(request(goodFiles()));
    if (!installed || installed->undone)
        std::abort();
    for (const auto& entry : std::filesystem::directory_iterator(folder().broughtFolder()))
        test::removeFile(entry.path());
}

base::Result<job::Outcome> ReplaceScene::carryOut(const job::ReplaceRequest& request, Passwords& passwords) {
    job::ReplaceJob job(environment(), request, passwords);
    auto plan = job.plan();
    m_asked = passwords.asked();
    m_comparison = job.comparison();
    m_selected.clear();
    for (const job::Selected& selected : job.selected())
        m_selected.push_back(selected.slot);
    if (!plan)
        return tl::unexpected(plan.error());
    m_plan = std::move(*plan);
    return job.apply();
}

base::Result<job::Outcome> ReplaceScene::replace(const std::map<std::string, std::string>& slots,
                                                 Passwords passwords,
                                                 const std::vector<std::string>& without) {
    return carryOut({request(slots), without}, passwords);
}

base::Result<job::Outcome> ReplaceScene::replacePaths(const std::vector<std::string>& paths,
                                                      Passwords passwords) {
    return carryOut({request(paths), {}}, passwords);
}

base::Result<plan::Plan> ReplaceScene::planOf(const std::map<std::string, std::string>& slots,
                                              const std::vector<std::string>& without) {
    Passwords passwords({"secret"});
    job::ReplaceJob job(environment(), {request(slots), without}, passwords);
    auto plan = job.plan();
    m_asked = passwords.asked();
    m_comparison = job.comparison();
    return plan;
}

document::Identity ReplaceScene::leafOf(const Key& key, int days) const {
    return makeLeaf("server.test", sub(), key, days);
}

document::Identity ReplaceScene::namedLeaf(const Key& key, int days, const std::string& name) const {
    document::CertificateSpec spec;
    spec.subject = {{"CN", name}};
    spec.notBefore = testNow() - std::chrono::days(10);
    spec.notAfter = testNow() + std::chrono::days(days);
    spec.altNames = {{document::AltNameKind::Dns, name}};
    auto made = document::makeCertificate(spec, key, &sub(), allowed);
    if (!made)
        std::abort();
    return *made;
}

std::string ReplaceScene::certificateFile(const document::Identity& leaf) {
    return brought("leaf.crt", pemOf(leaf) + pemOf(sub()));
}

std::string ReplaceScene::passphrase() {
    auto world = environment();
    const auto service = job::openService(world, folder().id(), folder().root(), folder().home());
    const auto opened = job::unlockService(world, *service);
    return opened ? std::string(base::textOf(opened->reveal(allowed))) : std::string();
}

std::vector<std::string> ReplaceScene::changedSince(const std::vector<std::string>& snapshot) {
    const auto now = folder().snapshot();
    std::vector<std::string> differing;
    std::set_symmetric_difference(snapshot.begin(), snapshot.end(), now.begin(), now.end(),
                                  std::back_inserter(differing));
    std::set<std::string> names;
    for (const std::string& line : differing) {
        const std::string path = pathOf(line);
        names.insert(path.substr(path.find_last_of('/') + 1));
    }
    return {names.begin(), names.end()};
}

} // namespace certwright::test

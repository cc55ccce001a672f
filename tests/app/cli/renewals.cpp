// Why: see renewals.h.
#include "tests/app/cli/renewals.h"

#include <chrono>

namespace certwright::test {

using material::days;

namespace {

constexpr int keys = 3;

material::Key keyOf(int generation) {
    return material::rsaKey(generation % keys, 3072);
}

} // namespace

Renewals::Renewals()
    : m_now(std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now())) {
    auto spec = material::authoritySpec();
    spec.notBefore = m_now - days(30);
    spec.notAfter = m_now + days(2000);
    m_ca = material::issue(spec, material::rsaKey(100));
}

material::Identity Renewals::serverOf(int generation, KeyUse use) const {
    auto spec = material::serverSpec("aoi.practice.test"); // the name in the practice config of AOI
    spec.notBefore = m_now - days(10);
    spec.notAfter = m_now + days(400 + generation);
    return material::issue(spec, keyOf(use == KeyUse::Own ? generation : 0), &m_ca);
}

std::string Renewals::certificate(int generation, KeyUse use) const {
    const std::string name =
        "server-" + std::to_string(generation) + (use == KeyUse::Own ? "" : "-same") + ".crt";
    return m_folder.write(name, material::pem(serverOf(generation, use)), 0644);
}

std::string Renewals::key(int generation) const {
    return m_folder.write("server-" + std::to_string(generation) + ".key",
                          material::keyPem(*keyOf(generation), usualPassword), 0600);
}

std::string Renewals::list(int generation) const {
    document::CrlSpec spec;
    spec.thisUpdate = m_now - days(5) + std::chrono::hours(generation);
    spec.nextUpdate = m_now + days(100);
    spec.number = static_cast<std::uint64_t>(generation) + 1;
    return m_folder.write("ca-" + std::to_string(generation) + ".crl",
                          material::pem(material::issueCrl(spec, m_ca)), 0644);
}

std::string Renewals::full(int generation, KeyUse use) const {
    const std::string name = "full-" + std::to_string(generation);
    m_folder.makeFolder(name);
    const auto put = [&](const char* file, const std::string& from) {
        const std::string relative = from.substr(m_folder.path().size() + 1);
        m_folder.write(name + "/" + file, m_folder.read(relative), 0600);
    };
    m_folder.write(name + "/ca.crt", material::pem(m_ca), 0644);
    put("server.crt", certificate(generation, use));
    put("server.key", key(use == KeyUse::Own ? generation : 0));
    put("ca.crl", list(generation));
    return m_folder.at(name);
}

} // namespace certwright::test

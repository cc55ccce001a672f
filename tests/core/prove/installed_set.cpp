// Why: verify, proof and unlock are asked about a service folder as an import leaves it.
#include "tests/core/prove/installed_set.h"

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <utility>

#include "core/document/encode.h"
#include "core/ossl/digest.h"
#include "core/profile/load.h"
#include "core/vault/builtin_vault.h"
#include "core/vault/passphrase.h"
#include "tests/support/modes.h"
#include "tests/support/seeded_random.h"

namespace certwright::test {

namespace {

const secret::SecretAccess access = secret::SecretAccess::grant();

template <typename T> T sure(base::Result<T> result) {
    if (!result)
        std::abort();
    return std::move(*result);
}

secret::SecretBytes secretOf(const std::string& text) {
    return secret::SecretBytes::copyOf(base::viewOf(text));
}

constexpr std::string_view streamserverConfig = "# The port\n"
                                                "port=8080\n"
                                                "server_crt=keys/server.crt\n"
                                                "server_key=keys/server.key\n"
                                                "ca_crt=keys/ca.crt\n"
                                                "crl=keys/ca.crl\n"
                                                "# sealed\n"
                                                "server_key_mm=@SEALED@\n"
                                                "rotate_file_number=50";
constexpr std::string_view aoiConfig = "check_cert_holder:\n"
                                       "  enable: true\n"
                                       "  host_name: server.test\n"
                                       "cert:\n"
                                       "  ca: config/crt/ca.crt\n"
                                       "  crt: config/crt/server.crt\n"
                                       "  key: config/crt/server.key\n"
                                       "  key_mm: @SEALED@\n"
                                       "  crl: config/crt/ca.crl\n"
                                       "ai_platform_http_client:\n"
                                       "  ca: config/crt/client_ca.crt\n"
                                       "  crl: config/crt/ai_platform_client.crl\n"
                                       "http_pushgateway_client:\n"
                                       "  ca: config/crt/gateway_client_ca.crt\n"
                                       "  crl: config/crt/gateway_client.crl\n"
                                       "ca_retention_time: \"2029-01-01 00:00:00\"\n";

} // namespace

InstalledSet::InstalledSet(Service service)
    : m_profile(sure(profile::findProfile(service == Service::StreamServer ? "streamserver" : "aoi", {})))
    , m_service(service)
    , m_ca(makeCa("CA", caKey()))
    , m_server(makeServer(m_ca, serverKey(), testNow() + std::chrono::days(700))) {
    for (const profile::Folder& folder : m_profile.folders)
        m_folder.makeFolder("root/" + folder.path, folder.mode);
    m_folder.makeFolder("home/aoi_service");
    installTrust();
    installSecrets();
}

void InstalledSet::installTrust() {
    const base::Time nextUpdate = testNow() + std::chrono::days(90);
    put("ca", document::toPem(m_ca.certificate));
    put("crl", document::toPem(makeList(m_ca, {}, nextUpdate)));
    put("cert", document::toPem(m_server.certificate));
    if (m_service == Service::StreamServer)
        return;
    for (const std::string name : {"platform", "gateway"}) {
        const document::Identity other = makeCa(name, otherKey());
        put(name + "-ca", document::toPem(other.certificate));
        put(name + "-crl", document::toPem(makeList(other, {}, nextUpdate)));
    }
}

void InstalledSet::installSecrets() {
    SeededRandom random;
    const auto vault = sure(vault::BuiltinVault::create(random, access));
    const auto passphrase = sure(vault::makePassphrase(random, access));
    m_passphrase = base::textOf(passphrase.reveal(access));
    const base::Bytes store = vault->content();
    write(m_profile.keyStore.primary, std::string(base::textOf(store)));
    write(m_profile.keyStore.standby, std::string(base::textOf(store)));
    installKey(*m_server.key, m_passphrase);
    writeConfig(sure(vault->seal(passphrase, access)));
}

void InstalledSet::writeConfig(const std::string& sealed) {
    std::string text(m_service == Service::StreamServer ? streamserverConfig : aoiConfig);
    const std::string mark = "@SEALED@";
    text.replace(text.find(mark), mark.size(), sealed);
    write(m_profile.config.path, text, 0600);
}

void InstalledSet::installKey(const document::PrivateKey& key, const std::string& passphrase) {
    const std::string pem = sure(document::encryptKey(key, secretOf(passphrase), 1000, access));
    put("key", pem);
    if (m_service == Service::StreamServer)
        return;
    writeHome("key.bak", pem);
    writeHome("key.hash", ossl::sha256Hex(base::viewOf(pem)));
}

void InstalledSet::installServer(const std::vector<document::Certificate>& chain) {
    std::string text;
    for (const document::Certificate& certificate : chain)
        text += document::toPem(certificate);
    put("cert", text);
}

void InstalledSet::put(const std::string& slot, const std::string& content) {
    write(m_profile.slot(slot)->target, content);
}

void InstalledSet::write(const std::string& relative, const std::string& content, std::uint32_t mode) {
    m_folder.write("root/" + relative, content, mode);
}

void InstalledSet::writeHome(const std::string& name, const std::string& content, std::uint32_t mode) {
    m_folder.write("home/aoi_service/" + name, content, mode);
}

void InstalledSet::remove(const std::string& absolute) const {
    if (!test::removeFile(absolute))
        std::abort();
}

void InstalledSet::replaceInConfig(const std::string& from, const std::string& to) {
    std::string text = read(m_profile.config.path);
    const std::size_t at = text.find(from);
    if (at == std::string::npos)
        std::abort();
    write(m_profile.config.path, text.replace(at, from.size(), to), 0600);
}

std::vector<std::string> codesOf(const check::Findings& findings) {
    std::vector<std::string> codes;
    for (const check::Finding& finding : findings)
        if (finding.severity != check::Severity::Note)
            codes.emplace_back(check::codeOf(finding));
    std::sort(codes.begin(), codes.end());
    codes.erase(std::unique(codes.begin(), codes.end()), codes.end());
    return codes;
}

} // namespace certwright::test

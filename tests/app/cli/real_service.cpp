// Why: see real_service.h.
#include "tests/app/cli/real_service.h"

#include <filesystem>

#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

#include "tests/app/cli/link_swapper.h"
#include "tests/support/temporary_folder.h"

namespace certwright::test {

namespace stdfs = std::filesystem;

namespace {

const std::string sourcePassword = "pass-of-the-source";

void require(bool holds, const char* what) {
    if (!holds)
        qFatal("%s", what);
}

} // namespace

int freePort() {
    const int descriptor = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t size = sizeof address;
    auto* const generic = reinterpret_cast<sockaddr*>(&address);
    require(::bind(descriptor, generic, size) == 0 && ::getsockname(descriptor, generic, &size) == 0, "port");
    ::close(descriptor);
    return ntohs(address.sin_port);
}

void endServer(QProcess& server) {
    server.terminate();
    if (!server.waitForFinished(20000)) {
        server.kill();
        server.waitForFinished(5000);
    }
}

RealService::RealService(const std::string& id)
    : m_id(id) {
    stdfs::permissions(m_folder.path(), static_cast<stdfs::perms>(0755));
    m_folder.makeFolder("service");
    m_folder.makeFolder("bin", 0755);
    stdfs::copy_file(cliPath(), at("bin/certwright-cli"));
    stdfs::permissions(at("bin/certwright-cli"), static_cast<stdfs::perms>(0755));
    makeMaterial();
}

material::Identity RealService::issue(const std::string& name, int key,
                                      const material::Identity* issuer) const {
    auto spec = issuer == nullptr ? material::authoritySpec(name) : material::serverSpec(name);
    spec.notBefore = m_now - material::days(2);
    spec.notAfter = m_now + material::days(400);
    return material::issue(spec, material::rsaKey(key), issuer);
}

void RealService::makeMaterial() {
    const auto ca = issue("Test CA", 100, nullptr);
    const auto stranger = issue("Stranger's CA", 101, nullptr);
    const auto revoked = issue("revoked", 2, &ca);
    const auto write = [this](const std::string& name, const material::Identity& identity,
                              const std::string& password) {
        m_folder.write(name + ".crt", material::pem(identity));
        m_folder.write(name + ".key", password.empty() ? material::keyPem(*identity.key)
                                                       : material::keyPem(*identity.key, password));
    };
    auto list = material::crlSpec({material::revoked(revoked)});
    list.thisUpdate = m_now - material::days(1);
    list.nextUpdate = m_now + material::days(100);
    list.entries.front().revokedAt = m_now - material::days(1);
    int key = 0;
    for (const std::string folder : {"source/", "renewed/"}) {
        m_folder.write(folder + "ca.crt", material::pem(ca));
        m_folder.write(folder + "ca.crl", material::pem(material::issueCrl(list, ca)));
        write(folder + "server", issue("localhost", key, &ca), sourcePassword);
        key = 5;
    }
    m_folder.write("clients/ca.crt", material::pem(ca));
    write("clients/good", issue("postgres", 1, &ca), {});
    write("clients/revoked", revoked, {});
    write("clients/stranger", issue("stranger", 3, &stranger), {});
}

void RealService::writeConfig(const std::string& name, const std::string& text) const {
    m_folder.write("service/" + name, text);
}

void RealService::give() const {
    const std::string owner = std::to_string(ordinaryUser());
    if (runsAsRoot())
        require(runProgram("chown", {"-R", owner + ":" + owner, root()}).exitCode == 0, "chown");
}

Outcome RealService::verb(const std::string& name, const Arguments& more, const std::string& password) const {
    Arguments words{name};
    if (runsAsRoot() && name != "history")
        words.push_back("--as-owner");
    return runCli(together(together(words, {"--service", m_id, "--root", root()}), more), password);
}

std::string RealService::importFrom(const std::string& folder, const std::string& name) const {
    const Outcome outcome = verb(
        name, {"--yes", "--json", "--password-stdin", "--host", "localhost", at(folder)}, sourcePassword);
    return outcome.exitCode == 0 ? std::string() : outcome.out + outcome.err;
}

Arguments RealService::asServer(const Arguments& words) const {
    const std::string path = "PATH=" + at("bin") + ":/usr/sbin:/usr/bin:/sbin:/bin";
    const Arguments command =
        together({"env", path, "XDG_CONFIG_HOME=/nonexistent/config", "LC_ALL=C.UTF-8"}, words);
    const std::string user = std::to_string(ordinaryUser());
    return runsAsRoot() ? together({"setpriv", "--reuid", user, "--regid", user, "--clear-groups"}, command)
                        : command;
}

Outcome RealService::runAsServer(const Arguments& words, const std::string& input) const {
    Arguments command = asServer(words);
    const std::string program = command.front();
    command.erase(command.begin());
    return runProgram(program, command, input);
}

Arguments RealService::unlockWords() const {
    return asServer(
        {"certwright-cli", "unlock", "--service", m_id, "--root", root(), "--for-service", "--fd", "1"});
}

std::unique_ptr<QProcess> RealService::server(const Arguments& words) const {
    auto process = std::make_unique<QProcess>();
    const Arguments command = asServer(words);
    QStringList list;
    for (const std::string& word : command)
        list << QString::fromStdString(word);
    process->setProgram(list.takeFirst());
    process->setArguments(list);
    process->setWorkingDirectory(QString::fromStdString(root()));
    process->setProcessChannelMode(QProcess::MergedChannels);
    return process;
}

} // namespace certwright::test

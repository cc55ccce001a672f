// Why: see gateway.h.
#include "tests/app/cli/gateway.h"

#include <chrono>
#include <filesystem>

#include <QTest>

#include "tests/app/cli/loopback.h"

namespace certwright::test {

using material::days;

namespace {

constexpr int patience = 10000;
constexpr const char* host = "gateway.test";

void end(QProcess* process) {
    if (process == nullptr || process->state() == QProcess::NotRunning)
        return;
    process->terminate();
    if (!process->waitForFinished(patience))
        process->kill();
    process->waitForFinished(patience);
}

document::CertificateSpec clientSpec(const std::string& name) {
    document::CertificateSpec spec = material::serverSpec();
    spec.subject = {{"CN", name}};
    spec.extendedKeyUsage = {"1.3.6.1.5.5.7.3.2"};
    spec.altNames = {};
    return spec;
}

} // namespace

Gateway::Gateway(const std::string& more)
    : m_port(freePort()) {
    const std::string root = m_folder.makeFolder("nginx", 0755);
    std::string config = "daemon off;\nworker_processes 2;\npid " + root + "/nginx.pid;\nerror_log " + root +
                         "/error.log;\nevents { worker_connections 512; }\nhttp {\n    access_log off;\n";
    for (const char* kind : {"client_body", "proxy", "fastcgi", "uwsgi", "scgi"})
        config += std::string("    ") + kind + "_temp_path " + root + "/" + kind + ";\n";
    m_folder.write("nginx/nginx.conf", config + "    include sites-enabled/*;\n}\n", 0644);
    m_folder.makeFolder("nginx/sites-available", 0755);
    m_folder.makeFolder("nginx/sites-enabled", 0755);
    writeSite("# The gateway in front of everything.\nserver {\n  listen 127.0.0.1:" +
              std::to_string(m_port) + " ssl;   # people come in here\n  server_name " + host + ";\n" + more +
              "  location / { return 200 \"hello\\n\"; }\n}\n");
    std::filesystem::create_symlink("../sites-available/gateway", root + "/sites-enabled/gateway");
    makeMaterial();
}

Gateway::~Gateway() {
    end(m_nginx.get());
    end(m_feeder.get());
}

void Gateway::writeSite(const std::string& text) const {
    m_folder.write("nginx/sites-available/gateway", text, 0644);
}

void Gateway::makeMaterial() {
    const auto now = std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now());
    const auto valid = [&](document::CertificateSpec spec, int until) {
        spec.notBefore = now - days(10);
        spec.notAfter = now + days(until);
        return spec;
    };
    const auto ca = material::issue(valid(material::authoritySpec(), 2000), material::ecKey(100));
    m_folder.write("ca.crt", material::pem(ca), 0644);
    for (int generation = 0; generation < 3; ++generation) {
        const auto key = generation == 2 ? material::rsaKey(generation, 3072) : material::ecKey(generation);
        const auto server = material::issue(valid(material::serverSpec(host), 400 + generation), key, &ca);
        const std::string name = "server-" + std::to_string(generation);
        m_folder.write(name + ".crt", material::pem(server), 0644);
        m_folder.write(name + ".key", material::keyPem(*key, usualPassword));
    }
    std::vector<document::CrlEntrySpec> entries;
    for (const std::string name : {"client", "revoked"}) {
        const auto key = material::ecKey(name == "client" ? 10 : 11);
        const auto client = material::issue(valid(clientSpec(name), 300), key, &ca);
        m_folder.write(name + ".crt", material::pem(client), 0644);
        m_folder.write(name + ".key", material::keyPem(*key));
        if (name == "revoked")
            entries.push_back({client.certificate.facts.serial, now - days(1), {}});
    }
    document::CrlSpec list;
    list.thisUpdate = now - days(1);
    list.nextUpdate = now + days(90);
    list.entries = entries;
    m_folder.write("ca.crl", material::pem(material::issueCrl(list, ca)), 0644);
}

Arguments Gateway::brought(int generation) const {
    const std::string name = "server-" + std::to_string(generation);
    return {"--cert", at(name + ".crt"), "--key", at(name + ".key"), "--password-stdin", "--yes"};
}

Outcome Gateway::run(const Arguments& verb, const std::string& input) const {
    return runCli(together({verb.front(), "--service", "nginx", "--root", root()},
                           Arguments(verb.begin() + 1, verb.end())),
                  input);
}

Outcome Gateway::import(int generation, const Arguments& more) const {
    const Arguments verb{"import", "--json", "--ca", at("ca.crt"), "--crl", at("ca.crl")};
    return run(together(together(verb, brought(generation)), more), usualPassword);
}

Outcome Gateway::replace(int generation, const Arguments& more) const {
    return run(together(together({"replace", "--json"}, brought(generation)), more), usualPassword);
}

bool Gateway::feed() {
    const std::string pipe = root() + "/certwright/passphrase.pipe";
    m_feeder = std::make_unique<QProcess>();
    m_feeder->setProcessChannelMode(QProcess::ForwardedErrorChannel);
    m_feeder->start(QString::fromStdString(cliPath()),
                    {"unlock", "--service", "nginx", "--root", QString::fromStdString(root()), "--pipe",
                     QString::fromStdString(pipe)});
    return QTest::qWaitFor([&] { return m_folder.exists("nginx/certwright/passphrase.pipe"); }, patience);
}

bool Gateway::start() {
    m_nginx = std::make_unique<QProcess>();
    m_nginx->setProcessChannelMode(QProcess::ForwardedErrorChannel);
    m_nginx->start("/usr/sbin/nginx", {"-c", QString::fromStdString(root() + "/nginx.conf")});
    return QTest::qWaitFor([&] { return isListening(m_port); }, patience);
}

std::string Gateway::curl(const std::string& client) const {
    Arguments arguments{
        "-sS",        "--max-time",   "10",
        "-w",         "%{http_code}", "--cacert",
        at("ca.crt"), "--resolve",    std::string(host) + ":" + std::to_string(m_port) + ":127.0.0.1"};
    if (!client.empty())
        arguments = together(arguments, {"--cert", at(client + ".crt"), "--key", at(client + ".key")});
    arguments.push_back("https://" + std::string(host) + ":" + std::to_string(m_port) + "/");
    const Outcome outcome = runProgram("curl", arguments);
    return outcome.out + outcome.err;
}

} // namespace certwright::test

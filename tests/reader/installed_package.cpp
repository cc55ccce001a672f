// Why: see installed_package.h.
#include "tests/reader/installed_package.h"

#include <algorithm>
#include <filesystem>

namespace certwright::test {

namespace {

constexpr int patience = 20'000; // ms
const std::string sources = CERTWRIGHT_READER_TESTS;

} // namespace

InstalledPackage::InstalledPackage()
    : m_installed(runProgram(CERTWRIGHT_CMAKE, {"--install", CERTWRIGHT_BUILD, "--component", "reader",
                                                "--prefix", m_folder.at("prefix")})) {}

std::vector<std::string> InstalledPackage::files() const {
    std::vector<std::string> found;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(prefix()))
        if (!entry.is_directory())
            found.push_back(entry.path().lexically_relative(prefix()).generic_string());
    std::sort(found.begin(), found.end());
    return found;
}

std::string InstalledPackage::library() const {
    for (const std::string& file : files())
        if (file.ends_with("/libcertwright-reader.so"))
            return std::filesystem::canonical(prefix() + "/" + file).string();
    return {};
}

Outcome InstalledPackage::buildExample() const {
    const std::string build = m_folder.at("build");
    Outcome outcome = runProgram(
        CERTWRIGHT_CMAKE, {"-S", sources + "/example_server", "-B", build, "-G", "Ninja",
                           "-DCMAKE_PREFIX_PATH=" + prefix(), "-DCMAKE_CXX_COMPILER=" CERTWRIGHT_COMPILER,
                           "-DCMAKE_CXX_FLAGS=-Wall -Wextra -Wconversion -Wshadow -Werror"});
    return outcome.exitCode == 0 ? runProgram(CERTWRIGHT_CMAKE, {"--build", build}) : outcome;
}

Outcome InstalledPackage::buildClient() const {
    const std::string folder = std::filesystem::path(library()).parent_path().string();
    return runProgram("cc", {"-std=c99", "-Wall", "-Wextra", "-Werror", "-pedantic", "-I",
                             prefix() + "/include", sources + "/c_client/main.c", "-o", client(), "-L",
                             folder, "-lcertwright-reader", "-Wl,-rpath," + folder});
}

ExampleServer::ExampleServer(const std::string& program, const Service& service) {
    m_process.start(QString::fromStdString(program),
                    {QString::fromStdString(service.id), QString::fromStdString(service.root),
                     QString::fromStdString(service.home)});
    while (printed().find('\n') == std::string::npos)
        if (!m_process.waitForReadyRead(patience))
            return;
    if (m_printed.starts_with("port "))
        m_port = m_printed.substr(5, m_printed.find('\n') - 5);
}

ExampleServer::~ExampleServer() {
    m_process.kill();
    m_process.waitForFinished(patience);
}

std::string ExampleServer::printed() {
    m_process.waitForReadyRead(0);
    return m_printed += m_process.readAllStandardOutput().toStdString();
}

std::string ExampleServer::complaints() {
    m_process.waitForReadyRead(0);
    return m_process.readAllStandardError().toStdString();
}

bool visit(const ExampleServer& server, const std::string& ca, const std::string& folder,
           const std::string& client) {
    std::vector<std::string> words{"s_client",
                                   "-quiet",
                                   "-connect",
                                   "127.0.0.1:" + server.port(),
                                   "-CAfile",
                                   ca,
                                   "-verify_return_error"};
    if (!client.empty())
        words.insert(words.end(),
                     {"-cert", folder + "/" + client + ".crt", "-key", folder + "/" + client + ".key"});
    const Outcome outcome = runProgram("openssl", words, "GET / HTTP/1.1\r\nHost: localhost\r\n\r\n");
    return contains(outcome.out, "welcome");
}

} // namespace certwright::test

// Why: see nginx_server_posix.h.
#include "tests/app/cli/nginx_server_posix.h"

#include <QStandardPaths>
#include <QTest>

#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

namespace certwright::test {

namespace {

sockaddr_in loopback(std::uint16_t port) {
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    address.sin_port = htons(port);
    return address;
}

std::uint16_t freePort() {
    sockaddr_in address = loopback(0);
    socklen_t length = sizeof(address);
    const int socket = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    const bool found = ::bind(socket, reinterpret_cast<sockaddr*>(&address), length) == 0 &&
                       ::getsockname(socket, reinterpret_cast<sockaddr*>(&address), &length) == 0;
    ::close(socket);
    return found ? ntohs(address.sin_port) : std::uint16_t{0};
}

bool answers(std::uint16_t port) {
    const sockaddr_in address = loopback(port);
    const int socket = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    const bool there = ::connect(socket, reinterpret_cast<const sockaddr*>(&address), sizeof(address)) == 0;
    ::close(socket);
    return there;
}

// Ordinary users rarely have /usr/sbin in their PATH.
QString program() {
    const QString found = QStandardPaths::findExecutable(QStringLiteral("nginx"));
    return found.isEmpty() ? QStringLiteral("/usr/sbin/nginx") : found;
}

} // namespace

NginxServer::NginxServer(const std::string& site)
    : m_port(freePort()) {
    const std::string folder = m_folder.path();
    std::string config = runsAsRoot() ? "user root;\n" : "";
    config += "daemon off;\nworker_processes 1;\npid " + folder + "/pid;\nerror_log stderr;\n";
    config += "events { worker_connections 64; }\nhttp {\naccess_log off;\n";
    for (const char* kind : {"client_body", "proxy", "fastcgi", "uwsgi", "scgi"})
        config += std::string(kind) + "_temp_path " + folder + "/" + kind + ";\n";
    config += "server {\nlisten 127.0.0.1:" + std::to_string(m_port) + " ssl;\n" + site;
    config += "location / { return 200 \"welcome\"; }\n}\n}\n";
    const std::string path = m_folder.write("nginx.conf", config);
    m_process.setProcessChannelMode(QProcess::MergedChannels);
    m_process.start(program(),
                    {QStringLiteral("-p"), QString::fromStdString(folder), QStringLiteral("-c"),
                     QString::fromStdString(path), QStringLiteral("-e"), QStringLiteral("stderr")});
    for (int i = 0; i < 400 && !m_runs; ++i) {
        if (m_process.waitForFinished(25) || m_process.state() == QProcess::NotRunning)
            break;
        m_runs = answers(m_port);
    }
}

NginxServer::~NginxServer() {
    if (m_process.state() == QProcess::NotRunning)
        return;
    m_process.terminate();
    if (!m_process.waitForFinished(5000)) {
        m_process.kill();
        m_process.waitForFinished(5000);
    }
}

std::string NginxServer::complaint() {
    return m_process.errorString().toStdString() + "\n" + m_process.readAll().toStdString();
}

} // namespace certwright::test

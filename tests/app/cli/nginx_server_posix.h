// Why: what serve-check says of a server is worth most of the server that people have.
#pragma once

#include <cstdint>
#include <memory>
#include <string>

#include <QProcess>

#include "tests/support/temporary_folder.h"

namespace certwright::test {

// NginxServer is the distribution's nginx with its own prefix, on a free port of 127.0.0.1, ended with it. It
// runs as whoever runs the test.
class NginxServer {
  public:
    // start begins to serve `site` (lines of a server block, without listen) and waits until it answers.
    explicit NginxServer(const std::string& site);
    NginxServer(const NginxServer&) = delete;
    NginxServer& operator=(const NginxServer&) = delete;
    ~NginxServer();

    // runs tells whether it answers; `complaint` is what nginx said.
    bool runs() const { return m_runs; }
    std::string complaint();
    std::string address() const { return "127.0.0.1:" + std::to_string(m_port); }

  private:
    TemporaryFolder m_folder;
    QProcess m_process;
    std::uint16_t m_port = 0;
    bool m_runs = false;
};

} // namespace certwright::test

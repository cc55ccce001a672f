// Why: Debian's nginx runs for real, in a folder of its own, on a port of its own, as whoever runs the test.
#pragma once

#include <memory>
#include <string>

#include <QProcess>

#include "tests/app/cli/practice.h"
#include "tests/data/material/pki.h"

namespace certwright::test {

// Gateway is an nginx folder with one server block that listens with TLS (sites-available/gateway, linked
// from sites-enabled), and a CA's material for it: servers by generation, a client, a revoked client.
class Gateway {
  public:
    explicit Gateway(const std::string& more = {});
    ~Gateway();

    const TemporaryFolder& folder() const { return m_folder; }
    std::string root() const { return m_folder.at("nginx"); }
    std::string at(const std::string& relative) const { return m_folder.at(relative); }
    int port() const { return m_port; }
    std::string address() const { return "127.0.0.1:" + std::to_string(m_port); }
    std::string site() const { return m_folder.read("nginx/sites-available/gateway"); }
    void writeSite(const std::string& text) const;

    // brought names a generation's files, whose password comes from standard input.
    Arguments brought(int generation) const;
    // import and replace bring a generation's certificate and key.
    Outcome import(int generation, const Arguments& more = {}) const;
    Outcome replace(int generation, const Arguments& more = {}) const;
    Outcome run(const Arguments& verb, const std::string& input = {}) const;

    // feed starts `unlock --pipe`, start nginx; both end with this. False if they did not get ready in time.
    bool feed();
    bool start();
    // curl asks for "/" as `client` ("client", "revoked" or empty: shows no certificate); returns status and
    // body.
    std::string curl(const std::string& client) const;

  private:
    void makeMaterial();

    TemporaryFolder m_folder;
    int m_port = 0;
    std::unique_ptr<QProcess> m_feeder;
    std::unique_ptr<QProcess> m_nginx;
};

} // namespace certwright::test

// Why: a profile is worth what the real server makes of it; the tests of Redis and PostgreSQL share how a
// folder is made for one, how it is started and how clients come to it.
#pragma once

#include <map>
#include <memory>
#include <string>

#include <QProcess>

#include "tests/app/cli/practice.h"
#include "tests/data/material/pki.h"

namespace certwright::test {

// RealService is the folder of a server of `id`, which belongs to an ordinary account (where the tests run as
// root, another one than theirs: servers refuse to run as root), and material for it: source/ (CA, server for
// "localhost", encrypted key, list), renewed/ (a second server certificate) and clients/ (good, revoked and
// stranger, each .crt and .key, and ca.crt).
class RealService {
  public:
    explicit RealService(const std::string& id);

    std::string root() const { return m_folder.at("service"); }
    std::string at(const std::string& name) const { return m_folder.at(name); }
    std::string config(const std::string& name) const { return m_folder.read("service/" + name); }
    void writeConfig(const std::string& name, const std::string& text) const;
    // give gives everything in the service's folder to the account that runs the server.
    void give() const;

    // verb runs the command line on the service; `password` goes to its standard input.
    Outcome verb(const std::string& name, const Arguments& more, const std::string& password = {}) const;
    // importFrom imports a folder of the material; its messages where it failed.
    std::string importFrom(const std::string& folder, const std::string& verb = "import") const;

    // asServer is a command that runs as the server's account, with certwright-cli in its PATH.
    Arguments asServer(const Arguments& words) const;
    // runAsServer runs it to its end.
    Outcome runAsServer(const Arguments& words, const std::string& input = {}) const;
    // unlockWords hands the passphrase over on standard output.
    Arguments unlockWords() const;
    // server is such a command that is yet to be started.
    std::unique_ptr<QProcess> server(const Arguments& words) const;

  private:
    void makeMaterial();
    material::Identity issue(const std::string& name, int key, const material::Identity* issuer) const;

    TemporaryFolder m_folder;
    std::string m_id;
    base::Time m_now = std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now());
};

// freePort is a port of 127.0.0.1 that nobody listened on a moment ago.
int freePort();

// endServer ends a server and waits for it.
void endServer(QProcess& server);

} // namespace certwright::test

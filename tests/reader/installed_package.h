// Why: what the package test builds with, and the example server that it runs, in a few verbs.
#pragma once

#include <QProcess>
#include <string>
#include <vector>

#include "tests/app/cli/practice.h"

namespace certwright::test {

// InstalledPackage is the component `reader`, installed into a folder of its own.
class InstalledPackage {
  public:
    InstalledPackage();

    // installed is what `cmake --install` left.
    const Outcome& installed() const { return m_installed; }
    // prefix is where it is; library the shared library, with all links followed.
    std::string prefix() const { return m_folder.at("prefix"); }
    std::string library() const;
    // files lists what was installed, relative, sorted.
    std::vector<std::string> files() const;
    // buildExample configures and builds the example server with find_package; its output is for messages.
    Outcome buildExample() const;
    std::string example() const { return m_folder.at("build/example-server"); }
    // buildClient compiles the C client with `cc`, strictly.
    Outcome buildClient() const;
    std::string client() const { return m_folder.at("c-client"); }

  private:
    TemporaryFolder m_folder;
    Outcome m_installed;
};

// ExampleServer runs the example on a service; it is ended with this object.
class ExampleServer {
  public:
    ExampleServer(const std::string& program, const Service& service);
    ~ExampleServer();
    ExampleServer(const ExampleServer&) = delete;
    ExampleServer& operator=(const ExampleServer&) = delete;

    // port is empty if it did not start.
    const std::string& port() const { return m_port; }
    // runs tells whether it is still the program that was started.
    bool runs() const { return m_process.state() == QProcess::Running; }
    // printed is all that it has said.
    std::string printed();
    std::string complaints();

  private:
    QProcess m_process;
    std::string m_port;
    std::string m_printed;
};

// visit sends a request as `client` (files <client>.crt and <client>.key in `folder`; none for an empty name)
// and tells whether the server answered it. The server's certificate is checked against `ca`.
bool visit(const ExampleServer& server, const std::string& ca, const std::string& folder,
           const std::string& client);

} // namespace certwright::test

// Why: the program under test gets an account of its own: home, settings and runtime folders that nobody else
// has, and no desktop but the one that a test gives it.
#pragma once

#include <map>
#include <string>

#include <QProcess>

#include "tests/support/run_program.h"
#include "tests/support/temporary_folder.h"

namespace certwright::test {

// Account has "home" and "runtime" (mode 700) below a temporary folder.
class Account {
  public:
    Account();

    std::string path(const std::string& name) const { return m_folder.at(name); }
    const TemporaryFolder& folder() const { return m_folder; }
    // set changes a variable for the programs that are started from now on; empty removes it.
    void set(const std::string& name, const std::string& value) { m_environment[name] = value; }
    // run runs a program to its end.
    Outcome run(const std::string& program, const std::vector<std::string>& arguments) const;
    // start starts a program that goes on; it is killed when `process` is destroyed.
    bool start(QProcess& process, const std::string& program,
               const std::vector<std::string>& arguments) const;

  private:
    TemporaryFolder m_folder;
    std::map<std::string, std::string> m_environment;
};

// Running is a QProcess that leaves nothing behind.
class Running : public QProcess {
  public:
    ~Running() override;
};

} // namespace certwright::test

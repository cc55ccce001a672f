// Why: what a person at a terminal sees and types is tested at a terminal.
#pragma once

#include <string>
#include <vector>

#include <sys/types.h>

namespace certwright::test {

// Pseudoterminal is a terminal whose other end is the test.
class Pseudoterminal {
  public:
    Pseudoterminal();
    Pseudoterminal(const Pseudoterminal&) = delete;
    Pseudoterminal& operator=(const Pseudoterminal&) = delete;
    ~Pseudoterminal();

    // name is the path of the end that a program opens.
    const std::string& name() const { return m_name; }
    int inner() const { return m_inner; }
    // expect reads until `text` has appeared after what was expected before; false if it does not within 20
    // seconds.
    bool expect(const std::string& text);
    void type(const std::string& text) const;
    // echoes tells whether typed characters are shown and lines can be edited.
    bool echoes() const;
    // seen is everything that appeared so far.
    const std::string& seen();

  private:
    bool readSome(int milliseconds);

    std::string m_name;
    int m_outer = -1;
    int m_inner = -1;
    std::string m_seen;
    std::size_t m_expected = 0;
};

// TerminalSession runs a program at a terminal of its own: it is its controlling terminal and its three
// standard streams.
class TerminalSession {
  public:
    explicit TerminalSession(const std::vector<std::string>& command);
    TerminalSession(const TerminalSession&) = delete;
    TerminalSession& operator=(const TerminalSession&) = delete;
    ~TerminalSession();

    Pseudoterminal& terminal() { return m_terminal; }
    // finish waits for the program (at most 30 seconds) and returns its exit status; -1 if it did not exit by
    // itself.
    int finish();

  private:
    Pseudoterminal m_terminal;
    pid_t m_pid = -1;
};

} // namespace certwright::test

// Why: Windows keeps a read-only file, and one that somebody holds open, from being replaced or deleted.
// Inside this room's Windows half only.
#pragma once

#include <string>
#include <windows.h>

namespace certwright::files {

// Changeable clears the read-only attribute of the file at a wide path, and puts it back unless the change
// was made.
class Changeable {
  public:
    explicit Changeable(std::wstring path);
    Changeable(const Changeable&) = delete;
    Changeable& operator=(const Changeable&) = delete;
    ~Changeable();

    void done() { m_done = true; }

  private:
    bool wasReadOnly() const;

    std::wstring m_path;
    DWORD m_before;
    bool m_done = false;
};

// numberOf is the Windows error number of a call that has just returned; ERROR_SUCCESS for a good one.
inline DWORD numberOf(BOOL good) {
    return good ? static_cast<DWORD>(ERROR_SUCCESS) : GetLastError();
}

// isHeld tells whether an error number may mean that somebody has the file open.
bool isHeld(DWORD number);

// withPatience tries for a second: others (a virus scanner, an indexer, a backup) hold a file for a moment
// when it has changed; who holds it longer uses it. `attempt` returns an error number; so does this, the last
// one.
template <typename Attempt> DWORD withPatience(Attempt attempt) {
    constexpr int attempts = 20;
    constexpr DWORD pause = 50; // milliseconds
    DWORD number = attempt();
    for (int i = 1; i < attempts && isHeld(number); ++i) {
        Sleep(pause);
        number = attempt();
    }
    return number;
}

} // namespace certwright::files

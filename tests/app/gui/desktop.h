// Why: what offscreen tests cannot show: a real server, a real window manager, and keys that come from
// outside.
#pragma once

#include <QString>

#include "tests/app/gui/account.h"

namespace certwright::test {

// Desktop is an Xvfb on a free display with openbox, for the programs of `account`. Both end with it.
class Desktop {
  public:
    explicit Desktop(Account& account);

    bool ready() const { return m_ready; }
    // key presses keys by name, together ("alt+n"); type types a text.
    void key(const std::string& keys);
    void type(const std::string& text);
    // title is that of the window that has the keyboard; empty if none has.
    QString title();
    // waitForTitle waits (20 s) until the title starts with `start`.
    bool waitForTitle(const QString& start);
    // minimize puts the window with the keyboard away.
    void minimize();

  private:
    Account& m_account;
    Running m_server;
    Running m_manager;
    bool m_ready = false;
};

} // namespace certwright::test

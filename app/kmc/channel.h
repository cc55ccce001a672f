// Why: two threads report to the parent, the one that works and the one that says that the helper lives.
#pragma once

#include <mutex>
#include <optional>

#include "app/kmc/connection.h"
#include "core/vault/kmc_protocol.h"

namespace certwright::helper {

// Channel sends and receives whole messages. send may be called from any thread; without a parent it ends
// this process, which has nobody left to work for.
class Channel {
  public:
    Channel(const Connection& connection, secret::SecretAccess access)
        : m_connection(connection)
        , m_access(access) {}

    void send(const secret::SecretBytes& message);
    void enter(vault::kmc::Stage stage);
    // receive waits for the next message; nothing if what comes is none, or nobody is there.
    std::optional<vault::kmc::Message> receive();
    secret::SecretAccess access() const { return m_access; }

  private:
    const Connection& m_connection;
    secret::SecretAccess m_access;
    vault::kmc::Inbox m_inbox;
    std::mutex m_sending;
};

// keepSayingAlive starts a thread that sends Alive five times a second until this process ends.
void keepSayingAlive(Channel& channel);

} // namespace certwright::helper

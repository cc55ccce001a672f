// Why: the handshakes go through real sockets of the system, which are made differently on each.
#pragma once

#include "core/base/result.h"

namespace certwright::prove {

// SocketPair is two connected, non-blocking stream sockets that no other process can reach. Both stay open
// until it is destroyed, so that writing to either never meets a closed peer (SIGPIPE). Move-only.
class SocketPair {
  public:
    // make fails with InputOutput if the system gives none.
    static base::Result<SocketPair> make();
    SocketPair(SocketPair&& other) noexcept;
    SocketPair& operator=(SocketPair&& other) noexcept;
    SocketPair(const SocketPair&) = delete;
    SocketPair& operator=(const SocketPair&) = delete;
    ~SocketPair();

    int server() const { return m_server; }
    int client() const { return m_client; }

  private:
    SocketPair(int server, int client)
        : m_server(server)
        , m_client(client) {}

    int m_server = -1;
    int m_client = -1;
};

} // namespace certwright::prove

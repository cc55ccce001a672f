// Why: what a client sees of a server is only believed of servers that really do it, each thing wrong by
// itself.
#pragma once

#include <atomic>
#include <cstdint>
#include <functional>
#include <string>
#include <thread>
#include <vector>

#include "core/document/object.h"
#include "core/served/address.h"

namespace certwright::test {

enum class Clients { NotAsked, Asked, Demanded };

// ServerSpec: `chain` is sent as it stands, `key` belongs to its first certificate and must outlive the
// server. Versions by their numbers in the protocol. `ciphers` for TLS 1.2 and older.
struct ServerSpec {
    std::vector<document::Certificate> chain;
    const document::PrivateKey* key = nullptr;
    int oldest = 0x0303;
    int newest = 0x0304;
    std::string ciphers = "ALL:@SECLEVEL=0";
    base::Bytes staple = {};
    Clients clients = Clients::NotAsked;
    std::vector<document::Certificate> clientCas = {};
    // What is answered to anything that the client sends after the handshake; empty: nothing.
    std::string answer = {};
    // Takes HTTP/1.1 where the client offers it (ALPN).
    bool http = false;
    // Speaks PostgreSQL's SSLRequest first.
    bool postgres = false;
};

// Listener accepts connections at 127.0.0.1 (or ::1), each with `handle` (which need not close the socket),
// one after the other, until it is destroyed.
class Listener {
  public:
    enum class Family { V4, V6 };
    explicit Listener(std::function<void(int socket)> handle, Family family = Family::V4);
    Listener(const Listener&) = delete;
    Listener& operator=(const Listener&) = delete;
    ~Listener();

    served::Address address() const { return {m_host, m_port}; }
    int connections() const { return m_connections; }
    // stopping tells `handle` to come to an end.
    bool stopping() const { return m_stop; }

  private:
    int m_socket = -1;
    std::string m_host;
    std::uint16_t m_port = 0;
    std::atomic<bool> m_stop = false;
    std::atomic<int> m_connections = 0;
    std::thread m_thread;
};

// serveTls is a handler for Listener.
std::function<void(int)> serveTls(ServerSpec spec);
// say is a handler that reads what comes first and answers `words`, then closes.
std::function<void(int)> say(std::string words);

} // namespace certwright::test

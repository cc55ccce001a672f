// Why: a connection that waits no longer than its user has patience, on every system alike. Inside this room
// only.
#pragma once

#include "core/served/patience.h"
#include "core/served/socket_calls.h"

namespace certwright::served {

// lookUp returns the addresses of a host, in the system's order. The system cannot be stopped while it asks
// for a name, so that it asks on a thread of its own, which is left behind where nobody waits any more.
// HostUnknown, TimedOut, Cancelled.
base::Result<std::vector<Endpoint>> lookUp(const Address& address, const Patience& patience);

// Socket is one connection, closed with it. Move-only.
class Socket {
  public:
    // connect fails with ConnectionFailed (subject: the endpoint), TimedOut, Cancelled.
    static base::Result<Socket> connect(const Endpoint& endpoint, const Patience& patience);
    Socket(Socket&& other) noexcept;
    Socket& operator=(Socket&& other) noexcept;
    Socket(const Socket&) = delete;
    Socket& operator=(const Socket&) = delete;
    ~Socket();

    // receive waits for octets and returns how many there are; 0 if the other side has ended or broken off.
    // TimedOut, Cancelled.
    base::Result<std::size_t> receive(std::span<std::uint8_t> place, const Patience& patience) const;
    // send writes all of `content`; what the other side no longer takes is dropped: its answer says more.
    base::Status send(base::ByteView content, const Patience& patience) const;

  private:
    explicit Socket(Handle handle)
        : m_handle(handle) {}

    Handle m_handle = noHandle;
};

} // namespace certwright::served

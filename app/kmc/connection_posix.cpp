// Why: on POSIX the connection is one end of a socket pair.
#include "app/kmc/connection.h"

#include <cerrno>
#include <fcntl.h>
#include <sys/socket.h>
#include <unistd.h>

#include "core/vault/kmc_protocol.h"

namespace certwright::helper {

Connection::Connection(int, char**)
    : m_in(vault::kmc::connectionNumber)
    , m_out(vault::kmc::connectionNumber) {
    // What the library might start gets no part of it.
    ::fcntl(vault::kmc::connectionNumber, F_SETFD, FD_CLOEXEC);
}

std::size_t Connection::read(std::span<std::uint8_t> place) const {
    ssize_t count = -1;
    do
        count = ::recv(static_cast<int>(m_in), place.data(), place.size(), 0);
    while (count < 0 && errno == EINTR);
    return count < 0 ? 0 : static_cast<std::size_t>(count);
}

bool Connection::write(base::ByteView octets) const {
    while (!octets.empty()) {
        const ssize_t count = ::send(static_cast<int>(m_out), octets.data(), octets.size(), MSG_NOSIGNAL);
        if (count < 0 && errno == EINTR)
            continue;
        if (count <= 0)
            return false;
        octets = octets.subspan(static_cast<std::size_t>(count));
    }
    return true;
}

} // namespace certwright::helper

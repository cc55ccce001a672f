// Why: on POSIX a socket pair is one call and has no address that anybody could connect to.
#include "core/prove/socket_pair.h"

#include <array>
#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <sys/socket.h>
#include <unistd.h>
#include <utility>

namespace certwright::prove {

base::Result<SocketPair> SocketPair::make() {
    std::array<int, 2> ends{-1, -1};
    if (::socketpair(AF_UNIX, SOCK_STREAM, 0, ends.data()) != 0)
        return base::failure(base::ErrorCode::InputOutput, {}, std::strerror(errno));
    SocketPair pair(ends[0], ends[1]);
    for (const int end : ends)
        if (::fcntl(end, F_SETFD, FD_CLOEXEC) != 0 || ::fcntl(end, F_SETFL, O_NONBLOCK) != 0)
            return base::failure(base::ErrorCode::InputOutput, {}, std::strerror(errno));
    return pair;
}

SocketPair::SocketPair(SocketPair&& other) noexcept
    : m_server(std::exchange(other.m_server, -1))
    , m_client(std::exchange(other.m_client, -1)) {}

SocketPair& SocketPair::operator=(SocketPair&& other) noexcept {
    std::swap(m_server, other.m_server);
    std::swap(m_client, other.m_client);
    return *this;
}

SocketPair::~SocketPair() {
    if (m_server >= 0)
        ::close(m_server);
    if (m_client >= 0)
        ::close(m_client);
}

} // namespace certwright::prove

// Why: Windows has no socketpair; two ends over the loopback address do, once it is certain that they are
// each other's ends and nobody else's.
#include "core/prove/socket_pair.h"

#include <string>
#include <utility>
#include <winsock2.h>
#include <ws2tcpip.h>

namespace certwright::prove {

namespace {

class Winsock {
  public:
    Winsock() { m_started = ::WSAStartup(MAKEWORD(2, 2), &m_data) == 0; }
    Winsock(const Winsock&) = delete;
    Winsock& operator=(const Winsock&) = delete;
    ~Winsock() {
        if (m_started)
            ::WSACleanup();
    }
    bool started() const { return m_started; }

  private:
    WSADATA m_data{};
    bool m_started = false;
};

tl::unexpected<base::Error> socketFailure() {
    return base::failure(base::ErrorCode::InputOutput, {}, "winsock " + std::to_string(::WSAGetLastError()));
}

sockaddr_in loopback() {
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    return address;
}

bool listenOn(SOCKET listener, sockaddr_in& address) {
    int length = sizeof(address);
    return ::bind(listener, reinterpret_cast<const sockaddr*>(&address), length) == 0 &&
           ::listen(listener, 1) == 0 &&
           ::getsockname(listener, reinterpret_cast<sockaddr*>(&address), &length) == 0;
}

// isEndOf tells whether what was accepted comes from our own client socket.
bool isEndOf(const sockaddr_in& peer, SOCKET client) {
    sockaddr_in own{};
    int length = sizeof(own);
    return ::getsockname(client, reinterpret_cast<sockaddr*>(&own), &length) == 0 &&
           own.sin_port == peer.sin_port && own.sin_addr.s_addr == peer.sin_addr.s_addr;
}

bool makeNonBlocking(SOCKET socket) {
    u_long on = 1;
    return ::ioctlsocket(socket, static_cast<long>(FIONBIO), &on) == 0;
}

// Socket handles are small kernel handles; OpenSSL takes them as int too.
int number(SOCKET socket) {
    return socket == INVALID_SOCKET ? -1 : static_cast<int>(socket);
}

} // namespace

base::Result<SocketPair> SocketPair::make() {
    static const Winsock winsock;
    if (!winsock.started())
        return socketFailure();
    const SOCKET listener = ::socket(AF_INET, SOCK_STREAM, IPPROTO_TCP);
    const SOCKET client = ::socket(AF_INET, SOCK_STREAM, IPPROTO_TCP);
    SOCKET server = INVALID_SOCKET;
    sockaddr_in address = loopback();
    sockaddr_in peer{};
    int peerLength = sizeof(peer);
    if (listener != INVALID_SOCKET && client != INVALID_SOCKET && listenOn(listener, address) &&
        ::connect(client, reinterpret_cast<const sockaddr*>(&address), sizeof(address)) == 0)
        server = ::accept(listener, reinterpret_cast<sockaddr*>(&peer), &peerLength);
    if (listener != INVALID_SOCKET)
        ::closesocket(listener);
    SocketPair pair(number(server), number(client));
    if (server == INVALID_SOCKET || !isEndOf(peer, client) || !makeNonBlocking(server) ||
        !makeNonBlocking(client))
        return socketFailure();
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
        ::closesocket(static_cast<SOCKET>(m_server));
    if (m_client >= 0)
        ::closesocket(static_cast<SOCKET>(m_client));
}

} // namespace certwright::prove

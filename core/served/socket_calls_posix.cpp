// Why: see socket_calls.h.
#include "core/served/socket_calls.h"

#include <array>
#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <memory>
#include <netdb.h>
#include <netinet/in.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

namespace certwright::served {

namespace {

int number(Handle handle) {
    return static_cast<int>(handle);
}

std::string textOf(const sockaddr* address, socklen_t length) {
    std::array<char, NI_MAXHOST> host{};
    std::array<char, NI_MAXSERV> port{};
    if (::getnameinfo(address, length, host.data(), host.size(), port.data(), port.size(),
                      NI_NUMERICHOST | NI_NUMERICSERV) != 0)
        return {};
    const std::string text = host.data();
    const bool brackets = text.find(':') != std::string::npos;
    return (brackets ? '[' + text + ']' : text) + ':' + port.data();
}

bool isLater(int error) {
    return error == EAGAIN || error == EINTR;
}

Moved moved(ssize_t result) {
    if (result >= 0)
        return {Flow::Done, static_cast<std::size_t>(result)};
    return {isLater(errno) ? Flow::Again : Flow::Broken, 0};
}

} // namespace

base::Result<std::vector<Endpoint>> resolveNow(const Address& address, Lookup lookup) {
    addrinfo wish{};
    wish.ai_family = AF_UNSPEC;
    wish.ai_socktype = SOCK_STREAM;
    wish.ai_flags = AI_NUMERICSERV | (lookup == Lookup::Numeric ? AI_NUMERICHOST : 0);
    addrinfo* first = nullptr;
    const int error =
        ::getaddrinfo(address.host.c_str(), std::to_string(address.port).c_str(), &wish, &first);
    if (error != 0)
        return base::failure(base::ErrorCode::HostUnknown, address.host, ::gai_strerror(error));
    const std::unique_ptr<addrinfo, decltype(&::freeaddrinfo)> owner(first, &::freeaddrinfo);
    std::vector<Endpoint> endpoints;
    for (const addrinfo* one = first; one != nullptr; one = one->ai_next) {
        const auto* octets = reinterpret_cast<const std::uint8_t*>(one->ai_addr);
        endpoints.push_back({{octets, octets + one->ai_addrlen}, textOf(one->ai_addr, one->ai_addrlen)});
    }
    return endpoints;
}

base::Result<Handle> beginConnecting(const Endpoint& endpoint) {
    sockaddr_storage storage{};
    std::memcpy(&storage, endpoint.octets.data(), std::min(endpoint.octets.size(), sizeof(storage)));
    const int socket = ::socket(storage.ss_family, SOCK_STREAM, IPPROTO_TCP);
    if (socket < 0)
        return base::failure(base::ErrorCode::ConnectionFailed, endpoint.text, std::strerror(errno));
    const auto* address = reinterpret_cast<const sockaddr*>(&storage);
    const auto length = static_cast<socklen_t>(endpoint.octets.size());
    if (::fcntl(socket, F_SETFD, FD_CLOEXEC) == 0 && ::fcntl(socket, F_SETFL, O_NONBLOCK) == 0 &&
        (::connect(socket, address, length) == 0 || errno == EINPROGRESS))
        return socket;
    const std::string detail = std::strerror(errno);
    ::close(socket);
    return base::failure(base::ErrorCode::ConnectionFailed, endpoint.text, detail);
}

Connecting howConnecting(Handle handle) {
    int error = 0;
    socklen_t length = sizeof(error);
    if (::getsockopt(number(handle), SOL_SOCKET, SO_ERROR, &error, &length) != 0)
        error = errno;
    if (error != 0)
        return {Flow::Broken, std::strerror(error)};
    // No error and no peer: still on its way.
    sockaddr_storage peer{};
    length = sizeof(peer);
    if (::getpeername(number(handle), reinterpret_cast<sockaddr*>(&peer), &length) == 0)
        return {Flow::Done, {}};
    return {Flow::Again, {}};
}

Moved receiveSome(Handle handle, std::span<std::uint8_t> place) {
    return moved(::recv(number(handle), place.data(), place.size(), 0));
}

Moved sendSome(Handle handle, base::ByteView content) {
    return moved(::send(number(handle), content.data(), content.size(), MSG_NOSIGNAL));
}

void waitFor(Handle handle, Direction direction, std::chrono::milliseconds time) {
    pollfd entry{number(handle), static_cast<short>(direction == Direction::In ? POLLIN : POLLOUT), 0};
    ::poll(&entry, 1, static_cast<int>(time.count()));
}

void closeHandle(Handle handle) {
    ::close(number(handle));
}

} // namespace certwright::served

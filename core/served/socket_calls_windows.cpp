// Why: see socket_calls.h.
#include "core/served/socket_calls.h"

#include <algorithm>
#include <array>
#include <cstring>
#include <memory>
#include <winsock2.h>
#include <ws2tcpip.h>

namespace certwright::served {

namespace {

// Winsock is started once and stays until the program ends: a look-up may still be going on in its thread.
bool isStarted() {
    static const bool started = [] {
        WSADATA data{};
        return ::WSAStartup(MAKEWORD(2, 2), &data) == 0;
    }();
    return started;
}

SOCKET number(Handle handle) {
    return static_cast<SOCKET>(handle);
}

std::string lastFault() {
    return "winsock " + std::to_string(::WSAGetLastError());
}

std::string textOf(const sockaddr* address, std::size_t length) {
    std::array<char, NI_MAXHOST> host{};
    std::array<char, NI_MAXSERV> port{};
    if (::getnameinfo(address, static_cast<socklen_t>(length), host.data(), static_cast<DWORD>(host.size()),
                      port.data(), static_cast<DWORD>(port.size()), NI_NUMERICHOST | NI_NUMERICSERV) != 0)
        return {};
    const std::string text = host.data();
    const bool brackets = text.find(':') != std::string::npos;
    return (brackets ? '[' + text + ']' : text) + ':' + port.data();
}

// Winsock counts in int.
int lengthOf(std::size_t size) {
    return static_cast<int>(std::min<std::size_t>(size, 1U << 20U));
}

Moved moved(int result) {
    if (result >= 0)
        return {Flow::Done, static_cast<std::size_t>(result)};
    return {::WSAGetLastError() == WSAEWOULDBLOCK ? Flow::Again : Flow::Broken, 0};
}

} // namespace

base::Result<std::vector<Endpoint>> resolveNow(const Address& address, Lookup lookup) {
    if (!isStarted())
        return base::failure(base::ErrorCode::HostUnknown, address.host, lastFault());
    addrinfo wish{};
    wish.ai_family = AF_UNSPEC;
    wish.ai_socktype = SOCK_STREAM;
    wish.ai_flags = lookup == Lookup::Numeric ? AI_NUMERICHOST : 0;
    addrinfo* first = nullptr;
    const int error =
        ::getaddrinfo(address.host.c_str(), std::to_string(address.port).c_str(), &wish, &first);
    if (error != 0)
        return base::failure(base::ErrorCode::HostUnknown, address.host, "winsock " + std::to_string(error));
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
    const SOCKET socket = ::WSASocketW(storage.ss_family, SOCK_STREAM, IPPROTO_TCP, nullptr, 0,
                                       WSA_FLAG_OVERLAPPED | WSA_FLAG_NO_HANDLE_INHERIT);
    if (socket == INVALID_SOCKET)
        return base::failure(base::ErrorCode::ConnectionFailed, endpoint.text, lastFault());
    u_long on = 1;
    const auto* address = reinterpret_cast<const sockaddr*>(&storage);
    if (::ioctlsocket(socket, static_cast<long>(FIONBIO), &on) == 0 &&
        (::connect(socket, address, lengthOf(endpoint.octets.size())) == 0 ||
         ::WSAGetLastError() == WSAEWOULDBLOCK))
        return static_cast<Handle>(socket);
    const std::string detail = lastFault();
    ::closesocket(socket);
    return base::failure(base::ErrorCode::ConnectionFailed, endpoint.text, detail);
}

Connecting howConnecting(Handle handle) {
    int error = 0;
    int length = sizeof(error);
    if (::getsockopt(number(handle), SOL_SOCKET, SO_ERROR, reinterpret_cast<char*>(&error), &length) != 0)
        return {Flow::Broken, lastFault()};
    if (error != 0)
        return {Flow::Broken, "winsock " + std::to_string(error)};
    // No error and no peer: still on its way.
    sockaddr_storage peer{};
    length = sizeof(peer);
    if (::getpeername(number(handle), reinterpret_cast<sockaddr*>(&peer), &length) == 0)
        return {Flow::Done, {}};
    return {Flow::Again, {}};
}

Moved receiveSome(Handle handle, std::span<std::uint8_t> place) {
    return moved(::recv(number(handle), reinterpret_cast<char*>(place.data()), lengthOf(place.size()), 0));
}

Moved sendSome(Handle handle, base::ByteView content) {
    return moved(
        ::send(number(handle), reinterpret_cast<const char*>(content.data()), lengthOf(content.size()), 0));
}

// select and not WSAPoll, which before Windows 10 2004 never tells of a connection that failed.
void waitFor(Handle handle, Direction direction, std::chrono::milliseconds time) {
    fd_set wanted;
    fd_set broken;
    FD_ZERO(&wanted);
    FD_ZERO(&broken);
    FD_SET(number(handle), &wanted);
    FD_SET(number(handle), &broken);
    timeval limit{static_cast<long>(time.count() / 1000), static_cast<long>(time.count() % 1000) * 1000};
    ::select(0, direction == Direction::In ? &wanted : nullptr,
             direction == Direction::Out ? &wanted : nullptr, &broken, &limit);
}

void closeHandle(Handle handle) {
    ::closesocket(number(handle));
}

} // namespace certwright::served

// Why: see socket.h.
#include "core/served/socket.h"

#include <future>
#include <memory>
#include <system_error>
#include <thread>
#include <utility>

namespace certwright::served {

namespace {

using Found = base::Result<std::vector<Endpoint>>;

} // namespace

base::Result<std::vector<Endpoint>> lookUp(const Address& address, const Patience& patience) {
    if (auto numeric = resolveNow(address, Lookup::Numeric))
        return numeric;
    auto promise = std::make_shared<std::promise<Found>>();
    std::future<Found> answer = promise->get_future();
    try {
        std::thread([promise, address] { promise->set_value(resolveNow(address, Lookup::Names)); }).detach();
    } catch (const std::system_error& error) {
        return base::failure(base::ErrorCode::InputOutput, address.host, error.what());
    }
    while (answer.wait_for(patience.slice()) != std::future_status::ready)
        if (auto going = patience.check(); !going)
            return base::failure(going.error().code, shownAddress(address));
    return answer.get();
}

base::Result<Socket> Socket::connect(const Endpoint& endpoint, const Patience& patience) {
    const auto handle = beginConnecting(endpoint);
    if (!handle)
        return tl::unexpected(handle.error());
    Socket socket(*handle);
    for (;;) {
        if (auto going = patience.check(); !going)
            return base::failure(going.error().code, endpoint.text);
        waitFor(*handle, Direction::Out, patience.slice());
        const Connecting state = howConnecting(*handle);
        if (state.flow == Flow::Done)
            return socket;
        if (state.flow == Flow::Broken)
            return base::failure(base::ErrorCode::ConnectionFailed, endpoint.text, state.detail);
    }
}

Socket::Socket(Socket&& other) noexcept
    : m_handle(std::exchange(other.m_handle, noHandle)) {}

Socket& Socket::operator=(Socket&& other) noexcept {
    std::swap(m_handle, other.m_handle);
    return *this;
}

Socket::~Socket() {
    if (m_handle != noHandle)
        closeHandle(m_handle);
}

base::Result<std::size_t> Socket::receive(std::span<std::uint8_t> place, const Patience& patience) const {
    for (;;) {
        const Moved moved = receiveSome(m_handle, place);
        if (moved.flow != Flow::Again)
            return moved.flow == Flow::Done ? moved.octets : 0;
        if (auto going = patience.check(); !going)
            return tl::unexpected(going.error());
        waitFor(m_handle, Direction::In, patience.slice());
    }
}

base::Status Socket::send(base::ByteView content, const Patience& patience) const {
    while (!content.empty()) {
        const Moved moved = sendSome(m_handle, content);
        if (moved.flow == Flow::Broken)
            return {};
        content = content.subspan(moved.octets);
        if (auto going = patience.check(); !going)
            return going;
        if (moved.flow == Flow::Again)
            waitFor(m_handle, Direction::Out, patience.slice());
    }
    return {};
}

} // namespace certwright::served

// Why: see channel.h.
#include "app/kmc/channel.h"

#include <array>
#include <chrono>
#include <cstdlib>
#include <thread>

namespace certwright::helper {

namespace kmc = vault::kmc;

void Channel::send(const secret::SecretBytes& message) {
    const std::lock_guard lock(m_sending);
    if (!m_connection.write(message.reveal(m_access)))
        std::_Exit(EXIT_FAILURE);
}

void Channel::enter(kmc::Stage stage) {
    send(kmc::encodeStage(stage, m_access));
}

std::optional<kmc::Message> Channel::receive() {
    secret::SecretBytes part(4096);
    while (!m_inbox.broken()) {
        if (auto message = m_inbox.next(m_access))
            return message;
        const std::size_t count = m_connection.read(part.revealForWriting(m_access));
        if (count == 0)
            break;
        m_inbox.add(part.reveal(m_access).first(count), m_access);
    }
    return std::nullopt;
}

void keepSayingAlive(Channel& channel) {
    std::thread([&channel] {
        for (;;) {
            std::this_thread::sleep_for(std::chrono::milliseconds(200));
            channel.send(kmc::encodeAlive(channel.access()));
        }
    }).detach();
}

} // namespace certwright::helper

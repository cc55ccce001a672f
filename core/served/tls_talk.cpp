// Why: see tls_talk.h.
#include "core/served/tls_talk.h"

#include <array>
#include <openssl/bio.h>
#include <openssl/ssl.h>
#include <utility>

#include "core/ossl/error_scope.h"

namespace certwright::served {

namespace {

// A handshake is some kilobytes; OpenSSL takes 100 KiB of certificates at most.
constexpr std::size_t maximumReceived = 512UL * 1024;
constexpr std::size_t firstOctets = 16;
constexpr bool never = false;

} // namespace

Talk::Talk(ossl::Owned<ssl_st> connection, Socket& socket)
    : m_connection(std::move(connection))
    , m_socket(socket) {
    if (!m_connection)
        return;
    ossl::Bio in(BIO_new(BIO_s_mem()));
    ossl::Bio out(BIO_new(BIO_s_mem()));
    if (!in || !out)
        return;
    m_in = in.get();
    m_out = out.get();
    SSL_set_bio(m_connection.get(), in.release(), out.release());
    SSL_set_connect_state(m_connection.get());
}

base::Status Talk::flush(const Patience& patience) {
    std::array<std::uint8_t, 4096> part{};
    for (int octets = 0; (octets = BIO_read(m_out, part.data(), static_cast<int>(part.size()))) > 0;)
        if (auto sent = m_socket.send({part.data(), static_cast<std::size_t>(octets)}, patience); !sent)
            return sent;
    return {};
}

base::Result<std::size_t> Talk::feed(const Patience& patience) {
    std::array<std::uint8_t, 16384> part{};
    const auto octets = m_socket.receive(part, patience);
    if (!octets || *octets == 0)
        return octets;
    m_received += *octets;
    if (m_received > maximumReceived)
        return base::failure(base::ErrorCode::TlsFailed, {}, "sends without end");
    if (m_first.size() < firstOctets)
        m_first += std::string(base::textOf({part.data(), *octets}).substr(0, firstOctets));
    if (BIO_write(m_in, part.data(), static_cast<int>(*octets)) != static_cast<int>(*octets))
        return base::failure(base::ErrorCode::CryptoFailed);
    return octets;
}

// What a server of another protocol says when it is greeted in TLS.
std::string Talk::firstWords() const {
    const auto begins = [this](std::string_view words) { return m_first.starts_with(words); };
    if (begins("HTTP/") || begins("<html") || begins("<HTML") || begins("<!"))
        return "answers in plain HTTP";
    if (begins("SSH-"))
        return "answers as SSH";
    if (begins("220"))
        return "answers in plain SMTP or FTP";
    if (begins("-ERR") || begins("+OK"))
        return "answers in plain text";
    return {};
}

template <typename Call>
base::Result<Step> Talk::step(const Call& call, const bool& enough, const Patience& patience) {
    for (;;) {
        const ossl::ErrorScope errors;
        const int result = call();
        const int error = SSL_get_error(m_connection.get(), result);
        const std::string detail = errors.detail();
        if (auto sent = flush(patience); !sent)
            return tl::unexpected(sent.error());
        if (result > 0)
            return Step{TalkEnd::Done, {}, static_cast<std::size_t>(result)};
        if (error == SSL_ERROR_ZERO_RETURN)
            return Step{TalkEnd::Closed, "closes the connection"};
        if (error != SSL_ERROR_WANT_READ && error != SSL_ERROR_WANT_WRITE) {
            const std::string words = firstWords();
            return Step{TalkEnd::Refused, words.empty() ? detail : words};
        }
        if (enough)
            return Step{};
        const auto octets = feed(patience);
        if (!octets)
            return tl::unexpected(octets.error());
        if (*octets == 0)
            return Step{TalkEnd::Closed, "closes the connection"};
    }
}

base::Result<Step> Talk::shakeHands(const Patience& patience) {
    return step([this] { return SSL_do_handshake(m_connection.get()); }, never, patience);
}

base::Result<Step> Talk::read(std::span<std::uint8_t> place, const bool& enough, const Patience& patience) {
    return step(
        [this, place] { return SSL_read(m_connection.get(), place.data(), static_cast<int>(place.size())); },
        enough, patience);
}

base::Result<Step> Talk::write(base::ByteView content, const Patience& patience) {
    return step(
        [this, content] {
            return SSL_write(m_connection.get(), content.data(), static_cast<int>(content.size()));
        },
        never, patience);
}

} // namespace certwright::served

// Why: see tls_server.h.
#include "tests/core/served/tls_server.h"

#include <array>
#include <csignal>
#include <cstdlib>
#include <memory>
#include <netinet/in.h>
#include <openssl/ssl.h>
#include <openssl/tls1.h>
#include <openssl/x509v3.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include "core/document/native.h"
#include "core/ossl/owned.h"

namespace certwright::test {

namespace {

const secret::SecretAccess access = secret::SecretAccess::grant();

void must(bool held) {
    if (!held)
        std::abort();
}

ossl::X509Certificate native(const document::Certificate& certificate) {
    auto made = document::nativeCertificate(certificate);
    must(made.has_value());
    return std::move(*made);
}

int sendStaple(SSL* connection, void* argument) {
    const auto& staple = *static_cast<const base::Bytes*>(argument);
    if (staple.empty())
        return SSL_TLSEXT_ERR_NOACK;
    auto* copy = static_cast<std::uint8_t*>(OPENSSL_memdup(staple.data(), staple.size()));
    SSL_ctrl(connection, SSL_CTRL_SET_TLSEXT_STATUS_REQ_OCSP_RESP, static_cast<long>(staple.size()), copy);
    return SSL_TLSEXT_ERR_OK;
}

int takeHttp(SSL*, const std::uint8_t** chosen, std::uint8_t* length, const std::uint8_t* offered, unsigned,
             void*) {
    *length = offered[0];
    *chosen = offered + 1;
    return SSL_TLSEXT_ERR_OK;
}

void askClients(SSL_CTX* context, const ServerSpec& spec) {
    if (spec.clients == Clients::NotAsked)
        return;
    const int hard = spec.clients == Clients::Demanded ? SSL_VERIFY_FAIL_IF_NO_PEER_CERT : 0;
    SSL_CTX_set_verify(context, SSL_VERIFY_PEER | hard, nullptr);
    for (const document::Certificate& ca : spec.clientCas)
        must(X509_STORE_add_cert(SSL_CTX_get_cert_store(context), native(ca).get()) == 1);
    X509_VERIFY_PARAM_set_flags(SSL_CTX_get0_param(context), X509_V_FLAG_NO_CHECK_TIME);
    must(X509_VERIFY_PARAM_set_purpose(SSL_CTX_get0_param(context), X509_PURPOSE_ANY) == 1);
}

std::shared_ptr<SSL_CTX> contextOf(const std::shared_ptr<const ServerSpec>& spec) {
    const std::shared_ptr<SSL_CTX> context(SSL_CTX_new(TLS_server_method()), SSL_CTX_free);
    must(SSL_CTX_set_cipher_list(context.get(), spec->ciphers.c_str()) == 1);
    must(SSL_CTX_set_min_proto_version(context.get(), spec->oldest) == 1);
    must(SSL_CTX_set_max_proto_version(context.get(), spec->newest) == 1);
    must(SSL_CTX_use_certificate(context.get(), native(spec->chain.front()).get()) == 1);
    for (std::size_t i = 1; i < spec->chain.size(); ++i)
        must(SSL_CTX_add_extra_chain_cert(context.get(), native(spec->chain[i]).release()) == 1);
    const auto key = document::nativeKey(*spec->key, access);
    must(key && SSL_CTX_use_PrivateKey(context.get(), key->get()) == 1);
    SSL_CTX_callback_ctrl(context.get(), SSL_CTRL_SET_TLSEXT_STATUS_REQ_CB,
                          reinterpret_cast<void (*)()>(sendStaple));
    SSL_CTX_ctrl(context.get(), SSL_CTRL_SET_TLSEXT_STATUS_REQ_CB_ARG, 0,
                 const_cast<base::Bytes*>(&spec->staple));
    if (spec->http)
        SSL_CTX_set_alpn_select_cb(context.get(), takeHttp, nullptr);
    SSL_CTX_set_session_id_context(context.get(), spec->chain.front().facts.fingerprint.data(), 16);
    askClients(context.get(), *spec);
    return context;
}

bool answersPostgres(int socket) {
    std::array<char, 8> request{};
    return ::recv(socket, request.data(), request.size(), MSG_WAITALL) == 8 &&
           ::send(socket, "S", 1, MSG_NOSIGNAL) == 1;
}

} // namespace

Listener::Listener(std::function<void(int)> handle, Family family) {
    // OpenSSL writes to sockets whose other end may be gone.
    std::signal(SIGPIPE, SIG_IGN);
    sockaddr_in four{};
    four.sin_family = AF_INET;
    four.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    sockaddr_in6 six{};
    six.sin6_family = AF_INET6;
    six.sin6_addr = in6addr_loopback;
    const bool v6 = family == Family::V6;
    m_host = v6 ? "::1" : "127.0.0.1";
    auto* address = v6 ? reinterpret_cast<sockaddr*>(&six) : reinterpret_cast<sockaddr*>(&four);
    socklen_t length = v6 ? sizeof(six) : sizeof(four);
    m_socket = ::socket(address->sa_family, SOCK_STREAM | SOCK_CLOEXEC, 0);
    must(m_socket >= 0 && ::bind(m_socket, address, length) == 0 && ::listen(m_socket, 8) == 0 &&
         ::getsockname(m_socket, address, &length) == 0);
    m_port = ntohs(v6 ? six.sin6_port : four.sin_port);
    m_thread = std::thread([this, handle = std::move(handle)] {
        while (!m_stop) {
            pollfd entry{m_socket, POLLIN, 0};
            if (::poll(&entry, 1, 20) <= 0)
                continue;
            const int peer = ::accept(m_socket, nullptr, nullptr);
            if (peer < 0)
                continue;
            ++m_connections;
            const timeval limit{5, 0};
            ::setsockopt(peer, SOL_SOCKET, SO_RCVTIMEO, &limit, sizeof(limit));
            ::setsockopt(peer, SOL_SOCKET, SO_SNDTIMEO, &limit, sizeof(limit));
            handle(peer);
            ::close(peer);
        }
    });
}

Listener::~Listener() {
    m_stop = true;
    m_thread.join();
    ::close(m_socket);
}

std::function<void(int)> serveTls(ServerSpec given) {
    const auto spec = std::make_shared<const ServerSpec>(std::move(given));
    return [spec, context = contextOf(spec)](int socket) {
        if (spec->postgres && !answersPostgres(socket))
            return;
        const ossl::Owned<ssl_st> connection(SSL_new(context.get()));
        must(connection != nullptr && SSL_set_fd(connection.get(), socket) == 1);
        if (SSL_accept(connection.get()) != 1)
            return;
        std::array<char, 512> part{};
        if (SSL_read(connection.get(), part.data(), part.size()) > 0 && !spec->answer.empty())
            SSL_write(connection.get(), spec->answer.data(), static_cast<int>(spec->answer.size()));
        SSL_shutdown(connection.get());
    };
}

std::function<void(int)> say(std::string words) {
    return [words = std::move(words)](int socket) {
        std::array<char, 4096> part{};
        if (::recv(socket, part.data(), part.size(), 0) > 0)
            ::send(socket, words.data(), words.size(), MSG_NOSIGNAL);
    };
}

} // namespace certwright::test

// Why: an example to copy from: an HTTPS server with mutual TLS that opens what Certwright installed, and
// takes over a new revocation list (or a whole new set) without a restart. One client after the other, for
// brevity. Usage: example-server SERVICE ROOT [HOME]
#include <certwright/reader.hpp>
#include <csignal>
#include <iostream>
#include <openssl/ssl.h>
#include <sys/socket.h>

using certwright::File;

const auto demand = [](bool good, const char* what) { good ? void() : throw std::runtime_error(what); };

// contextOf makes a TLS context of one installed set.
std::shared_ptr<SSL_CTX> contextOf(const certwright::Reader& reader) {
    const std::shared_ptr<SSL_CTX> tls(SSL_CTX_new(TLS_server_method()), SSL_CTX_free);
    SSL_CTX_set_verify(tls.get(), SSL_VERIFY_PEER | SSL_VERIFY_FAIL_IF_NO_PEER_CERT, nullptr);
    SSL_CTX_set_options(tls.get(), SSL_OP_NO_TICKET); // every visit is judged, none resumed
    SSL_CTX_set_session_cache_mode(tls.get(), SSL_SESS_CACHE_OFF);
    bool good = SSL_CTX_use_certificate_chain_file(tls.get(), reader.path(File::Chain).value().c_str()) == 1;
    good = good && SSL_CTX_load_verify_file(tls.get(), reader.path(File::Ca).value().c_str()) == 1;
    if (const auto list = reader.path(File::Crl)) {
        good = good && SSL_CTX_load_verify_file(tls.get(), list->c_str()) == 1; // lists too
        X509_VERIFY_PARAM_set_flags(SSL_CTX_get0_param(tls.get()), X509_V_FLAG_CRL_CHECK);
    }
    demand(good, "an installed file could not be loaded");
    const int kind = EVP_PKEY_get_base_id(X509_get0_pubkey(SSL_CTX_get0_certificate(tls.get())));
    const certwright::Secret key = reader.privateKey(); // wiped when this function ends
    good = SSL_CTX_use_PrivateKey_ASN1(kind, tls.get(), key.data(), static_cast<long>(key.size())) == 1;
    demand(good, "the key does not belong to the certificate");
    return tls;
}

void serve(SSL_CTX* tls, BIO* client) {
    const timeval limit{5, 0};
    setsockopt(static_cast<int>(BIO_get_fd(client, nullptr)), SOL_SOCKET, SO_RCVTIMEO, &limit, sizeof limit);
    BIO* session = BIO_push(BIO_new_ssl(tls, 0), client);
    char request[4096];
    if (BIO_read(session, request, sizeof request) > 0)
        BIO_puts(session, "HTTP/1.1 200 OK\r\nContent-Length: 8\r\nConnection: close\r\n\r\nwelcome\n");
    BIO_free_all(session); // says goodbye first
}

int main(int count, char** words) try {
    demand(count >= 3, "usage: example-server SERVICE ROOT [HOME]");
    std::signal(SIGPIPE, SIG_IGN);
    auto reader = certwright::Reader::open(words[1], words[2], count > 3 ? words[3] : "");
    for (const auto& finding : reader.verify(std::chrono::system_clock::now()))
        demand(finding.severity != certwright::Severity::Blocker, finding.code.c_str());
    auto tls = contextOf(reader);
    BIO* listener = BIO_new_accept("127.0.0.1:0");
    demand(BIO_do_accept(listener) == 1, "no port is free");
    std::cout << "port " << BIO_get_accept_port(listener) << std::endl;
    for (bool stale = false; BIO_do_accept(listener) == 1; serve(tls.get(), BIO_pop(listener))) {
        if (stale = stale || reader.changed(); stale)
            try {
                reader.reload();
                tls = contextOf(reader);
                stale = false;
                std::cout << "reloaded" << std::endl;
            } catch (const std::exception& error) {
                std::cerr << "the old set is still served: " << error.what() << std::endl;
            }
    }
} catch (const std::exception& error) {
    std::cerr << error.what() << std::endl;
    return 1;
}

// Why: an example to copy from: an HTTPS server with mutual TLS that opens what Certwright installed, and
// takes over a new revocation list (or a whole new set) without a restart. One client after the other, for
// brevity. Usage: example-server SERVICE ROOT [HOME]
#include <certwright/reader.hpp>
#include <csignal>
#include <iostream>
#include <openssl/pem.h>
#include <openssl/ssl.h>
#include <sys/socket.h>

using certwright::File;
using Context = std::unique_ptr<SSL_CTX, decltype(&SSL_CTX_free)>;

void demand(bool good, const char* what) {
    if (!good)
        throw std::runtime_error(what);
}

// eachIn gives every certificate or list of a PEM text to `use`.
template <typename Use> void eachIn(std::string_view pem, const Use& use) {
    BIO* text = BIO_new_mem_buf(pem.data(), static_cast<int>(pem.size()));
    STACK_OF(X509_INFO)* items = PEM_X509_INFO_read_bio(text, nullptr, nullptr, nullptr);
    bool good = sk_X509_INFO_num(items) > 0;
    for (int i = 0; i < sk_X509_INFO_num(items); ++i)
        good = good && use(*sk_X509_INFO_value(items, i), i) == 1;
    sk_X509_INFO_pop_free(items, X509_INFO_free);
    BIO_free(text);
    demand(good, "an installed file could not be loaded");
}

// contextOf makes a TLS context of one installed set.
Context contextOf(const certwright::Reader& reader) {
    Context tls(SSL_CTX_new(TLS_server_method()), SSL_CTX_free);
    X509_STORE* store = SSL_CTX_get_cert_store(tls.get());
    SSL_CTX_set_verify(tls.get(), SSL_VERIFY_PEER | SSL_VERIFY_FAIL_IF_NO_PEER_CERT, nullptr);
    SSL_CTX_set_options(tls.get(), SSL_OP_NO_TICKET); // every visit is judged, none resumed
    SSL_CTX_set_session_cache_mode(tls.get(), SSL_SESS_CACHE_OFF);
    eachIn(reader.content(File::Chain).value(), [&](const X509_INFO& item, int i) -> long {
        return i == 0 ? SSL_CTX_use_certificate(tls.get(), item.x509)
                      : SSL_CTX_add1_chain_cert(tls.get(), item.x509);
    });
    eachIn(reader.content(File::Ca).value(),
           [&](const X509_INFO& item, int) { return X509_STORE_add_cert(store, item.x509); });
    if (const auto list = reader.content(File::Crl)) {
        eachIn(*list, [&](const X509_INFO& item, int) { return X509_STORE_add_crl(store, item.crl); });
        X509_STORE_set_flags(store, X509_V_FLAG_CRL_CHECK);
    }
    const certwright::Secret der = reader.privateKey(); // wiped when this function ends
    const unsigned char* at = der.data();
    EVP_PKEY* key = d2i_AutoPrivateKey(nullptr, &at, static_cast<long>(der.size()));
    const int taken = SSL_CTX_use_PrivateKey(tls.get(), key);
    EVP_PKEY_free(key);
    demand(taken == 1, "the key does not belong to the certificate");
    return tls;
}

void serve(SSL_CTX* tls, BIO* client) {
    const timeval patience{5, 0};
    setsockopt(static_cast<int>(BIO_get_fd(client, nullptr)), SOL_SOCKET, SO_RCVTIMEO, &patience,
               sizeof patience);
    BIO* session = BIO_push(BIO_new_ssl(tls, 0), client);
    char request[4096];
    if (BIO_read(session, request, sizeof request) > 0)
        BIO_puts(session, "HTTP/1.1 200 OK\r\nContent-Length: 8\r\nConnection: close\r\n\r\nwelcome\n");
    BIO_ssl_shutdown(session);
    BIO_free_all(session);
}

int main(int count, char** words) try {
    demand(count >= 3, "usage: example-server SERVICE ROOT [HOME]");
    std::signal(SIGPIPE, SIG_IGN);
    auto reader = certwright::Reader::open(words[1], words[2], count > 3 ? words[3] : "");
    for (const auto& finding : reader.verify(std::chrono::system_clock::now()))
        demand(finding.severity != certwright::Severity::Blocker, finding.code.c_str());
    Context tls = contextOf(reader);
    BIO* listener = BIO_new_accept("127.0.0.1:0");
    demand(BIO_do_accept(listener) == 1, "no port is free");
    std::cout << "port " << BIO_get_accept_port(listener) << std::endl;
    for (bool stale = false; BIO_do_accept(listener) == 1;) {
        if (stale = stale || reader.changed(); stale)
            try {
                reader.reload();
                tls = contextOf(reader);
                stale = false;
                std::cout << "reloaded" << std::endl;
            } catch (const std::exception& error) {
                std::cerr << "the old set is still served: " << error.what() << std::endl;
            }
        serve(tls.get(), BIO_pop(listener));
    }
} catch (const std::exception& error) {
    std::cerr << error.what() << std::endl;
    return 1;
}

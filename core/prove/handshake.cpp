// Why: a handshake is the one thing that shows that certificate, key, chain, CA and CRL work together.
#include "core/prove/handshake.h"

#include <openssl/ssl.h>
#include <openssl/x509_vfy.h>
#include <openssl/x509v3.h>

#include "core/ossl/error_scope.h"
#include "core/prove/socket_pair.h"
#include "core/prove/stranger.h"

namespace certwright::prove {

namespace {

// Rounds bound a handshake whose flights do not fit the sockets' buffers: 16 KiB each would still be 16 MiB.
constexpr int maximumRounds = 1024;

enum class State { Going, Done, Failed };

// Side is one end of the connection and how far it came.
struct Side {
    ossl::Owned<ssl_st> connection;
    State state = State::Going;
    int reason = 0;
    std::string detail;
};

// note takes over the result of an SSL call.
void note(Side& side, int result, const ossl::ErrorScope& errors) {
    if (result > 0) {
        side.state = State::Done;
        return;
    }
    const int error = SSL_get_error(side.connection.get(), result);
    if (error == SSL_ERROR_WANT_READ || error == SSL_ERROR_WANT_WRITE)
        return;
    side.state = State::Failed;
    side.reason = errors.lastReason();
    side.detail = errors.detail();
}

void advance(Side& side) {
    if (side.state != State::Going)
        return;
    const ossl::ErrorScope errors;
    note(side, SSL_do_handshake(side.connection.get()), errors);
}

void shakeHands(Side& server, Side& client) {
    for (int round = 0; round < maximumRounds; ++round) {
        advance(client);
        advance(server);
        if (server.state == State::Failed || client.state == State::Failed)
            break;
        if (server.state == State::Done && client.state == State::Done)
            return;
    }
    // Whoever is still waiting gets to read the other's alert.
    advance(client);
    advance(server);
}

// listen lets the client read: in TLS 1.3 it is through with its handshake before the server judged its
// certificate, and learns of a refusal only here.
void listen(Side& client) {
    if (client.state != State::Done)
        return;
    const ossl::ErrorScope errors;
    char octet = 0;
    client.state = State::Going;
    note(client, SSL_read(client.connection.get(), &octet, 1), errors);
}

void greet(Side& server) {
    if (server.state != State::Done)
        return;
    const ossl::ErrorScope errors;
    note(server, SSL_write(server.connection.get(), "+", 1), errors);
}

bool refused(const Side& server, const Side& client) {
    if (server.state != State::Failed || client.state != State::Failed)
        return false;
    return server.reason == SSL_R_PEER_DID_NOT_RETURN_A_CERTIFICATE ||
           server.reason == SSL_R_CERTIFICATE_VERIFY_FAILED;
}

Side makeSide(SSL_CTX* context, int socket) {
    Side side;
    side.connection.reset(SSL_new(context));
    if (side.connection && SSL_set_fd(side.connection.get(), socket) != 1)
        side.connection.reset();
    return side;
}

bool showOwn(Side& server, Side& client, const TlsMaterial& material, CrlUse crlUse) {
    X509_VERIFY_PARAM* judging = SSL_get0_param(server.connection.get());
    X509_VERIFY_PARAM_set_flags(judging, X509_V_FLAG_PARTIAL_CHAIN);
    if (crlUse == CrlUse::LeftOut)
        X509_VERIFY_PARAM_clear_flags(judging, X509_V_FLAG_CRL_CHECK);
    if (X509_VERIFY_PARAM_set_purpose(judging, X509_PURPOSE_ANY) != 1)
        return false;
    SSL* caller = client.connection.get();
    if (SSL_use_certificate(caller, material.chain.front().get()) != 1)
        return false;
    for (std::size_t i = 1; i < material.chain.size(); ++i)
        if (SSL_add1_chain_cert(caller, material.chain[i].get()) != 1)
            return false;
    return SSL_use_PrivateKey(caller, material.key.get()) == 1;
}

bool showStrangers(Side& client, base::Time now) {
    const auto stranger = makeStranger(now);
    return stranger && SSL_use_certificate(client.connection.get(), stranger->certificate.get()) == 1 &&
           SSL_use_PrivateKey(client.connection.get(), stranger->key.get()) == 1;
}

bool dress(Side& server, Side& client, const TlsMaterial& material, Caller caller, CrlUse crlUse,
           base::Time now) {
    if (!server.connection || !client.connection)
        return false;
    SSL_set_accept_state(server.connection.get());
    SSL_set_connect_state(client.connection.get());
    if (caller == Caller::ServersOwn)
        return showOwn(server, client, material, crlUse);
    return caller == Caller::Anonymous || showStrangers(client, now);
}

} // namespace

base::Result<Meeting> meet(const TlsContexts& contexts, const TlsMaterial& material, Caller caller,
                           CrlUse crlUse) {
    const auto sockets = SocketPair::make();
    if (!sockets)
        return tl::unexpected(sockets.error());
    const ossl::ErrorScope errors;
    Side server = makeSide(contexts.server.get(), sockets->server());
    Side client = makeSide(contexts.client.get(), sockets->client());
    if (!dress(server, client, material, caller, crlUse, contexts.now))
        return base::failure(base::ErrorCode::CryptoFailed, {}, errors.detail());
    shakeHands(server, client);
    Meeting meeting;
    greet(server);
    listen(client);
    meeting.accepted = server.state == State::Done && client.state == State::Done;
    if (meeting.accepted) {
        meeting.protocol = SSL_get_version(client.connection.get());
        meeting.cipher = SSL_get_cipher_name(client.connection.get());
    }
    meeting.serverRefused = refused(server, client);
    meeting.detail = server.detail.empty() ? client.detail : server.detail;
    return meeting;
}

} // namespace certwright::prove

// Why: see tls_client.h.
#include "core/served/tls_client.h"

#include <array>
#include <openssl/ssl.h>
#include <openssl/tls1.h>
#include <openssl/x509.h>

#include "core/document/certificate_facts.h"
#include "core/document/native.h"
#include "core/ossl/error_scope.h"
#include "core/served/tls_talk.h"

namespace certwright::served {

namespace {

using base::ErrorCode;

// In TLS 1.3 a client is through before the server has judged its certificate; so long it is waited for the
// server's word on it.
constexpr std::chrono::milliseconds settling{1500};
constexpr int maximumChain = 64;

// Seen is what OpenSSL's callbacks note on the way.
struct Seen {
    bool asked = false;
    bool ticket = false;
};

Seen& seenBy(SSL* connection) {
    return *static_cast<Seen*>(SSL_get_ex_data(connection, 0));
}

int noteRequest(SSL* connection, void*) {
    seenBy(connection).asked = true;
    return 1;
}

// A ticket is sent when the server is content with the client.
int noteTicket(SSL* connection, SSL_SESSION*) {
    seenBy(connection).ticket = true;
    return 0;
}

bool prepare(SSL_CTX* context, const Wish& wish) {
    const Version oldest = wish.only.value_or(TLS1_2_VERSION);
    const Version newest = wish.only.value_or(TLS1_3_VERSION);
    const char* ciphers = wish.strength == Strength::Usual ? "DEFAULT@SECLEVEL=2" : "ALL:@SECLEVEL=0";
    if (SSL_CTX_set_cipher_list(context, ciphers) != 1 ||
        SSL_CTX_set_min_proto_version(context, oldest) != 1 ||
        SSL_CTX_set_max_proto_version(context, newest) != 1)
        return false;
    if (wish.strength == Strength::Lowest)
        SSL_CTX_set_options(context, SSL_OP_LEGACY_SERVER_CONNECT);
    SSL_CTX_set_verify(context, SSL_VERIFY_NONE, nullptr);
    SSL_CTX_set_session_cache_mode(context, SSL_SESS_CACHE_CLIENT | SSL_SESS_CACHE_NO_INTERNAL);
    SSL_CTX_sess_set_new_cb(context, noteTicket);
    SSL_CTX_set_cert_cb(context, noteRequest, nullptr);
    return true;
}

bool dress(SSL* connection, const OwnCertificate& own, secret::SecretAccess access) {
    const auto key = document::nativeKey(own.key, access);
    if (!key || own.chain.empty())
        return false;
    for (std::size_t i = 0; i < own.chain.size(); ++i) {
        const auto certificate = document::nativeCertificate(own.chain[i]);
        const bool taken = certificate && (i == 0 ? SSL_use_certificate(connection, certificate->get())
                                                  : SSL_add1_chain_cert(connection, certificate->get())) == 1;
        if (!taken)
            return false;
    }
    return SSL_use_PrivateKey(connection, key->get()) == 1;
}

// connectionFor returns nothing if OpenSSL refuses, e.g. a key that is not the certificate's.
ossl::Owned<ssl_st> connectionFor(const Wish& wish, Seen& seen, secret::SecretAccess access) {
    const ossl::Owned<ssl_ctx_st> context(SSL_CTX_new(TLS_client_method()));
    if (!context || !prepare(context.get(), wish))
        return {};
    ossl::Owned<ssl_st> connection(SSL_new(context.get()));
    if (!connection)
        return {};
    SSL_set_ex_data(connection.get(), 0, &seen);
    SSL_set_tlsext_status_type(connection.get(), TLSEXT_STATUSTYPE_ocsp);
    std::string sni = wish.sni;
    if (!sni.empty() &&
        SSL_ctrl(connection.get(), SSL_CTRL_SET_TLSEXT_HOSTNAME, TLSEXT_NAMETYPE_host_name, sni.data()) != 1)
        return {};
    // The list of RFC 7301: each name with its length in front; 0 is success here.
    static constexpr std::array<std::uint8_t, 9> http{8, 'h', 't', 't', 'p', '/', '1', '.', '1'};
    if (wish.probe == Probe::Http && SSL_set_alpn_protos(connection.get(), http.data(), http.size()) != 0)
        return {};
    if (wish.own != nullptr && !dress(connection.get(), *wish.own, access))
        return {};
    return connection;
}

std::vector<document::Certificate> chainOf(const SSL* connection) {
    std::vector<document::Certificate> chain;
    const STACK_OF(X509)* sent = SSL_get_peer_cert_chain(connection);
    for (int i = 0; i < std::min(sk_X509_num(sent), maximumChain); ++i) {
        std::uint8_t* der = nullptr;
        const int length = i2d_X509(sk_X509_value(sent, i), &der);
        if (length <= 0)
            break;
        auto certificate = document::certificateFrom({der, static_cast<std::size_t>(length)});
        OPENSSL_free(der);
        // One that cannot be read ends what can be told of the chain; the leaf's place is the first.
        if (!certificate)
            break;
        chain.push_back(std::move(*certificate));
    }
    return chain;
}

std::string protocolOf(const SSL* connection) {
    const std::string name = SSL_get_version(connection);
    return name == "TLSv1" ? "TLSv1.0" : name;
}

CipherKind kindOf(const SSL_CIPHER* cipher) {
    if (cipher == nullptr)
        return CipherKind::Weak;
    const int exchange = SSL_CIPHER_get_kx_nid(cipher);
    const bool forward = exchange == NID_kx_any || exchange == NID_kx_ecdhe || exchange == NID_kx_dhe;
    return forward && SSL_CIPHER_is_aead(cipher) == 1 ? CipherKind::Strong : CipherKind::Weak;
}

Meeting meetingOf(SSL* connection) {
    Meeting meeting;
    meeting.chain = chainOf(connection);
    meeting.protocol = protocolOf(connection);
    const SSL_CIPHER* cipher = SSL_get_current_cipher(connection);
    meeting.cipher = cipher != nullptr ? SSL_CIPHER_get_name(cipher) : "";
    meeting.cipherKind = kindOf(cipher);
    const std::uint8_t* staple = nullptr;
    const long length = SSL_get_tlsext_status_ocsp_resp(connection, &staple);
    if (staple != nullptr && length > 0)
        meeting.staple.assign(staple, staple + length);
    return meeting;
}

// settle waits for the server's word on a client that came without a certificate, or with one.
base::Result<ClientDemand> settle(Talk& talk, const Seen& seen, const Patience& patience) {
    if (SSL_version(talk.connection()) != TLS1_3_VERSION || seen.ticket)
        return ClientDemand::LetIn;
    std::array<std::uint8_t, 1> octet{};
    const auto step = talk.read(octet, seen.ticket, patience.within(settling));
    if (!step && step.error().code == ErrorCode::TimedOut && patience.check())
        return ClientDemand::Unclear;
    if (!step)
        return tl::unexpected(step.error());
    if (step->end == TalkEnd::Refused)
        return ClientDemand::Refused;
    return step->end == TalkEnd::Done ? ClientDemand::LetIn : ClientDemand::Unclear;
}

// askForPage tells by the status of an HTTP answer whether the server misses a certificate.
base::Result<ClientDemand> askForPage(Talk& talk, const Wish& wish, const Patience& patience) {
    const std::string question =
        "GET / HTTP/1.0\r\nHost: " + (wish.sni.empty() ? "localhost" : wish.sni) + "\r\n\r\n";
    if (const auto sent = talk.write(base::viewOf(question), patience); !sent)
        return tl::unexpected(sent.error());
    std::string answer;
    std::array<std::uint8_t, 512> part{};
    while (answer.size() < 12) {
        constexpr bool never = false;
        const auto step = talk.read(part, never, patience);
        if (!step)
            return tl::unexpected(step.error());
        if (step->end != TalkEnd::Done)
            return step->end == TalkEnd::Refused ? ClientDemand::Refused : ClientDemand::Unclear;
        answer += std::string(base::textOf({part.data(), step->octets}));
    }
    if (!answer.starts_with("HTTP/1."))
        return ClientDemand::Unclear;
    return answer.substr(9, 3) == "400" ? ClientDemand::Refused : ClientDemand::LetIn;
}

bool speaksHttp(const SSL* connection) {
    const std::uint8_t* name = nullptr;
    unsigned length = 0;
    SSL_get0_alpn_selected(connection, &name, &length);
    return name != nullptr && base::textOf({name, length}) == "http/1.1";
}

base::Result<ClientDemand> demandOf(Talk& talk, const Seen& seen, const Wish& wish,
                                    const Patience& patience) {
    if (!seen.asked)
        return ClientDemand::NotAsked;
    auto demand = settle(talk, seen, patience);
    if (!demand || *demand == ClientDemand::Refused || !speaksHttp(talk.connection()))
        return demand;
    return askForPage(talk, wish, patience);
}

} // namespace

base::Result<Meeting> meetServer(Socket& socket, const Wish& wish, const Patience& patience,
                                 secret::SecretAccess access) {
    Seen seen;
    const ossl::ErrorScope errors;
    Talk talk(connectionFor(wish, seen, access), socket);
    if (!talk.works())
        return base::failure(ErrorCode::CryptoFailed, {}, errors.detail());
    const auto step = talk.shakeHands(patience);
    if (!step)
        return tl::unexpected(step.error());
    Meeting meeting = meetingOf(talk.connection());
    if (meeting.chain.empty())
        return base::failure(ErrorCode::TlsFailed, {},
                             step->detail.empty() ? "sends no certificate that can be read" : step->detail);
    meeting.finished = step->end == TalkEnd::Done;
    meeting.detail = step->detail;
    if (!meeting.finished) {
        meeting.demand = seen.asked ? ClientDemand::Refused : ClientDemand::NotAsked;
        return meeting;
    }
    const auto demand = demandOf(talk, seen, wish, patience);
    if (!demand)
        return tl::unexpected(demand.error());
    meeting.demand = *demand;
    return meeting;
}

} // namespace certwright::served

// Why: the proof is worth as much as its server resembles the real one.
#include "core/prove/tls_context.h"

#include <chrono>
#include <openssl/err.h>
#include <openssl/pem.h>
#include <openssl/ssl.h>
#include <utility>

#include "core/document/native.h"
#include "core/ossl/error_scope.h"
#include "core/prove/place_paths.h"

namespace certwright::prove {

namespace {

using profile::Slot;
using profile::SlotKind;

template <typename T> using PemReader = T* (*)(BIO*, T**, pem_password_cb*, void*);

// readPem reads every object of one kind, as a service does that is given the file's name.
template <typename T>
base::Result<std::vector<ossl::Owned<T>>> readPem(const InstalledFile& file, PemReader<T> readOne) {
    if (!file.content)
        return tl::unexpected(*file.error);
    const ossl::ErrorScope errors;
    const ossl::Bio bio(BIO_new_mem_buf(file.content->data(), static_cast<int>(file.content->size())));
    std::vector<ossl::Owned<T>> found;
    while (T* one = bio ? readOne(bio.get(), nullptr, nullptr, nullptr) : nullptr)
        found.emplace_back(one);
    const bool atEnd = errors.lastLibrary() == ERR_LIB_PEM && errors.lastReason() == PEM_R_NO_START_LINE;
    if (found.empty() || !atEnd)
        return base::failure(base::ErrorCode::CryptoFailed, file.path, errors.detail());
    return found;
}

template <typename T>
base::Status appendPem(const InstalledFile& file, PemReader<T> readOne, std::vector<ossl::Owned<T>>& to) {
    auto read = readPem<T>(file, readOne);
    if (!read)
        return tl::unexpected(read.error());
    for (auto& one : *read)
        to.push_back(std::move(one));
    return {};
}

// takeLarge takes large lists as they were read: like the service, only PEM and nothing damaged.
base::Status takeLarge(const InstalledFile& file, bool own, TlsMaterial& material) {
    if (!file.lists->damages.empty())
        return base::failure(base::ErrorCode::CryptoFailed, file.path, file.lists->damages.front().detail);
    for (const document::Item& item : file.lists->items) {
        const auto* crl = std::get_if<document::Crl>(&item.object);
        if (crl == nullptr || item.encoding != document::Encoding::Pem)
            return base::failure(base::ErrorCode::CryptoFailed, file.path, "no PEM");
        if (own)
            material.largeLists.push_back(*crl);
    }
    return {};
}

// loadSlot takes one slot's file; what belongs to another direction is read and let go.
base::Status loadSlot(const Slot& slot, const std::string& serverTrust, const InstalledFile& file,
                      TlsMaterial& material) {
    std::vector<ossl::X509Certificate> otherCas;
    std::vector<ossl::X509Crl> otherCrls;
    const bool own = slot.trust == serverTrust;
    switch (slot.kind) {
    case SlotKind::ServerCertificate:
        return appendPem<X509>(file, PEM_read_bio_X509, material.chain);
    case SlotKind::CaCertificate:
        return appendPem<X509>(file, PEM_read_bio_X509, own ? material.cas : otherCas);
    case SlotKind::Crl:
        if (file.lists)
            return takeLarge(file, own, material);
        return appendPem<X509_CRL>(file, PEM_read_bio_X509_CRL, own ? material.crls : otherCrls);
    case SlotKind::PrivateKey:
        return {};
    }
    return {};
}

bool useChain(SSL_CTX* context, const TlsMaterial& material) {
    if (SSL_CTX_use_certificate(context, material.chain.front().get()) != 1)
        return false;
    for (std::size_t i = 1; i < material.chain.size(); ++i)
        if (SSL_CTX_add1_chain_cert(context, material.chain[i].get()) != 1)
            return false;
    return SSL_CTX_use_PrivateKey(context, material.key.get()) == 1 &&
           SSL_CTX_check_private_key(context) == 1;
}

bool trustCas(SSL_CTX* context, const TlsMaterial& material) {
    X509_STORE* store = SSL_CTX_get_cert_store(context);
    for (const auto& ca : material.cas)
        if (X509_STORE_add_cert(store, ca.get()) != 1)
            return false;
    return true;
}

bool useCrls(SSL_CTX* context, const TlsMaterial& material) {
    for (const auto& crl : material.crls)
        if (X509_STORE_add_crl(SSL_CTX_get_cert_store(context), crl.get()) != 1)
            return false;
    if (!material.crls.empty())
        X509_VERIFY_PARAM_set_flags(SSL_CTX_get0_param(context), X509_V_FLAG_CRL_CHECK);
    return true;
}

bool demandClients(SSL_CTX* context, const TlsMaterial& material) {
    for (const auto& ca : material.cas)
        if (SSL_CTX_add_client_CA(context, ca.get()) != 1)
            return false;
    SSL_CTX_set_verify(context, SSL_VERIFY_PEER | SSL_VERIFY_FAIL_IF_NO_PEER_CERT, nullptr);
    return true;
}

// A context for handshakes that are never resumed.
ossl::Owned<ssl_ctx_st> newContext(const SSL_METHOD* method, base::Time now) {
    ossl::Owned<ssl_ctx_st> context(SSL_CTX_new(method));
    if (!context || SSL_CTX_set_min_proto_version(context.get(), TLS1_2_VERSION) != 1)
        return {};
    SSL_CTX_set_session_cache_mode(context.get(), SSL_SESS_CACHE_OFF);
    SSL_CTX_set_options(context.get(), SSL_OP_NO_TICKET);
    SSL_CTX_set_num_tickets(context.get(), 0);
    X509_VERIFY_PARAM_set_time(SSL_CTX_get0_param(context.get()), std::chrono::system_clock::to_time_t(now));
    return context;
}

} // namespace

base::Result<TlsMaterial> loadMaterial(const profile::Profile& profile, const Installed& installed,
                                       const document::PrivateKey& key, secret::SecretAccess access) {
    TlsMaterial material;
    const std::string trust = serverTrust(profile);
    for (const Slot& slot : profile.slots) {
        const auto file = installed.files.find(slot.id);
        if (file == installed.files.end()) {
            if (slot.required)
                return base::failure(base::ErrorCode::FileNotFound, slot.configKey, "not configured");
            continue;
        }
        if (auto loaded = loadSlot(slot, trust, file->second, material); !loaded)
            return tl::unexpected(loaded.error());
    }
    if (material.chain.empty() || material.cas.empty())
        return base::failure(base::ErrorCode::FileNotFound, profile.id, "no certificate or no CA");
    auto native = document::nativeKey(key, access);
    if (!native)
        return tl::unexpected(native.error());
    material.key = std::move(*native);
    return material;
}

base::Result<TlsContexts> makeContexts(const TlsMaterial& material, ClientCertificates clients,
                                       base::Time now) {
    const ossl::ErrorScope errors;
    TlsContexts contexts{newContext(TLS_server_method(), now), newContext(TLS_client_method(), now), now};
    bool made = contexts.server && contexts.client;
    made = made && useChain(contexts.server.get(), material) && trustCas(contexts.server.get(), material) &&
           useCrls(contexts.server.get(), material);
    if (made && clients == ClientCertificates::Demanded)
        made = demandClients(contexts.server.get(), material);
    made = made && trustCas(contexts.client.get(), material);
    if (!made)
        return base::failure(base::ErrorCode::CryptoFailed, {}, errors.detail());
    // The chosen CA may be one below a root: whoever is given it as CA trusts it.
    X509_VERIFY_PARAM_set_flags(SSL_CTX_get0_param(contexts.client.get()), X509_V_FLAG_PARTIAL_CHAIN);
    SSL_CTX_set_verify(contexts.client.get(), SSL_VERIFY_PEER, nullptr);
    return contexts;
}

} // namespace certwright::prove

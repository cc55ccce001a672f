// Why: see crl_writer.h. What is written is made twice: once to be signed and once to be handed out.
#include "tests/data/material/crl_writer.h"

#include <array>
#include <cstdlib>
#include <cstring>
#include <memory>

#include <openssl/evp.h>

#include "core/document/native.h"
#include "tests/data/material/der_parts.h"

namespace certwright::material {

namespace {

constexpr std::size_t plainSize = 35;
constexpr std::size_t reasonSize = 49;

// Entries makes the entries, the same every time.
class Entries {
  public:
    explicit Entries(base::Time revokedAt) {
        const std::string serial(16, '\x01');
        m_plain = element(0x30, element(0x02, serial) + utcTime(revokedAt));
        const std::string reason = element(
            0x30, element(0x30, element(0x06, "\x55\x1D\x15") + element(0x04, element(0x0A, "\x04"))));
        m_reason = element(0x30, element(0x02, serial) + utcTime(revokedAt) + reason);
    }

    void write(std::uint64_t count, std::string_view extra, const Sink& sink) {
        std::string piece;
        piece.reserve(std::size_t{72} * 1024);
        for (std::uint64_t i = 0; i < count; ++i) {
            if (i == count / 2)
                piece += extra;
            std::string& entry = i % 2 == 0 ? m_plain : m_reason;
            number(i, entry);
            piece += entry;
            if (piece.size() >= std::size_t{64} * 1024) {
                sink(piece);
                piece.clear();
            }
        }
        sink(piece);
    }

    static std::uint64_t size(std::uint64_t count, std::string_view extra) {
        return count / 2 * (plainSize + reasonSize) + count % 2 * plainSize + (count > 0 ? extra.size() : 0);
    }

  private:
    // A serial number that looks random and begins with its index, so that all differ.
    static void number(std::uint64_t index, std::string& entry) {
        std::uint64_t mixed = (index + 1) * 0x9E3779B97F4A7C15ULL;
        mixed ^= mixed >> 29U;
        for (std::size_t i = 0; i < 8; ++i) {
            entry[12 + i] = static_cast<char>(mixed >> (8 * i));
            if (i < 5)
                entry[5 + i] = static_cast<char>(index >> (32 - 8 * i));
        }
    }

    std::string m_plain;
    std::string m_reason;
};

std::string signatureOver(EVP_MD_CTX* context) {
    std::size_t size = 0;
    if (EVP_DigestSignFinal(context, nullptr, &size) != 1)
        std::abort();
    std::string signature(size, '\0');
    if (EVP_DigestSignFinal(context, reinterpret_cast<unsigned char*>(signature.data()), &size) != 1)
        std::abort();
    signature.resize(size);
    return signature;
}

} // namespace

void writeCrl(const WriterSpec& spec, const document::Identity& issuer, const Sink& sink) {
    auto key = document::nativeKey(*issuer.key, access());
    if (!key)
        std::abort();
    Entries entries(spec.now - days(30));
    const std::uint64_t size = Entries::size(spec.entries, spec.extra);
    const std::string algorithm = signatureAlgorithmOf(issuer);
    const std::string front = element(0x02, "\x01") + algorithm + subjectOf(issuer) +
                              utcTime(spec.now - days(1)) + utcTime(spec.now + days(200)) +
                              (size > 0 ? elementHead(0x30, size) : std::string());
    const std::string back = extensionsOf(spec.number);
    const std::string head = elementHead(0x30, front.size() + size + back.size()) + front;

    const std::unique_ptr<EVP_MD_CTX, decltype(&EVP_MD_CTX_free)> context(EVP_MD_CTX_new(), EVP_MD_CTX_free);
    if (EVP_DigestSignInit(context.get(), nullptr, EVP_sha256(), nullptr, key->get()) != 1)
        std::abort();
    const Sink sign = [&](std::string_view octets) {
        if (EVP_DigestSignUpdate(context.get(), octets.data(), octets.size()) != 1)
            std::abort();
    };
    sign(head);
    entries.write(spec.entries, spec.extra, sign);
    sign(back);
    const std::string signature =
        algorithm + element(0x03, std::string(1, '\0') + signatureOver(context.get()));

    sink(elementHead(0x30, head.size() + size + back.size() + signature.size()) + head);
    entries.write(spec.entries, spec.extra, sink);
    sink(back + signature);
}

Sink pemSink(Sink sink) {
    auto held = std::make_shared<std::string>();
    auto begun = std::make_shared<bool>(false);
    return [sink = std::move(sink), held, begun](std::string_view octets) {
        if (!*begun)
            sink("-----BEGIN X509 CRL-----\n");
        *begun = true;
        *held += octets;
        const bool last = octets.empty();
        std::string text;
        std::size_t at = 0;
        for (; held->size() - at >= 48 || (last && at < held->size()); at = std::min(at + 48, held->size())) {
            std::array<unsigned char, 66> line{};
            const std::size_t count = std::min<std::size_t>(48, held->size() - at);
            const int size =
                EVP_EncodeBlock(line.data(), reinterpret_cast<const unsigned char*>(held->data()) + at,
                                static_cast<int>(count));
            text.append(reinterpret_cast<const char*>(line.data()), static_cast<std::size_t>(size));
            text += '\n';
        }
        held->erase(0, at);
        sink(last ? text + "-----END X509 CRL-----\n" : text);
    };
}

std::string entryOf(const document::Certificate& certificate, base::Time now) {
    const auto serial = base::fromHex(certificate.facts.serial);
    if (!serial)
        std::abort();
    std::string content(serial->begin(), serial->end());
    if ((serial->front() & 0x80U) != 0)
        content.insert(content.begin(), '\0');
    const std::string reason =
        element(0x30, element(0x30, element(0x06, "\x55\x1D\x15") + element(0x04, element(0x0A, "\x01"))));
    return element(0x30, element(0x02, content) + utcTime(now - days(10)) + reason);
}

} // namespace certwright::material

// Why: key stores of Java are what application servers keep; their entries are named without a password. The
// layouts are those of java.io.DataOutputStream: numbers with the most octet first, texts behind 16 bits of
// length.
#include "core/document/foreign_parts.h"

#include <algorithm>

namespace certwright::document {

namespace {

using base::ByteView;

class Reader {
  public:
    explicit Reader(ByteView octets)
        : m_rest(octets) {}

    bool good() const { return m_good; }
    std::uint64_t number(std::size_t octets) {
        std::uint64_t number = 0;
        for (const std::uint8_t octet : take(octets))
            number = (number << 8U) | octet;
        return number;
    }
    std::string text() { return shortened(base::textOf(take(number(2)))); }
    void skip(std::uint64_t octets) { take(octets); }

  private:
    ByteView take(std::uint64_t octets) {
        m_good = m_good && octets <= m_rest.size();
        const auto size = m_good ? static_cast<std::size_t>(octets) : 0;
        const ByteView taken = m_rest.first(size);
        m_rest = m_rest.subspan(size);
        return taken;
    }

    ByteView m_rest;
    bool m_good = true;
};

constexpr std::uint64_t jksMagic = 0xFEEDFEED;
constexpr std::uint64_t jceksMagic = 0xCECECECE;

void skipCertificate(Reader& reader, int version) {
    if (version == 2)
        reader.skip(reader.number(2)); // its type
    reader.skip(reader.number(4));
}

// entryOf reads an entry of JKS and returns "alias (kind)"; empty where its end cannot be told.
std::string entryOf(Reader& reader, int version) {
    constexpr std::uint64_t mostCertificates = 100;
    const std::uint64_t kind = reader.number(4);
    const std::string alias = reader.text();
    reader.skip(8); // when it was made
    if (!reader.good() || kind < 1 || kind > 3)
        return {};
    if (kind == 3)
        return alias + " (secret)";
    if (kind == 2) {
        skipCertificate(reader, version);
        return alias + " (certificate)";
    }
    reader.skip(reader.number(4));
    const std::uint64_t chain = std::min(reader.number(4), mostCertificates);
    for (std::uint64_t i = 0; i < chain && reader.good(); ++i)
        skipCertificate(reader, version);
    return alias + " (key)";
}

std::optional<ForeignFile> sunStore(ByteView content) {
    Reader reader(content);
    const std::uint64_t magic = reader.number(4);
    const std::uint64_t version = reader.number(4);
    const std::uint64_t count = reader.number(4);
    if (!reader.good() || (magic != jksMagic && magic != jceksMagic) || version < 1 || version > 2)
        return std::nullopt;
    ForeignFile file{magic == jksMagic ? ForeignFormat::JavaKeyStore : ForeignFormat::JavaCryptoKeyStore};
    file.version = static_cast<int>(version);
    constexpr std::size_t smallestEntry = 14;
    file.entries = static_cast<std::size_t>(std::min<std::uint64_t>(count, content.size() / smallestEntry));
    while (file.names.size() < std::min(file.entries, mostForeignNames)) {
        std::string name = entryOf(reader, file.version);
        if (name.empty())
            break;
        const bool key = name.ends_with("(key)");
        const bool secret = name.ends_with("(secret)"); // of a length that only Java can tell
        file.part = key ? KeyPart::Private : file.part;
        file.names.push_back(std::move(name));
        if (secret)
            break;
    }
    return file;
}

bool isPlain(const std::string& text) {
    return !text.empty() &&
           std::ranges::none_of(text, [](char c) { return static_cast<unsigned char>(c) < ' '; });
}

// bouncyStore: version, a salt of 20 octets, 1024 to 2047 rounds, then entries in the clear (BKS) or not.
std::optional<ForeignFile> bouncyStore(ByteView content) {
    Reader reader(content);
    const std::uint64_t version = reader.number(4);
    const std::uint64_t salt = reader.number(4);
    reader.skip(20);
    const std::uint64_t rounds = reader.number(4);
    if (version > 2 || salt != 20 || rounds < 1024 || rounds > 2047 || !reader.good())
        return std::nullopt;
    const std::uint64_t kind = reader.number(1);
    const std::string alias = reader.text();
    reader.skip(8);
    const bool empty = kind == 0 && content.size() == 53; // a digest of 20 octets follows
    const bool clear = reader.good() && kind >= 1 && kind <= 4 && isPlain(alias);
    ForeignFile file{clear || empty ? ForeignFormat::BouncyCastleKeyStore : ForeignFormat::UberKeyStore};
    file.version = static_cast<int>(version);
    if (clear)
        file.names.push_back(alias);
    return file;
}

} // namespace

std::optional<ForeignFile> javaStore(ByteView content) {
    auto file = sunStore(content);
    return file ? file : bouncyStore(content);
}

} // namespace certwright::document

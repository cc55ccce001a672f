// Why: PEM or DER, by content; every object and every damaged part of a file in their order.
#include "core/document/parse.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <type_traits>

#include "core/document/der_objects.h"
#include "core/document/mended_content.h"
#include "core/document/pem_blocks.h"
#include "core/ossl/der.h"

namespace certwright::document {

namespace {

using base::ByteView;
using secret::SecretAccess;
using secret::SecretBytes;

constexpr std::size_t mostBlocks = 20000; // A bundle of all public CAs has some 150.
constexpr std::string_view trustedLabel = "TRUSTED CERTIFICATE";

struct Label {
    std::string_view text;
    Shape shape;
};

constexpr std::array labels{
    Label{"CERTIFICATE", Shape::Certificate},
    Label{"X509 CERTIFICATE", Shape::Certificate},
    Label{trustedLabel, Shape::Certificate},
    Label{"X509 CRL", Shape::Crl},
    Label{"CRL", Shape::Crl},
    Label{"CERTIFICATE REQUEST", Shape::Request},
    Label{"NEW CERTIFICATE REQUEST", Shape::Request},
    Label{"PKCS7", Shape::Pkcs7},
    Label{"PKCS #7 SIGNED DATA", Shape::Pkcs7},
    Label{"CMS", Shape::Pkcs7},
    Label{"PKCS12", Shape::Pkcs12},
    Label{"PRIVATE KEY", Shape::Pkcs8},
    Label{"ENCRYPTED PRIVATE KEY", Shape::EncryptedPkcs8},
    Label{"RSA PRIVATE KEY", Shape::RsaKey},
    Label{"EC PRIVATE KEY", Shape::EcKey},
    Label{"DSA PRIVATE KEY", Shape::DsaKey},
    Label{"RSA-PSS PRIVATE KEY", Shape::RsaKey},
};

// Labels of which OpenSSL reads whatever key is inside: "ANY", or an algorithm's name.
constexpr std::array<std::string_view, 8> openLabels{
    "ANY PRIVATE KEY",  "ED25519 PRIVATE KEY", "ED448 PRIVATE KEY", "X25519 PRIVATE KEY",
    "X448 PRIVATE KEY", "DH PRIVATE KEY",      "DHX PRIVATE KEY",   "RSA-PSS PRIVATE KEY"};

// Parts that stand beside keys and are known for what they are.
constexpr std::array<std::string_view, 5> publicKeyLabels{"PUBLIC KEY", "RSA PUBLIC KEY", "DSA PUBLIC KEY",
                                                          "EC PUBLIC KEY", "ANY PUBLIC KEY"};
constexpr std::array<std::string_view, 4> parameterLabels{"EC PARAMETERS", "DSA PARAMETERS", "DH PARAMETERS",
                                                          "X9.42 DH PARAMETERS"};

template <std::size_t N> bool isIn(const std::array<std::string_view, N>& all, std::string_view text) {
    return std::find(all.begin(), all.end(), text) != all.end();
}

bool isKey(Shape shape) {
    return isPrivate(shape) || shape == Shape::EncryptedPkcs8;
}

const Label* labelOf(std::string_view text) {
    const auto* found =
        std::find_if(labels.begin(), labels.end(), [&](const Label& l) { return l.text == text; });
    return found != labels.end() ? found : nullptr;
}

} // namespace

std::optional<Shape> shapeOfLabel(std::string_view label) {
    const Label* known = labelOf(label);
    return known != nullptr ? std::optional(known->shape) : std::nullopt;
}

namespace {

// ivOf returns the IV that a DEK-Info header "CIPHER,HEX" names.
std::optional<base::Bytes> ivOf(const std::string& header) {
    const std::size_t comma = header.find(',');
    const std::size_t from = comma == std::string::npos ? comma : header.find_first_not_of(" \t", comma + 1);
    return from == std::string::npos ? std::nullopt : base::fromHex(header.substr(from));
}

std::string upperCase(std::string text) {
    for (char& c : text)
        c = c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
    return text;
}

// isCompany tells what often stands beside a key or certificate, and says nothing then.
bool isCompany(const ForeignFile& foreign) {
    return foreign.format == ForeignFormat::PublicKey || foreign.format == ForeignFormat::Parameters ||
           foreign.format == ForeignFormat::SslSession;
}

// Reader reads one file.
class Reader {
  public:
    Reader(ByteView content, SecretAccess access)
        : m_content(content)
        , m_access(access)
        , m_crlsOnly(content.size() > maximumFileSize) {}

    ParsedFile read() {
        if (m_content.size() > maximumCrlSize)
            damage(DamageKind::BadContent, {}, 0, "larger than 64 MiB");
        else if (const auto blocks = scanPem(m_content, mostBlocks + 1); !blocks.empty())
            readBlocks(blocks);
        else
            readDer();
        const bool ours = !m_file.items.empty() || !m_file.damages.empty();
        if (ours)
            std::erase_if(m_file.foreign, isCompany);
        else if (m_file.foreign.empty() && m_file.asides.empty() && !readMended())
            readForeign();
        return std::move(m_file);
    }

  private:
    void damage(DamageKind kind, std::string label, std::size_t line, std::string detail,
                std::optional<Fault> fault = {}, DamageReason reason = DamageReason::None) {
        m_file.damages.push_back({kind, std::move(label), line, std::move(detail), reason, fault});
    }
    void repaired(Repair repair) {
        if (std::ranges::find(m_file.repairs, repair) == m_file.repairs.end())
            m_file.repairs.push_back(repair);
    }

    void readBlocks(const std::vector<PemBlock>& blocks);
    void readBlock(const PemBlock& block);
    void readTraditional(const PemBlock& block, const std::string& dekInfo);
    template <typename Octets> void readBody(const PemBlock& block, Shape shape);
    void readLabelled(const PemBlock& block, Shape shape, ByteView der);
    void readPublic(Shape shape, ByteView der, const Place& place);
    bool endsThere(Shape shape, ByteView der, const Place& place);
    bool setAside(const PemBlock& block);
    void readDer();
    bool readMended();
    void readForeign();
    // mayRead counts private keys and tells whether another may be read.
    bool mayRead(Shape shape) { return !isPrivate(shape) || ++m_keys <= mostKeys; }

    bool holdsKey() const {
        return !m_file.items.empty() && std::holds_alternative<PrivateKey>(m_file.items.back().object);
    }

    ByteView m_content;
    SecretAccess m_access;
    bool m_crlsOnly;
    std::size_t m_keys = 0;
    ParsedFile m_file;
};

std::span<std::uint8_t> writable(base::Bytes& octets, SecretAccess) {
    return octets;
}
std::span<std::uint8_t> writable(SecretBytes& octets, SecretAccess access) {
    return octets.revealForWriting(access);
}

// readBody decodes a block and reads what it holds; keys go to locked pages from the first octet.
template <typename Octets> void Reader::readBody(const PemBlock& block, Shape shape) {
    Octets octets(decodedBound(block.body.size()));
    const auto size = decodeBase64(block.body, writable(octets, m_access));
    if (!size)
        return damage(DamageKind::BadBase64, block.label, block.line, {});
    readLabelled(block, shape, writable(octets, m_access).first(*size));
    if constexpr (std::is_same_v<Octets, base::Bytes>) {
        if (isKey(shapeOf(octets)))
            base::wipe(octets);
    }
}

// readLabelled reads a block's content as what it is. Some tools write a key, encrypted or not, under the
// label of another form: that is told. A key in the block of something else, or the other way round, is
// damage.
void Reader::readLabelled(const PemBlock& block, Shape shape, ByteView der) {
    const Shape real = shapeOf(der);
    const bool known = real != Shape::Unknown && real != Shape::ContainerBer;
    if (isKey(shape) ? known && !isKey(real) : isKey(real))
        return damage(DamageKind::BadContent, block.label, block.line, std::string(shapeName(real)),
                      Fault::Label, DamageReason::OtherLabel);
    if (!isKey(shape))
        return readPublic(shape, der, {Encoding::Pem, block.line, block.label});
    if (!mayRead(real))
        return damage(DamageKind::BadContent, block.label, block.line, "more than 100 private keys",
                      Fault::Work);
    const auto element = ossl::DerReader(der).next();
    if (element && isKey(real) && element->whole.size() != der.size())
        return damage(DamageKind::BadContent, block.label, block.line, "octets behind the key",
                      Fault::TrailingData);
    const std::size_t items = m_file.items.size();
    readObject(isKey(real) ? real : shape, der, {Encoding::Pem, block.line, block.label}, m_access, m_file);
    const bool fits = !isKey(real) || real == shape || isIn(openLabels, block.label);
    if (m_file.items.size() != items && !fits)
        m_file.items.back().remarks.push_back(Fault::Label);
}

bool Reader::setAside(const PemBlock& block) {
    const bool publicKey = isIn(publicKeyLabels, block.label);
    if (!publicKey && !isIn(parameterLabels, block.label))
        return false;
    m_file.asides.push_back(
        {publicKey ? AsideKind::PublicKey : AsideKind::Parameters, block.label, block.line});
    return true;
}

// readPublic reads a certificate, list, request or container as its label promises; what is there instead is
// named if it can be read as that.
void Reader::readPublic(Shape shape, ByteView der, const Place& place) {
    ParsedFile own;
    if (auto foreign = foreignDer(der); foreign && foreign->format != ForeignFormat::PublicKey) {
        foreign->line = place.line;
        return m_file.foreign.push_back(std::move(*foreign));
    }
    readObject(shape, der, place, m_access, own);
    if (own.damages.empty() && !endsThere(shape, der, place))
        return damage(DamageKind::BadContent, place.label, place.line, {}, {}, DamageReason::TrailingOctets);
    const Shape real = shapeOf(der);
    if (!own.damages.empty() && real != shape && real != Shape::Unknown) {
        ParsedFile other;
        readObject(real, der, place, m_access, other);
        if (other.damages.empty())
            return damage(DamageKind::BadContent, place.label, place.line, std::string(shapeName(real)), {},
                          DamageReason::OtherLabel);
    }
    std::ranges::move(own.items, std::back_inserter(m_file.items));
    std::ranges::move(own.damages, std::back_inserter(m_file.damages));
    std::ranges::move(own.asides, std::back_inserter(m_file.asides));
}

// endsThere tells whether a certificate, list or request fills its block. Behind that of a TRUSTED
// CERTIFICATE stand OpenSSL's own settings, which nothing here follows.
bool Reader::endsThere(Shape shape, ByteView der, const Place& place) {
    if (shape != Shape::Certificate && shape != Shape::Crl && shape != Shape::Request)
        return true;
    ossl::DerReader reader(der);
    reader.next();
    if (place.label == trustedLabel && reader.next(ossl::Tag::Sequence))
        repaired(Repair::TrustSettings);
    return reader.atEnd();
}

void Reader::readTraditional(const PemBlock& block, const std::string& dekInfo) {
    base::Bytes octets(decodedBound(block.body.size()));
    const auto size = decodeBase64(block.body, octets);
    if (!size || *size == 0)
        return damage(DamageKind::BadBase64, block.label, block.line, {});
    if (!ivOf(dekInfo))
        return damage(DamageKind::BadContent, block.label, block.line, "malformed DEK-Info",
                      Fault::EncryptionParameters);
    EncryptionFacts facts{"PEM", upperCase(dekInfo.substr(0, dekInfo.find(','))), "MD5", 0};
    EncryptedKey key{
        {block.whole.begin(), block.whole.end()}, EncryptedKeyForm::TraditionalPem, std::move(facts)};
    m_file.items.push_back({Object(std::move(key)), Encoding::Pem, Container::None, block.line});
}

void Reader::readBlock(const PemBlock& block) {
    const Label* label = labelOf(block.label);
    const bool keyLike = block.label.ends_with("PRIVATE KEY");
    if (setAside(block))
        return;
    if (auto foreign = label ? std::nullopt : foreignBlock(block.label, block.body, m_access)) {
        foreign->line = block.line;
        return m_file.foreign.push_back(std::move(*foreign));
    }
    if (!label && !keyLike)
        return; // Signatures and the like: not ours.
    if (!block.terminated)
        return damage(DamageKind::Unterminated, block.label, block.line, {});
    if (!label && !isIn(openLabels, block.label))
        return damage(DamageKind::BadContent, block.label, block.line, "a key format that is not known here");
    const Shape shape = label ? label->shape : Shape::Pkcs8;
    if (m_crlsOnly && shape != Shape::Crl)
        return damage(DamageKind::BadContent, block.label, block.line, "larger than 10 MiB");
    if (const auto dekInfo = pemHeader(block, "DEK-Info"))
        return readTraditional(block, *dekInfo);
    if (keyLike)
        readBody<SecretBytes>(block, shape);
    else
        readBody<base::Bytes>(block, shape);
}

void Reader::readBlocks(const std::vector<PemBlock>& blocks) {
    if (blocks.size() > mostBlocks)
        return damage(DamageKind::BadContent, {}, blocks.back().line, "more than 20000 blocks");
    for (const PemBlock& block : blocks)
        readBlock(block);
}

bool isFiller(std::uint8_t c) {
    return c == 0 || c == ' ' || (c >= '\t' && c <= '\r');
}

// looksLikeDer tells a SEQUENCE with a length of several octets, as all our objects are, from text that
// begins with '0'.
bool looksLikeDer(ByteView octets) {
    return octets.size() >= 2 && octets[0] == 0x30 && octets[1] >= 0x80 && octets[1] <= 0x84;
}

// readDer reads DER objects one behind the other. Blanks, line ends and zeros at the end are what editors and
// transfers leave; anything else there is damage.
void Reader::readDer() {
    ByteView rest = m_content;
    if (!looksLikeDer(rest) && shapeOf(rest) == Shape::Unknown && !foreignDer(rest))
        return;
    while (!std::all_of(rest.begin(), rest.end(), isFiller)) {
        const Shape shape = shapeOf(rest);
        const auto element = ossl::DerReader(rest).next();
        if (m_crlsOnly && shape != Shape::Crl)
            return damage(DamageKind::BadContent, {}, 0, "larger than 10 MiB");
        if (!mayRead(shape))
            return damage(DamageKind::BadContent, {}, 0, "more than 100 private keys", Fault::Work);
        const std::size_t damages = m_file.damages.size();
        if (auto foreign = shape == Shape::PublicKey ? std::nullopt : foreignDer(rest))
            m_file.foreign.push_back(std::move(*foreign));
        else if (shape == Shape::Unknown && !m_file.items.empty())
            damage(DamageKind::BadContent, {}, 0, {},
                   holdsKey() ? std::optional(Fault::TrailingData) : std::nullopt,
                   DamageReason::TrailingOctets);
        else
            readObject(shape, rest, {}, m_access, m_file);
        if (m_file.damages.size() != damages || !element)
            return;
        rest = rest.subspan(element->whole.size());
    }
}

// readMended reads what is no PEM or DER by its octets, but is by what they stand for.
bool Reader::readMended() {
    auto mended = m_content.size() <= maximumFileSize ? mendedContent(m_content, m_access) : std::nullopt;
    if (!mended)
        return false;
    ParsedFile file = parse(mended->content.reveal(m_access), m_access);
    if (file.items.empty() && file.damages.empty() && file.foreign.empty() && file.asides.empty())
        return false;
    std::erase(file.repairs, mended->repair);
    file.repairs.insert(file.repairs.begin(), mended->repair);
    m_file = std::move(file);
    return true;
}

void Reader::readForeign() {
    if (auto foreign = foreignContent(m_content, m_access))
        m_file.foreign.push_back(std::move(*foreign));
}

} // namespace

ParsedFile parse(ByteView content, SecretAccess access) {
    return Reader(content, access).read();
}

} // namespace certwright::document

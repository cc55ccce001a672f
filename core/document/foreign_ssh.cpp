// Why: keys of SSH are keys of the same algorithms in other wrapping (OpenSSH's PROTOCOL.key, RFC 4253
// section 6.6, RFC 4716); their kind and comment can be told without a password.
#include "core/document/foreign_parts.h"

#include <algorithm>
#include <array>

#include "core/document/pem_blocks.h"
#include "core/secret/secret_bytes.h"

namespace certwright::document {

namespace {

using base::ByteView;
using secret::SecretAccess;
using secret::SecretBytes;

constexpr std::size_t mostBase64 = 64 * 1024; // The largest RSA keys have some 12 KiB.
constexpr std::string_view certificateEnding = "-cert-v01@openssh.com";
constexpr std::array<std::string_view, 4> typeBeginnings{"ssh-", "ecdsa-sha2-", "sk-ssh-", "sk-ecdsa-sha2-"};

// WireReader reads strings of RFC 4251 section 5: 32 bits of length, most octet first, and octets.
class WireReader {
  public:
    explicit WireReader(ByteView octets)
        : m_rest(octets) {}

    bool skip(std::size_t size) {
        const bool enough = size <= m_rest.size();
        m_rest = m_rest.subspan(enough ? size : m_rest.size());
        return enough;
    }
    std::optional<std::uint32_t> number() {
        if (m_rest.size() < 4)
            return std::nullopt;
        std::uint32_t number = 0;
        for (const std::uint8_t octet : m_rest.first(4))
            number = (number << 8U) | octet;
        skip(4);
        return number;
    }
    // string is empty, too, where there is none.
    std::string_view string() {
        const auto size = number();
        if (!size || *size > m_rest.size()) {
            m_rest = {};
            return {};
        }
        const std::string_view octets = base::textOf(m_rest.first(*size));
        skip(*size);
        return octets;
    }

  private:
    ByteView m_rest;
};

bool isType(std::string_view word) {
    const bool known =
        std::ranges::any_of(typeBeginnings, [&](auto start) { return word.starts_with(start); });
    return known && word.size() <= 64 &&
           std::ranges::all_of(word, [](char c) { return c > ' ' && c < 0x7F; });
}

// fieldsOf counts the strings of a key between its type and its comment; 0 for kinds that are not known here.
int fieldsOf(std::string_view type) {
    if (type == "ssh-rsa")
        return 6;
    if (type == "ssh-dss")
        return 5;
    if (type == "ssh-ed25519")
        return 2;
    return type.starts_with("ecdsa-sha2-") ? 3 : 0;
}

// commentOf reads two equal check numbers, the key and its comment.
std::string commentOf(ByteView privatePart) {
    WireReader reader(privatePart);
    const auto one = reader.number();
    const auto other = reader.number();
    const int fields = fieldsOf(reader.string());
    if (!one || one != other || fields == 0)
        return {};
    for (int i = 0; i < fields; ++i)
        reader.string();
    return shortened(reader.string());
}

// decodedType returns the first string of a public key in base64, if it is a type.
std::string decodedType(std::string_view base64, SecretAccess access) {
    if (base64.size() > mostBase64)
        return {};
    SecretBytes octets(decodedBound(base64.size()));
    const auto size = decodeBase64(base::viewOf(base64), octets.revealForWriting(access));
    const std::string_view type = WireReader(octets.reveal(access).first(size.value_or(0))).string();
    return isType(type) ? std::string(type) : std::string();
}

std::string_view takeLine(std::string_view& text) {
    const std::size_t end = std::min(text.find_first_of("\r\n"), text.size());
    const std::string_view line = text.substr(0, end);
    text.remove_prefix(end);
    text.remove_prefix(std::min(text.find_first_not_of("\r\n"), text.size()));
    return line;
}

std::string_view takeWord(std::string_view& line) {
    const std::string_view word = line.substr(0, std::min(line.find(' '), line.size()));
    line.remove_prefix(word.size());
    line.remove_prefix(std::min(line.find_first_not_of(' '), line.size()));
    return word;
}

std::optional<ForeignFile> publicLine(std::string_view line, SecretAccess access) {
    const std::string_view type = takeWord(line);
    if (!isType(type) || decodedType(takeWord(line), access) != type)
        return std::nullopt;
    const bool certificate = type.ends_with(certificateEnding);
    ForeignFile file{certificate ? ForeignFormat::OpenSshCertificate : ForeignFormat::OpenSshPublicKey, 1,
                     KeyPart::Public};
    file.keyType = type;
    file.comment = shortened(line);
    return file;
}

std::string_view unquoted(std::string_view text) {
    const bool quoted = text.size() >= 2 && text.front() == '"' && text.back() == '"';
    return quoted ? text.substr(1, text.size() - 2) : text;
}

// ssh2Block reads "---- BEGIN SSH2 … ----"; the private form has a magic number and its size before its type
// and cipher.
std::optional<ForeignFile> ssh2Block(std::string_view text, SecretAccess access) {
    constexpr std::string_view publicBegin = "---- BEGIN SSH2 PUBLIC KEY ----";
    constexpr std::string_view privateBegin = "---- BEGIN SSH2 ENCRYPTED PRIVATE KEY ----";
    const bool isPublic = text.starts_with(publicBegin);
    if (!isPublic && !text.starts_with(privateBegin))
        return std::nullopt;
    ForeignFile file{isPublic ? ForeignFormat::Ssh2PublicKey : ForeignFormat::Ssh2PrivateKey, 1,
                     isPublic ? KeyPart::Public : KeyPart::Private};
    takeLine(text);
    constexpr std::string_view comment = "Comment: ";
    std::string_view line;
    for (std::string_view rest = text; !rest.empty(); text = rest) {
        line = takeLine(rest);
        if (line.find(':') == std::string_view::npos)
            break;
        if (line.starts_with(comment))
            file.comment = shortened(unquoted(line.substr(comment.size())));
    }
    const std::string_view body = text.substr(0, std::min(text.find("----"), text.size()));
    if (isPublic) {
        file.keyType = decodedType(body, access);
        return file;
    }
    if (body.size() > mostBase64)
        return file;
    SecretBytes octets(decodedBound(body.size()));
    const auto size = decodeBase64(base::viewOf(body), octets.revealForWriting(access));
    WireReader reader(octets.reveal(access).first(size.value_or(0)));
    reader.skip(8);
    file.keyType = shortened(reader.string());
    file.encryption = shortened(reader.string());
    if (file.encryption == "none")
        file.encryption.clear();
    return file;
}

} // namespace

ForeignFile sshPrivateKey(ByteView base64, SecretAccess access) {
    constexpr std::string_view magic{"openssh-key-v1\0", 15};
    ForeignFile file{ForeignFormat::OpenSshPrivateKey, 0, KeyPart::Private};
    if (base64.size() > mostBase64)
        return file;
    SecretBytes octets(decodedBound(base64.size()));
    const auto size = decodeBase64(base64, octets.revealForWriting(access));
    const ByteView key = octets.reveal(access).first(size.value_or(0));
    if (!base::textOf(key).starts_with(magic))
        return file;
    WireReader reader(key.subspan(magic.size()));
    const std::string_view cipher = reader.string();
    reader.string(); // the key derivation
    reader.string(); // its options
    reader.number(); // of keys, always one
    const std::string_view type = WireReader(base::viewOf(reader.string())).string();
    if (isType(type))
        file.keyType = type;
    if (cipher != "none")
        file.encryption = shortened(cipher);
    else
        file.comment = commentOf(base::viewOf(reader.string()));
    return file;
}

std::optional<ForeignFile> sshText(std::string_view text, SecretAccess access) {
    if (auto file = ssh2Block(text, access))
        return file;
    std::string_view rest = text;
    while (rest.starts_with('#'))
        takeLine(rest);
    auto file = publicLine(takeLine(rest), access);
    for (constexpr std::size_t most = 1000; file && file->entries < most;) {
        ++file->entries;
        if (!publicLine(takeLine(rest), access))
            break;
    }
    return file;
}

} // namespace certwright::document

// Why: see foreign_files.h.
#include "tests/core/document/foreign_files.h"

namespace certwright::test {

namespace {

constexpr std::string_view alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

// Fields of a private key behind its type, and of a public one.
int fieldsOf(const std::string& type) {
    return type == "ssh-rsa" ? 6 : type == "ssh-ed25519" ? 2 : type == "ssh-dss" ? 5 : 3;
}

} // namespace

std::string number(std::uint64_t value, int octets) {
    std::string out;
    for (int i = octets - 1; i >= 0; --i)
        out += static_cast<char>(static_cast<unsigned char>(value >> (8 * static_cast<unsigned>(i))));
    return out;
}

std::string sshString(std::string_view text) {
    return number(text.size(), 4) + std::string(text);
}

std::string javaText(std::string_view text) {
    return number(text.size(), 2) + std::string(text);
}

std::string base64(std::string_view octets) {
    std::string out;
    for (std::size_t i = 0; i < octets.size(); i += 3) {
        std::uint32_t group = 0;
        for (std::size_t j = 0; j < 3; ++j)
            group = (group << 8U) | (i + j < octets.size() ? static_cast<unsigned char>(octets[i + j]) : 0U);
        for (std::size_t j = 0; j < 4; ++j)
            out += i + j <= octets.size() ? alphabet[(group >> (18U - 6U * j)) & 63U] : '=';
    }
    return out;
}

std::string lines(const std::string& text) {
    std::string out;
    for (std::size_t i = 0; i < text.size(); i += 64)
        out += text.substr(i, 64) + '\n';
    return out;
}

std::string openSshKey(const OpenSshSpec& spec) {
    const bool clear = spec.cipher == "none";
    std::string secret = number(0x01020304, 4) + number(0x01020304, 4) + sshString(spec.type);
    for (int i = 0; i < fieldsOf(spec.type); ++i)
        secret += sshString(std::string(32, 'k'));
    secret += sshString(spec.comment) + "\x01\x02\x03";
    const std::string key = std::string("openssh-key-v1\0", 15) + sshString(spec.cipher) +
                            sshString(clear ? "none" : "bcrypt") +
                            sshString(clear ? "" : sshString("0123456789abcdef") + number(16, 4)) +
                            number(1, 4) + sshString(sshString(spec.type) + sshString("public")) +
                            sshString(clear ? secret : std::string(160, 'x'));
    return "-----BEGIN OPENSSH PRIVATE KEY-----\n" + lines(base64(key)) +
           "-----END OPENSSH PRIVATE KEY-----\n";
}

std::string sshPublicLine(const std::string& type, const std::string& comment) {
    return type + ' ' + base64(sshString(type) + sshString("public part")) + ' ' + comment + '\n';
}

std::string puttyKey(int version, const std::string& type, const std::string& encryption,
                     const std::string& comment) {
    return "PuTTY-User-Key-File-" + std::to_string(version) + ": " + type + "\r\nEncryption: " + encryption +
           "\r\nComment: " + comment + "\r\nPublic-Lines: 1\r\nAAAA\r\nPrivate-Lines: 1\r\nAAAA\r\n" +
           "Private-MAC: 00\r\n";
}

std::string javaStore(std::uint64_t magic, const std::vector<JavaEntry>& entries, int version) {
    const std::string certificate =
        (version == 2 ? javaText("X.509") : std::string()) + number(4, 4) + std::string(4, 'c');
    std::string out =
        number(magic, 4) + number(static_cast<std::uint64_t>(version), 4) + number(entries.size(), 4);
    for (const JavaEntry& entry : entries) {
        out += number(static_cast<std::uint64_t>(entry.kind), 4) + javaText(entry.alias) + number(0, 8);
        if (entry.kind == 1)
            out += number(6, 4) + std::string(6, 'k') + number(1, 4) + certificate;
        else if (entry.kind == 2)
            out += certificate;
        else
            out += "\xAC\xED a serialised object";
    }
    return out + std::string(20, 'd');
}

} // namespace certwright::test

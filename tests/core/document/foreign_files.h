// Why: keys and stores of other programs, encoded by hand from their descriptions, so that no such program
// has to be there; shared by the tests of recognition and of the words for it.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace certwright::test {

// number writes `octets` octets, the most significant first; sshString an RFC 4251 string; javaText what
// java.io.DataOutput.writeUTF writes of ASCII.
std::string number(std::uint64_t value, int octets);
std::string sshString(std::string_view text);
std::string javaText(std::string_view text);
// base64 is in one line; lines breaks it at 64 characters.
std::string base64(std::string_view octets);
std::string lines(const std::string& text);

// OpenSshSpec orders an OPENSSH PRIVATE KEY; with a `cipher` other than none its private part is noise.
struct OpenSshSpec {
    std::string type = "ssh-rsa";
    std::string cipher = "none";
    std::string comment = "me@example";
};
std::string openSshKey(const OpenSshSpec& spec);
// sshPublicLine is one line of a .pub file.
std::string sshPublicLine(const std::string& type, const std::string& comment);
// puttyKey is a .ppk file of `version`.
std::string puttyKey(int version, const std::string& type, const std::string& encryption,
                     const std::string& comment);

// JavaEntry is one entry: `kind` 1 a key with a chain of one, 2 a certificate, 3 a secret key.
struct JavaEntry {
    int kind = 1;
    std::string alias;
};
// javaStore is a JKS (0xFEEDFEED) or JCEKS (0xCECECECE) file.
std::string javaStore(std::uint64_t magic, const std::vector<JavaEntry>& entries, int version = 2);

} // namespace certwright::test

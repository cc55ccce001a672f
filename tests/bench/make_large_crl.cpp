// Why: measuring large lists needs them, with the CA that signed them and a certificate that they do not
// list. Usage: make_large_crl FOLDER ENTRIES ["newer": also newer.pem, the next list of that CA]
#include <chrono>
#include <cstdio>
#include <fstream>
#include <string>

#include "tests/data/material/crl_writer.h"

using namespace certwright;

namespace {

void write(const std::string& path, const std::string& content) {
    std::ofstream(path, std::ios::binary) << content;
}

} // namespace

int main(int count, char** arguments) {
    if (count < 3)
        return 2;
    const std::string folder = arguments[1];
    const base::Time now = std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now());
    auto rootSpec = material::authoritySpec();
    rootSpec.notBefore = now - material::days(400);
    rootSpec.notAfter = now + material::days(1800);
    const auto root = material::issue(rootSpec, material::rsaKey(0));
    auto serverSpec = material::serverSpec();
    serverSpec.notBefore = now - material::days(30);
    serverSpec.notAfter = now + material::days(300);
    const auto server = material::issue(serverSpec, material::rsaKey(1), &root);
    write(folder + "/ca.pem", document::toPem(root.certificate));
    write(folder + "/server.pem", document::toPem(server.certificate));
    const auto key =
        document::encryptKey(*server.key, material::secretOf("practice"), 2048, material::access());
    write(folder + "/server.key", key.value_or(std::string()));

    const material::WriterSpec spec{std::stoull(arguments[2]), {}, now, 1};
    std::ofstream der(folder + "/big.der", std::ios::binary);
    std::ofstream pem(folder + "/big.pem", std::ios::binary);
    const auto toPem = material::pemSink([&](std::string_view text) { pem << text; });
    material::writeCrl(spec, root, [&](std::string_view octets) {
        der << octets;
        if (!octets.empty())
            toPem(octets);
    });
    toPem({});
    std::ofstream newer;
    if (count > 3 && std::string(arguments[3]) == "newer") {
        newer.open(folder + "/newer.pem", std::ios::binary);
        const auto sink = material::pemSink([&](std::string_view text) { newer << text; });
        material::writeCrl({spec.entries, {}, now, spec.number + 1}, root, sink);
        sink({});
    }
    return der.flush() && pem.flush() && newer.flush() ? 0 : 1;
}

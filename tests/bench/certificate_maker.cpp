// Why: a search is measured on thousands of different certificates, one in each file; the openssl command
// line would need minutes for them.
#include <cstdio>
#include <cstdlib>
#include <fstream>

#include <fmt/format.h>

#include "tests/data/material/pki.h"

using namespace certwright;

// Usage: certificate_maker FOLDER COUNT: FOLDER/ca.pem and FOLDER/leaves/00000.pem …, RSA 2048, signed by it.
int main(int argc, char** argv) {
    if (argc != 3) {
        std::fputs("usage: certificate_maker FOLDER COUNT\n", stderr);
        return 2;
    }
    const std::string folder = argv[1];
    const document::Identity ca = material::authority("Bench CA");
    std::ofstream(folder + "/ca.pem") << material::pem(ca);
    for (int i = 0; i < std::atoi(argv[2]); ++i) {
        const auto spec = material::serverSpec(fmt::format("host-{:05}.example", i));
        std::ofstream(fmt::format("{}/leaves/{:05}.pem", folder, i))
            << material::pem(material::issue(spec, material::rsaKey(), &ca));
    }
    return 0;
}

// Why: certwright_forge CASE.yaml… prints a case as a line for `certwright-cli validate --batch`, one line
// for each policy; with --pem the certificates and CRLs, to look at with other programs. For tests and
// experiments only.
#include <cstdio>
#include <string_view>

#include "tests/support/forge/forge.h"

using namespace certwright;

namespace {

void printPem(const forge::Case& made) {
    for (const forge::Certificate& certificate : made.certificates)
        std::printf("# %s\n%s", certificate.name.c_str(), certificate.pem.c_str());
    for (const forge::Crl& crl : made.crls)
        std::printf("# %s\n%s", crl.name.c_str(), crl.pem.c_str());
}

} // namespace

int main(int count, char** arguments) {
    bool pem = false;
    int failures = 0;
    for (int i = 1; i < count; ++i) {
        if (std::string_view(arguments[i]) == "--pem") {
            pem = true;
            continue;
        }
        try {
            const forge::Case made = forge::load(arguments[i]);
            if (pem)
                printPem(made);
            else
                for (const forge::Expectation& expected : made.expectations)
                    std::printf("%s\n", forge::batchLine(made, expected.policy).c_str());
        } catch (const std::exception& problem) {
            std::fprintf(stderr, "%s\n", problem.what());
            ++failures;
        }
    }
    return failures == 0 ? 0 : 1;
}

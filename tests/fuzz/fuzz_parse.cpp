// Why: a file that somebody brings may be made to harm; reading it must end in objects and damages, and
// opening it in a result.
#include <cstdint>
#include <cstdlib>

#include "core/document/open.h"
#include "core/document/parse.h"

namespace {

using namespace certwright;

// The fuzzer should look for crashes, not wait for key derivation.
constexpr std::uint64_t fewRounds = 5000;

void open(const document::Item& item, const secret::SecretBytes& password, secret::SecretAccess access) {
    if (const auto* key = std::get_if<document::EncryptedKey>(&item.object)) {
        if (key->encryption.iterations < fewRounds)
            document::openKey(*key, password, access);
    }
    if (const auto* container = std::get_if<document::Pkcs12>(&item.object)) {
        if (container->encryption.iterations < fewRounds)
            document::openPkcs12(*container, password, access);
    }
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const secret::SecretAccess access = secret::SecretAccess::grant();
    const secret::SecretBytes password = secret::SecretBytes::copyOf(base::viewOf("password"));
    const document::ParsedFile file = document::parse({data, size}, access);
    for (const document::Item& item : file.items) {
        const bool pem = item.encoding == document::Encoding::Pem;
        if (pem == (item.line == 0))
            std::abort();
        open(item, password, access);
    }
    return 0;
}

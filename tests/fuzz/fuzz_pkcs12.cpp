// Why: a container or key is taken apart by own code down to the last octet; whatever is in it, opening must
// end in objects or in a reason, soon.
#include <cstdint>
#include <cstdlib>

#include "core/document/open.h"
#include "core/document/parse.h"

namespace {

using namespace certwright;

// The fuzzer should look for crashes, not wait for key derivation.
constexpr std::uint64_t fewRounds = 3000;

bool isQuick(const document::EncryptionFacts& facts) {
    return facts.iterations < fewRounds && facts.derivation != "scrypt";
}

// openInside opens a container, and the keys in it that have a password of their own.
void openInside(const document::Pkcs12& container, const secret::SecretBytes& password,
                secret::SecretAccess access) {
    const auto opened = document::openPkcs12Contents(container, password, access);
    if (!opened)
        return;
    for (std::size_t i = 0; i < opened->items.size(); ++i) {
        const document::Item& item = opened->items[i];
        const auto certificate = document::certificateOf(opened->items, i);
        if (item.container != document::Container::Pkcs12 ||
            (certificate && *certificate >= opened->items.size()))
            std::abort();
        const auto* key = std::get_if<document::EncryptedKey>(&item.object);
        if (key && isQuick(key->encryption))
            document::openKey(*key, password, access);
    }
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const secret::SecretAccess access = secret::SecretAccess::grant();
    const secret::SecretBytes password = secret::SecretBytes::copyOf(base::viewOf("password"));
    const document::ParsedFile file = document::parse({data, size}, access);
    for (const document::Item& item : file.items) {
        if (const auto* key = std::get_if<document::EncryptedKey>(&item.object)) {
            if (isQuick(key->encryption))
                document::openKey(*key, password, access);
        }
        if (const auto* container = std::get_if<document::Pkcs12>(&item.object)) {
            if (isQuick(container->encryption))
                openInside(*container, password, access);
        }
    }
    return 0;
}

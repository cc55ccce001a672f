// Why: see work.h.
#include "app/kmc/work.h"

#include <algorithm>
#include <array>
#include <cstdlib>

#include "app/kmc/interface.h"
#include "app/kmc/library.h"
#include "app/kmc/vendor_log.h"

namespace certwright::helper {

namespace {

namespace kmc = vault::kmc;
using kmc::Failure;
using kmc::FailureKind;
using kmc::Stage;
using secret::SecretAccess;
using secret::SecretBytes;
using Outcome = tl::expected<SecretBytes, Failure>;

constexpr std::array names{"KeInitialize", "KeEncryptByDomain", "KeDecryptByDomain", "KeFinalize"};

struct Functions {
    KmcSetLogger setLogger = nullptr; // may be missing: nothing but details comes of it
    KmcInitialize initialize = nullptr;
    KmcTransform encrypt = nullptr;
    KmcTransform decrypt = nullptr;
    KmcFinalize finalize = nullptr;
};

tl::unexpected<Failure> refused(const char* function, int status) {
    return tl::unexpected(Failure{FailureKind::Call, function, status, vendorLog()});
}

tl::expected<Functions, Failure> functionsOf(const Library& library) {
    for (const char* name : names)
        if (library.function(name) == nullptr)
            return tl::unexpected(Failure{FailureKind::Symbol, name, 0, {}});
    Functions functions;
    functions.setLogger = reinterpret_cast<KmcSetLogger>(library.function("KeSetLoggerCallback"));
    functions.initialize = reinterpret_cast<KmcInitialize>(library.function(names[0]));
    functions.encrypt = reinterpret_cast<KmcTransform>(library.function(names[1]));
    functions.decrypt = reinterpret_cast<KmcTransform>(library.function(names[2]));
    functions.finalize = reinterpret_cast<KmcFinalize>(library.function(names[3]));
    return functions;
}

// wipeAndFree lets go of what the library allocated.
void wipeAndFree(char* octets, std::size_t size) {
    for (volatile char* octet = octets; size > 0; --size)
        *octet++ = 0;
    std::free(octets);
}

// transformed calls one of the two functions that take octets and return octets. The input has a NUL behind
// it, for a library that looks for one; so may the output, which then does not count.
Outcome transformed(KmcTransform function, const char* name, unsigned domain, const SecretBytes& in,
                    SecretAccess access) {
    SecretBytes input = in.clone();
    input.append(std::array<std::uint8_t, 1>{0});
    char* out = nullptr;
    int length = 0;
    const int status = function(domain, reinterpret_cast<const char*>(input.reveal(access).data()),
                                static_cast<int>(in.size()), &out, &length);
    if (status != 0)
        return refused(name, status);
    if (out == nullptr || length <= 0 || static_cast<std::size_t>(length) > kmc::maximumSecret)
        return tl::unexpected(Failure{FailureKind::Text, name, length, {}});
    const auto size = static_cast<std::size_t>(length);
    SecretBytes output = SecretBytes::copyOf({reinterpret_cast<const std::uint8_t*>(out), size});
    wipeAndFree(out, size);
    return output;
}

Outcome sealed(const Functions& functions, const kmc::Request& request, Channel& channel) {
    const SecretAccess access = channel.access();
    channel.enter(Stage::Encrypt);
    Outcome text = transformed(functions.encrypt, names[1], request.domain, request.payload, access);
    if (!text)
        return text;
    if (text->reveal(access).back() == 0)
        text->truncate(text->size() - 1);
    channel.enter(Stage::Decrypt);
    const Outcome again = transformed(functions.decrypt, names[2], request.domain, *text, access);
    if (!again && again.error().kind == FailureKind::Call)
        return tl::unexpected(again.error());
    if (!again || !again->equals(request.payload))
        return tl::unexpected(Failure{FailureKind::RoundTrip, names[2], 0, {}});
    return text;
}

Outcome opened(const Functions& functions, const kmc::Request& request, Channel& channel) {
    channel.enter(Stage::Decrypt);
    return transformed(functions.decrypt, names[2], request.domain, request.payload, channel.access());
}

bool put(const std::string& path, std::array<char, storePathSize>& place) {
    std::copy_n(path.begin(), std::min(path.size(), place.size() - 1), place.begin());
    return path.size() < place.size();
}

} // namespace

Outcome work(const kmc::Request& request, Channel& channel) {
    channel.enter(Stage::Loading);
    const auto library = Library::load(request.library);
    if (!library)
        return tl::unexpected(library.error());
    const auto functions = functionsOf(*library);
    if (!functions)
        return tl::unexpected(functions.error());

    KmcConfig config;
    if (!put(request.primary, config.primaryKeyStoreFile) ||
        !put(request.standby, config.standbyKeyStoreFile))
        return tl::unexpected(Failure{FailureKind::Protocol, "path", 0, {}});
    config.semKey = static_cast<int>(request.semaphoreKey);
    config.sdpAlgId = static_cast<int>(request.algorithm);
    channel.enter(Stage::Initialise);
    if (functions->setLogger != nullptr)
        functions->setLogger(&noteVendorMessage);
    if (const int status = functions->initialize(&config); status != 0)
        return refused(names[0], status);
    closeVendorLog();

    Outcome outcome = request.type == kmc::Type::Seal ? sealed(*functions, request, channel)
                                                      : opened(*functions, request, channel);
    channel.enter(Stage::Finalise);
    if (const int status = functions->finalize(); status != 0 && outcome)
        return refused(names[3], status);
    return outcome;
}

} // namespace certwright::helper

// Why: the vendor's C interface, as SERVICES.md section 3 has it from the vendor's documents. 0 is success.
#pragma once

#include <array>

namespace certwright::helper {

constexpr std::size_t storePathSize = 4096;

// KmcConfig is the vendor's layout; numbers that are 0 take the library's defaults.
struct KmcConfig {
    std::array<char, storePathSize> primaryKeyStoreFile{};
    std::array<char, storePathSize> standbyKeyStoreFile{};
    int domainCount = 3;
    int role = 1; // master: makes missing key stores
    int procLockPerm = 0600;
    int sdpAlgId = 9;
    int hmacAlgId = 2052; // HMAC-SHA256
    int semKey = 0;
    int innerSymmAlgId = 0;
    int innerHashAlgId = 0;
    int innerHmacAlgId = 0;
    int innerKdfAlgId = 0;
    int workKeyIter = 0;
    int rootKeyIter = 0;
};

extern "C" {
using KmcLogger = void (*)(int level, const char* message);
using KmcSetLogger = void (*)(KmcLogger);
using KmcInitialize = int (*)(KmcConfig*);
using KmcFinalize = int (*)();
// `out` is malloc'ed by the library; who called wipes and frees it.
using KmcTransform = int (*)(unsigned domain, const char* in, int inLength, char** out, int* outLength);
}

} // namespace certwright::helper

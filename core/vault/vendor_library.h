// Why: the vendor's key library stands behind this interface: values in, values out; who writes the key
// stores is the plan. Tests and the window's preview bring others than the real one.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <tl/expected.hpp>

#include "core/base/file_info.h"
#include "core/base/progress.h"
#include "core/secret/secret_bytes.h"
#include "core/vault/key_store.h"

namespace certwright::vault {

// Protector is who seals the passphrase: Auto takes the vendor's library where the service has one.
enum class Protector { Auto, Kmc, Builtin, CertImport };

// VendorFault is why the library could not be used; each has its own finding (check/bodies_vendor.h). `path`
// is the library's or that of what is wrong; `name` the missing dependency or function, the function that
// refused, the stage of a crash or time-out, the account of a semaphore, or what came back as garbage;
// `number` a status, signal or number of seconds. System is this computer's own refusal before the library is
// asked: `name` the code of the error (base::errorCodeName), `found` its subject, `expected` its detail.
enum class VendorFaultKind {
    HelperMissing,
    LibraryMissing,
    Unsafe,
    Architecture,
    Dependency,
    Symbol,
    Semaphore,
    Crashed,
    TimedOut,
    Garbage,
    Failed,
    System,
    Cancelled
};
struct VendorFault {
    VendorFaultKind kind = VendorFaultKind::Failed;
    std::string path;
    std::string name;
    std::string found;
    std::string expected;
    std::int64_t number = 0;
};
template <typename T> using VendorResult = tl::expected<T, VendorFault>;

// VendorSettings: `library` is absolute; the rest as profile::Vendor and the service's config say. `account`
// owns the service (Site::rootOwner): where root works for another account, the library runs as that account,
// so that its semaphore is the service's and the account's library gets no power over root.
struct VendorSettings {
    std::string library;
    std::uint32_t semaphoreKey = 0x20161516;
    std::uint32_t domain = 0;
    int algorithm = 9;
    std::optional<base::Owner> account = {};
};

// VendorSealed: the text as the library returned it, and both key stores as they are afterwards (key
// material: whoever has it wipes it).
struct VendorSealed {
    std::string text;
    KeyStoreFiles stores;
};

// VendorLibrary works on copies of the key stores given to it, never on the service's own. It waits for the
// library (Progress tells how long and may cancel).
class VendorLibrary {
  public:
    VendorLibrary() = default;
    VendorLibrary(const VendorLibrary&) = delete;
    VendorLibrary& operator=(const VendorLibrary&) = delete;
    virtual ~VendorLibrary() = default;

    virtual const std::string& path() const = 0;
    // seal seals `plain` under the master key of `stores` (made by the library where both are missing), opens
    // it again and compares. The text is at most 400 printable characters without spaces, quotes, '#', '%'.
    virtual VendorResult<VendorSealed> seal(const secret::SecretBytes& plain, const KeyStoreFiles& stores,
                                            secret::SecretAccess access) = 0;
    // unseal opens what the library sealed.
    virtual VendorResult<secret::SecretBytes> unseal(const std::string& sealed, const KeyStoreFiles& stores,
                                                     secret::SecretAccess access) = 0;
};

// VendorLibraries makes one for a service; the library is not loaded before it is used.
class VendorLibraries {
  public:
    VendorLibraries() = default;
    VendorLibraries(const VendorLibraries&) = delete;
    VendorLibraries& operator=(const VendorLibraries&) = delete;
    virtual ~VendorLibraries() = default;

    virtual std::unique_ptr<VendorLibrary> at(const VendorSettings& settings, base::Progress& progress) = 0;
};

} // namespace certwright::vault

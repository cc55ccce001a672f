// Why: findings about what can be wrong with the vendor's key library, which is somebody else's program
// (SERVICES.md section 3).
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace certwright::check {

// ProtectorKmc: the passphrase is sealed by the vendor's library; the service reads it by itself.
struct ProtectorKmc {
    static constexpr std::string_view code = "protector.kmc";
    std::string key;
    std::string library;

    template <typename Visit> void fields(Visit visit) const {
        visit("key", key);
        visit("library", library);
    }
};

// ProtectorCertImport: the vendor's own importer makes the installed files, on copies.
struct ProtectorCertImport {
    static constexpr std::string_view code = "protector.certimport";
    std::string program;

    template <typename Visit> void fields(Visit visit) const { visit("program", program); }
};

// VendorLibraryMissing: the library is asked for and not there.
struct VendorLibraryMissing {
    static constexpr std::string_view code = "vendor.library-missing";
    std::string path;

    template <typename Visit> void fields(Visit visit) const { visit("path", path); }
};

// VendorLibraryUnsafe: `path` (the library, a library beside it or a folder above) can be changed by
// others; `reason` is "owner", "writable" or "symlink".
struct VendorLibraryUnsafe {
    static constexpr std::string_view code = "vendor.library-unsafe";
    std::string path;
    std::string reason;

    template <typename Visit> void fields(Visit visit) const {
        visit("path", path);
        visit("reason", reason);
    }
};

// VendorLibraryArchitecture: the library is built for another kind of processor, as named by ELF or PE.
struct VendorLibraryArchitecture {
    static constexpr std::string_view code = "vendor.architecture";
    std::string path;
    std::string found;
    std::string expected;

    template <typename Visit> void fields(Visit visit) const {
        visit("path", path);
        visit("found", found);
        visit("expected", expected);
    }
};

// VendorLibraryDependency: a library that the vendor's needs (`name`, such as libcrypto.so.1.1) is
// missing.
struct VendorLibraryDependency {
    static constexpr std::string_view code = "vendor.dependency";
    std::string path;
    std::string name;

    template <typename Visit> void fields(Visit visit) const {
        visit("path", path);
        visit("name", name);
    }
};

// VendorLibrarySymbol: the library has no function `name`; it is another or a newer one.
struct VendorLibrarySymbol {
    static constexpr std::string_view code = "vendor.interface";
    std::string path;
    std::string name;

    template <typename Visit> void fields(Visit visit) const {
        visit("path", path);
        visit("name", name);
    }
};

// VendorSemaphore: the semaphore that the library locks with belongs to account `owner`.
struct VendorSemaphore {
    static constexpr std::string_view code = "vendor.semaphore";
    std::string path;
    std::string semaphore;
    std::string owner;

    template <typename Visit> void fields(Visit visit) const {
        visit("path", path);
        visit("semaphore", semaphore);
        visit("owner", owner);
    }
};

// VendorCrashed: the library ended the helper process in `stage` by signal `signal`.
struct VendorCrashed {
    static constexpr std::string_view code = "vendor.crashed";
    std::string path;
    std::string stage;
    std::int64_t signal = 0;

    template <typename Visit> void fields(Visit visit) const {
        visit("path", path);
        visit("stage", stage);
        visit("signal", signal);
    }
};

// VendorTimedOut: the library did not come back from `stage` within `seconds`.
struct VendorTimedOut {
    static constexpr std::string_view code = "vendor.timed-out";
    std::string path;
    std::string stage;
    std::int64_t seconds = 0;

    template <typename Visit> void fields(Visit visit) const {
        visit("path", path);
        visit("stage", stage);
        visit("seconds", seconds);
    }
};

// VendorGarbage: what came back cannot be used: `what` is "text", "round-trip", "protocol" or "stores".
struct VendorGarbage {
    static constexpr std::string_view code = "vendor.garbage";
    std::string path;
    std::string what;

    template <typename Visit> void fields(Visit visit) const {
        visit("path", path);
        visit("what", what);
    }
};

// VendorFailed: the library's function `call` returned `status`.
struct VendorFailed {
    static constexpr std::string_view code = "vendor.failed";
    std::string path;
    std::string call;
    std::int64_t status = 0;

    template <typename Visit> void fields(Visit visit) const {
        visit("path", path);
        visit("call", call);
        visit("status", status);
    }
};

// VendorHelperMissing: the helper program is not where it was installed.
struct VendorHelperMissing {
    static constexpr std::string_view code = "vendor.helper-missing";
    std::string path;

    template <typename Visit> void fields(Visit visit) const { visit("path", path); }
};

// VendorRotation: the master key is the library's, which renews it by its own rules.
struct VendorRotation {
    static constexpr std::string_view code = "vendor.rotation";
    std::vector<std::string> paths;

    template <typename Visit> void fields(Visit visit) const { visit("paths", paths); }
};

// VendorNotChecked: the passphrase is the library's and the library is not here, so that nobody can
// tell whether it opens the key.
struct VendorNotChecked {
    static constexpr std::string_view code = "vendor.not-checked";
    std::string key;
    std::string path;

    template <typename Visit> void fields(Visit visit) const {
        visit("key", key);
        visit("path", path);
    }
};

// VendorNotStarted: this computer refused what the library at `path` needs before it is asked anything, such
// as a folder for copies of the key stores; `error` is the name of the error's code (base::errorCodeName),
// `about` its subject.
struct VendorNotStarted {
    static constexpr std::string_view code = "vendor.not-started";
    std::string path;
    std::string error;
    std::string about;
    std::string detail;

    template <typename Visit> void fields(Visit visit) const {
        visit("path", path);
        visit("error", error);
        visit("about", about);
        visit("detail", detail);
    }
};

// CertImportFailed: the vendor's importer ended with `status`; `detail` is the end of what it printed.
struct CertImportFailed {
    static constexpr std::string_view code = "certimport.failed";
    std::string program;
    std::int64_t status = 0;
    std::string detail;

    template <typename Visit> void fields(Visit visit) const {
        visit("program", program);
        visit("status", status);
        visit("detail", detail);
    }
};

// CertImportIncomplete: the vendor's importer succeeded and did not make `file`.
struct CertImportIncomplete {
    static constexpr std::string_view code = "certimport.incomplete";
    std::string program;
    std::string file;

    template <typename Visit> void fields(Visit visit) const {
        visit("program", program);
        visit("file", file);
    }
};

} // namespace certwright::check

// Why: a service opens what Certwright installed (config, password, key, chain, CA, revocation lists) without
// starting a program. These functions are the library's ABI: an opaque handle, plain C types, no exceptions.
//
// Strings are UTF-8 and end with a NUL; so do paths, with '/' on every system. Times are seconds since
// 1970-01-01T00:00:00Z.
//
// A handle holds one installed set as it stood when it was opened or reloaded: files that were read while an
// import went on are never mixed. Different handles may be used by different threads at the same time; one
// handle by one thread at a time.
//
// Functions that can fail return one of the certwright_reader_status; after FAILED the handle tells why: a
// stable dotted code ("file.not-found"; those of resources/help/json.md, and "memory", "internal",
// "not-open"), what it is about (a path, a key of the config, may be empty), and a detail for experts. There
// are no sentences for people here: certwright-cli has them for every code, in both languages.
//
// A NULL handle or result pointer makes a function fail and is otherwise harmless.
#pragma once

#include <stddef.h>
#include <stdint.h>

#ifndef CERTWRIGHT_READER_API
#define CERTWRIGHT_READER_API
#endif

#ifdef __cplusplus
extern "C" {
#endif

// CERTWRIGHT_READER_ABI is the version of these functions: it grows when functions are added. What is here
// never changes its meaning.
#define CERTWRIGHT_READER_ABI 1

typedef struct certwright_reader certwright_reader;

// OK: done. FAILED: see the error functions. NONE: the config names no such file, or there is no such date.
// SHORT: the buffer is too small; nothing was written, and the size is the one that is needed.
enum certwright_reader_status {
    CERTWRIGHT_READER_OK = 0,
    CERTWRIGHT_READER_FAILED = 1,
    CERTWRIGHT_READER_NONE = 2,
    CERTWRIGHT_READER_SHORT = 3
};

// CONFIG: the service's config file. CHAIN: the certificates that the server sends, its own first. KEY: its
// private key as installed, encrypted. CA: the CAs that clients are judged by. CRL: their revocation list.
// All but the config are PEM.
enum certwright_reader_file {
    CERTWRIGHT_READER_CONFIG = 0,
    CERTWRIGHT_READER_CHAIN = 1,
    CERTWRIGHT_READER_KEY = 2,
    CERTWRIGHT_READER_CA = 3,
    CERTWRIGHT_READER_CRL = 4
};

// BLOCKER: the service does not start, or is not safe. WARNING: it soon will be so. NOTE: good to know.
enum certwright_reader_severity {
    CERTWRIGHT_READER_BLOCKER = 0,
    CERTWRIGHT_READER_WARNING = 1,
    CERTWRIGHT_READER_NOTE = 2
};

// certwright_reader_abi returns the CERTWRIGHT_READER_ABI that the library was built with.
CERTWRIGHT_READER_API int certwright_reader_abi(void);

// certwright_reader_new makes a handle that nothing was opened with yet; NULL only without memory.
CERTWRIGHT_READER_API certwright_reader* certwright_reader_new(void);
// certwright_reader_free ends a handle and everything that it gave out. NULL is allowed.
CERTWRIGHT_READER_API void certwright_reader_free(certwright_reader* reader);

// certwright_reader_open reads the set of the service folder `root`. `service` is the id of a profile that
// ships with Certwright ("streamserver"). `home` is the home folder of the account that the service runs as,
// needed by certwright_reader_verify where the profile keeps copies there; else NULL. May be repeated: after
// a failure the handle holds nothing. "profile.unknown", "root.unknown", "file.not-found" and others for the
// config, "config.invalid", "recovery.needed" while an import is going on or was interrupted (any verb of
// certwright-cli ends that), "file.changed" if files kept changing.
CERTWRIGHT_READER_API int certwright_reader_open(certwright_reader* reader, const char* service,
                                                 const char* root, const char* home);
// certwright_reader_open_profile does the same with a site's own profile, a YAML file; "profile.invalid" with
// "line:column: what" as detail.
CERTWRIGHT_READER_API int certwright_reader_open_profile(certwright_reader* reader, const char* profile_file,
                                                         const char* root, const char* home);

// certwright_reader_changed returns 1 if a file of the set was replaced, changed or removed since it was read
// (or nothing is open), else 0. It asks the system for some ten files and opens none of them: some tens of
// microseconds on a local disk, cheap enough for every connection or once a second.
CERTWRIGHT_READER_API int certwright_reader_changed(const certwright_reader* reader);
// certwright_reader_reload reads the set anew. If that fails (as certwright_reader_open does, or because a
// file that was read before is gone or unreadable) the handle keeps what it had, and
// certwright_reader_changed goes on returning 1: go on serving and try again. After it, what content and
// setting gave out before is invalid.
CERTWRIGHT_READER_API int certwright_reader_reload(certwright_reader* reader);

// certwright_reader_path gives where the config says that a file is; absolute. `trust` names the trust pair
// of a CA or CRL where a profile has several ("platform"), NULL the one that judges the server's own clients.
// Valid until the next call of this function, open or free. NONE if the config names no such file, or
// the service knows none (Redis knows no CRL); "argument.invalid" if it knows no such pair.
CERTWRIGHT_READER_API int certwright_reader_path(certwright_reader* reader, int file, const char* trust,
                                                 const char** path);
// certwright_reader_content gives a file's octets as they were read; not NUL-terminated. Valid until the next
// successful open or reload, or free. Fails as the reading of that file did ("file.not-found",
// "file.access-denied", "file.symlink"); "file.too-large" for a revocation list over 64 MiB, of which the
// path is to be had.
CERTWRIGHT_READER_API int certwright_reader_content(certwright_reader* reader, int file, const char* trust,
                                                    const unsigned char** octets, size_t* size);
// certwright_reader_setting gives a value of the config: a flat key, or a dotted path in YAML ("cert.ca").
// Empty where it is absent. Valid until the next call of this function, open or free.
CERTWRIGHT_READER_API int certwright_reader_setting(certwright_reader* reader, const char* key,
                                                    const char** value);
// certwright_reader_retention gives the time at which the service deletes its certificates; NONE if it never
// does; "config.invalid" if the date cannot be read.
CERTWRIGHT_READER_API int certwright_reader_retention(certwright_reader* reader, int64_t* seconds);

// certwright_reader_password unseals the password of the installed key into the caller's `buffer` of
// `capacity` octets, after it has opened the key with it. Not NUL-terminated; 44 octets today. The library
// keeps no copy; the caller wipes the buffer with certwright_reader_wipe. SHORT: see there.
// "key-store.missing", "key-store.damaged", "seal.invalid" if it was altered or does not open the key,
// "key-store.foreign" if the vendor's key library sealed it: this library does not load that one.
CERTWRIGHT_READER_API int certwright_reader_password(certwright_reader* reader, unsigned char* buffer,
                                                     size_t capacity, size_t* size);
// certwright_reader_private_key gives the decrypted key in the same way: PKCS#8 PrivateKeyInfo, DER (RFC
// 5958), as d2i_AutoPrivateKey reads it. Under 2,400 octets for an RSA key of 4,096 bits.
CERTWRIGHT_READER_API int certwright_reader_private_key(certwright_reader* reader, unsigned char* buffer,
                                                        size_t capacity, size_t* size);
// certwright_reader_wipe overwrites `size` octets in a way that the compiler keeps.
CERTWRIGHT_READER_API void certwright_reader_wipe(void* buffer, size_t size);

// certwright_reader_verify judges what stands on the disk at this moment as of `now` (1970 to 9999): files,
// modes, owners, key stores, key hash and copies, certificates, revocation lists, dates, and TLS handshakes
// with it all, in this process. Some ten milliseconds. It is done (OK) also when it finds blockers.
// "argument.invalid"
// ("home") if the profile keeps copies in a home folder and none was given.
CERTWRIGHT_READER_API int certwright_reader_verify(certwright_reader* reader, int64_t now);
// certwright_reader_finding_count and the functions below tell what the last verify found, worst first; valid
// until the next verify, open or free. A code is stable ("installed.mode"; help of certwright-cli verify
// --json); the subject is a path, slot or config key. NULL, or -1, for an `index` that there is not.
CERTWRIGHT_READER_API size_t certwright_reader_finding_count(const certwright_reader* reader);
CERTWRIGHT_READER_API int certwright_reader_finding_severity(const certwright_reader* reader, size_t index);
CERTWRIGHT_READER_API const char* certwright_reader_finding_code(const certwright_reader* reader,
                                                                 size_t index);
CERTWRIGHT_READER_API const char* certwright_reader_finding_subject(const certwright_reader* reader,
                                                                    size_t index);

// certwright_reader_error_code, _subject and _detail tell of the last function that FAILED with this handle;
// empty before the first. Valid until the next one fails, or free. Never NULL.
CERTWRIGHT_READER_API const char* certwright_reader_error_code(const certwright_reader* reader);
CERTWRIGHT_READER_API const char* certwright_reader_error_subject(const certwright_reader* reader);
CERTWRIGHT_READER_API const char* certwright_reader_error_detail(const certwright_reader* reader);

#ifdef __cplusplus
}
#endif

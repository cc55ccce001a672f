// Why: before anything is put in order somebody must know what lies where: all certificates, keys, lists and
// stores below some folders, however many files there are.
#pragma once

#include "core/base/clock.h"
#include "core/base/progress.h"
#include "core/scan/found.h"
#include "core/scan/tally.h"
#include "core/secret/secret_access.h"

namespace certwright::scan {

// Request: `roots` are folders or files. `now` is what dates are judged by; a certificate that ends within
// `warningDays` is Expiring. Keys of RSA and DSA below `minimumRsaBits`, of EC below `minimumEcBits` are weak
// (224 bits are as strong as RSA 2048, NIST SP 800-57 part 1 table 2). `threads` read files (0: one for each
// processor).
struct Request {
    std::vector<std::string> roots;
    base::Time now;
    int warningDays = 30;
    int minimumRsaBits = 2048;
    int minimumEcBits = 224;
    unsigned threads = 0;
};

// Listener is told what is found as it is found. found(), unreadable() and reading() come from several
// threads at once, in the order in which files happen to be read; the others from the thread that called
// search(), pair() and duplicate() after everything else and in the same order for the same files.
class Listener {
  public:
    Listener() = default;
    Listener(const Listener&) = delete;
    Listener& operator=(const Listener&) = delete;
    virtual ~Listener() = default;

    virtual void found(const Found& thing) = 0;
    virtual void unreadable(const base::Error& error) = 0;
    virtual void pair(const Pair& pair) = 0;
    virtual void duplicate(const Duplicate& duplicate) = 0;
    // seen says how far it is: files passed and things found. Called often.
    virtual void seen(std::uint64_t files, std::uint64_t things) = 0;
    // reading says how far a large list is read: octets, of all that its file has. Called for every MiB.
    virtual void reading(const std::string& path, std::uint64_t done, std::uint64_t size) = 0;
};

// search walks everything below the roots: hidden folders and other disks included; symbolic links, devices,
// pipes and folders that the system makes up (/proc) are passed over. Files over 10 MiB are not read but for
// lists, of any size and in pieces, until 1 MiB of something else stands behind them; zip archives of up to
// 10 MiB are read like folders. UTF-16 and base64 without lines around it are read as parse does. Nothing is
// opened with a password.
// Memory does not grow with the number of files, but by 48 octets for every certificate or key that was
// found; their paths go to a temporary file (places.h). Errors: FileNotFound and the like for a root;
// Cancelled.
base::Result<Tally> search(const Request& request, Listener& listener, const base::Progress& progress,
                           secret::SecretAccess access);

} // namespace certwright::scan

// Why: a revocation list of a million entries is read once, in pieces, and asked only for the certificates
// that are at hand.
#pragma once

#include <vector>

#include "core/base/progress.h"
#include "core/document/crl_file.h"
#include "core/files/file_system.h"
#include "core/plan/load.h"

namespace certwright::plan {

// isLargeList tells whether a file is to be streamed: over 1 MiB and a CRL by its first 64 KiB, or, since
// nothing else may be over 10 MiB, any text of that size.
bool isLargeList(const files::OpenFile& file);

// Streamed is what was found. `whole`: the file must be read whole instead, because a signature in it can
// only be verified so, or because it holds other things too.
struct Streamed {
    document::ParsedFile content;
    bool whole = false;
    // list: its first octets are those of a CRL; what else is that large was not looked into.
    bool list = false;
};

// streamLists reads the lists of a file and looks for `wanted` in them. Enters Step::Load with MiB read;
// Cancelled, and the file's errors.
base::Result<Streamed> streamLists(const files::OpenFile& file,
                                   std::shared_ptr<const document::WantedSerials> wanted,
                                   document::Digests digests, base::Progress& progress);

// addSerials adds the serial numbers of all certificates among `items`.
void addSerials(const std::vector<document::Item>& items, std::vector<base::Bytes>& serials);

// LargeAt is what a file of large lists holds: its hash and its issuers.
struct LargeAt {
    std::string sha256;
    std::string about;
};
// largeAt reads the file at `path`; nothing if it is none of large lists or cannot be read.
std::optional<LargeAt> largeAt(const files::FileReader& reader, const std::string& path);

// largeItemsAt returns the large lists in the file at `path`, searched for nothing; nothing if it holds none
// or must be read whole. No link is followed.
std::optional<std::vector<document::Item>> largeItemsAt(const files::FileReader& reader,
                                                        const std::string& path);

// issuersOf reads `content` to its end and names the issuers of the lists in it; empty if it holds none.
// Fails as `content` does.
base::Result<std::string> issuersOf(files::NewContent& content);

// searchLists streams those lists of `loaded` again that were not searched for all certificates of `loaded`
// and all of `serials`, as is so when certificates come to light after loading (PKCS#12, what is installed).
// A list that has changed since is left as it was: what it was not searched for stays unknown. Error only for
// Cancelled.
base::Status searchLists(Loaded& loaded, const files::FileReader& reader, std::vector<base::Bytes> serials,
                         base::Progress& progress);

} // namespace certwright::plan

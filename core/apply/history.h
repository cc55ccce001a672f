// Why: every earlier state can be restored (DESIGN promise 3): what a finished transaction leaves behind,
// read back.
#pragma once

#include <string>
#include <vector>

#include "core/base/clock.h"
#include "core/base/result.h"
#include "core/files/file_system.h"

namespace certwright::apply {

// KeptFile is one change of a finished transaction: `backup` is the file name inside the entry's folder with
// the previous content, empty if there was none.
struct KeptFile {
    std::string path;
    std::string backup;
    std::string beforeSha256;
    std::uint32_t beforeMode = 0;
    std::string afterSha256;
};

// Entry is one finished transaction.
struct Entry {
    std::string id;
    std::string service;
    base::Time startedAt;
    std::string user;
    std::string host;
    std::string version;
    std::vector<std::string> findingCodes;
    std::vector<KeptFile> files;
};

// entriesOf lists finished transactions in `stateFolder`, newest first; a damaged entry is left out and named
// in `damaged`.
struct History {
    std::vector<Entry> entries;
    std::vector<std::string> damaged;
};
base::Result<History> historyOf(const files::FileReader& reader, const std::string& stateFolder);

} // namespace certwright::apply

// Why: what is in a file, asked before anything else is known; nothing is judged and nothing is opened
// unasked.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/check/finding.h"
#include "core/document/object.h"
#include "core/job/environment.h"

namespace certwright::job {

// Inspected is one file: its objects in file order. With a password source, what could be opened stands in
// place of its encrypted form; what could not is told in `findings`. `error` says why the file could not be
// read at all.
struct Inspected {
    std::string path;
    std::uint64_t size = 0;
    document::ParsedFile content;
    check::Findings findings;
    std::optional<base::Error> error;
};

// inspect reads the file at `path` (links are followed). `passwords` may be null: then nothing is opened.
// Error only for Cancelled.
base::Result<Inspected> inspect(Environment& environment, const std::string& path, PasswordSource* passwords);

} // namespace certwright::job

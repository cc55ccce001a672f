// Why: what the history kept lies in the middle of a file that may hold gigabytes; it is read in pieces.
// Inside this room only.
#pragma once

#include "core/base/bytes.h"
#include "core/base/result.h"
#include "core/files/file_system.h"

namespace certwright::apply {

// contentOf reads the size() octets of an open file, or fewer if it has become shorter; the caller wipes
// them. Fails as the file does.
base::Result<base::Bytes> contentOf(const files::OpenFile& file);

} // namespace certwright::apply

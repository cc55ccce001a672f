// Why: what is installed of a large list is made from its file, when it is hashed and when it is written.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "core/check/material.h"
#include "core/document/list_pem.h"
#include "core/plan/plan.h"

namespace certwright::plan {

// ContentPart is PEM text, or (with a `path`) a list that stands in that file.
struct ContentPart {
    std::string pem;
    std::string path = {};
    document::ListPlace place = {};
};

// partOf returns what is to be written of a list.
ContentPart partOf(const check::SourcedCrl& crl);
// textOf joins parts that are all text; nothing if a list is among them.
std::optional<std::string> textOf(const std::vector<ContentPart>& parts);

// LargeFile is a large content with its hash.
struct LargeFile {
    std::shared_ptr<const LargeContent> content;
    std::string sha256;
};
// largeFile reads everything once to know the hash; fails as `reader` does, FileChanged if a list is no
// longer there.
base::Result<LargeFile> largeFile(std::vector<ContentPart> parts, const files::FileReader& reader);

// presentFile is a file of large lists as it stands at `path`; no link is followed. Nothing if it is none.
std::optional<LargeFile> presentFile(const std::string& path, const files::FileReader& reader);

} // namespace certwright::plan

// Why: what every implementation of the verbs shares.
#include "core/files/file_system.h"

namespace certwright::files {

base::Result<std::optional<base::Bytes>> readIfThere(const FileReader& reader, const std::string& path,
                                                     std::uint64_t maximum, Links links) {
    auto content = reader.read(path, maximum, links);
    if (content)
        return std::optional<base::Bytes>(std::move(*content));
    if (content.error().code == base::ErrorCode::FileNotFound)
        return std::optional<base::Bytes>();
    return tl::unexpected<base::Error>(std::move(content.error()));
}

} // namespace certwright::files

// Why: see pipe_feeder.h; Windows has no pipes in folders that a service could open as a file.
#include "core/job/pipe_feeder.h"

namespace certwright::job {

base::Result<PipeFeeder> PipeFeeder::open(const std::string& path, std::optional<base::Owner>) {
    return base::failure(base::ErrorCode::NotSupported, path);
}

PipeFeeder::~PipeFeeder() = default;

base::Result<bool> PipeFeeder::feed(const Supply&, const Stop&, secret::SecretAccess) const {
    return base::failure(base::ErrorCode::NotSupported, m_path);
}

} // namespace certwright::job

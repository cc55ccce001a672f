// Why: some servers show what they really do only to clients with a certificate of their own.
#pragma once

#include <string>

#include "core/job/environment.h"
#include "core/served/fetch.h"

namespace certwright::job {

// readClientCertificate reads a certificate (with what stands behind it in the file) and its key; an empty
// `keyPath` means the same file. `passwords` may be null. InvalidArgument (subject: the path) for a file
// without one, PasswordUnavailable for a key that could not be opened; errors of reading.
base::Result<served::OwnCertificate> readClientCertificate(Environment& environment,
                                                           const std::string& certificatePath,
                                                           const std::string& keyPath,
                                                           PasswordSource* passwords);

} // namespace certwright::job

// Why: "is it installed?" is answered by the disk, "is it in use?" only by the server itself.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/job/environment.h"
#include "core/served/judge.h"

namespace certwright::job {

// ServiceFolder names an installed service.
struct ServiceFolder {
    std::string service;
    std::string root;
    std::string home;
};

// ServeCheckRequest: `name`, `opening` and `limit` as served::Order has them. With `service` what is served
// is compared with what is installed there, now and before. `cas` are files with the certificates to trust
// (default: the installed CA; without both trust is not judged); those that are not self-signed count as
// trusted only where none is. `clientCertificate` and `clientKey` (empty: in the same file) are files; their
// password is asked of `passwords`, which may be null.
struct ServeCheckRequest {
    served::Address address;
    std::string name = {};
    served::Opening opening = served::Opening::Tls;
    std::chrono::milliseconds limit{10000};
    std::optional<ServiceFolder> service = {};
    std::vector<std::string> cas = {};
    std::string clientCertificate = {};
    std::string clientKey = {};
    PasswordSource* passwords = nullptr;
};

// ServeCheck is what was seen and what follows from it; `installed` is the fingerprint (SHA-256 in
// hexadecimal) of the service's certificate, empty without a service.
struct ServeCheck {
    served::Served served;
    served::Judgement judgement;
    std::string installed;
};

// serveCheck reads the files, then asks the server, then judges as of environment.judgedAt. Writes nothing
// (but openService ends an interrupted transaction). Errors: those of openService, of reading files and of
// fetchServed; InvalidArgument (subject: the path) for a file that holds no certificate or key;
// PasswordUnavailable for a key that could not be opened.
base::Result<ServeCheck> serveCheck(Environment& environment, const ServeCheckRequest& request);

} // namespace certwright::job

// Why: what a service demands, as a value; made from a profile in plan, so that rules know no service by
// name.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "core/document/facts.h"

namespace certwright::check {

// CommonName: whether a certificate without any subject alternative name is matched by its CN. AOI's
// check_cert_holder does so (SERVICES.md section 2), clients do not (RFC 9525).
enum class CommonName { Ignore, Count };

// Policy: days and years are whole; digests are upper-case names ("SHA256"). `host` is what the certificate's
// names must cover, where the service or the user names one. `keyFileModeMaximum` are permission bits.
struct Policy {
    std::vector<document::KeyAlgorithm> keyAlgorithms{document::KeyAlgorithm::Rsa,
                                                      document::KeyAlgorithm::Ec};
    std::vector<std::string> signatureDigests{"SHA256", "SHA384", "SHA512"};
    int minimumRsaBits = 2048;
    int recommendedRsaBits = 3072;
    int warningDays = 30;
    int noteDays = 100;
    int maximumValidityYears = 10;
    int crlWarningDays = 7;
    std::optional<std::string> host;
    CommonName commonName = CommonName::Ignore;
    std::uint32_t keyFileModeMaximum = 0640;
    bool sourcesOwnedByUser = true;
    std::optional<int> passwordMaximumCharacters;
};

} // namespace certwright::check

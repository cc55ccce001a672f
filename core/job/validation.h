// Why: a certificate is judged with nothing but certificates and lists at hand: by files at the command line,
// by thousands of questions in a batch.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/check/validate.h"
#include "core/job/environment.h"
#include "core/secret/secret_access.h"

namespace certwright::job {

// ValidationPart is the content of one file or text; `name` becomes the subject of what is found in it.
struct ValidationPart {
    std::string name;
    base::Bytes content;
};

// ParsedPart is a part that was read already: a file of large revocation lists, which is never whole in
// memory.
struct ParsedPart {
    std::string name;
    document::ParsedFile content;
};

// ValidationOrder: the parts may be PEM or DER and hold several objects each. The first certificate of `leaf`
// is judged, its others stand with the untrusted ones.
struct ValidationOrder {
    ValidationPart leaf;
    std::vector<ValidationPart> trusted;
    std::vector<ValidationPart> untrusted;
    std::vector<ValidationPart> crls;
    std::vector<ParsedPart> streamed = {};
    check::Policy policy;
    base::Time at;
};

// validate reads the parts and judges. A part that cannot be read is a finding: a blocker if it is the leaf's
// or a revocation list, else a warning, and what it might have held is not taken into account. Under the
// strict policies a list of a version or with dates that RFC 5280 section 5.1 does not know is a warning too.
// Private keys among the parts are dropped unread.
check::Verdict validate(ValidationOrder order, secret::SecretAccess access);

// ValidationFiles names the files of an order.
struct ValidationFiles {
    std::string leaf;
    std::vector<std::string> trusted;
    std::vector<std::string> untrusted;
    std::vector<std::string> crls;
};

// validateFiles reads the files and judges; large revocation lists are read in pieces, last, when it is known
// which serial numbers matter. Errors: those of reading a file, and Cancelled.
base::Result<check::Verdict> validateFiles(Environment& environment, const ValidationFiles& files,
                                           const check::Policy& policy, base::Time at);

} // namespace certwright::job

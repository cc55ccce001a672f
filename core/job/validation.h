// Why: a certificate is judged with nothing but certificates and lists at hand: by files at the command line,
// by thousands of questions in a batch.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/check/validate.h"
#include "core/secret/secret_access.h"

namespace certwright::job {

// ValidationPart is the content of one file or text; `name` becomes the subject of what is found in it.
struct ValidationPart {
    std::string name;
    base::Bytes content;
};

// ValidationOrder: the parts may be PEM or DER and hold several objects each. The first certificate of `leaf`
// is judged, its others stand with the untrusted ones.
struct ValidationOrder {
    ValidationPart leaf;
    std::vector<ValidationPart> trusted;
    std::vector<ValidationPart> untrusted;
    std::vector<ValidationPart> crls;
    // Lists that were read on their own, because of their size.
    std::vector<check::SourcedCrl> readCrls = {};
    check::Policy policy;
    base::Time at;
};

// validate reads the parts and judges. A part that cannot be read is a finding: a blocker if it is the
// leaf's, else a warning, and what it might have held is not taken into account. Private keys among the parts
// are dropped unread.
check::Verdict validate(ValidationOrder order, secret::SecretAccess access);

} // namespace certwright::job

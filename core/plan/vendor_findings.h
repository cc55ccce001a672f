// Why: what is wrong with the vendor's library is found below the room of findings; here it becomes one.
#pragma once

#include <string>
#include <vector>

#include "core/base/result.h"
#include "core/check/finding.h"
#include "core/vault/cert_import.h"
#include "core/vault/vendor_library.h"

namespace certwright::plan {

// findingOf is the blocker for `fault`, about the fault's path. Cancelled is no finding, the caller ends the
// job with it (errorOf); here it becomes VendorFailed about the stage that it came in.
check::Finding findingOf(const vault::VendorFault& fault);

// errorOf is the same where only an error can be returned: Cancelled, or VendorFailed with the path as
// subject and, as detail, the finding's code and the fault's names.
base::Error errorOf(const vault::VendorFault& fault);

// findingsOf tells what is wrong with a run of the vendor's importer: CertImportFailed, or
// CertImportIncomplete for each of `required` that it did not make. Empty if all is well. `program` is the
// importer's path.
check::Findings findingsOf(const std::string& program, const vault::CertImportRun& run,
                           const std::vector<std::string>& required);

} // namespace certwright::plan

// Why: the service starts only if the sealed passphrase opens, and opens the key.
#include "core/plan/vendor_findings.h"
#include "core/prove/inspection.h"
#include "core/prove/place_paths.h"

namespace certwright::prove {

namespace {

using check::Severity;

void judgeSeal(const Inspection& inspection) {
    const std::string& key = inspection.place.profile->passphrase.configKey;
    const base::Error& error = inspection.opened.error;
    inspection.add(Severity::Blocker, key,
                   check::InstalledSeal{key, std::string(base::errorCodeName(error.code)), error.detail});
}

// judgeAbsence names the library by where it would be.
void judgeAbsence(const Inspection& inspection) {
    const profile::Profile& profile = *inspection.place.profile;
    const std::string& wanted = profile.vendor ? profile.vendor->library : profile.keyStore.primary;
    const std::string& key = profile.passphrase.configKey;
    inspection.add(Severity::Warning, key,
                   check::VendorNotChecked{key, targetPath(inspection.place.root, wanted)});
}

} // namespace

void inspectKey(const Inspection& inspection) {
    const base::Error& error = inspection.opened.error;
    switch (inspection.opened.fault) {
    case KeyFault::None:
    case KeyFault::KeyStore: // told with the key stores
    case KeyFault::NoFile:   // told with the files
        break;
    case KeyFault::NotSealed:
    case KeyFault::Seal:
        judgeSeal(inspection);
        break;
    case KeyFault::VendorAbsent:
        judgeAbsence(inspection);
        break;
    case KeyFault::Vendor:
        inspection.findings.push_back(plan::findingOf(*inspection.opened.vendorFault));
        break;
    case KeyFault::NoKey:
        inspection.add(Severity::Blocker, error.subject,
                       check::InstalledUnreadable{error.subject, "key", error.detail});
        break;
    case KeyFault::Unencrypted:
        inspection.add(Severity::Blocker, error.subject, check::KeyUnencrypted{error.subject});
        break;
    case KeyFault::Passphrase:
        inspection.add(Severity::Blocker, error.subject, check::InstalledPassphrase{error.subject});
        break;
    }
}

} // namespace certwright::prove

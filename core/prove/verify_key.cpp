// Why: the service starts only if the sealed passphrase opens, and opens the key.
#include "core/prove/inspection.h"

namespace certwright::prove {

namespace {

using check::Severity;

void judgeSeal(const Inspection& inspection) {
    const std::string& key = inspection.place.profile->passphrase.configKey;
    const base::Error& error = inspection.opened.error;
    inspection.add(Severity::Blocker, key,
                   check::InstalledSeal{key, std::string(base::errorCodeName(error.code)), error.detail});
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

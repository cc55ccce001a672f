// Why: is what is installed whole, and how long will it stay so?
#include "core/prove/verify.h"

#include <utility>

#include "core/prove/inspection.h"
#include "core/prove/proof_steps.h"

namespace certwright::prove {

base::Result<Verification> verify(const files::FileReader& reader, const Place& place, base::Time now,
                                  secret::SecretAccess access) {
    const auto installed = readInstalled(reader, place);
    if (!installed)
        return tl::unexpected(installed.error());
    const OpenedKey opened = openInstalledKey(reader, place, *installed, access);
    Verification verification;
    const Inspection inspection{reader, place, *installed, opened, now, verification.findings};
    inspectFolders(inspection);
    inspectFiles(inspection);
    inspectConfig(inspection);
    inspectKeyStores(inspection);
    inspectKey(inspection);
    inspectHome(inspection);
    inspectRetention(inspection, inspectCertificates(inspection, access));
    verification.proof = proveInstalled(place, *installed, opened, now, access);
    for (const check::Finding& failure : verification.proof.failures)
        verification.findings.push_back(failure);
    check::sortWorstFirst(verification.findings);
    return verification;
}

} // namespace certwright::prove

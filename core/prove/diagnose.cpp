// Why: see diagnose.h.
#include "core/prove/diagnose.h"

#include <utility>

#include "core/files/path.h"
#include "core/plan/config_text.h"
#include "core/prove/inspection.h"
#include "core/prove/place_paths.h"

namespace certwright::prove {

namespace {

// tellConfig says why there is no config to be followed.
void tellConfig(const files::FileReader& reader, const Place& place, const base::Error& error,
                check::Findings& findings) {
    const std::string path = files::join(place.root, place.profile->config.path);
    static_cast<void>(plan::readConfig(reader, *place.profile, place.root, findings));
    const auto info = reader.stat(path, files::Links::Refuse);
    const bool linked = info && info->kind != base::FileKind::Regular; // told with the places
    if (findings.empty() && !linked)
        findings.push_back(
            {check::Severity::Blocker, path,
             check::FileUnreadable{path, std::string(base::errorCodeName(error.code)), error.detail}});
}

// atTargets is what stands where the profile puts it, for a config that does not say.
Installed atTargets(const files::FileReader& reader, const Place& place) {
    Installed installed;
    for (const profile::Slot& slot : place.profile->slots) {
        InstalledFile file;
        file.path = targetPath(place.root, slot.target);
        file.configured = targetValue(*place.profile, place.root, slot.target);
        const auto info = reader.stat(file.path, files::Links::Refuse);
        if (!info)
            continue;
        file.info = *info;
        installed.files.emplace(slot.id, std::move(file));
    }
    return installed;
}

} // namespace

Diagnosis diagnose(const files::FileReader& reader, const Place& place, base::Time now,
                   secret::SecretAccess access) {
    Diagnosis diagnosis;
    auto verification = verify(reader, place, now, access);
    if (verification) {
        diagnosis = std::move(*verification);
    } else {
        tellConfig(reader, place, verification.error(), diagnosis.findings);
        diagnosis.proof = prove(reader, place, now, access);
        diagnosis.findings.insert(diagnosis.findings.end(), diagnosis.proof.failures.begin(),
                                  diagnosis.proof.failures.end());
    }
    const auto followed = readInstalled(reader, place);
    const Installed installed = followed ? *followed : atTargets(reader, place);
    const OpenedKey opened = openInstalledKey(reader, place, installed, access);
    const Inspection inspection{reader, place, installed, opened, now, diagnosis.findings};
    if (!followed) {
        inspectFolders(inspection);
        inspectFiles(inspection);
        inspectKeyStores(inspection);
        inspectHome(inspection);
    }
    inspectPlaces(inspection);
    inspectStoreCopies(inspection);
    inspectValues(inspection);
    inspectLeftovers(inspection, access);
    check::sortWorstFirst(diagnosis.findings);
    return diagnosis;
}

} // namespace certwright::prove

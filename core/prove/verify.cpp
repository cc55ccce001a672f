// Why: is what is installed whole, and how long will it stay so?
#include "core/prove/verify.h"

#include <utility>

#include "core/document/parse.h"
#include "core/files/path.h"
#include "core/plan/config_text.h"
#include "core/prove/inspection.h"
#include "core/prove/proof_steps.h"

namespace certwright::prove {

namespace {

bool isConfigFault(base::ErrorCode code) {
    return code == base::ErrorCode::ConfigDuplicateKey || code == base::ErrorCode::ConfigUneditable ||
           code == base::ErrorCode::ConfigInvalid;
}

// conclude adds the proof and puts the worst first.
void conclude(Verification& verification, Proof proof) {
    verification.findings.insert(verification.findings.end(), proof.failures.begin(), proof.failures.end());
    verification.proof = std::move(proof);
    check::sortWorstFirst(verification.findings);
}

// verifyUnfollowed tells of a config that is there but cannot be followed: what is installed stays unknown.
base::Result<Verification> verifyUnfollowed(const files::FileReader& reader, const Place& place,
                                            const base::Error& error) {
    const profile::Profile& profile = *place.profile;
    const std::string path = files::join(place.root, profile.config.path);
    const auto text = reader.read(path, document::maximumFileSize, files::Links::Refuse);
    if (!text)
        return tl::unexpected(text.error());
    Verification verification;
    plan::judgeConfig(profile, path, base::textOf(*text), {}, verification.findings);
    if (!check::blocks(verification.findings))
        verification.findings.push_back(
            {check::Severity::Blocker, path, check::ConfigUneditable{path, error.subject, error.detail, {}}});
    return verification;
}

} // namespace

base::Result<Verification> verify(const files::FileReader& reader, const Place& place, base::Time now,
                                  secret::SecretAccess access) {
    const auto installed = readInstalled(reader, place);
    if (!installed && isConfigFault(installed.error().code)) {
        auto unfollowed = verifyUnfollowed(reader, place, installed.error());
        if (unfollowed)
            conclude(*unfollowed, prove(reader, place, now, access));
        return unfollowed;
    }
    if (!installed)
        return tl::unexpected(installed.error());
    const OpenedKey opened = openInstalledKey(reader, place, *installed, access);
    Verification verification;
    verification.protector = opened.protector;
    const Inspection inspection{reader, place, *installed, opened, now, verification.findings};
    inspectFolders(inspection);
    inspectFiles(inspection);
    inspectConfig(inspection);
    inspectKeyStores(inspection);
    inspectKey(inspection);
    inspectHome(inspection);
    inspectRetention(inspection, inspectCertificates(inspection, access));
    conclude(verification, proveInstalled(place, *installed, opened, now, access));
    return verification;
}

} // namespace certwright::prove

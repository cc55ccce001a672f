// Why: see open_service.h.
#include "core/job/open_service.h"

#include "core/job/transaction.h"
#include "core/prove/unlock.h"
#include "core/reader/installation.h"

namespace certwright::job {

prove::Place placeOf(const OpenedService& service) {
    return {&service.profile, service.root, service.home, service.protector.library.get()};
}

base::Result<OpenedService> openService(Environment& environment, const std::string& service,
                                        const std::string& root, const std::string& home) {
    auto profile = profile::findProfile(service, environment.ownProfiles);
    if (!profile)
        return tl::unexpected(profile.error());
    const auto resolved = environment.fileSystem.resolve(root);
    const auto info = environment.fileSystem.stat(root, files::Links::Follow);
    if (root.empty() || !resolved || !info || info->kind != base::FileKind::Folder)
        return base::failure(base::ErrorCode::RootUnknown, root);
    OpenedService opened;
    opened.profile = std::move(*profile);
    opened.root = *resolved;
    // A home that is not there yet is for the verb to judge.
    opened.home = environment.fileSystem.resolve(home).value_or(home);
    auto protector = protectorFor(environment, opened.profile, opened.root);
    if (!protector)
        return tl::unexpected(protector.error());
    opened.protector = std::move(*protector);
    auto recovered = endInterrupted(environment, opened.root);
    if (!recovered)
        return tl::unexpected(recovered.error());
    opened.recovered = std::move(*recovered);
    return opened;
}

std::optional<check::Finding> recoveryFinding(const apply::Recovery& recovery) {
    switch (recovery.outcome) {
    case apply::RecoveryOutcome::Undone:
        return check::Finding{check::Severity::Warning, recovery.id,
                              check::TransactionUndone{recovery.id, recovery.startedAt}};
    case apply::RecoveryOutcome::AppliedUnproved:
        return check::Finding{check::Severity::Warning, recovery.id,
                              check::TransactionUnproved{recovery.id, recovery.startedAt}};
    case apply::RecoveryOutcome::CleanedUp:
        break;
    }
    return std::nullopt;
}

base::Result<prove::Verification> verifyService(Environment& environment, const OpenedService& service) {
    environment.progress.enter(base::Step::Prove, 0, 1);
    auto verification =
        prove::verify(environment.fileSystem, placeOf(service), environment.judgedAt, environment.access);
    if (!verification)
        return verification;
    const auto finding = service.recovered ? recoveryFinding(*service.recovered) : std::nullopt;
    if (finding)
        verification->findings.insert(verification->findings.begin(), *finding);
    return verification;
}

base::Result<secret::SecretBytes> unlockService(Environment& environment, const OpenedService& service) {
    const prove::Place place = placeOf(service);
    auto installation = reader::Installation::open(environment.fileSystem, place);
    if (!installation && installation.error().code == base::ErrorCode::RecoveryNeeded) {
        // A transaction began just now: what it leaves is unlocked.
        if (auto ended = endInterrupted(environment, service.root); !ended)
            return tl::unexpected(std::move(ended.error()));
        installation = reader::Installation::open(environment.fileSystem, place);
    }
    if (!installation)
        return tl::unexpected(std::move(installation.error()));
    return installation->passphrase(environment.access);
}

base::Result<secret::SecretBytes> unlockAsItStands(Environment& environment, const OpenedService& service) {
    return prove::unlock(environment.fileSystem, placeOf(service), environment.access);
}

} // namespace certwright::job

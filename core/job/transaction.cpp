// Why: see transaction.h.
#include "core/job/transaction.h"

#include <array>

#include "core/files/path.h"
#include "core/job/known_services.h"
#include "core/job/process_id.h"
#include "core/job/service_commands.h"

namespace certwright::job {

namespace {

using base::ErrorCode;

constexpr std::chrono::milliseconds patience{3000};

std::string holderText(const Environment& environment) {
    return environment.actor.user + "@" + environment.actor.host + " pid " + std::to_string(processId()) +
           " since " + base::formatIso(environment.now);
}

// A state folder or lock that root makes must stay usable for the account that the service belongs to.
std::optional<base::Owner> ownerFor(const files::FileReader& reader, const std::string& root) {
    const auto info = reader.stat(root, files::Links::Refuse);
    if (!info || reader.self().user != 0 || info->owner.user == 0)
        return std::nullopt;
    return info->owner;
}

base::Status makeStateFolder(files::FileSystem& fileSystem, const std::string& root) {
    const std::string state = plan::stateFolderOf(root);
    const auto owner = ownerFor(fileSystem, root);
    const auto present = fileSystem.stat(state, files::Links::Refuse);
    if (present && present->kind != base::FileKind::Folder)
        return base::failure(ErrorCode::TargetUnsafe, state);
    if (!present)
        if (auto made = fileSystem.makeFolder(state, 0700, owner);
            !made && made.error().code != ErrorCode::FileExists)
            return made;
    const std::string lock = files::join(state, "lock");
    if (!fileSystem.stat(lock, files::Links::Refuse))
        if (auto made = fileSystem.writeNew(lock, {}, 0600, owner);
            !made && made.error().code != ErrorCode::FileExists)
            return made;
    return {};
}

bool mayNotWrite(ErrorCode code) {
    return code == ErrorCode::FileAccessDenied || code == ErrorCode::ReadOnlyFileSystem;
}

// A transaction that is not proved, or not written into the history, is not kept.
base::Result<Outcome> takeBack(apply::Applier& applier, Environment& environment, Outcome outcome) {
    environment.progress.enter(base::Step::Undo, 0, 1);
    if (auto undone = applier.undo(outcome.receipt); !undone)
        return tl::unexpected(undone.error());
    outcome.undone = true;
    return outcome;
}

} // namespace

base::Result<files::FileLock> holdLock(Environment& environment, const std::string& root) {
    if (auto made = makeStateFolder(environment.fileSystem, root); !made)
        return tl::unexpected(made.error());
    return files::FileLock::acquire(files::join(plan::stateFolderOf(root), "lock"), holderText(environment),
                                    patience);
}

base::Result<std::optional<apply::Recovery>> endInterrupted(Environment& environment,
                                                            const std::string& root) {
    const std::string state = plan::stateFolderOf(root);
    if (!apply::interrupted(environment.fileSystem, state))
        return std::optional<apply::Recovery>{};
    const auto lock = holdLock(environment, root);
    if (!lock && mayNotWrite(lock.error().code))
        return base::failure(ErrorCode::RecoveryNeeded, root, lock.error().detail);
    if (!lock)
        return tl::unexpected(lock.error());
    auto recovered = apply::recover(environment.fileSystem, state);
    if (!recovered && mayNotWrite(recovered.error().code))
        return base::failure(ErrorCode::RecoveryNeeded, root, recovered.error().detail);
    return recovered;
}

base::Result<std::string> transactionId(Environment& environment) {
    std::array<std::uint8_t, 4> random{};
    if (auto filled = environment.random.fill(random); !filled)
        return tl::unexpected(filled.error());
    std::string id;
    for (const char c : base::formatUtc(environment.now))
        if (c == ' ')
            id += '-';
        else if (c != '-' && c != ':')
            id += c;
    return id + "-" + base::toHex(random);
}

namespace {

apply::ProofRecord recordOf(const prove::Proof& proof, ProofDemand demand) {
    apply::ProofRecord record;
    if (demand == ProofDemand::None)
        return record;
    record.outcome = proof.succeeded() ? apply::ProofOutcome::Passed : apply::ProofOutcome::Failed;
    for (const prove::ProofStep step : proof.passed)
        record.steps.emplace_back(prove::proofStepName(step));
    record.protocol = proof.protocol;
    record.cipher = proof.cipher;
    return record;
}

// wipeOutdated does what it can; what stays is named by the next listing of the history.
void wipeOutdated(Environment& environment, const std::string& state) {
    const auto history = apply::historyOf(environment.fileSystem, state);
    if (!history)
        return;
    const auto limits = apply::limitsOf(environment.fileSystem, state);
    for (const std::string& id : apply::outdated(*history, limits, environment.now))
        static_cast<void>(apply::wipeEntry(environment.fileSystem, state, id));
}

// notChecked says why nothing could be proved: only the vendor's library, which is not here, opens the key.
check::Finding notChecked(const prove::Place& place) {
    const profile::Profile& profile = *place.profile;
    const std::string& library = profile.vendor ? profile.vendor->library : profile.keyStore.primary;
    const std::string& key = profile.passphrase.configKey;
    return {check::Severity::Blocker, key, check::VendorNotChecked{key, files::join(place.root, library)}};
}

// askService lets the service's own program judge; its pipe is gone before anything is taken back.
base::Status askService(ServiceCommands& commands, prove::Proof& proof) {
    auto refusals = commands.verify();
    if (!refusals || !refusals->empty())
        commands.stopFeeding();
    if (!refusals)
        return tl::unexpected(refusals.error());
    proof.failures = std::move(*refusals);
    return {};
}

base::Result<Outcome> proveAndClose(Environment& environment, apply::Applier& applier, apply::Receipt receipt,
                                    const prove::Place& place, ProofDemand demand,
                                    ServiceCommands* commands) {
    environment.progress.enter(base::Step::Prove, 0, 1);
    Outcome outcome;
    outcome.receipt = std::move(receipt);
    if (demand != ProofDemand::None)
        outcome.proof = prove::prove(environment.fileSystem, place, environment.judgedAt, environment.access);
    if (demand == ProofDemand::Required && outcome.proof.failures.empty() && outcome.proof.passed.empty())
        outcome.proof.failures.push_back(notChecked(place));
    const bool asks = commands != nullptr && demand != ProofDemand::None && outcome.proof.succeeded();
    if (auto asked = asks ? askService(*commands, outcome.proof) : base::Status{}; !asked) {
        const auto undone = takeBack(applier, environment, std::move(outcome));
        return tl::unexpected(undone ? asked.error() : undone.error());
    }
    if (demand == ProofDemand::Required && !outcome.proof.succeeded())
        return takeBack(applier, environment, std::move(outcome));
    const auto settled = applier.settle(outcome.receipt, recordOf(outcome.proof, demand));
    if (!settled && commands != nullptr)
        commands->stopFeeding();
    if (!settled && apply::interrupted(environment.fileSystem, outcome.receipt.stateFolder)) {
        const auto undone = takeBack(applier, environment, std::move(outcome));
        return tl::unexpected(undone ? settled.error() : undone.error());
    }
    return outcome;
}

} // namespace

base::Result<Outcome> carryOut(Environment& environment, const plan::Plan& plan, const prove::Place& place,
                               ProofDemand demand) {
    const auto id = transactionId(environment);
    if (!id)
        return tl::unexpected(id.error());
    const auto lock = holdLock(environment, plan.root);
    if (!lock)
        return tl::unexpected(lock.error());
    // Somebody may have been killed since the plan was made; its before-hashes tell whether it still holds.
    const std::string state = plan::stateFolderOf(plan.root);
    if (auto ended = apply::recover(environment.fileSystem, state); !ended)
        return tl::unexpected(ended.error());
    apply::Applier applier(environment.fileSystem, environment.actor);
    auto receipt = applier.apply(plan, *id, environment.now, environment.progress);
    if (!receipt)
        return tl::unexpected(receipt.error());
    // Where nothing changes there is nothing to ask about.
    std::optional<ServiceCommands> commands;
    if (!plan.changes.empty())
        commands.emplace(environment, place);
    auto outcome = proveAndClose(environment, applier, std::move(*receipt), place, demand,
                                 commands ? &*commands : nullptr);
    if (outcome && !outcome->undone) {
        if (commands)
            outcome->told = commands->reload();
        outcome->reloaded = commands && commands->reloaded();
        wipeOutdated(environment, state);
        static_cast<void>(rememberService(environment, plan.service, plan.root, place.home));
        environment.progress.enter(base::Step::Done, 1, 1);
    }
    return outcome;
}

} // namespace certwright::job

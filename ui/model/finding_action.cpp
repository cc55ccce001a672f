// Why: see finding_action.h.
#include "ui/model/finding_action.h"

#include <algorithm>
#include <set>

#include "core/files/path.h"

namespace certwright::model {

namespace {

using check::Severity;

template <typename... Bodies> bool isOneOf(const check::Finding& finding) {
    return (finding.body.is<Bodies>() || ...);
}

bool isAboutList(const check::Finding& finding) {
    return isOneOf<check::CrlWrongIssuer, check::CrlSignatureInvalid, check::CrlExpired,
                   check::CrlNotYetValid, check::CrlExpiresSoon, check::CrlNoNextUpdate,
                   check::IssuerNoCrlSign, check::CrlNotConfigured, check::CrlDelta,
                   check::CrlDeltaBaseMissing, check::CrlScope, check::CrlSomeReasons>(finding) ||
           isOneOf<check::CrlCriticalExtension, check::CrlNumber, check::CrlForm, check::CrlIndirect,
                   check::CrlRepeatedEntry, check::CrlSignerUnknown, check::CrlNotSearched>(finding);
}

bool isAboutPassword(const check::Finding& finding) {
    return isOneOf<check::PasswordNeeded, check::PasswordWrong>(finding);
}

bool isAboutRetention(const check::Finding& finding) {
    return isOneOf<check::RetentionBeforeCertificate, check::RetentionLongAfter>(finding);
}

// A block is chosen where there is another to choose.
bool isAboutBlock(const check::Finding& finding, const WizardDraft& draft) {
    return draft.survey && draft.survey->blocks.blocks.size() > 1 &&
           isOneOf<check::BlockNotChosen, check::BlockUnknown, check::BlockDirective,
                   check::BlockNotListening>(finding);
}

bool isAboutFolder(const check::Finding& finding) {
    return isOneOf<check::RootMissing, check::RootForeign>(finding);
}

bool isAboutFile(const check::Finding& finding) {
    return isAboutList(finding) ||
           isOneOf<check::FileUnreadable, check::FileTooLarge, check::ArchiveEncrypted, check::ArchiveRefused,
                   check::FileUnrecognised, check::FileDamaged, check::SourceForeign,
                   check::SourceForeignOwner, check::SlotMissing, check::SlotAmbiguous, check::SlotWrongKind,
                   check::PasswordTooLong, check::KeyUnsupported, check::KeyDamaged, check::KeyMalformed,
                   check::PartUnusable, check::KeyUnencrypted, check::KeyMismatch, check::KeyType,
                   check::KeyTooSmall, check::LeafIsCa, check::CertificateVersion, check::CertificateExpired,
                   check::CertificateNotYetValid, check::SignatureAlgorithm, check::ExtendedKeyUsage,
                   check::HostMismatch>(finding) ||
           isOneOf<check::IssuerNotCa, check::IssuerNoCertSign, check::IssuerMissing,
                   check::IssuerSignatureInvalid, check::Revoked, check::CertificateOnHold,
                   check::InstalledSeal, check::InstalledPassphrase, check::InstalledUnreadable,
                   check::ReplaceNothing, check::ReplaceShorter, check::ReplaceNamesLost,
                   check::ReplaceKeyWeaker, check::ReplaceCaChanged, check::CrlOlder, check::CrlSame,
                   check::CrlRevokesServer, check::ExtensionMalformed, check::ExtensionRepeated>(finding);
}

const profile::Slot* slotOfKind(const WizardDraft& draft, profile::SlotKind kind) {
    if (!draft.profile)
        return nullptr;
    const auto found = std::ranges::find(draft.profile->slots, kind, &profile::Slot::kind);
    return found == draft.profile->slots.end() ? nullptr : &*found;
}

// The list of the direction that a slot belongs to.
std::string listBeside(const profile::Profile& profile, const profile::Slot& slot) {
    const profile::Slot* list = profile.slotOf(profile::SlotKind::Crl, slot.trust);
    return list != nullptr ? list->id : std::string();
}

// A finding about a list names a slot, the direction it is for, the file that was brought, or the one that is
// installed.
std::string slotOfList(const std::string& subject, const WizardDraft& draft) {
    if (!draft.profile)
        return {};
    const profile::Profile& profile = *draft.profile;
    if (const profile::Slot* slot = profile.slot(subject))
        return listBeside(profile, *slot);
    if (const profile::Slot* slot = profile.slotOf(profile::SlotKind::Crl, subject))
        return slot->id;
    std::set<std::string> slots;
    for (const profile::Slot& slot : profile.slots) {
        if (slot.kind != profile::SlotKind::Crl)
            continue;
        const bool chosen =
            draft.checked && std::ranges::any_of(draft.checked->selected, [&](const job::Selected& selected) {
                return selected.slot == slot.id && selected.path == subject;
            });
        if (chosen || files::join(draft.root, slot.target) == subject)
            slots.insert(slot.id);
    }
    return slots.size() == 1 ? *slots.begin() : std::string();
}

void addCandidates(const WizardDraft& draft, profile::SlotKind kind, const std::string& present,
                   std::vector<Candidate>& candidates) {
    const profile::Slot* slot = slotOfKind(draft, kind);
    if (slot == nullptr || !draft.survey)
        return;
    for (const job::SurveyedObject& object : draft.survey->objects) {
        const bool fits = std::ranges::find(object.fits, slot->id) != object.fits.end();
        const Candidate candidate{slot->id, object.path};
        if (fits && object.path != present && std::ranges::find(candidates, candidate) == candidates.end())
            candidates.push_back(candidate);
    }
}

FindingAction matchFor(const check::KeyMismatch& mismatch, const WizardDraft& draft) {
    FindingAction action{FindingDeed::FindMatch, mismatch.path, {}, {}};
    addCandidates(draft, profile::SlotKind::PrivateKey, mismatch.path, action.candidates);
    addCandidates(draft, profile::SlotKind::ServerCertificate, mismatch.certificatePath, action.candidates);
    if (action.candidates.empty())
        action.deed = FindingDeed::ChooseFile;
    return action;
}

FindingAction actionForFile(const check::Finding& finding, const WizardDraft& draft) {
    if (const auto* mode = finding.body.as<check::SourceKeyMode>())
        return {FindingDeed::FixMode, mode->path, {}, {}};
    if (const auto* mismatch = finding.body.as<check::KeyMismatch>())
        return matchFor(*mismatch, draft);
    if (finding.body.is<check::CrlOlder>() && draft.task == Task::CrlUpdate)
        return {FindingDeed::AllowOlder, {}, {}, {}};
    if (isAboutList(finding) && draft.task != Task::CrlUpdate)
        if (const std::string slot = slotOfList(finding.subject, draft); !slot.empty())
            return {FindingDeed::LeaveOut, finding.subject, slot, {}};
    const bool choice = finding.severity == Severity::Blocker || isOneOf<check::SlotAmbiguous>(finding);
    return {isAboutFile(finding) && choice ? FindingDeed::ChooseFile : FindingDeed::None, {}, {}, {}};
}

} // namespace

FindingAction actionFor(const check::Finding& finding, const WizardDraft& draft) {
    if (finding.severity == Severity::Note || draft.task == Task::Rollback)
        return {};
    if (isAboutPassword(finding))
        return {FindingDeed::EnterPassword, finding.subject, {}, {}};
    if (isAboutRetention(finding) && draft.task == Task::Import)
        return {FindingDeed::ChangeRetention, {}, {}, {}};
    if (draft.task == Task::Import && isAboutBlock(finding, draft))
        return {FindingDeed::ChooseBlock, {}, {}, {}};
    if (isAboutFolder(finding) && draft.task == Task::Import)
        return {FindingDeed::ChooseService, {}, {}, {}};
    return actionForFile(finding, draft);
}

Stage stageOf(const FindingAction& action, const WizardDraft& draft) {
    const auto stages = stagesOf(draft);
    switch (action.deed) {
    case FindingDeed::EnterPassword:
        return std::ranges::find(stages, Stage::Password) != stages.end() ? Stage::Password : Stage::Files;
    case FindingDeed::ChooseFile:
    case FindingDeed::ChooseBlock:
    case FindingDeed::ChangeRetention:
        return Stage::Files;
    case FindingDeed::ChooseService:
        return Stage::Service;
    case FindingDeed::None:
    case FindingDeed::FixMode:
    case FindingDeed::FindMatch:
    case FindingDeed::LeaveOut:
    case FindingDeed::AllowOlder:
        break;
    }
    return Stage::Check;
}

bool carryOut(const FindingAction& action, WizardDraft& draft) {
    if (action.deed == FindingDeed::LeaveOut) {
        draft.without.insert(action.slot);
        draft.slots.erase(action.slot);
    } else if (action.deed == FindingDeed::AllowOlder) {
        draft.allowOlderLists = plan::OlderLists::Allow;
    } else {
        return false;
    }
    draft.passwordsChanged();
    return true;
}

void take(const Candidate& candidate, const std::string& insteadOf, WizardDraft& draft) {
    const auto typed = draft.passwords.find(insteadOf);
    if (typed != draft.passwords.end() && !draft.passwords.contains(candidate.path))
        draft.passwords.emplace(candidate.path, typed->second.clone());
    draft.slots[candidate.slot] = candidate.path;
    draft.passwordsChanged();
}

} // namespace certwright::model

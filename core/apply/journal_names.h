// Why: the words for kinds and states in journals, the same for writing and reading. Inside this room only.
#pragma once

#include <array>
#include <string>
#include <string_view>

#include "core/apply/journal.h"

namespace certwright::apply {

template <typename Value> struct Name {
    Value value;
    std::string_view name;
};

inline constexpr int journalFormat = 2;

inline constexpr std::array<Name<JournalState>, 5> stateNames{{{JournalState::Prepared, "prepared"},
                                                               {JournalState::Applying, "applying"},
                                                               {JournalState::Applied, "applied"},
                                                               {JournalState::Undone, "undone"},
                                                               {JournalState::UndoFailed, "undo-failed"}}};
inline constexpr std::array<Name<plan::ChangeKind>, 4> kindNames{
    {{plan::ChangeKind::WriteFile, "write-file"},
     {plan::ChangeKind::RemoveFile, "remove-file"},
     {plan::ChangeKind::MakeFolder, "make-folder"},
     {plan::ChangeKind::SetMode, "set-mode"}}};
inline constexpr std::array<Name<plan::Purpose>, 9> purposeNames{
    {{plan::Purpose::ServiceFolder, "folder"},
     {plan::Purpose::SlotFile, "slot"},
     {plan::Purpose::Config, "config"},
     {plan::Purpose::KeyStorePrimary, "key-store"},
     {plan::Purpose::KeyStoreStandby, "key-store-standby"},
     {plan::Purpose::KeyBackup, "key-backup"},
     {plan::Purpose::KeyHash, "key-hash"},
     {plan::Purpose::Leftover, "leftover"},
     {plan::Purpose::ConfigInclude, "config-include"}}};
inline constexpr std::array<Name<plan::Operation>, 8> operationNames{
    {{plan::Operation::Import, "import"},
     {plan::Operation::Replace, "replace"},
     {plan::Operation::CrlUpdate, "crl-update"},
     {plan::Operation::Rollback, "rollback"},
     {plan::Operation::Repair, "repair"},
     {plan::Operation::Adopt, "adopt"},
     {plan::Operation::Retention, "retention"},
     {plan::Operation::Rotate, "rotate"}}};
inline constexpr std::array<Name<plan::Placement>, 2> placementNames{
    {{plan::Placement::RenameOver, "rename-over"}, {plan::Placement::RemoveFirst, "remove-first"}}};
inline constexpr std::array<Name<plan::Keeping>, 2> keepingNames{
    {{plan::Keeping::Stored, "stored"}, {plan::Keeping::Transient, "transient"}}};
inline constexpr std::array<Name<plan::KeptKind>, 2> keptKindNames{
    {{plan::KeptKind::File, "file"}, {plan::KeptKind::Folder, "folder"}}};
inline constexpr std::array<Name<ProofOutcome>, 3> proofNames{{{ProofOutcome::NotMade, "not-made"},
                                                               {ProofOutcome::Passed, "passed"},
                                                               {ProofOutcome::Failed, "failed"}}};

template <typename Names, typename Value> std::string nameIn(const Names& names, Value value) {
    for (const auto& entry : names)
        if (entry.value == value)
            return std::string(entry.name);
    return {};
}

} // namespace certwright::apply

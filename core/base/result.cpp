// Why: the dotted names of errors are a promise to scripts; they stand in one place.
#include "core/base/result.h"

namespace certwright::base {

std::string_view errorCodeName(ErrorCode code)
{
    switch (code) {
    case ErrorCode::Cancelled: return "cancelled";
    case ErrorCode::InvalidArgument: return "argument.invalid";
    case ErrorCode::FileNotFound: return "file.not-found";
    case ErrorCode::FileExists: return "file.exists";
    case ErrorCode::FileAccessDenied: return "file.access-denied";
    case ErrorCode::FileInUse: return "file.in-use";
    case ErrorCode::FileIsSymlink: return "file.symlink";
    case ErrorCode::FileNotRegular: return "file.not-regular";
    case ErrorCode::FolderNotRegular: return "folder.not-regular";
    case ErrorCode::FileTooLarge: return "file.too-large";
    case ErrorCode::FileChanged: return "file.changed";
    case ErrorCode::DiskFull: return "disk.full";
    case ErrorCode::ReadOnlyFileSystem: return "disk.read-only";
    case ErrorCode::InputOutput: return "disk.input-output";
    case ErrorCode::LockHeld: return "lock.held";
    case ErrorCode::JournalDamaged: return "journal.damaged";
    case ErrorCode::RecoveryNeeded: return "recovery.needed";
    case ErrorCode::UndoFailed: return "undo.failed";
    case ErrorCode::TargetUnsafe: return "target.unsafe";
    case ErrorCode::ConfigDuplicateKey: return "config.duplicate-key";
    case ErrorCode::ConfigUneditable: return "config.uneditable";
    case ErrorCode::ConfigInvalid: return "config.invalid";
    case ErrorCode::ProfileInvalid: return "profile.invalid";
    case ErrorCode::ProfileUnknown: return "profile.unknown";
    case ErrorCode::RootUnknown: return "root.unknown";
    case ErrorCode::KeyStoreDamaged: return "key-store.damaged";
    case ErrorCode::KeyStoreForeign: return "key-store.foreign";
    case ErrorCode::KeyStoreMissing: return "key-store.missing";
    case ErrorCode::SealInvalid: return "seal.invalid";
    case ErrorCode::SecretMemory: return "secret.memory";
    case ErrorCode::PasswordUnavailable: return "password.unavailable";
    case ErrorCode::CharacterUnconvertible: return "password.unconvertible";
    case ErrorCode::CryptoFailed: return "crypto.failed";
    case ErrorCode::PlanBlocked: return "plan.blocked";
    case ErrorCode::ProofFailed: return "proof.failed";
    case ErrorCode::OutputNotPipe: return "output.not-pipe";
    case ErrorCode::OutputIsTerminal: return "output.terminal";
    case ErrorCode::NotSupported: return "not-supported";
    case ErrorCode::HistoryDamaged: return "history.damaged";
    case ErrorCode::HistoryUnknown: return "history.unknown";
    case ErrorCode::ProgramMissing: return "program.missing";
    case ErrorCode::ProgramFailed: return "program.failed";
    case ErrorCode::TimedOut: return "timed-out";
    case ErrorCode::VendorFailed: return "vendor.failed";
    case ErrorCode::HostUnknown: return "host.unknown";
    case ErrorCode::ConnectionFailed: return "connection.failed";
    case ErrorCode::TlsFailed: return "tls.failed";
    }
    return "unknown";
}

} // namespace certwright::base

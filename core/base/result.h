// Why: "could not do it" travels as a value, never as an exception, so that every caller sees in the signature that a
// step can fail. What was seen in somebody's files is not an error but a check::Finding.
#pragma once

#include <string>
#include <string_view>
#include <tl/expected.hpp>

namespace certwright::base {

// ErrorCode names what could not be done. Each has an English and a Chinese sentence with one next step in ui/text,
// and a stable dotted name (errorCodeName) for logs and JSON.
enum class ErrorCode {
    Cancelled,
    InvalidArgument,
    FileNotFound,
    FileExists,
    FileAccessDenied,
    FileInUse,
    FileIsSymlink,
    FileNotRegular,
    FolderNotRegular,
    FileTooLarge,
    FileChanged,
    DiskFull,
    ReadOnlyFileSystem,
    InputOutput,
    LockHeld,
    JournalDamaged,
    RecoveryNeeded,
    UndoFailed,
    TargetUnsafe,
    ConfigDuplicateKey,
    ConfigUneditable,
    ConfigInvalid,
    ProfileInvalid,
    ProfileUnknown,
    RootUnknown,
    KeyStoreDamaged,
    KeyStoreForeign,
    KeyStoreMissing,
    SealInvalid,
    SecretMemory,
    PasswordUnavailable,
    CharacterUnconvertible,
    CryptoFailed,
    PlanBlocked,
    ProofFailed,
    OutputNotPipe,
    OutputIsTerminal,
    NotSupported,
    HistoryDamaged,
    HistoryUnknown,
    ProgramMissing,
    ProgramFailed,
    TimedOut,
    VendorFailed,
    HostUnknown,
    ConnectionFailed,
    TlsFailed,
};

// errorCodeName returns the stable dotted name of a code, e.g. "file.not-found".
std::string_view errorCodeName(ErrorCode code);

// Error is why something could not be done. `subject` is what it was about (a path, a key, a profile id) and may be
// shown; `detail` is for experts (strerror, an OpenSSL string, a line number) and stands only under "details".
struct Error {
    ErrorCode code;
    std::string subject;
    std::string detail;

    bool operator==(const Error&) const = default;
};

template <typename T> using Result = tl::expected<T, Error>;
using Status = tl::expected<void, Error>;

// failure makes the unexpected side of a Result.
inline tl::unexpected<Error> failure(ErrorCode code, std::string subject = {}, std::string detail = {})
{
    return tl::unexpected<Error>(Error{code, std::move(subject), std::move(detail)});
}

} // namespace certwright::base

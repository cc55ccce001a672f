// Why: what could not be done, in words. The table is in the order of base::ErrorCode.
#include "ui/text/error_text.h"

#include <array>

#include "ui/text/mistake_text.h"

namespace certwright::text {

namespace {

struct Words {
    base::ErrorCode code;
    const char* sentence;
    const char* nextStep;
};

// The translator's macro names the strings; they are looked up when they are said.
constexpr std::array table{
    Words{base::ErrorCode::Cancelled, QT_TRANSLATE_NOOP("errors", "Cancelled; nothing has changed."),
          QT_TRANSLATE_NOOP("errors", "Start again when you are ready.")},
    Words{base::ErrorCode::InvalidArgument, QT_TRANSLATE_NOOP("errors", "This cannot be used: %1"),
          QT_TRANSLATE_NOOP("errors", "Correct it and try again.")},
    Words{base::ErrorCode::FileNotFound, QT_TRANSLATE_NOOP("errors", "%1 does not exist."),
          QT_TRANSLATE_NOOP("errors", "Check the path.")},
    Words{base::ErrorCode::FileExists, QT_TRANSLATE_NOOP("errors", "%1 already exists."),
          QT_TRANSLATE_NOOP("errors", "Choose another place, or move it away.")},
    Words{base::ErrorCode::FileAccessDenied, QT_TRANSLATE_NOOP("errors", "You may not access %1."),
          QT_TRANSLATE_NOOP("errors", "Run this as the owner of the file or folder.")},
    Words{base::ErrorCode::FileIsSymlink,
          QT_TRANSLATE_NOOP("errors", "%1 is (or leads through) a symbolic link."),
          QT_TRANSLATE_NOOP("errors", "Name the real file or folder.")},
    Words{base::ErrorCode::FileNotRegular, QT_TRANSLATE_NOOP("errors", "%1 is no regular file."),
          QT_TRANSLATE_NOOP("errors", "Choose a file.")},
    Words{base::ErrorCode::FolderNotRegular, QT_TRANSLATE_NOOP("errors", "%1 is no folder."),
          QT_TRANSLATE_NOOP("errors", "Choose a folder.")},
    Words{base::ErrorCode::FileTooLarge, QT_TRANSLATE_NOOP("errors", "%1 is too large to be read."),
          QT_TRANSLATE_NOOP("errors", "Check that this is the right file.")},
    Words{base::ErrorCode::FileChanged,
          QT_TRANSLATE_NOOP("errors", "%1 has changed since it was looked at; nothing was written."),
          QT_TRANSLATE_NOOP("errors", "Look at the plan again, then repeat the import.")},
    Words{base::ErrorCode::DiskFull,
          QT_TRANSLATE_NOOP("errors", "The disk is full at %1; everything is as it was."),
          QT_TRANSLATE_NOOP("errors", "Free some space and try again.")},
    Words{base::ErrorCode::ReadOnlyFileSystem,
          QT_TRANSLATE_NOOP("errors", "%1 is on a read-only file system."),
          QT_TRANSLATE_NOOP("errors", "Make it writable, or choose another place.")},
    Words{base::ErrorCode::InputOutput,
          QT_TRANSLATE_NOOP("errors", "Reading or writing %1 failed; everything is as it was."),
          QT_TRANSLATE_NOOP("errors", "Check the disk or the network drive, then try again.")},
    Words{base::ErrorCode::LockHeld, QT_TRANSLATE_NOOP("errors", "Another import is working on %1."),
          QT_TRANSLATE_NOOP("errors", "Wait until it has ended, then try again.")},
    Words{base::ErrorCode::JournalDamaged,
          QT_TRANSLATE_NOOP("errors",
                            "The record of an interrupted import is damaged: %1. Nothing was touched."),
          QT_TRANSLATE_NOOP("errors", "Keep a copy of this folder and ask for help; do not delete it.")},
    Words{base::ErrorCode::RecoveryNeeded,
          QT_TRANSLATE_NOOP("errors", "An interrupted import in %1 has to be ended first."),
          QT_TRANSLATE_NOOP("errors", "Run this as the owner of the folder.")},
    Words{base::ErrorCode::UndoFailed,
          QT_TRANSLATE_NOOP("errors", "The previous state could not be put back completely: %1."),
          QT_TRANSLATE_NOOP(
              "errors",
              "Make this file writable, then run any command on this service again; it finishes the undo.")},
    Words{base::ErrorCode::TargetUnsafe,
          QT_TRANSLATE_NOOP("errors", "It is not safe to write %1; nothing was written."),
          QT_TRANSLATE_NOOP("errors", "Look at the details and put the folder in order.")},
    Words{base::ErrorCode::ConfigDuplicateKey,
          QT_TRANSLATE_NOOP("errors", "The config has the key \"%1\" twice."),
          QT_TRANSLATE_NOOP("errors", "Remove the line that is wrong.")},
    Words{base::ErrorCode::ConfigUneditable,
          QT_TRANSLATE_NOOP("errors", "The config cannot be edited safely at \"%1\"."),
          QT_TRANSLATE_NOOP("errors", "Edit this value by hand.")},
    Words{base::ErrorCode::ConfigInvalid,
          QT_TRANSLATE_NOOP("errors", "The config file cannot be understood: %1"),
          QT_TRANSLATE_NOOP("errors", "Correct the place named in the details.")},
    Words{base::ErrorCode::ProfileInvalid,
          QT_TRANSLATE_NOOP("errors", "The service profile %1 has a mistake."),
          QT_TRANSLATE_NOOP("errors", "Correct the place named in the details.")},
    Words{base::ErrorCode::ProfileUnknown, QT_TRANSLATE_NOOP("errors", "There is no service \"%1\"."),
          QT_TRANSLATE_NOOP("errors", "See the known services with: certwright-cli profiles")},
    Words{base::ErrorCode::RootUnknown, QT_TRANSLATE_NOOP("errors", "The service folder is not known: %1"),
          QT_TRANSLATE_NOOP("errors", "Name it with --root DIR.")},
    Words{base::ErrorCode::KeyStoreDamaged,
          QT_TRANSLATE_NOOP("errors", "Both copies of the key store are damaged: %1"),
          QT_TRANSLATE_NOOP("errors", "Import again with the original key and its password.")},
    Words{base::ErrorCode::KeyStoreForeign,
          QT_TRANSLATE_NOOP("errors", "The key store was made by the vendor's library: %1"),
          QT_TRANSLATE_NOOP("errors", "Use the vendor's own tool for this service.")},
    Words{base::ErrorCode::KeyStoreMissing, QT_TRANSLATE_NOOP("errors", "The key stores are missing: %1"),
          QT_TRANSLATE_NOOP("errors", "Import again with the original key and its password.")},
    Words{base::ErrorCode::SealInvalid,
          QT_TRANSLATE_NOOP("errors", "The sealed passphrase cannot be opened: %1"),
          QT_TRANSLATE_NOOP("errors", "Import again with the original key and its password.")},
    Words{base::ErrorCode::SecretMemory, QT_TRANSLATE_NOOP("errors", "No protected memory is to be had."),
          QT_TRANSLATE_NOOP("errors", "Close other programs and try again.")},
    Words{base::ErrorCode::PasswordUnavailable,
          QT_TRANSLATE_NOOP("errors", "The password could not be read."),
          QT_TRANSLATE_NOOP("errors", "Give it at a terminal, with --password-fd or --password-stdin.")},
    Words{base::ErrorCode::CharacterUnconvertible,
          QT_TRANSLATE_NOOP("errors", "The password has characters that cannot be converted."),
          QT_TRANSLATE_NOOP("errors", "Check the keyboard input.")},
    Words{base::ErrorCode::CryptoFailed, QT_TRANSLATE_NOOP("errors", "A cryptographic step failed: %1"),
          QT_TRANSLATE_NOOP("errors", "Look at the details; nothing has changed.")},
    Words{base::ErrorCode::PlanBlocked,
          QT_TRANSLATE_NOOP("errors", "The plan has problems that must be solved first."),
          QT_TRANSLATE_NOOP("errors", "Solve what blocks, then try again.")},
    Words{base::ErrorCode::ProofFailed,
          QT_TRANSLATE_NOOP("errors", "The proof failed; everything is as it was."),
          QT_TRANSLATE_NOOP("errors", "Look at the findings.")},
    Words{base::ErrorCode::OutputNotPipe,
          QT_TRANSLATE_NOOP("errors", "Descriptor %1 is no pipe; a secret is not written to a file."),
          QT_TRANSLATE_NOOP("errors", "Name a pipe or a socket with --fd N.")},
    Words{base::ErrorCode::OutputIsTerminal,
          QT_TRANSLATE_NOOP("errors", "A secret is not written to a terminal."),
          QT_TRANSLATE_NOOP("errors", "Name a pipe with --fd N.")},
    Words{base::ErrorCode::NotSupported, QT_TRANSLATE_NOOP("errors", "The file system cannot do this at %1."),
          QT_TRANSLATE_NOOP("errors", "Use a local disk.")},
    Words{base::ErrorCode::HistoryDamaged,
          QT_TRANSLATE_NOOP("errors", "The stored state is damaged: %1. Nothing was restored."),
          QT_TRANSLATE_NOOP("errors", "Choose another state; see: certwright-cli history")},
    Words{base::ErrorCode::HistoryUnknown, QT_TRANSLATE_NOOP("errors", "There is no stored state \"%1\"."),
          QT_TRANSLATE_NOOP("errors", "See the stored states with: certwright-cli history")},
    Words{base::ErrorCode::ProgramMissing,
          QT_TRANSLATE_NOOP("errors", "The program %1 is not on this computer."),
          QT_TRANSLATE_NOOP("errors", "Install it, or install Certwright again if it belongs to it.")},
    Words{base::ErrorCode::ProgramFailed, QT_TRANSLATE_NOOP("errors", "The program %1 failed."),
          QT_TRANSLATE_NOOP("errors", "Read what it said under the details.")},
    Words{base::ErrorCode::TimedOut, QT_TRANSLATE_NOOP("errors", "%1 did not answer in time."),
          QT_TRANSLATE_NOOP("errors", "Check that it is running, then try again.")},
    Words{base::ErrorCode::VendorFailed,
          QT_TRANSLATE_NOOP("errors", "The vendor's key library could not be used: %1"),
          QT_TRANSLATE_NOOP("errors", "See what stands in the way with: certwright-cli doctor")},
    Words{base::ErrorCode::HostUnknown, QT_TRANSLATE_NOOP("errors", "There is no computer with the name %1."),
          QT_TRANSLATE_NOOP("errors", "Check the spelling, or give the address.")},
    Words{base::ErrorCode::ConnectionFailed, QT_TRANSLATE_NOOP("errors", "Nobody answers at %1."),
          QT_TRANSLATE_NOOP("errors", "Check that the service runs and that address and port are right.")},
    Words{base::ErrorCode::TlsFailed, QT_TRANSLATE_NOOP("errors", "No TLS connection came about with %1."),
          QT_TRANSLATE_NOOP("errors", "Check that this port speaks TLS; the details say what was answered.")},
};

const Words& wordsFor(base::ErrorCode code) {
    for (const Words& entry : table)
        if (entry.code == code)
            return entry;
    return table.front();
}

static_assert(table.size() == static_cast<std::size_t>(base::ErrorCode::TlsFailed) + 1,
              "every error code has its words");

} // namespace

ErrorText errorText(const base::Error& error, const Phrasebook& book) {
    const Words& found = wordsFor(error.code);
    QString sentence = book.say("errors", found.sentence);
    if (sentence.contains(QStringLiteral("%1")))
        sentence = sentence.arg(shown(error.subject));
    return {sentence, book.say("errors", found.nextStep), detailText(error.detail, book)};
}

} // namespace certwright::text

// Why: the command line's own sentences (help, prompts, complaints) stand with all others, so that both
// languages are complete by the same test.
#pragma once

#include <QString>

#include "ui/text/phrasebook.h"

namespace certwright::text {

// CommandPhrase names a sentence of the command line.
enum class CommandPhrase {
    ProgramSummary,
    InspectSummary,
    ProfilesSummary,
    CheckSummary,
    PlanSummary,
    ImportSummary,
    VerifySummary,
    UnlockSummary,
    RotateSummary,
    PracticeSummary,
    JsonFlag,
    Lang,
    At,
    Files,
    Open,
    Service,
    Root,
    Home,
    Ca,
    Cert,
    Key,
    Crl,
    File,
    Paths,
    Set,
    Host,
    PasswordFd,
    PasswordStdin,
    Protector,
    Yes,
    Fd,
    Folder,
    Help,
    Version,
    LabelUsage,
    LabelOptions,
    LabelOptionsWord,
    LabelVerbs,
    LabelVerbWord,
    LabelPositionals,
    LabelRequired,
    LabelText,
    LabelNumber,
    Example,
    ErrorUnknown,
    ErrorMissing,
    ErrorAt,
    ErrorSlot,
    ErrorSet,
    ErrorSetUnknown,
    ErrorYes,
    ErrorNothing,
    SeeHelp,
    AskPassword,
    AskPasswordAgain,
    AskImport,
    NothingWritten,
    PracticeDone,
    PracticeNext,
    RotateDone,
};

// commandText returns the sentence; "%1" … are left to the caller's arg().
QString commandText(CommandPhrase phrase, const Phrasebook& book);

} // namespace certwright::text

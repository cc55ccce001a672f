// Why: what a man page says beside the words that the help has already.
#pragma once

#include "ui/text/phrasebook.h"

namespace certwright::text {

// ManualPhrase: titles of sections, placeholders, and the sentences below them.
enum class ManualPhrase {
    Name,
    Synopsis,
    Description,
    OptionsTitle,
    Verbs,
    ExitStatus,
    Files,
    SeeAlso,
    Verb,
    Options,
    Operands,
    Root,
    Required,
    Purpose,
    Password,
    ExitDone,
    ExitFindings,
    ExitUsage,
    ExitFailed,
    ExitPerson,
    ExitCancelled,
    FilesSettings,
    FilesProfiles,
    FilesHistory,
    PurposeWindow,
    DescriptionWindow,
    Service,
    Folder,
    OptionService,
    OptionRoot,
    OptionPractice,
    OptionLanguage,
    OptionHelp,
    OptionVersion,
};

QString manualText(ManualPhrase phrase, const Phrasebook& book);

} // namespace certwright::text

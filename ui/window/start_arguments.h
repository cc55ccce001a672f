// Why: a script, a file manager or a curious person can open the window where it is needed: on a service, on
// files, or on a practice service.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include <QStringList>

#include "ui/model/wizard_draft.h"
#include "ui/text/phrasebook.h"

namespace certwright::window {

// StartArguments is what was asked for: `practice` is a practice folder to work on (made if it is missing),
// `draft` a wizard to begin with. Where `answer` is set it is all there is: text to be printed (without the
// line's end), with `status` 0 or, for a command line that is not understood, 2.
struct StartArguments {
    std::optional<text::Language> language;
    std::string practice;
    std::optional<model::WizardDraft> draft;
    std::optional<QString> answer;
    int status = 0;
};

// languageAsked returns what --lang names, so that even the help can be in that language.
std::optional<text::Language> languageAsked(const QStringList& arguments);

// readStartArguments reads `arguments` (the program's name first). Needs a QCoreApplication, whose translator
// gives Qt's own words. Relative paths are taken from the current folder.
StartArguments readStartArguments(const QStringList& arguments, const QString& version,
                                  const std::vector<profile::ProfileText>& ownProfiles,
                                  const text::Phrasebook& book);

// wordsOf are arguments that ask for the same (the program's name first, paths absolute), for another
// instance to read; nothing but the name where nothing was asked for.
QStringList wordsOf(const StartArguments& line);

// noDisplayText says that a window needs a display, and what works without one.
QString noDisplayText(const text::Phrasebook& book);
// alreadyOpenText says that a window that is open was shown instead, and not told what was asked for.
QString alreadyOpenText(const text::Phrasebook& book);

} // namespace certwright::window

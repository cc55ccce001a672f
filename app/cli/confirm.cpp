// Why: the question, and what counts as yes in both languages.
#include "app/cli/confirm.h"

#include "app/cli/terminal.h"
#include "ui/text/command_text.h"

namespace certwright::cli {

using text::CommandPhrase;

std::optional<int> confirmed(Session& session, const Arguments& arguments, Output& output) {
    if (arguments.yes)
        return std::nullopt;
    if (!terminalAvailable())
        return output.finishWithUsage(commandText(CommandPhrase::ErrorYes, session.book()));
    const auto answer = askLine(commandText(CommandPhrase::AskImport, session.book()).toStdString());
    if (!answer)
        return output.finishWithError(answer.error());
    if (*answer == "y" || *answer == "Y" || *answer == "yes" || *answer == "是")
        return std::nullopt;
    output.page().line(commandText(CommandPhrase::NothingWritten, session.book()));
    return output.finish(exitCancelled);
}

} // namespace certwright::cli

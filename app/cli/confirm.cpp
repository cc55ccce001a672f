// Why: the question, and what counts as yes in both languages.
#include "app/cli/confirm.h"

#include "app/cli/terminal.h"
#include "ui/text/command_text.h"

namespace certwright::cli {

using text::CommandPhrase;

base::Result<Answer> answerTo(const QString& words, const Arguments& arguments) {
    if (arguments.yes)
        return Answer::Yes;
    if (!terminalAvailable())
        return Answer::Nobody;
    const auto answer = askLine(words.toStdString());
    if (!answer)
        return tl::unexpected(answer.error());
    const bool yes = *answer == "y" || *answer == "Y" || *answer == "yes" || *answer == "是";
    return yes ? Answer::Yes : Answer::No;
}

std::optional<int> confirmed(Session& session, const Arguments& arguments, Output& output,
                             const Question& question) {
    const auto answer = answerTo(question.words, arguments);
    if (!answer)
        return output.finishWithError(answer.error());
    switch (*answer) {
    case Answer::Yes:
        return std::nullopt;
    case Answer::Nobody:
        return output.finishWithUsage(commandText(CommandPhrase::ErrorYes, session.book()));
    case Answer::No:
        break;
    }
    output.page().line(question.refused);
    return output.finish(exitCancelled);
}

std::optional<int> confirmed(Session& session, const Arguments& arguments, Output& output) {
    return confirmed(session, arguments, output,
                     {commandText(CommandPhrase::AskImport, session.book()),
                      commandText(CommandPhrase::NothingWritten, session.book())});
}

} // namespace certwright::cli

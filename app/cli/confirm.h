// Why: nothing is written before a person has said yes, at the terminal or by --yes.
#pragma once

#include <optional>

#include "app/cli/arguments.h"
#include "app/cli/output.h"
#include "app/cli/session.h"

namespace certwright::cli {

// Question is what is asked, and what is said where the answer is no.
struct Question {
    QString words;
    QString refused;
};

// Answer: Yes (also without asking, by --yes), No, or Nobody: there is no terminal to ask at.
enum class Answer { Yes, No, Nobody };

// answerTo asks at the terminal unless --yes was given; errors of the terminal (Cancelled).
base::Result<Answer> answerTo(const QString& words, const Arguments& arguments);

// confirmed returns nothing if the answer is yes, else the exit status that the verb ends with. Without a
// question of its own: whether these changes shall be written.
std::optional<int> confirmed(Session& session, const Arguments& arguments, Output& output,
                             const Question& question);
std::optional<int> confirmed(Session& session, const Arguments& arguments, Output& output);

} // namespace certwright::cli

// Why: one sentence for each rule; what to do about a certificate's form is mostly the same.
#include "ui/text/lint_words.h"

#include <algorithm>
#include <array>

#include "ui/text/value_text.h"

namespace certwright::text {

namespace {

// Sentence makes the sentence for one rule: `who` is the certificate in its role with its name, `seen` what
// was found.
using Sentence = QString (*)(const Phrasebook& book, const QString& who, const QString& seen);

struct LintWords {
    std::string_view code;
    Sentence sentence;
};

constexpr std::array lintTable{
    LintWords{"lint.serial-zero",
              [](const Phrasebook& book, const QString& who, const QString&) {
                  return book.say("lint", "%1 has the serial number 0.").arg(who);
              }},
};

const LintWords* wordsOf(std::string_view code) {
    const auto* found =
        std::find_if(lintTable.begin(), lintTable.end(), [&](const LintWords& w) { return w.code == code; });
    return found != lintTable.end() ? found : nullptr;
}

} // namespace

bool hasLintWords(std::string_view code) {
    return wordsOf(code) != nullptr;
}

FindingText lintWords(const check::LintBroken& body, const Phrasebook& book) {
    const QString who = book.say("lint", "%1 (%2)").arg(roleName(book, body.role), shown(body.name));
    const LintWords* words = wordsOf(body.rule);
    const QString sentence =
        words ? words->sentence(book, who, shown(body.seen))
              : book.say("lint", "%1 breaks a rule of form (%2).").arg(who, shown(body.rule));
    return {startOfSentence(sentence),
            book.say("lint", "Tell your CA; ask for a certificate without this when it is renewed.")};
}

} // namespace certwright::text

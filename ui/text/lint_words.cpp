// Why: one sentence for each rule; what to do about a certificate's form is mostly the same.
#include "ui/text/lint_words.h"

#include <algorithm>
#include <array>

#include "ui/text/lint_sentences.h"
#include "ui/text/value_text.h"

namespace certwright::text {

namespace {

// sentenceOf returns nullptr for a code without a sentence.
const char* sentenceOf(std::string_view code) {
    for (const auto table :
         {certificateSentences(), keySentences(), usageSentences(), identifierSentences(), altnameSentences(),
          dnsSentences(), nameSentences(), policySentences(), pointSentences()})
        for (const LintSentence& one : table)
            if (one.code == code)
                return one.sentence;
    return nullptr;
}

} // namespace

bool hasLintWords(std::string_view code) {
    return sentenceOf(code) != nullptr;
}

FindingText lintWords(const check::LintBroken& body, const Phrasebook& book) {
    const QString role = roleName(book, body.role);
    const QString who = body.name.empty() ? role : book.say("lint", "%1 (%2)").arg(role, shown(body.name));
    const char* const known = sentenceOf(body.rule);
    const QString pattern =
        known ? book.say("lint", known) : book.say("lint", "%1 breaks a rule of form (%2).");
    const QString seen = shown(known ? body.seen : body.rule);
    const QString sentence =
        pattern.contains(QStringLiteral("%2")) ? pattern.arg(who, seen) : pattern.arg(who);
    return {startOfSentence(sentence),
            book.say("lint", "Tell your CA; ask for a certificate without this when it is renewed.")};
}

} // namespace certwright::text

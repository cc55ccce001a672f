// Why: the sentences of rules are tables, one file for each topic.
#pragma once

#include <span>
#include <string_view>

#include <QtGlobal>

namespace certwright::text {

// LintSentence is the English sentence for the rule `code`, marked for translation in the context "lint": %1
// is the certificate in its role with its name, %2 what was seen.
struct LintSentence {
    std::string_view code;
    const char* sentence = nullptr;
};

std::span<const LintSentence> certificateSentences();
std::span<const LintSentence> keySentences();
std::span<const LintSentence> usageSentences();
std::span<const LintSentence> identifierSentences();
std::span<const LintSentence> altnameSentences();
std::span<const LintSentence> dnsSentences();
std::span<const LintSentence> nameSentences();
std::span<const LintSentence> policySentences();
std::span<const LintSentence> pointSentences();

} // namespace certwright::text

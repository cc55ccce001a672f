// Why: man page and completions are made of the very options that the parser knows, so that they cannot tell
// of another program than the installed one.
#pragma once

#include <string>
#include <vector>

#include "app/cli/verb_options.h"

namespace certwright::manual {

// OptionWords is an option of a verb. `names` as they are typed ("-y", "--yes"); `value` is what stands for
// its value in the help, empty for a switch, and `kind` what may stand there; `choices` is every word that is
// accepted, where they are counted.
struct OptionWords {
    std::vector<std::string> names;
    std::string value;
    cli::Value kind = cli::Value::Text;
    std::vector<std::string> choices;
    std::string sentence;
    bool required = false;
};

// VerbWords is a verb: `operand` names what follows the options (empty: nothing), `operandSentence` says what
// that is, `example` is a whole command line.
struct VerbWords {
    std::string name;
    std::string summary;
    std::string operand;
    cli::Value operandKind = cli::Value::Text;
    std::string operandSentence;
    std::string example;
    std::vector<OptionWords> options;
};

// CommandTree is certwright-cli as its parser knows it, in the language of a phrasebook.
struct CommandTree {
    std::string summary;
    std::vector<OptionWords> options;
    std::vector<VerbWords> verbs;
};

CommandTree commandTree(const text::Phrasebook& book);

} // namespace certwright::manual

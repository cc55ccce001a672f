// Why: see command_tree.h.
#include "app/manual/command_tree.h"

#include <algorithm>
#include <array>

namespace certwright::manual {

namespace {

// CLI11 tells the members of a set in the name of the option's type: "TEXT:{en,zh}".
std::vector<std::string> choicesIn(const std::string& typeName) {
    const auto open = typeName.find('{');
    const auto close = typeName.find('}', open);
    if (open == std::string::npos || close == std::string::npos)
        return {};
    std::vector<std::string> choices;
    for (std::size_t start = open + 1; start <= close;) {
        const auto end = std::min(typeName.find(',', start), close);
        choices.push_back(typeName.substr(start, end - start));
        start = end + 1;
    }
    return choices;
}

// The type's name stands in front of what is checked: "NUMBER:NONNEGATIVE".
cli::Value kindOf(const CLI::Option& option) {
    constexpr std::array kinds{cli::Value::Number, cli::Value::File, cli::Value::Folder, cli::Value::Service};
    const std::string type = option.get_type_name();
    const auto* const kind = std::ranges::find_if(
        kinds, [&type](cli::Value value) { return type.substr(0, type.find(':')) == cli::typeName(value); });
    return kind == kinds.end() ? cli::Value::Text : *kind;
}

OptionWords wordsOf(const CLI::Option& option) {
    OptionWords words;
    for (const std::string& name : option.get_snames())
        words.names.push_back('-' + name);
    for (const std::string& name : option.get_lnames())
        words.names.push_back("--" + name);
    if (option.get_type_size() != 0)
        words.value = option.get_option_text();
    words.kind = kindOf(option);
    words.choices = choicesIn(option.get_type_name());
    words.sentence = option.get_description();
    words.required = option.get_required();
    return words;
}

std::vector<OptionWords> optionsOf(const CLI::App& app) {
    std::vector<OptionWords> options;
    for (const CLI::Option* option : app.get_options())
        if (option->nonpositional())
            options.push_back(wordsOf(*option));
    return options;
}

VerbWords wordsOf(const CLI::App& verb) {
    VerbWords words{verb.get_name(), verb.get_description(), {}, {}, {}, {}, optionsOf(verb)};
    for (const CLI::Option* option : verb.get_options())
        if (option->get_positional()) {
            words.operand = option->get_name(true);
            words.operandKind = kindOf(*option);
            words.operandSentence = option->get_description();
        }
    // The footer is a heading and the example below it.
    const std::string footer = verb.get_footer();
    const auto line = footer.find("certwright-cli");
    words.example = line == std::string::npos ? std::string() : footer.substr(line);
    return words;
}

} // namespace

CommandTree commandTree(const text::Phrasebook& book) {
    cli::Arguments unused;
    CLI::App app(text::commandText(text::CommandPhrase::ProgramSummary, book).toStdString(),
                 "certwright-cli");
    cli::Verbs verbs(app, unused, book);
    verbs.declare();
    CommandTree tree{app.get_description(), optionsOf(app), {}};
    for (const CLI::App* verb : app.get_subcommands([](CLI::App*) { return true; }))
        tree.verbs.push_back(wordsOf(*verb));
    return tree;
}

} // namespace certwright::manual

// Why: which verb takes which option, in one place; all words come from ui/text.
#pragma once

#include <CLI/CLI.hpp>

#include "app/cli/arguments.h"
#include "ui/text/command_text.h"

namespace certwright::cli {

// Value is what stands for an option's value in the help. CLI11 keeps typeName, the same in every language,
// for whoever asks for the kind; a name after "SLOT=" or "FILE:LINE" has none of its own.
enum class Value { Text, Number, File, Folder, Service };
const char* typeName(Value value);

// Verbs declares verbs and options on CLI11's parser; `arguments` receives what is given.
class Verbs {
  public:
    Verbs(CLI::App& app, Arguments& arguments, const text::Phrasebook& book);

    void declare();

  private:
    std::string say(text::CommandPhrase phrase) const;
    // means lets help and completions (app/manual) know what kind of value an option or operand takes.
    CLI::Option* means(Value value, CLI::Option* option) const;
    void setWords(CLI::App& app) const;
    // The verbs, by what they are for.
    void declareReaders();
    void declareValidate();
    void declareServeCheck();
    void declareImport();
    void declareService();
    void declareChanges();
    void declarePast();
    void declareCare();
    // verb makes one; option and the others below give it what several verbs share.
    CLI::App* verb(const char* name, text::CommandPhrase summary, const char* example);
    void option(CLI::App* sub, const char* name, std::string& target, text::CommandPhrase words,
                Value value = Value::Text);
    void number(CLI::App* sub, const char* name, int& target, text::CommandPhrase words);
    void flag(CLI::App* sub, const char* name, bool& target, text::CommandPhrase words);
    void files(CLI::App* sub, const char* name, std::vector<std::string>& target, text::CommandPhrase words);
    void choice(CLI::App* sub, const char* name, std::string& target, std::vector<std::string> allowed,
                text::CommandPhrase words);
    void list(CLI::App* sub, const char* name, std::vector<std::string>& target, text::CommandPhrase words,
              Value value = Value::Text);
    void at(CLI::App* sub);
    void yes(CLI::App* sub);
    void takeOver(CLI::App* sub);
    void language(CLI::App* sub);
    void place(CLI::App* sub);
    void password(CLI::App* sub);
    // protector: `more` are accepted beside auto, kmc and builtin.
    void protector(CLI::App* sub, text::CommandPhrase words, std::vector<std::string> more = {});
    void selection(CLI::App* sub);

    CLI::App& m_app;
    Arguments& m_arguments;
    const text::Phrasebook& m_book;
    std::string m_language;
};

} // namespace certwright::cli

// Why: see completion.h.
#include "app/manual/completion.h"

#include <algorithm>

#include <fmt/format.h>

#include "core/base/shell.h"

namespace certwright::manual {

namespace {

// Kind says what a value is, by the option's name: most take a file.
enum class Kind { File, Folder, Service, Word, Choice };

Kind kindOf(const OptionWords& option) {
    const std::string& name = option.names.back();
    const auto among = [&name](std::initializer_list<std::string_view> names) {
        return std::ranges::find(names, name) != names.end();
    };
    if (!option.choices.empty())
        return Kind::Choice;
    if (name == "--service")
        return Kind::Service;
    if (among({"--root", "--home", "--keys-in"}))
        return Kind::Folder;
    if (among({"--host", "--ip", "--email", "--at", "--within", "--set", "--without", "--password-fd", "--fd",
               "--sni", "--timeout", "--max-depth", "--initial-policy", "--served-at", "--server-block",
               "--keep", "--keep-days", "--extend", "--times"}))
        return Kind::Word;
    return Kind::File;
}

std::string joined(const std::vector<std::string>& words) {
    std::string text;
    for (const std::string& word : words)
        text += (text.empty() ? "" : " ") + word;
    return text;
}

std::string namesOf(const std::vector<OptionWords>& options) {
    std::string text;
    for (const OptionWords& option : options)
        text += (text.empty() ? "" : " ") + joined(option.names);
    return text;
}

std::string bashValue(const OptionWords& option) {
    switch (kindOf(option)) {
    case Kind::Choice:
        return "mapfile -t COMPREPLY < <(compgen -W " + base::singleQuoted(joined(option.choices)) +
               " -- \"$current\")";
    case Kind::Service:
        return "mapfile -t COMPREPLY < <(compgen -W \"$(_certwright_services)\" -- \"$current\")";
    case Kind::Folder:
        return "compopt -o filenames; mapfile -t COMPREPLY < <(compgen -d -- \"$current\")";
    case Kind::Word:
        return "COMPREPLY=()";
    case Kind::File:
        break;
    }
    return "compopt -o filenames; mapfile -t COMPREPLY < <(compgen -f -- \"$current\")";
}

std::string bashVerb(const VerbWords& verb) {
    std::string text = fmt::format("    {})\n        case $previous in\n", verb.name);
    for (const OptionWords& option : verb.options)
        if (!option.value.empty())
            text += fmt::format("        {}) {}; return ;;\n", fmt::join(option.names, "|"), bashValue(option));
    return text + fmt::format("        esac\n        options={}\n        ;;\n", base::singleQuoted(namesOf(verb.options)));
}

// zshWords is `sentence` inside a spec of _arguments, which is single-quoted and gives brackets and colons a
// meaning.
std::string zshWords(std::string_view sentence) {
    std::string out;
    for (const char c : sentence) {
        if (c == '[' || c == ']' || c == ':' || c == '\\')
            out += '\\';
        out += c == '\'' ? std::string("'\\''") : std::string(1, c);
    }
    return out;
}

std::string zshValue(const OptionWords& option) {
    switch (kindOf(option)) {
    case Kind::Choice:
        return ":value:(" + joined(option.choices) + ')';
    case Kind::Service:
        return ":service:_certwright_services";
    case Kind::Folder:
        return ":folder:_files -/";
    case Kind::Word:
        return ":value: ";
    case Kind::File:
        break;
    }
    return ":file:_files";
}

std::string zshOption(const OptionWords& option) {
    const std::string names = option.names.size() == 1
                                  ? option.names.front()
                                  : fmt::format("{{{}}}", fmt::join(option.names, ","));
    const std::string spec =
        fmt::format("'[{}]{}'", zshWords(option.sentence), option.value.empty() ? "" : zshValue(option));
    return fmt::format("        '*'{}{} \\\n", names, spec);
}

std::string zshVerb(const VerbWords& verb) {
    std::string text = fmt::format("    {})\n      _arguments -s \\\n", verb.name);
    for (const OptionWords& option : verb.options)
        text += zshOption(option);
    return text + fmt::format("        {}\n      ;;\n", verb.operand.empty() ? "'::'" : "'*:file:_files'");
}

} // namespace

std::string bashCompletion(const CommandTree& tree) {
    std::string verbs;
    std::string cases;
    for (const VerbWords& verb : tree.verbs) {
        verbs += (verbs.empty() ? "" : " ") + verb.name;
        cases += bashVerb(verb);
    }
    return fmt::format(R"(# bash completion for certwright-cli, made from its own options.
_certwright_services() {{
    certwright-cli profiles --json 2>/dev/null | sed -n 's/.*"id": *"\([a-z0-9-]*\)".*/\1/p'
}}

_certwright_cli() {{
    local current=${{COMP_WORDS[COMP_CWORD]}} previous=${{COMP_WORDS[COMP_CWORD-1]}} verb='' options='' word
    COMPREPLY=()
    for word in "${{COMP_WORDS[@]:1:COMP_CWORD-1}}"; do
        case " {0} " in *" $word "*) verb=$word; break ;; esac
    done
    case $verb in
    '') options='{0} {1}' ;;
{2}    esac
    if [[ -z $verb || $current == -* ]]; then
        mapfile -t COMPREPLY < <(compgen -W "$options" -- "$current")
    else
        compopt -o filenames
        mapfile -t COMPREPLY < <(compgen -f -- "$current")
    fi
}}
complete -F _certwright_cli certwright-cli
)",
                       verbs, namesOf(tree.options), cases);
}

std::string zshCompletion(const CommandTree& tree) {
    std::string verbs;
    std::string cases;
    for (const VerbWords& verb : tree.verbs) {
        verbs += fmt::format("    '{}:{}'\n", verb.name, zshWords(verb.summary));
        cases += zshVerb(verb);
    }
    std::string options;
    for (const OptionWords& option : tree.options)
        options += zshOption(option);
    return fmt::format(R"(#compdef certwright-cli
# zsh completion for certwright-cli, made from its own options.
_certwright_services() {{
  local -a services
  services=(${{(f)"$(certwright-cli profiles --json 2>/dev/null | sed -n 's/.*"id": *"\([a-z0-9-]*\)".*/\1/p')"}})
  compadd -a services
}}

_certwright_cli() {{
  local context state line
  local -a verbs
  verbs=(
{0}  )
  _arguments -C \
{1}        '1: :->verb' '*:: :->rest'
  case $state in
  verb) _describe verb verbs ;;
  rest)
    case $line[1] in
{2}    esac
    ;;
  esac
}}

_certwright_cli "$@"
)",
                       verbs, options, cases);
}

} // namespace certwright::manual

// Why: see completion.h.
#include "app/manual/completion.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "core/base/shell.h"

namespace certwright::manual {

using cli::Value;

namespace {

std::string namesOf(const std::vector<OptionWords>& options) {
    std::string text;
    for (const OptionWords& option : options)
        text += fmt::format("{}{}", text.empty() ? "" : " ", fmt::join(option.names, " "));
    return text;
}

std::string bashOffer(Value value) {
    switch (value) {
    case Value::Service:
        return "mapfile -t COMPREPLY < <(compgen -W \"$(_certwright_services)\" -- \"$current\")";
    case Value::Folder:
        return "compopt -o filenames; mapfile -t COMPREPLY < <(compgen -d -- \"$current\")";
    case Value::File:
        return "compopt -o filenames; mapfile -t COMPREPLY < <(compgen -f -- \"$current\")";
    case Value::Text:
    case Value::Number:
        break;
    }
    return "COMPREPLY=()";
}

std::string bashOffer(const OptionWords& option) {
    if (option.choices.empty())
        return bashOffer(option.kind);
    return "mapfile -t COMPREPLY < <(compgen -W " +
           base::singleQuoted(fmt::format("{}", fmt::join(option.choices, " "))) + " -- \"$current\")";
}

std::string bashValues(const std::vector<OptionWords>& options) {
    std::string text;
    for (const OptionWords& option : options)
        if (!option.value.empty())
            text +=
                fmt::format("        {}) {}; return ;;\n", fmt::join(option.names, "|"), bashOffer(option));
    return text;
}

std::string bashVerb(const VerbWords& verb) {
    return fmt::format("    {})\n        case $previous in\n{}        esac\n        options={}\n", verb.name,
                       bashValues(verb.options), base::singleQuoted(namesOf(verb.options))) +
           (verb.operand.empty()
                ? ""
                : "        [[ $current == -* ]] || { " + bashOffer(verb.operandKind) + "; return; }\n") +
           "        ;;\n";
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

std::string zshOffer(Value value) {
    switch (value) {
    case Value::Service:
        return ":service:_certwright_services";
    case Value::Folder:
        return ":folder:_files -/";
    case Value::File:
        return ":file:_files";
    case Value::Text:
    case Value::Number:
        break;
    }
    return ":value: ";
}

std::string zshOffer(const OptionWords& option) {
    if (option.value.empty())
        return {};
    return option.choices.empty() ? zshOffer(option.kind)
                                  : fmt::format(":value:({})", fmt::join(option.choices, " "));
}

// zshOption: braces are outside of the quotes, so that the shell makes one spec of each name.
std::string zshOption(const OptionWords& option) {
    const std::string names =
        option.names.size() == 1 ? option.names.front() : fmt::format("{{{}}}", fmt::join(option.names, ","));
    return fmt::format("'*'{}'[{}]{}'", names, zshWords(option.sentence), zshOffer(option));
}

std::string zshVerb(const VerbWords& verb) {
    std::string text = fmt::format("    {})\n      _arguments -s", verb.name);
    for (const OptionWords& option : verb.options)
        text += " \\\n        " + zshOption(option);
    if (!verb.operand.empty())
        text += " \\\n        '*" + zshOffer(verb.operandKind) + '\'';
    return text + "\n      ;;\n";
}

constexpr auto bashFrame = R"~(# bash completion for certwright-cli, made from its own options.
_certwright_services() {{
    certwright-cli profiles --json 2>/dev/null | sed -n 's/^ \{{6\}}"id": *"\([a-z0-9-]*\)".*/\1/p'
}}

_certwright_cli() {{
    local current=${{COMP_WORDS[COMP_CWORD]}} previous=${{COMP_WORDS[COMP_CWORD-1]}} verb='' options='' word
    COMPREPLY=()
    for word in "${{COMP_WORDS[@]:1:COMP_CWORD-1}}"; do
        case " {0} " in *" $word "*) verb=$word; break ;; esac
    done
    case $verb in
    '')
        case $previous in
{1}        esac
        options='{0} {2}'
        ;;
{3}    esac
    mapfile -t COMPREPLY < <(compgen -W "$options" -- "$current")
}}
complete -F _certwright_cli certwright-cli
)~";

constexpr auto zshFrame = R"~(#compdef certwright-cli
# zsh completion for certwright-cli, made from its own options.
_certwright_services() {{
  local -a services
  services=(${{(f)"$(certwright-cli profiles --json 2>/dev/null | sed -n 's/^ \{{6\}}"id": *"\([a-z0-9-]*\)".*/\1/p')"}})
  compadd -a services
}}

_certwright_cli() {{
  local context state line
  local -a verbs
  verbs=(
{0}  )
  _arguments -C {1}'(-): :->verb' '(-)*:: :->rest'
  case $state in
  verb) _describe verb verbs ;;
  rest)
    case $line[1] in
{2}    esac
    ;;
  esac
}}

_certwright_cli "$@"
)~";

} // namespace

std::string bashCompletion(const CommandTree& tree) {
    std::string verbs;
    std::string cases;
    for (const VerbWords& verb : tree.verbs) {
        verbs += (verbs.empty() ? "" : " ") + verb.name;
        cases += bashVerb(verb);
    }
    return fmt::format(bashFrame, verbs, bashValues(tree.options), namesOf(tree.options), cases);
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
        options += "\\\n    " + zshOption(option) + ' ';
    return fmt::format(zshFrame, verbs, options + "\\\n    ", cases);
}

} // namespace certwright::manual

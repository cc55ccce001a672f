// Why: what a profile may make this program run or load is read most strictly of all: a list of words, never
// a line for a shell.
#include "core/profile/schema_parts.h"

#include <algorithm>
#include <charconv>

namespace certwright::profile {

namespace {

using namespace std::string_view_literals;

constexpr int longestSeconds = 600;
constexpr std::size_t mostWords = 64;
constexpr std::array shells{"sh"sv,  "bash"sv,          "dash"sv, "ash"sv,      "zsh"sv,
                            "ksh"sv, "csh"sv,           "tcsh"sv, "fish"sv,     "busybox"sv,
                            "cmd"sv, "cmd.exe"sv,       "pwsh"sv, "pwsh.exe"sv, "powershell"sv,
                            "env"sv, "powershell.exe"sv};

std::string programOf(const Node& node) {
    std::string program = textOf(node);
    const bool absolute = program.find('/') != std::string::npos;
    const auto allowed = [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '.' ||
               c == '_' || c == '+' || c == '-';
    };
    if (absolute)
        program = absolutePathOf(node);
    else if (!std::ranges::all_of(program, allowed) || program.front() == '-')
        refuse(node, MistakeCode::ProgramInvalid);
    if (!braced(program, {}))
        refuse(node, MistakeCode::ProgramInvalid);
    const std::string_view name = std::string_view(program).substr(program.find_last_of('/') + 1);
    if (std::ranges::find(shells, name) != shells.end())
        refuse(node, MistakeCode::ProgramIsShell);
    return program;
}

Command readCommand(const Node& node) {
    const Fields fields(node, {"words", "seconds"});
    const Node& words = fields.at("words");
    Command command;
    for (const Node& item : itemsOf(words)) {
        command.words.push_back(command.words.empty() ? programOf(item) : textOf(item));
        if (command.words.size() > 1 && !braced(command.words.back(), {"{root}"}))
            refuse(item, MistakeCode::PlaceholderUnknown, {.allowed = {"{root}"}});
    }
    if (command.words.empty() || command.words.size() > mostWords)
        refuse(words, MistakeCode::CommandWords, {.minimum = 1, .maximum = mostWords});
    if (const Node* const seconds = fields.find("seconds"))
        command.seconds = numberOf(*seconds, 1, longestSeconds);
    return command;
}

// As SERVICES.md section 3 gives the range that the vendor's library takes.
std::uint32_t semaphoreKeyOf(const Node& node) {
    constexpr std::uint32_t lowest = 0x20161111;
    constexpr std::uint32_t highest = 0x20169999;
    std::uint32_t key = 0;
    const std::string& text = node.text;
    const bool prefixed = text.size() == 10 && text.starts_with("0x");
    const auto [end, error] =
        std::from_chars(text.data() + (prefixed ? 2 : 0), text.data() + text.size(), key, 16);
    const bool whole = error == std::errc() && end == text.data() + text.size();
    if (node.kind != NodeKind::Scalar || node.quoting != Quoting::Quoted || !prefixed || !whole ||
        key < lowest || key > highest)
        refuse(node, MistakeCode::SemaphoreKeyInvalid, {.minimum = lowest, .maximum = highest});
    return key;
}

} // namespace

Commands readCommands(const Node& node) {
    const Fields fields(node, {"verify", "reload"});
    Commands commands;
    if (const Node* const verify = fields.find("verify"))
        commands.verify = readCommand(*verify);
    if (const Node* const reload = fields.find("reload"))
        commands.reload = readCommand(*reload);
    return commands;
}

Vendor readVendor(const Node& node) {
    const Fields fields(node,
                        {"library", "importer", "semaphore-key", "domain", "algorithm-key", "algorithm"});
    Vendor vendor;
    vendor.library = pathOf(fields.at("library"));
    if (const Node* const importer = fields.find("importer"))
        vendor.importer = pathOf(*importer);
    if (const Node* const key = fields.find("semaphore-key"))
        vendor.semaphoreKey = semaphoreKeyOf(*key);
    if (const Node* const domain = fields.find("domain"))
        vendor.domain = static_cast<std::uint32_t>(numberOf(*domain, 0, 1023));
    if (const Node* const key = fields.find("algorithm-key"))
        vendor.algorithmKey = keyOf(*key);
    if (const Node* const algorithm = fields.find("algorithm"))
        vendor.algorithm = numberOf(*algorithm, 8, 9);
    return vendor;
}

} // namespace certwright::profile

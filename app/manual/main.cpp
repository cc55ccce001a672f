// Why: a program of the build, not of the package: prints the man pages and completions that are installed.
// Usage: certwright-manual man-cli|man-window|bash|zsh LANGUAGE [VERSION DATE]
#include <cstdio>
#include <string>
#include <string_view>

#include "app/manual/completion.h"
#include "app/manual/man_page.h"

using namespace certwright;

int main(int argc, char** argv) {
    const auto word = [&](int i) { return std::string(i < argc ? argv[i] : ""); };
    const std::string kind = word(1);
    const text::Phrasebook book(text::languageFromName(word(2)).value_or(text::Language::English));
    const manual::ManEdition edition{word(3), word(4)};
    const manual::CommandTree tree = manual::commandTree(book);
    std::string content;
    if (kind == "man-cli")
        content = manual::commandPage(tree, edition, book);
    else if (kind == "man-window")
        content = manual::windowPage(edition, book);
    else if (kind == "bash")
        content = manual::bashCompletion(tree);
    else if (kind == "zsh")
        content = manual::zshCompletion(tree);
    if (content.empty())
        return 2;
    return std::fwrite(content.data(), 1, content.size(), stdout) == content.size() ? 0 : 1;
}

// Why: administrators ask `man` first.
#pragma once

#include <string>

#include "app/manual/command_tree.h"

namespace certwright::manual {

// ManEdition says what stands at the edges of the page: `date` as YYYY-MM-DD.
struct ManEdition {
    std::string version;
    std::string date;
};

// commandPage is certwright-cli(1), windowPage certwright(1), as man(7) reads them, in UTF-8.
std::string commandPage(const CommandTree& tree, const ManEdition& edition, const text::Phrasebook& book);
std::string windowPage(const ManEdition& edition, const text::Phrasebook& book);

} // namespace certwright::manual

// Why: verbs, options and their values are found with the Tab key.
#pragma once

#include <string>

#include "app/manual/command_tree.h"

namespace certwright::manual {

// bashCompletion is a file for /usr/share/bash-completion/completions, zshCompletion one for
// /usr/share/zsh/vendor-completions. Both offer the ids of services by asking the installed program.
std::string bashCompletion(const CommandTree& tree);
std::string zshCompletion(const CommandTree& tree);

} // namespace certwright::manual

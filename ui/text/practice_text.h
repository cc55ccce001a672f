// Why: practice material explains itself, in both languages, in the folder where it lies.
#pragma once

#include <string>

namespace certwright::text {

// practiceReadme returns README.md: English, then Chinese; each set with what `check` shows for it and a
// command to try.
std::string practiceReadme();

} // namespace certwright::text

// Why: who may use a file is a number on POSIX and a list of accounts on Windows; a sentence has to name what
// its reader can see and set.
#pragma once

#include <cstdint>

#include <QString>

#include "ui/text/phrasebook.h"

namespace certwright::text {

// AccessWords says in what words the people of a system speak of it: mode bits, or who is let in.
enum class AccessWords { Modes, Owners };
// accessWords returns those of this system. Where sentences differ in more than a value, they ask for it.
AccessWords accessWords();
// mode writes permission bits: as administrators type them ("400") on POSIX; on Windows, where files have two
// kinds of access and a read-only mark, in words ("owner only, read-only").
QString mode(const Phrasebook& book, std::uint32_t bits);

} // namespace certwright::text

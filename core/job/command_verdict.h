// Why: a service's own program says in one line of many what it does not like; people are told which, and
// what to do, in their language.
#pragma once

#include <string>
#include <string_view>

namespace certwright::job {

// CommandVerdict: `reason` is one of check::CommandRefused's, `place` FILE:LINE where the program names one,
// else the file that it names; `detail` the end of what it printed, without control characters.
struct CommandVerdict {
    std::string reason;
    std::string place;
    std::string detail;
};

// verdictOf reads what a refusing program printed (in English: it runs with LC_ALL=C). Of nginx's lines the
// first [emerg] counts, then the first [error] or [alert]; of another program's the last that names a cause.
CommandVerdict verdictOf(std::string_view output);

} // namespace certwright::job

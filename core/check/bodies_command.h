// Why: findings about what a service's own program says of its config, and where in that config a line
// belongs.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace certwright::check {

// CommandPlanned: `command` (words joined by spaces) will be run for `purpose`: "verify" before the
// change is kept, "reload" after it.
struct CommandPlanned {
    static constexpr std::string_view code = "command.planned";
    std::string purpose;
    std::string command;
    std::int64_t seconds = 0;

    template <typename Visit> void fields(Visit visit) const {
        visit("purpose", purpose);
        visit("command", command);
        visit("seconds", seconds);
    }
};

// CommandRefused: the command ended with `status`; `reason` names a known cause ("duplicate-directive",
// "unknown-directive", "key", "certificate", "permission", "address-in-use", "file", "other"), `place`
// is FILE:LINE as the program names it (may be empty), `detail` the end of what it printed.
struct CommandRefused {
    static constexpr std::string_view code = "command.refused";
    std::string purpose;
    std::string command;
    std::int64_t status = 0;
    std::string reason;
    std::string place;
    std::string detail;

    template <typename Visit> void fields(Visit visit) const {
        visit("purpose", purpose);
        visit("command", command);
        visit("status", status);
        visit("reason", reason);
        visit("place", place);
        visit("detail", detail);
    }
};

// CommandMissing: the program `program` of a command is not there.
struct CommandMissing {
    static constexpr std::string_view code = "command.missing";
    std::string purpose;
    std::string program;

    template <typename Visit> void fields(Visit visit) const {
        visit("purpose", purpose);
        visit("program", program);
    }
};

// CommandTimedOut: the command was ended after `seconds`.
struct CommandTimedOut {
    static constexpr std::string_view code = "command.timed-out";
    std::string purpose;
    std::string command;
    std::int64_t seconds = 0;

    template <typename Visit> void fields(Visit visit) const {
        visit("purpose", purpose);
        visit("command", command);
        visit("seconds", seconds);
    }
};

// ReloadNeeded: the running service still serves what it read at its start; `command` reloads it.
struct ReloadNeeded {
    static constexpr std::string_view code = "reload.needed";
    std::string command;

    template <typename Visit> void fields(Visit visit) const { visit("command", command); }
};

// BlockNotChosen: the line must go into one of `blocks` (FILE:LINE NAMES), and none was chosen.
struct BlockNotChosen {
    static constexpr std::string_view code = "block.not-chosen";
    std::vector<std::string> blocks;

    template <typename Visit> void fields(Visit visit) const { visit("blocks", blocks); }
};

// BlockUnknown: no block, or more than one, is what `block` names.
struct BlockUnknown {
    static constexpr std::string_view code = "block.unknown";
    std::string block;
    std::vector<std::string> blocks;

    template <typename Visit> void fields(Visit visit) const {
        visit("block", block);
        visit("blocks", blocks);
    }
};

// BlockMissing: no block of the kind was found in `files`.
struct BlockMissing {
    static constexpr std::string_view code = "block.missing";
    std::vector<std::string> files;

    template <typename Visit> void fields(Visit visit) const { visit("files", files); }
};

// BlockDirective: the chosen block sets `directive` itself at `place` (FILE:LINE), which the managed
// file sets too.
struct BlockDirective {
    static constexpr std::string_view code = "block.directive";
    std::string directive;
    std::string place;

    template <typename Visit> void fields(Visit visit) const {
        visit("directive", directive);
        visit("place", place);
    }
};

// BlockNotListening: the chosen block at `place` has no listen line with ssl, so that the certificate
// is never used.
struct BlockNotListening {
    static constexpr std::string_view code = "block.not-listening";
    std::string place;

    template <typename Visit> void fields(Visit visit) const { visit("place", place); }
};

} // namespace certwright::check

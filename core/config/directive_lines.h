// Why: which octets are a setting's name and value is decided by each service's own lexer; its rules stand in
// one file per syntax. Inside this room only.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/config/directives.h"

namespace certwright::config {

enum class Quoting { Bare, Single, Double };

// Directive is one setting. [offset, end) is all of it, [valueOffset, valueEnd) its value with quotes. `key`
// is in lower case where the service ignores case, and has a '#' in front for a comment line. `obstacle` says
// why it cannot be edited; empty: it can.
struct Directive {
    std::string key;
    std::string value;
    std::size_t offset = 0;
    std::size_t end = 0;
    std::size_t valueOffset = 0;
    std::size_t valueEnd = 0;
    std::size_t line = 0;
    Quoting quoting = Quoting::Bare;
    std::string_view obstacle;
};

// DirectiveFault is something that the service refuses to read.
struct DirectiveFault {
    std::string_view reason;
    std::size_t line = 0;
};

// DirectiveText is a text as the service sees it; reading stops at the first fault. `reason` and `obstacle`
// are literals.
struct DirectiveText {
    std::vector<Directive> entries;
    std::optional<DirectiveFault> fault;
};

// readNginx follows ngx_conf_read_token, readRedis sdssplitargs, readPostgresql guc-file.l.
DirectiveText readNginx(std::string_view text);
DirectiveText readRedis(std::string_view text);
DirectiveText readPostgresql(std::string_view text);
DirectiveText readDirectives(std::string_view text, Syntax syntax);

// writeNginx, writeRedis and writePostgresql write a value in the quotes that are `wanted`, if these can
// carry it.
std::string writeNginx(std::string_view value, Quoting wanted);
std::string writeRedis(std::string_view value, Quoting wanted);
std::string writePostgresql(std::string_view value, Quoting wanted);

// commentSetting reads a line that starts with '#' as "# name: value"; `line` is all of it without its line
// end, `offset` that of its first octet.
std::optional<Directive> commentSetting(std::string_view line, std::size_t offset, std::size_t number);
// lowered is `text` with ASCII letters in lower case.
std::string lowered(std::string_view text);

} // namespace certwright::config

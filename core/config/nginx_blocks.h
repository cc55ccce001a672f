// Why: the line that takes a managed config in belongs into one server block of files that are the user's:
// which blocks there are, and the few octets that put the line in and take it out again.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.h"
#include "core/config/text_edit.h"

namespace certwright::config {

// maximumNginxSize is the longest text, in octets, that is looked at.
inline constexpr std::size_t maximumNginxSize = std::size_t{1} << 20U;

// NginxDirective stands directly in a block: its words, the first being its name; `line` from 1; `length`
// reaches to its semicolon, which it includes. What opens a block itself is none.
struct NginxDirective {
    std::vector<std::string> words;
    std::size_t line = 0;
    std::size_t offset = 0;
    std::size_t length = 0;

    // is tells whether it is "name value;".
    bool is(std::string_view name, std::string_view value) const;
};

// NginxListen: whether a listen line asks for TLS (ssl or quic, nginx ngx_http_core_module "listen").
enum class NginxListen { Plain, Tls };

// NginxBlock is one block: `line` is that of its name, `offset` the octet after its '{', `end` its '}'.
// `indent` is the white space that its lines begin with.
struct NginxBlock {
    std::size_t line = 0;
    std::size_t offset = 0;
    std::size_t end = 0;
    std::string indent;
    std::vector<std::string> names;
    std::vector<NginxListen> listens;
    std::vector<NginxDirective> directives;

    // listensTls tells whether a listen line asks for TLS, or the block says "ssl on".
    bool listensTls() const;
    // find returns the directive "name value;", or nullptr.
    const NginxDirective* find(std::string_view name, std::string_view value) const;
};

// nginxBlocks lists the blocks named `kind` that stand in the text itself or within http, in their order
// (those of stream and mail are other things of the same name). FileTooLarge over maximumNginxSize or with
// over 20,000 directives; ConfigInvalid (detail "line:column") for what nginx could not read either: braces
// that do not match, over 64 of them open, words without an end.
base::Result<std::vector<NginxBlock>> nginxBlocks(std::string_view text, std::string_view kind);

// insertInto returns the edit that makes `line` the first in `block`, on a line of its own with the block's
// indentation and the file's kind of line end; in a block of one line, behind its brace.
TextEdit insertInto(std::string_view text, const NginxBlock& block, std::string_view line);

// takeOut returns the edit that removes `directive`: its whole line where it stands alone on it, else itself
// and the space before it. After insertInto it leaves the octets that were there before.
TextEdit takeOut(std::string_view text, const NginxDirective& directive);

} // namespace certwright::config

// Why: see nginx_blocks.h.
#include "core/config/nginx_blocks.h"

#include <algorithm>
#include <optional>

#include "core/config/nginx_words.h"
#include "core/config/text_lines.h"

namespace certwright::config {

namespace {

constexpr std::size_t deepest = 64;
constexpr std::size_t mostDirectives = 20000;
constexpr std::string_view blank = " \t";

// indentBefore returns the white space before `offset` if its line begins with it. It looks no further back
// than that: lines may be as long as the file.
std::optional<std::string_view> indentBefore(std::string_view text, std::size_t offset) {
    std::size_t start = offset;
    while (start > byteOrderMark(text) && blank.find(text[start - 1]) != std::string_view::npos)
        --start;
    if (start != byteOrderMark(text) && text[start - 1] != '\n')
        return std::nullopt;
    return text.substr(start, offset - start);
}

// Level is one open brace: where its directives go, if they are wanted.
struct Level {
    bool leadsToBlocks = false;
    std::optional<std::size_t> block;
};

class Finder {
  public:
    Finder(std::string_view text, std::string_view kind)
        : m_text(text)
        , m_kind(kind)
        , m_words(text)
        , m_lines(text) {}

    base::Result<std::vector<NginxBlock>> run();

  private:
    base::Status take(NginxToken token);
    base::Status open(const NginxToken& brace);
    base::Status close(const NginxToken& brace);
    base::Status endDirective(const NginxToken& semicolon);
    void note(NginxBlock& block, NginxDirective directive) const;
    base::Status refusal(std::size_t offset) const {
        return base::failure(base::ErrorCode::ConfigInvalid, {}, placeName(m_text, offset));
    }

    std::string_view m_text;
    std::string_view m_kind;
    NginxWords m_words;
    LineCounter m_lines;
    std::vector<Level> m_levels{{true, {}}};
    NginxDirective m_now;
    std::size_t m_directives = 0;
    std::vector<NginxBlock> m_blocks;
};

void Finder::note(NginxBlock& block, NginxDirective directive) const {
    const auto& words = directive.words;
    const auto indent = indentBefore(m_text, directive.offset);
    if (block.directives.empty() && indent && directive.offset - indent->size() >= block.offset)
        block.indent = *indent;
    if (words.front() == "server_name")
        block.names.insert(block.names.end(), words.begin() + 1, words.end());
    if (words.front() == "listen") {
        const bool tls = std::any_of(words.begin() + 1, words.end(),
                                     [](const std::string& it) { return it == "ssl" || it == "quic"; });
        block.listens.push_back(tls ? NginxListen::Tls : NginxListen::Plain);
    }
    block.directives.push_back(std::move(directive));
}

base::Status Finder::endDirective(const NginxToken& semicolon) {
    if (m_now.words.empty())
        return refusal(semicolon.offset);
    if (++m_directives > mostDirectives)
        return base::failure(base::ErrorCode::FileTooLarge);
    m_now.length = semicolon.offset + 1 - m_now.offset;
    if (m_levels.back().block)
        note(m_blocks[*m_levels.back().block], std::move(m_now));
    m_now = {};
    return {};
}

base::Status Finder::open(const NginxToken& brace) {
    if (m_now.words.empty() || m_levels.size() > deepest)
        return refusal(brace.offset);
    if (++m_directives > mostDirectives)
        return base::failure(base::ErrorCode::FileTooLarge);
    const bool wanted = m_levels.back().leadsToBlocks && m_now.words.size() == 1;
    Level level{wanted && m_now.words.front() == "http", {}};
    if (wanted && m_now.words.front() == m_kind) {
        level.block = m_blocks.size();
        NginxBlock block;
        block.line = m_now.line;
        block.offset = brace.offset + 1;
        m_blocks.push_back(std::move(block));
    }
    m_levels.push_back(level);
    m_now = {};
    return {};
}

base::Status Finder::close(const NginxToken& brace) {
    if (!m_now.words.empty() || m_levels.size() == 1)
        return refusal(brace.offset);
    if (m_levels.back().block) {
        NginxBlock& block = m_blocks[*m_levels.back().block];
        block.end = brace.offset;
        const auto indent = indentBefore(m_text, brace.offset);
        if (block.indent.empty() && block.directives.empty() && indent)
            block.indent = std::string(*indent) + "    ";
    }
    m_levels.pop_back();
    return {};
}

base::Status Finder::take(NginxToken token) {
    switch (token.kind) {
    case NginxKind::Semicolon:
        return endDirective(token);
    case NginxKind::Open:
        return open(token);
    case NginxKind::Close:
        return close(token);
    case NginxKind::Comment:
        return {};
    default:
        break;
    }
    if (m_now.words.empty()) {
        m_now.offset = token.offset;
        m_now.line = m_lines.at(token.offset);
    }
    m_now.words.push_back(std::move(token.text));
    return {};
}

base::Result<std::vector<NginxBlock>> Finder::run() {
    for (;;) {
        auto token = m_words.next();
        if (!token)
            return tl::unexpected(token.error());
        if (token->kind == NginxKind::End)
            break;
        if (auto taken = take(std::move(*token)); !taken)
            return tl::unexpected(taken.error());
    }
    if (m_levels.size() > 1 || !m_now.words.empty())
        return tl::unexpected(refusal(m_text.size()).error());
    return std::move(m_blocks);
}

} // namespace

bool NginxDirective::is(std::string_view name, std::string_view value) const {
    return words.size() == 2 && words[0] == name && words[1] == value;
}

bool NginxBlock::listensTls() const {
    return std::ranges::find(listens, NginxListen::Tls) != listens.end() || find("ssl", "on") != nullptr;
}

const NginxDirective* NginxBlock::find(std::string_view name, std::string_view value) const {
    const auto found =
        std::ranges::find_if(directives, [&](const NginxDirective& it) { return it.is(name, value); });
    return found == directives.end() ? nullptr : &*found;
}

base::Result<std::vector<NginxBlock>> nginxBlocks(std::string_view text, std::string_view kind) {
    if (text.size() > maximumNginxSize)
        return base::failure(base::ErrorCode::FileTooLarge);
    return Finder(text, kind).run();
}

TextEdit insertInto(std::string_view text, const NginxBlock& block, std::string_view line) {
    const std::size_t stop = lineStop(text, block.offset);
    const std::string_view rest = text.substr(block.offset, stop - block.offset);
    const std::size_t word = rest.find_first_not_of(" \t\r");
    const bool ownLine = word == std::string_view::npos || rest[word] == '#';
    if (!ownLine || block.end < stop)
        return {block.offset, 0, " " + std::string(line)};
    const std::size_t next = nextLine(text, block.offset);
    const bool carriage = next >= 2 && text[next - 2] == '\r';
    return {next, 0, block.indent + std::string(line) + (carriage ? "\r\n" : "\n")};
}

TextEdit takeOut(std::string_view text, const NginxDirective& directive) {
    const std::size_t end = directive.offset + directive.length;
    const std::size_t stop = lineStop(text, end);
    const auto indent = indentBefore(text, directive.offset);
    if (indent && text.substr(end, stop - end).find_first_not_of(" \t\r") == std::string_view::npos) {
        const std::size_t start = directive.offset - indent->size();
        return {start, nextLine(text, end) - start, {}};
    }
    const bool spaced =
        directive.offset > 0 && blank.find(text[directive.offset - 1]) != std::string_view::npos;
    const std::size_t from = directive.offset - (spaced ? 1U : 0U);
    return {from, end - from, {}};
}

} // namespace certwright::config

// Why: the only file that talks to yaml-cpp; its exceptions end here.
#include "core/config/yaml_document.h"

#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/exceptions.h>
#include <yaml-cpp/mark.h>
#include <yaml-cpp/parser.h>

#include <algorithm>
#include <optional>
#include <sstream>

#include "core/config/text_lines.h"
#include "core/config/yaml_guard.h"
#include "core/config/yaml_scalar.h"

namespace certwright::config {

namespace {

using Kind = YamlNode::Kind;

class TreeBuilder final : public YAML::EventHandler {
  public:
    // `shift` is the length of the byte order mark, which yaml-cpp does not count.
    TreeBuilder(std::string_view text, std::size_t shift)
        : m_text(text)
        , m_shift(shift) {}

    void OnDocumentStart(const YAML::Mark& mark) override { m_startLine = lineOf(mark); }
    void OnDocumentEnd() override {}
    void OnNull(const YAML::Mark& mark, YAML::anchor_t anchor) override {
        add(nodeAt(mark, Kind::Null, "", anchor));
    }
    void OnAlias(const YAML::Mark& mark, YAML::anchor_t anchor) override {
        YamlNode node = nodeAt(mark, Kind::Alias, "", YAML::NullAnchor);
        node.value = std::to_string(anchor);
        add(std::move(node));
    }
    void OnScalar(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                  const std::string& value) override {
        YamlNode node = nodeAt(mark, Kind::Scalar, tag, anchor);
        node.value = value;
        const ScalarStyle style = styleAt(m_text, node.offset);
        if (style == ScalarStyle::SingleQuoted || style == ScalarStyle::DoubleQuoted)
            m_lastQuoted = node.offset;
        add(std::move(node));
    }
    void OnSequenceStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                         YAML::EmitterStyle::value style) override {
        open(nodeAt(mark, Kind::Sequence, tag, anchor), style);
    }
    void OnSequenceEnd() override { close(); }
    void OnMapStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                    YAML::EmitterStyle::value style) override {
        open(nodeAt(mark, Kind::Map, tag, anchor), style);
    }
    void OnMapEnd() override { close(); }

    YamlNode takeRoot() { return std::move(m_root); }
    std::size_t startLine() const { return m_startLine; }
    // openQuote returns where a quoted scalar begins that never ends: yaml-cpp takes one at the end of a
    // text.
    std::optional<std::size_t> openQuote() const {
        const bool open = m_lastQuoted && !quotedStop(m_text, *m_lastQuoted);
        return open ? m_lastQuoted : std::nullopt;
    }

  private:
    static std::size_t lineOf(const YAML::Mark& mark) {
        return static_cast<std::size_t>(std::max(mark.line, 0)) + 1;
    }

    YamlNode nodeAt(const YAML::Mark& mark, Kind kind, const std::string& tag, YAML::anchor_t anchor) const {
        YamlNode node;
        node.kind = kind;
        node.tag = tag;
        node.offset = std::min(static_cast<std::size_t>(std::max(mark.pos, 0)) + m_shift, m_text.size());
        node.line = lineOf(mark);
        // yaml-cpp says "?" for a plain scalar or a collection without tag and "!" for a quoted scalar
        // without one; a written "!" is told from that by the text.
        const bool writtenTag = node.offset < m_text.size() && m_text[node.offset] == '!';
        const bool ownTag = !tag.empty() && tag != "?" && (tag != "!" || kind != Kind::Scalar || writtenTag);
        if (anchor != YAML::NullAnchor)
            node.property = YamlNode::Property::Anchored;
        else if (ownTag)
            node.property = YamlNode::Property::Tagged;
        return node;
    }

    void open(YamlNode node, YAML::EmitterStyle::value style) {
        if (style == YAML::EmitterStyle::Flow)
            node.layout = YamlNode::Layout::Flow;
        m_open.push_back(std::move(node));
    }
    void close() {
        YamlNode node = std::move(m_open.back());
        m_open.pop_back();
        add(std::move(node));
    }
    void add(YamlNode node) {
        if (m_open.empty())
            m_root = std::move(node);
        else
            m_open.back().items.push_back(std::move(node));
    }

    std::string_view m_text;
    std::size_t m_shift;
    std::size_t m_startLine = 0;
    std::optional<std::size_t> m_lastQuoted;
    std::vector<YamlNode> m_open;
    YamlNode m_root;
};

std::size_t documentEnd(std::string_view text, std::size_t from) {
    for (std::size_t at = lineStart(text, from); at < text.size(); at = nextLine(text, at)) {
        const std::string_view line = text.substr(at, lineStop(text, at) - at);
        if (line == "..." || line.starts_with("... ") || line.starts_with("...\t"))
            return at;
    }
    return text.size();
}

} // namespace

base::Result<YamlDocument> parseYaml(std::string_view text) {
    if (auto status = guardYaml(text); !status)
        return tl::unexpected<base::Error>(status.error());
    const std::size_t shift = byteOrderMark(text);
    try {
        std::istringstream stream{std::string(text.substr(shift))};
        YAML::Parser parser(stream);
        TreeBuilder first(text, shift);
        YamlDocument document;
        if (parser.HandleNextDocument(first))
            document.root = first.takeRoot();
        if (const auto open = first.openQuote())
            return base::failure(base::ErrorCode::ConfigInvalid, {},
                                 placeName(text, *open) + " quote that is not closed");
        TreeBuilder second(text, shift);
        if (parser.HandleNextDocument(second))
            document.furtherLine = second.startLine();
        document.end = documentEnd(text, shift);
        return document;
    } catch (const YAML::Exception& error) {
        return base::failure(base::ErrorCode::ConfigInvalid, {},
                             std::to_string(error.mark.line + 1) + ":" +
                                 std::to_string(error.mark.column + 1) + " " + error.msg);
    }
}

bool sameYaml(const YamlNode& a, const YamlNode& b) {
    // Plain ("?") and quoted ("!") scalars are both what they say; other tags are compared.
    const auto tagOf = [](const YamlNode& node) {
        return node.tag == "?" || node.tag == "!" ? std::string_view() : std::string_view(node.tag);
    };
    return a.kind == b.kind && tagOf(a) == tagOf(b) && a.property == b.property && a.value == b.value &&
           std::equal(a.items.begin(), a.items.end(), b.items.begin(), b.items.end(), sameYaml);
}

} // namespace certwright::config

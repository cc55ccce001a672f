// Why: the strict tree, built from yaml-cpp's events.
#include "core/profile/yaml_node.h"

#include <algorithm>
#include <sstream>
#include <utility>

#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/exceptions.h>
#include <yaml-cpp/mark.h>
#include <yaml-cpp/parser.h>

#include "core/base/utf8.h"

namespace certwright::profile {

namespace {

constexpr std::string_view byteOrderMark = "\xEF\xBB\xBF";

std::string_view withoutMark(std::string_view text) {
    return text.starts_with(byteOrderMark) ? text.substr(byteOrderMark.size()) : text;
}

Place placeOf(const YAML::Mark& mark) {
    return {std::max(mark.line, 0), std::max(mark.column, 0)};
}

class TreeBuilder final : public YAML::EventHandler {
  public:
    Node take() { return std::move(m_root); }

    void OnDocumentStart(const YAML::Mark& mark) override {
        if (std::exchange(m_started, true))
            throw SchemaError{placeOf(mark), {.code = MistakeCode::YamlSecondDocument}};
    }
    void OnDocumentEnd() override {}

    void OnNull(const YAML::Mark& mark, YAML::anchor_t anchor) override {
        add(makeNode(NodeKind::Null, mark, "", anchor));
    }

    void OnAlias(const YAML::Mark& mark, YAML::anchor_t) override {
        throw SchemaError{placeOf(mark), {.code = MistakeCode::YamlAlias}};
    }

    void OnScalar(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                  const std::string& value) override {
        Node node = makeNode(NodeKind::Scalar, mark, tag, anchor);
        node.quoting = tag == "!" ? Quoting::Quoted : Quoting::Plain;
        node.text = value;
        add(std::move(node));
    }

    void OnSequenceStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                         YAML::EmitterStyle::value) override {
        open(makeNode(NodeKind::Sequence, mark, tag, anchor));
    }
    void OnSequenceEnd() override { close(); }

    void OnMapStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                    YAML::EmitterStyle::value) override {
        open(makeNode(NodeKind::Map, mark, tag, anchor));
    }
    void OnMapEnd() override { close(); }

  private:
    static Node makeNode(NodeKind kind, const YAML::Mark& mark, const std::string& tag,
                         YAML::anchor_t anchor) {
        if (anchor != 0)
            throw SchemaError{placeOf(mark), {.code = MistakeCode::YamlAnchor}};
        if (!tag.empty() && tag != "?" && tag != "!")
            throw SchemaError{placeOf(mark), {.code = MistakeCode::YamlTag, .found = shortText(tag)}};
        Node node;
        node.kind = kind;
        node.place = placeOf(mark);
        return node;
    }

    void open(Node node) {
        if (m_open.size() >= maximumProfileDepth)
            throw SchemaError{node.place, {.code = MistakeCode::YamlTooDeep, .maximum = maximumProfileDepth}};
        node.field = fieldBelow();
        m_open.push_back(std::move(node));
    }

    void close() {
        Node node = std::move(m_open.back());
        m_open.pop_back();
        add(std::move(node));
    }

    // The name of what comes next: of the key before it, or that of the list which it is an item of.
    std::string fieldBelow() const {
        if (m_open.empty())
            return {};
        const Node& parent = m_open.back();
        if (parent.kind != NodeKind::Map)
            return parent.field;
        return parent.keys.size() > parent.items.size() ? shortText(parent.keys.back().text) : std::string();
    }

    void add(Node node) {
        if (m_open.empty()) {
            m_root = std::move(node);
            return;
        }
        node.field = fieldBelow();
        Node& parent = m_open.back();
        const bool isKey = parent.kind == NodeKind::Map && parent.keys.size() == parent.items.size();
        if (isKey)
            addKey(parent, std::move(node));
        else
            parent.items.push_back(std::move(node));
    }

    static void addKey(Node& map, Node key) {
        if (key.kind != NodeKind::Scalar)
            throw SchemaError{key.place, {.code = MistakeCode::KeyNotWord}};
        const auto same = [&](const Node& other) { return other.text == key.text; };
        if (std::ranges::any_of(map.keys, same))
            throw SchemaError{key.place, {.code = MistakeCode::KeyTwice, .found = shortText(key.text)}};
        map.keys.push_back(std::move(key));
    }

    bool m_started = false;
    Node m_root;
    std::vector<Node> m_open;
};

void refuseUnreadable(std::string_view text) {
    if (text.size() > maximumProfileSize)
        throw SchemaError{{}, {.code = MistakeCode::FileTooLarge, .maximum = maximumProfileSize}};
    if (!base::isUtf8(text))
        throw SchemaError{{}, {.code = MistakeCode::FileNotUtf8}};
    if (text.find('\0') != std::string_view::npos)
        throw SchemaError{{}, {.code = MistakeCode::FileHoldsNul}};
}

} // namespace

Node readYaml(std::string_view text) {
    text = withoutMark(text);
    refuseUnreadable(text);
    try {
        std::istringstream stream{std::string(text)};
        YAML::Parser parser(stream);
        TreeBuilder builder;
        if (!parser.HandleNextDocument(builder))
            throw SchemaError{{}, {.code = MistakeCode::FileEmpty}};
        parser.HandleNextDocument(builder);
        return builder.take();
    } catch (const YAML::Exception& error) {
        throw SchemaError{placeOf(error.mark),
                          {.code = MistakeCode::YamlInvalid, .detail = shortText(error.msg)}};
    }
}

Mistake placed(const SchemaError& error, std::string_view text) {
    const Place place = error.place;
    std::string_view rest = withoutMark(text);
    for (int line = 0; line < place.line; ++line) {
        const std::size_t end = rest.find('\n');
        rest = end == std::string_view::npos ? std::string_view() : rest.substr(end + 1);
    }
    const std::string_view before = rest.substr(0, static_cast<std::size_t>(place.column));
    Mistake mistake = error.mistake;
    mistake.line = place.line + 1;
    mistake.column = static_cast<int>(base::utf8Length(before)) + 1;
    return mistake;
}

} // namespace certwright::profile

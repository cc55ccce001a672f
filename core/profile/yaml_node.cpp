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
            throw SchemaError{placeOf(mark), "a second document"};
    }
    void OnDocumentEnd() override {}

    void OnNull(const YAML::Mark& mark, YAML::anchor_t anchor) override {
        add(makeNode(NodeKind::Null, mark, "", anchor));
    }

    void OnAlias(const YAML::Mark& mark, YAML::anchor_t) override {
        throw SchemaError{placeOf(mark), "aliases are not allowed"};
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
            throw SchemaError{placeOf(mark), "anchors are not allowed"};
        if (!tag.empty() && tag != "?" && tag != "!")
            throw SchemaError{placeOf(mark), "tags are not allowed"};
        Node node;
        node.kind = kind;
        node.place = placeOf(mark);
        return node;
    }

    void open(Node node) {
        if (m_open.size() >= maximumProfileDepth)
            throw SchemaError{node.place, "nested too deeply"};
        m_open.push_back(std::move(node));
    }

    void close() {
        Node node = std::move(m_open.back());
        m_open.pop_back();
        add(std::move(node));
    }

    void add(Node node) {
        if (m_open.empty()) {
            m_root = std::move(node);
            return;
        }
        Node& parent = m_open.back();
        const bool isKey = parent.kind == NodeKind::Map && parent.keys.size() == parent.items.size();
        if (isKey)
            addKey(parent, std::move(node));
        else
            parent.items.push_back(std::move(node));
    }

    static void addKey(Node& map, Node key) {
        if (key.kind != NodeKind::Scalar)
            throw SchemaError{key.place, "a key must be a word"};
        const auto same = [&](const Node& other) { return other.text == key.text; };
        if (std::ranges::any_of(map.keys, same))
            throw SchemaError{key.place, "the key \"" + base::printable(key.text) + "\" stands twice"};
        map.keys.push_back(std::move(key));
    }

    bool m_started = false;
    Node m_root;
    std::vector<Node> m_open;
};

void refuseUnreadable(std::string_view text) {
    if (text.size() > maximumProfileSize)
        throw SchemaError{{}, "larger than " + std::to_string(maximumProfileSize) + " octets"};
    if (!base::isUtf8(text))
        throw SchemaError{{}, "not UTF-8"};
    if (text.find('\0') != std::string_view::npos)
        throw SchemaError{{}, "holds a NUL character"};
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
            throw SchemaError{{}, "the file is empty"};
        parser.HandleNextDocument(builder);
        return builder.take();
    } catch (const YAML::Exception& error) {
        throw SchemaError{placeOf(error.mark), error.msg};
    }
}

std::string describePlace(std::string_view text, Place place) {
    std::string_view rest = withoutMark(text);
    for (int line = 0; line < place.line; ++line) {
        const std::size_t end = rest.find('\n');
        rest = end == std::string_view::npos ? std::string_view() : rest.substr(end + 1);
    }
    const std::string_view before = rest.substr(0, static_cast<std::size_t>(place.column));
    return std::to_string(place.line + 1) + ":" + std::to_string(base::utf8Length(before) + 1);
}

} // namespace certwright::profile

// Why: see ber.h. The tree is read once into a list, sizes and all, and written once (X.690 section 8).
#include "core/document/ber.h"

#include <algorithm>
#include <vector>

#include "core/ossl/der.h"

namespace certwright::document {

namespace {

using base::ByteView;
using ossl::Tag;

constexpr std::size_t mostNodes = 200'000;
constexpr int deepest = 24;
constexpr std::uint8_t constructedString = 0x24;
constexpr std::uint8_t constructedBit = 0x20;

// Node is one element. `content` is of a primitive one; the nodes of a constructed one follow it up to `end`.
// `size` is that of its content in DER.
struct Node {
    std::uint8_t tag = 0;
    ByteView content;
    std::size_t end = 0;
    std::size_t size = 0;
};

// Tree reads elements into a list of nodes, parents before children.
class Tree {
  public:
    explicit Tree(ByteView octets)
        : m_rest(octets) {}

    // read takes one element and all that is in it.
    bool read(int depth) {
        if (depth > deepest || m_nodes.size() >= mostNodes || m_rest.size() < 2 ||
            (m_rest[0] & 0x1FU) == 0x1FU)
            return false;
        const std::size_t at = m_nodes.size();
        m_nodes.push_back({m_rest[0], {}, 0, 0});
        const bool constructed = (m_rest[0] & constructedBit) != 0;
        m_rest = m_rest.subspan(1);
        const auto length = readLength();
        if (!length || (*length != indefinite && *length > m_rest.size()))
            return false;
        bool whole = false;
        if (!constructed) {
            whole = *length != indefinite;
            m_nodes[at].content = m_rest.first(whole ? *length : 0);
            m_rest = m_rest.subspan(m_nodes[at].content.size());
        } else {
            whole = *length == indefinite ? readUntilEnd(depth) : readInside(*length, depth);
        }
        return whole && finish(at);
    }

    const std::vector<Node>& nodes() const { return m_nodes; }

  private:
    static constexpr std::size_t indefinite = static_cast<std::size_t>(-1);

    std::optional<std::size_t> readLength() {
        const std::uint8_t first = m_rest[0];
        m_rest = m_rest.subspan(1);
        if (first < 0x80)
            return first;
        const std::size_t octets = first & 0x7FU;
        if (octets > 4 || octets > m_rest.size())
            return std::nullopt;
        std::size_t length = octets == 0 ? indefinite : 0;
        for (std::size_t i = 0; i < octets; ++i)
            length = (length << 8U) | m_rest[i];
        m_rest = m_rest.subspan(octets);
        return length;
    }

    bool readUntilEnd(int depth) {
        while (m_rest.size() >= 2 && (m_rest[0] != 0 || m_rest[1] != 0)) {
            if (!read(depth + 1))
                return false;
        }
        const bool ended = m_rest.size() >= 2;
        m_rest = m_rest.subspan(ended ? 2 : 0);
        return ended;
    }

    bool readInside(std::size_t length, int depth) {
        const ByteView after = m_rest.subspan(length);
        m_rest = m_rest.first(length);
        bool whole = true;
        while (whole && !m_rest.empty())
            whole = read(depth + 1);
        m_rest = after;
        return whole;
    }

    // finish sets end and size; the pieces of a string count without their headers.
    bool finish(std::size_t at) {
        Node& node = m_nodes[at];
        node.end = m_nodes.size();
        node.size = node.content.size();
        const bool string = node.tag == constructedString;
        for (std::size_t child = at + 1; child < node.end; child = m_nodes[child].end) {
            const Node& part = m_nodes[child];
            if (string && part.tag != static_cast<std::uint8_t>(Tag::OctetString) &&
                part.tag != constructedString)
                return false;
            node.size += part.size + (string ? 0 : ossl::derHeader(Tag{part.tag}, part.size).size());
        }
        return true;
    }

    ByteView m_rest;
    std::vector<Node> m_nodes;
};

std::span<std::uint8_t> put(ByteView octets, std::span<std::uint8_t> out) {
    std::copy(octets.begin(), octets.end(), out.begin());
    return out.subspan(octets.size());
}

} // namespace

std::optional<secret::SecretBytes> derOfBer(ByteView ber, secret::SecretAccess access) {
    Tree tree(ber);
    if (!tree.read(0))
        return std::nullopt;
    const std::vector<Node>& nodes = tree.nodes();
    const auto headerOf = [](const Node& node) {
        const std::uint8_t tag = node.tag == constructedString ? 0x04 : node.tag;
        return ossl::derHeader(Tag{tag}, node.size);
    };
    secret::SecretBytes der(headerOf(nodes[0]).size() + nodes[0].size);
    auto out = der.revealForWriting(access);
    std::size_t stringEnd = 0; // pieces before it have no header
    for (std::size_t at = 0; at < nodes.size(); ++at) {
        if (at >= stringEnd)
            out = put(headerOf(nodes[at]), out);
        if (nodes[at].tag == constructedString)
            stringEnd = std::max(stringEnd, nodes[at].end);
        out = put(nodes[at].content, out);
    }
    return der;
}

namespace {

// isDefinite tells whether every element can be walked as it is.
bool isDefinite(ByteView octets, int depth) {
    ossl::DerReader reader(octets);
    while (!reader.atEnd()) {
        const auto element = reader.next();
        const auto tag = static_cast<std::uint8_t>(element ? element->tag : Tag::None);
        if (!element || tag == constructedString || depth > deepest)
            return false;
        if ((tag & constructedBit) != 0 && !isDefinite(element->content, depth + 1))
            return false;
    }
    return true;
}

} // namespace

Definite::Definite(ByteView octets, secret::SecretAccess access) {
    const auto element = ossl::DerReader(octets).next();
    if (element && isDefinite(element->whole, 0)) {
        m_octets = element->whole;
    } else if (auto der = derOfBer(octets, access)) {
        m_copy = std::move(*der);
        m_octets = m_copy.reveal(access);
    }
}

} // namespace certwright::document

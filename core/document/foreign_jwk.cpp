// Why: keys of web programs come as JSON (RFC 7517). A JSON library would copy the private numbers into
// memory that nobody wipes; this walk looks at the text where it stands and keeps the names of kinds only.
#include "core/document/foreign_parts.h"

#include <algorithm>
#include <array>

namespace certwright::document {

namespace {

constexpr std::size_t mostText = 1024 * 1024;
constexpr std::size_t deepest = 16;

// Walk takes JSON apart; texts are as they stand, with their escapes.
class Walk {
  public:
    explicit Walk(std::string_view text)
        : m_rest(text) {}

    // next returns the next sign: one of {}[],: or '"' for a text (in `word`), 'x' for another value; 0 at
    // the end and for what is no JSON.
    char next(std::string_view& word) {
        m_rest.remove_prefix(std::min(m_rest.find_first_not_of(" \t\r\n"), m_rest.size()));
        if (m_rest.empty())
            return 0;
        const char sign = m_rest.front();
        if (std::string_view("{}[],:").find(sign) != std::string_view::npos) {
            m_rest.remove_prefix(1);
            return sign;
        }
        if (sign == '"')
            return text(word);
        const std::size_t size = std::min(m_rest.find_first_of(" \t\r\n{}[],:\""), m_rest.size());
        m_rest.remove_prefix(size);
        return 'x';
    }

  private:
    char text(std::string_view& word) {
        std::size_t end = 1;
        while (end < m_rest.size() && m_rest[end] != '"')
            end += m_rest[end] == '\\' ? 2U : 1U;
        if (end >= m_rest.size())
            return 0;
        word = m_rest.substr(1, end - 1);
        m_rest.remove_prefix(end + 1);
        return '"';
    }

    std::string_view m_rest;
};

// Key is what one JWK says of itself.
struct Key {
    std::string_view kind;
    std::string_view curve;
    std::string_view id;
    KeyPart part = KeyPart::Public;

    void take(std::string_view name, std::string_view value) {
        if (name == "kty")
            kind = value;
        else if (name == "crv")
            curve = value;
        else if (name == "kid")
            id = value;
        else if (name == "d" || name == "k")
            part = KeyPart::Private;
    }
    bool known() const {
        constexpr std::array<std::string_view, 4> kinds{"RSA", "EC", "OKP", "oct"};
        return std::ranges::find(kinds, kind) != kinds.end();
    }
};

// Collector gathers the keys: the outermost object, or the objects in its "keys".
class Collector {
  public:
    // read is false for what is no JSON object, is too deep, or has something behind it.
    bool read(std::string_view text) {
        Walk walk(text);
        std::string_view word;
        std::string_view name;
        char before = 0;
        for (char sign = walk.next(word); sign != 0; before = sign, sign = walk.next(word)) {
            if (m_nesting.empty() && (before != 0 || sign != '{'))
                return false;
            if (sign == '"' && before != ':')
                name = word; // of a member, or a value of a list
            else if (sign == '"')
                member(name, word);
            else if (!step(sign, name))
                return false;
        }
        return m_nesting.empty() && before == '}';
    }
    const Key& outer() const { return m_outer; }
    const std::vector<Key>& keys() const { return m_keys; }
    bool isSet() const { return m_set; }

  private:
    bool step(char sign, std::string_view name) {
        if (sign == '{' || sign == '[') {
            if (m_nesting.size() == 1 && sign == '[' && name == "keys")
                m_set = m_inKeys = true;
            if (m_nesting.size() == 2 && sign == '{' && m_inKeys && m_keys.size() < mostKeys)
                m_keys.emplace_back();
            m_nesting.push_back(sign);
            return m_nesting.size() <= deepest;
        }
        if (sign != '}' && sign != ']')
            return true;
        if (m_nesting.empty() || m_nesting.back() != (sign == '}' ? '{' : '['))
            return false;
        m_nesting.pop_back();
        m_inKeys = m_inKeys && m_nesting.size() > 1;
        return true;
    }
    void member(std::string_view name, std::string_view value) {
        if (m_nesting.size() == 1)
            m_outer.take(name, value);
        else if (m_nesting.size() == 3 && m_inKeys && !m_keys.empty())
            m_keys.back().take(name, value);
    }

    static constexpr std::size_t mostKeys = 1000;
    std::string m_nesting;
    Key m_outer;
    std::vector<Key> m_keys;
    bool m_set = false;
    bool m_inKeys = false;
};

std::string kindOf(const Key& key) {
    return shortened(key.curve.empty() ? std::string(key.kind)
                                       : std::string(key.kind) + " " + std::string(key.curve));
}

} // namespace

std::optional<ForeignFile> jwkText(std::string_view text) {
    Collector found;
    if (text.size() > mostText || !text.starts_with('{') || !found.read(text))
        return std::nullopt;
    if (found.outer().known()) {
        ForeignFile file{ForeignFormat::Jwk, 1, found.outer().part};
        file.keyType = kindOf(found.outer());
        file.comment = shortened(found.outer().id);
        return file;
    }
    if (!found.isSet() || found.keys().empty() || !std::ranges::all_of(found.keys(), &Key::known))
        return std::nullopt;
    ForeignFile file{ForeignFormat::JwkSet, 1, KeyPart::Public};
    file.entries = found.keys().size();
    for (const Key& key : found.keys()) {
        if (key.part == KeyPart::Private)
            file.part = KeyPart::Private;
        if (file.names.size() < mostForeignNames)
            file.names.push_back(key.id.empty() ? kindOf(key) : shortened(key.id) + " (" + kindOf(key) + ")");
    }
    return file;
}

} // namespace certwright::document

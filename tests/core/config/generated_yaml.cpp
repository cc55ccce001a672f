// Why: every line knows what it shall become, so that the expected text does not come from the code under
// test.
#include "tests/core/config/generated_yaml.h"

#include <algorithm>
#include <array>

namespace certwright::test {

namespace {

// NewValue is a text and how it stands in each style; what single quotes cannot carry stands in double
// quotes.
struct NewValue {
    std::string text;
    std::string plain;
    std::string single;
    std::string quoted;
};

NewValue plainValue(const std::string& text) {
    return {text, text, "'" + text + "'", "\"" + text + "\""};
}
NewValue quotedValue(const std::string& text) {
    return {text, "'" + text + "'", "'" + text + "'", "\"" + text + "\""};
}
NewValue escapedValue(const std::string& text, const std::string& quoted) {
    return {text, quoted, quoted, quoted};
}

const std::array<NewValue, 30> newValues{
    plainValue("config/crt/ca.crt"),
    plainValue("./config/crt/server.key"),
    plainValue("AbC+/12=="),
    plainValue("a b/c d.crt"),
    plainValue("C:/x"),
    plainValue("nullable"),
    quotedValue("2027-11-21 12:00:00"),
    quotedValue("2027-11-21T12:00:00Z"),
    quotedValue("365"),
    quotedValue("1:30"),
    quotedValue("0x1F"),
    quotedValue("1e5"),
    quotedValue("1_000"),
    quotedValue(".inf"),
    quotedValue("yes"),
    quotedValue("Off"),
    quotedValue("null"),
    quotedValue("~"),
    quotedValue(""),
    quotedValue("证书/服务器.crt"),
    quotedValue("a: b # c"),
    quotedValue("-lead"),
    quotedValue("*star &and !tag"),
    quotedValue("{x} [y]"),
    quotedValue(" around "),
    {"it's", "'it''s'", "'it''s'", "\"it's\""},
    {"C:\\d \"q\"", "'C:\\d \"q\"'", "'C:\\d \"q\"'", "\"C:\\\\d \\\"q\\\"\""},
    escapedValue("two\nlines", "\"two\\x0Alines\""),
    escapedValue("tab\there", "\"tab\\x09here\""),
    escapedValue("\xE2\x80\xA8\xC2\x85", "\"\\u2028\\x85\"")};

const std::array<std::string, 5> oldTexts{"xxx", "old/ca.crt", "老/文件.crt", "A1b2=", "http://h:1/x"};
const std::array<std::string, 6> trailings{"", "", "", "  ", " # trailing comment", "   # 注释: \"x\" [y"};
const std::array<std::string, 6> comments{
    "# Config infer service ca file path", "", "    # indented", "# 中文", "# cert: {", "   "};

struct Group {
    std::string name;
    std::vector<std::string> keys;
};
const std::array<Group, 3> groups{Group{"cert", {"ca", "crt", "key", "key_mm", "crl"}},
                                  Group{"ai_platform_http_client", {"ca", "crl"}},
                                  Group{"http_pushgateway_client", {"ca", "crl"}}};

class Writer {
  public:
    explicit Writer(std::uint64_t seed)
        : m_random(seed) {}

    GeneratedCase make() {
        const GeneratedEnds ends = generatedEnds(m_random);
        m_step = std::array<std::size_t, 4>{2, 2, 4, 8}[m_random.number(4)];
        m_nested = chance(m_random, 60);
        if (chance(m_random, 20))
            addBoth("---");
        noise();
        if (m_nested)
            addServer();
        std::vector<std::string> order{"cert", "ai_platform_http_client", "http_pushgateway_client",
                                       "retention"};
        for (const std::string& name : order) {
            others();
            const std::size_t count = m_lines.size();
            if (name == "retention")
                addRetention();
            else
                addGroup(*std::find_if(groups.begin(), groups.end(),
                                       [&](const Group& g) { return g.name == name; }));
            m_endsInBlock = m_endsInBlock && count == m_lines.size();
        }
        others();
        // Without a final line end a blank last line is none, and a block scalar gets another value by what
        // follows.
        if (m_endsInBlock || (!m_lines.empty() && m_lines.back().before.empty()))
            addBoth("# last");
        addParents();
        GeneratedCase out;
        out.settings = m_settings;
        finishCase(out, ends, m_lines);
        return out;
    }

  private:
    enum class Shape { Plain, Single, Double, Empty, Tilde };

    void addBoth(const std::string& line) { m_lines.push_back({line, line}); }
    void noise() {
        while (chance(m_random, 30))
            addBoth(oneOf(m_random, comments));
    }

    void addServer() {
        addBoth("server:");
        addBoth(std::string(m_step, ' ') + "port: 8080");
        noise();
    }

    // others writes top-level entries that nobody sets, each at most once.
    void others() {
        const std::string in(m_step, ' ');
        const std::array<std::vector<std::string>, 8> blocks{{
            {"list:", in + "- a", in + "- {b: 1, c: [2, 3]}"},
            {"flow: {a: 1, 'b': [x, y]} # flow"},
            {"text: |", in + "# no comment", in + "two", "", in + "three"},
            {"folded: >-", in + "one", in + "two"},
            {"anchored: &there", in + "x: 1", "alias: *there"},
            {"tagged: !!str 12", "time: 2027-11-21 12:00:00"},
            {"quoted: \"a", in + "b\"", "\"key: with\": 'it''s'"},
            {"flat:", "- 1", "- two # x"},
        }};
        noise();
        while (m_used < blocks.size() && chance(m_random, 35)) {
            for (const std::string& line : blocks[m_used])
                addBoth(line);
            // The anchored block is the first nested map where there is no other, and is so indented.
            m_nested = m_nested || m_used == 4;
            m_endsInBlock = m_used == 2 || m_used == 3;
            ++m_used;
            noise();
        }
    }

    // addEntry writes a key with a value to be set (or kept as it is, one time in five).
    void addEntry(const std::string& in, const std::string& key, const std::string& path) {
        const NewValue& value = oneOf(m_random, newValues);
        const Shape shape = static_cast<Shape>(m_random.number(5));
        const std::string written = chance(m_random, 10) ? "\"" + key + "\"" : key;
        const std::string start = in + written + (chance(m_random, 10) ? " :" : ":");
        const std::string space(1 + (chance(m_random, 20) ? m_random.number(4) : 0), ' ');
        const std::string trailing = oneOf(m_random, trailings);
        const std::string old = oneOf(m_random, oldTexts);
        const bool keep = chance(m_random, 20) && shape < Shape::Empty;
        m_settings.push_back({path, keep ? old : value.text});
        const auto line = [&](const std::string& before, const std::string& after) {
            m_lines.push_back(
                {start + space + before + trailing, start + space + (keep ? before : after) + trailing});
        };
        switch (shape) {
        case Shape::Plain:
            return line(old, value.plain);
        case Shape::Single:
            return line("'" + old + "'", value.single);
        case Shape::Double:
            return line("\"" + old + "\"", value.quoted);
        case Shape::Tilde:
            return line(chance(m_random, 50) ? "~" : "null", value.plain);
        case Shape::Empty:
            break;
        }
        if (trailing.find('#') != std::string::npos)
            m_lines.push_back({start + trailing, start + " " + value.plain + trailing});
        else if (trailing.empty())
            m_lines.push_back({start, start + " " + value.plain});
        else
            m_lines.push_back({start + trailing, start + trailing + value.plain});
    }

    void addRetention() {
        if (chance(m_random, 60))
            addEntry("", "ca_retention_time", "ca_retention_time");
        else if (chance(m_random, 60))
            m_absent.push_back({"ca_retention_time", "", oneOf(m_random, newValues)});
    }

    // appendKey writes a key that is absent, as it is added at the end of their map.
    void appendKey(const std::string& in, const std::string& key, const std::string& path) {
        const NewValue& value = oneOf(m_random, newValues);
        m_settings.push_back({path, value.text});
        m_lines.push_back({"", in + key + ": " + value.plain, Stands::InAfterOnly});
    }

    void addGroup(const Group& group) {
        switch (m_random.number(4)) {
        case 0:
            for (const std::string& key : group.keys) {
                if (chance(m_random, 50))
                    m_absent.push_back({group.name, key, oneOf(m_random, newValues)});
            }
            return;
        case 1:
            return addEmptyGroup(group);
        default:
            return addFullGroup(group);
        }
    }

    void addEmptyGroup(const Group& group) {
        const std::string trailing = oneOf(m_random, trailings);
        const std::string word = chance(m_random, 50) ? "" : chance(m_random, 50) ? " ~" : " null";
        const std::string start = group.name + ":";
        std::vector<std::string> keys;
        for (const std::string& key : group.keys) {
            if (chance(m_random, 60))
                keys.push_back(key);
        }
        m_lines.push_back({start + word + trailing, start + (keys.empty() ? word : "") + trailing});
        // How far a first nested map is indented is known only when the whole file is.
        for (const std::string& key : keys)
            m_emptyKeys.push_back({m_lines.size(), {group.name, key, oneOf(m_random, newValues)}});
    }

    void addFullGroup(const Group& group) {
        const std::string in(m_step, ' ');
        addBoth(group.name + ":" + std::string(chance(m_random, 20) ? "  # group" : ""));
        m_nested = true;
        noise();
        std::vector<std::string> absent;
        if (chance(m_random, 50))
            addBoth(in + "first: 1");
        else
            addEntry(in, group.keys.front(), group.name + "." + group.keys.front());
        for (const std::string& key : group.keys) {
            noise();
            const bool written = !m_settings.empty() && m_settings.back().key == group.name + "." + key;
            if (!written && chance(m_random, 50) && key != group.keys.front())
                addEntry(in, key, group.name + "." + key);
            else if (!written && chance(m_random, 60))
                absent.push_back(key);
        }
        if (chance(m_random, 30)) {
            addBoth(in + "inner:");
            addBoth(in + in + "deep: 'x'");
        } else if (chance(m_random, 30)) {
            addBoth(in + "hosts:");
            addBoth(in + "- a");
            addBoth(in + "- b: 1");
        } else {
            addBoth(in + "last: [a,");
            addBoth(in + in + "b]");
        }
        for (const std::string& key : absent)
            appendKey(in, key, group.name + "." + key);
        noise();
    }

    struct Absent {
        std::string group;
        std::string key;
        NewValue value;
    };

    // addParents writes what is absent at the end of the document, and below the empty groups.
    void addParents() {
        const std::string in(m_nested ? m_step : 2, ' ');
        std::string open;
        for (const Absent& one : m_absent) {
            const bool flat = one.key.empty();
            m_settings.push_back({flat ? one.group : one.group + "." + one.key, one.value.text});
            if (flat) {
                m_lines.push_back({"", one.group + ": " + one.value.plain, Stands::InAfterOnly});
                continue;
            }
            if (open != one.group)
                m_lines.push_back({"", one.group + ":", Stands::InAfterOnly});
            open = one.group;
            m_lines.push_back({"", in + one.key + ": " + one.value.plain, Stands::InAfterOnly});
        }
        std::size_t shift = 0;
        for (const auto& [place, one] : m_emptyKeys) {
            m_settings.push_back({one.group + "." + one.key, one.value.text});
            m_lines.insert(m_lines.begin() + static_cast<std::ptrdiff_t>(place + shift),
                           {"", in + one.key + ": " + one.value.plain, Stands::InAfterOnly});
            ++shift;
        }
    }

    SeededRandom m_random;
    std::size_t m_step = 2;
    bool m_nested = false;
    bool m_endsInBlock = false;
    std::size_t m_used = 0;
    std::vector<GeneratedLine> m_lines;
    std::vector<config::Setting> m_settings;
    std::vector<Absent> m_absent;
    std::vector<std::pair<std::size_t, Absent>> m_emptyKeys;
};

} // namespace

GeneratedCase generatedYaml(std::uint64_t seed) {
    return Writer(seed).make();
}

} // namespace certwright::test

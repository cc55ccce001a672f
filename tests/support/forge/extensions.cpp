// Why: see extensions.h.
#include "tests/support/forge/extensions.h"

#include <algorithm>

namespace certwright::forge {

namespace {

struct Made {
    std::string key;
    Bytes der;
};

Bytes extension(const std::string& dotted, const std::string& critical, unsigned tag, const Bytes& value) {
    std::vector<Bytes> parts = {oid(dotted)};
    if (critical == "true")
        parts.push_back(boolean(0xFF));
    else if (critical == "ber-true")
        parts.push_back(boolean(0x01));
    else if (critical == "explicit-false")
        parts.push_back(boolean(0x00));
    else if (critical != "false")
        throw BadCase("critical is no such thing: " + critical);
    parts.push_back(tlv(tag, value));
    return sequence(parts);
}

// make appends the extension that `node` orders, once or twice.
void make(std::vector<Made>& all, const Kind& kind, const YAML::Node& node, const std::string& where) {
    Fields fields(node.IsMap() ? node : YAML::Node(), where + "." + kind.key);
    const std::string dotted = fields.text("oid", kind.oid);
    const std::string critical = fields.text("critical", kind.critical ? "true" : "false");
    const auto der = fields.hex("der");
    const Bytes trailing = fields.hex("trailing").value_or(Bytes{});
    const bool twice = fields.flag("twice");
    const auto tag = static_cast<unsigned>(fields.number("tag").value_or(0x04));
    const auto value = fields.find("value");
    const YAML::Node rest = node.IsMap() ? fields.rest() : node;
    const bool usual = node.IsMap() && rest.size() == 0 && kind.usual.IsDefined();
    const Bytes content = der ? *der
                              : kind.value(value   ? *value
                                           : usual ? kind.usual
                                                   : rest,
                                           where + "." + kind.key);
    fields.done();
    const Bytes made = extension(dotted, critical, tag, join({content, trailing}));
    all.insert(all.end(), twice ? 2 : 1, {kind.key, made});
}

void reorder(std::vector<Made>& all, const std::vector<std::string>& order) {
    const auto rank = [&order](const Made& made) {
        return std::find(order.begin(), order.end(), made.key) - order.begin();
    };
    std::stable_sort(all.begin(), all.end(), [&](const Made& a, const Made& b) { return rank(a) < rank(b); });
}

} // namespace

std::optional<Bytes> extensionList(Fields& fields, const std::vector<Kind>& kinds) {
    const bool none = fields.isNone("extensions");
    std::vector<Made> all;
    for (const Kind& kind : kinds) {
        const bool absent = fields.isNone(kind.key);
        const auto node = fields.find(kind.key);
        if (node)
            make(all, kind, *node, fields.where());
        else if (!absent && !none && kind.usual.IsDefined())
            make(all, kind, kind.usual, fields.where());
    }
    const Kind raw{"raw", "1.3.6.1.4.1.55555.1", false, [](const auto&, const auto&) { return null(); }, {}};
    for (const YAML::Node& node : fields.list("extensions"))
        make(all, raw, node, fields.where());
    reorder(all, fields.texts("extension-order"));
    if (all.empty() && !fields.flag("empty-extensions"))
        return std::nullopt;
    fields.find("empty-extensions");
    std::vector<Bytes> parts;
    for (const Made& made : all)
        parts.push_back(made.der);
    return sequence(parts);
}

} // namespace certwright::forge

// Why: see times.h.
#include "tests/support/forge/times.h"

#include "core/base/clock.h"

namespace certwright::forge {

namespace {

constexpr unsigned utcTime = 0x17;
constexpr unsigned generalizedTime = 0x18;

Bytes usual(const std::string& text) {
    const auto time = base::parseTime(text);
    if (!time)
        throw BadCase("no time: " + text);
    std::string digits;
    for (const char c : base::formatIso(*time))
        if (c >= '0' && c <= '9')
            digits += c;
    const bool isShort = digits >= "1950" && digits < "2050";
    return tlv(isShort ? utcTime : generalizedTime, base::toBytes(digits.substr(isShort ? 2 : 0) + "Z"));
}

} // namespace

Bytes timeOf(const YAML::Node& node, const std::string& where) {
    if (node.IsScalar())
        return usual(node.Scalar());
    Fields fields(node, where);
    const auto utc = fields.text("utc");
    const auto generalized = fields.text("generalized");
    const std::string text = fields.text("text", "");
    const auto tag = static_cast<unsigned>(fields.number("tag").value_or(utcTime));
    fields.done();
    if (utc)
        return tlv(utcTime, base::toBytes(*utc));
    return generalized ? tlv(generalizedTime, base::toBytes(*generalized)) : tlv(tag, base::toBytes(text));
}

} // namespace certwright::forge

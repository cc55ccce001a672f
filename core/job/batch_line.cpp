// Why: see batch_line.h.
#include "core/job/batch_line.h"

#include <algorithm>
#include <limits>

#include <nlohmann/json.hpp>

#include "core/job/validation.h"

namespace certwright::job {

namespace {

using nlohmann::json;

// Misunderstood names the field that a line was refused for.
struct Misunderstood {
    std::string_view error;
    std::string field;
};

// Fields reads the members of one question; the first that is not as documented is kept as the refusal.
class Fields {
  public:
    explicit Fields(const json& line)
        : m_line(line) {}

    const std::optional<Misunderstood>& refusal() const { return m_refusal; }

    std::optional<std::string> text(const char* field);
    std::vector<std::string> texts(const char* field);
    std::vector<ValidationPart> parts(const char* field);
    std::optional<long long> number(const char* field, long long smallest);
    check::PolicyFlag flag(const char* field);
    void refuse(const char* field, std::string_view error = "bad-field");

  private:
    const json* member(const char* field) const;

    const json& m_line;
    std::optional<Misunderstood> m_refusal;
};

const json* Fields::member(const char* field) const {
    const auto found = m_line.find(field);
    return found == m_line.end() || found->is_null() ? nullptr : &*found;
}

void Fields::refuse(const char* field, std::string_view error) {
    if (!m_refusal)
        m_refusal = Misunderstood{error, field};
}

std::optional<std::string> Fields::text(const char* field) {
    const json* value = member(field);
    if (value == nullptr)
        return std::nullopt;
    if (!value->is_string()) {
        refuse(field);
        return std::nullopt;
    }
    return value->get<std::string>();
}

std::vector<std::string> Fields::texts(const char* field) {
    std::vector<std::string> found;
    const json* value = member(field);
    if (value == nullptr)
        return found;
    if (!value->is_array())
        refuse(field);
    else
        for (const json& item : *value)
            if (item.is_string())
                found.push_back(item.get<std::string>());
            else
                refuse(field);
    return found;
}

std::vector<ValidationPart> Fields::parts(const char* field) {
    std::vector<ValidationPart> found;
    for (const std::string& content : texts(field))
        found.push_back(
            {std::string(field) + "[" + std::to_string(found.size()) + "]", base::toBytes(content)});
    return found;
}

std::optional<long long> Fields::number(const char* field, long long smallest) {
    const json* value = member(field);
    if (value == nullptr)
        return std::nullopt;
    if (!value->is_number_integer() || value->get<long long>() < smallest) {
        refuse(field);
        return std::nullopt;
    }
    return value->get<long long>();
}

check::PolicyFlag Fields::flag(const char* field) {
    const json* value = member(field);
    if (value != nullptr && !value->is_boolean())
        refuse(field);
    const bool on = value != nullptr && value->is_boolean() && value->get<bool>();
    return on ? check::PolicyFlag::On : check::PolicyFlag::Off;
}

check::Policy policyOf(Fields& fields) {
    const auto named = check::policyNamed(fields.text("policy").value_or("service"));
    if (!named)
        fields.refuse("policy");
    check::Policy policy = named.value_or(check::Policy{});
    policy.host = fields.text("host");
    policy.ip = fields.text("ip");
    policy.email = fields.text("email");
    const std::string purpose = fields.text("purpose").value_or("server");
    if (purpose != "server" && purpose != "client")
        fields.refuse("purpose");
    policy.purpose = purpose == "client" ? check::Purpose::Client : check::Purpose::Server;
    if (const auto depth = fields.number("max_depth", 0))
        policy.maximumDepth = static_cast<int>(std::min<long long>(*depth, policy.maximumDepth));
    policy.inputs.initialPolicies = fields.texts("initial_policies");
    policy.inputs.explicitPolicy = fields.flag("explicit_policy");
    policy.inputs.inhibitMapping = fields.flag("inhibit_mapping");
    policy.inputs.inhibitAny = fields.flag("inhibit_any");
    return policy;
}

ValidationOrder orderOf(Fields& fields, base::Time now) {
    ValidationOrder order;
    order.policy = policyOf(fields);
    order.trusted = fields.parts("trusted");
    order.untrusted = fields.parts("untrusted");
    order.crls = fields.parts("crls");
    const auto leaf = fields.text("leaf");
    if (!leaf)
        fields.refuse("leaf", "missing-field");
    order.leaf = {"leaf", base::toBytes(leaf.value_or(""))};
    order.at = now;
    if (const auto at = fields.text("at")) {
        const auto time = base::parseRfc3339(*at);
        if (!time)
            fields.refuse("at");
        order.at = time.value_or(now);
    }
    return order;
}

json answerOf(const check::Verdict& verdict) {
    json codes = json::array();
    for (const check::Finding& finding : verdict.findings) {
        const std::string_view code = check::codeOf(finding);
        if (std::ranges::find(codes, code) == codes.end())
            codes.push_back(code);
    }
    json path = json::array();
    for (const base::Bytes& fingerprint : verdict.fingerprints)
        path.push_back(base::toHex(fingerprint));
    return {{"valid", verdict.valid()}, {"findings", std::move(codes)}, {"path", std::move(path)}};
}

json refusalOf(const Misunderstood& refusal) {
    json answer = {{"valid", false},
                   {"findings", json::array({"batch.line"})},
                   {"path", json::array()},
                   {"error", refusal.error}};
    if (!refusal.field.empty())
        answer["field"] = refusal.field;
    return answer;
}

json idOf(const json& line) {
    const auto id = line.is_object() ? line.find("id") : line.end();
    const bool given = line.is_object() && id != line.end() && (id->is_string() || id->is_number());
    return given ? *id : json();
}

json answer(const json& line, base::Time now, secret::SecretAccess access) {
    if (!line.is_object())
        return refusalOf({line.is_discarded() ? "not-json" : "not-an-object", {}});
    Fields fields(line);
    ValidationOrder order = orderOf(fields, now);
    if (fields.refusal())
        return refusalOf(*fields.refusal());
    return answerOf(validate(std::move(order), access));
}

} // namespace

std::string answerLine(std::string_view text, base::Time now, secret::SecretAccess access) {
    const json line =
        text.size() > maximumLine ? json() : json::parse(text.begin(), text.end(), nullptr, false);
    json said = text.size() > maximumLine ? refusalOf({"too-long", {}}) : answer(line, now, access);
    said["id"] = idOf(line);
    return said.dump(-1, ' ', false, json::error_handler_t::replace);
}

} // namespace certwright::job

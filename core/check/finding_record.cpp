// Why: one generic writer and reader over fields(), so that a new finding needs no code of its own here.
#include "core/check/finding_record.h"

#include <nlohmann/json.hpp>
#include <utility>

namespace certwright::check {

namespace {

using nlohmann::json;

json encoded(base::Time time) {
    return base::formatIso(time);
}
template <typename Value> json encoded(const Value& value) {
    return value;
}

bool decode(const json& data, base::Time& value) {
    const auto time = data.is_string() ? base::parseTime(data.get<std::string>()) : std::nullopt;
    value = time.value_or(base::Time{});
    return time.has_value();
}
bool decode(const json& data, std::string& value) {
    if (data.is_string())
        value = data.get<std::string>();
    return data.is_string();
}
bool decode(const json& data, std::vector<std::string>& value) {
    if (!data.is_array())
        return false;
    for (const json& item : data) {
        if (!item.is_string())
            return false;
        value.push_back(item.get<std::string>());
    }
    return true;
}
template <typename Number>
requires std::is_integral_v<Number>
bool decode(const json& data, Number& value) {
    if (data.is_boolean() || !data.is_number_integer())
        return false;
    value = data.get<Number>();
    return true;
}

// bodyOf returns the body if `code` is one of its codes and `data` has all of its fields.
template <typename Body> std::optional<FindingBody> bodyOf(std::string_view code, const json& data) {
    constexpr bool family = requires(const Body& one) {
        one.ownCode();
    };
    const bool named =
        family ? code.starts_with(Body::code.substr(0, Body::code.find('.') + 1)) : Body::code == code;
    if (!named)
        return std::nullopt;
    Body body;
    bool good = true;
    body.fields([&](const char* name, const auto& member) {
        // fields() shows members as const; `body` itself is not.
        auto& field = const_cast<std::remove_cvref_t<decltype(member)>&>(member); // NOLINT
        const auto found = data.find(name);
        good = good && found != data.end() && decode(*found, field);
    });
    if constexpr (family)
        good = good && body.ownCode() == code;
    return good ? std::optional<FindingBody>(FindingBody(std::move(body))) : std::nullopt;
}

std::optional<FindingBody> bodyFrom(std::string_view code, const json& data) {
    std::optional<FindingBody> found;
    FindingBodies::each([&]<typename Body>() {
        if (!found)
            found = bodyOf<Body>(code, data);
    });
    return found;
}

std::optional<Severity> severityFrom(const json& name) {
    for (const Severity severity : {Severity::Blocker, Severity::Warning, Severity::Note})
        if (name == severityName(severity))
            return severity;
    return std::nullopt;
}

} // namespace

std::string recordOf(const Finding& finding) {
    json data = json::object();
    finding.body.visit([&](const auto& body) {
        body.fields([&](const char* name, const auto& field) { data[name] = encoded(field); });
    });
    const json record = {{"code", codeOf(finding)},
                         {"severity", severityName(finding.severity)},
                         {"subject", finding.subject},
                         {"data", data}};
    return record.dump(-1, ' ', false, json::error_handler_t::replace);
}

std::optional<Finding> findingFrom(std::string_view text) {
    const json record = json::parse(text.begin(), text.end(), nullptr, false);
    if (!record.is_object())
        return std::nullopt;
    const json code = record.value("code", json());
    const json subject = record.value("subject", json());
    const json data = record.value("data", json());
    const auto severity = severityFrom(record.value("severity", json()));
    if (!code.is_string() || !subject.is_string() || !data.is_object() || !severity)
        return std::nullopt;
    auto body = bodyFrom(code.get<std::string>(), data);
    if (!body)
        return std::nullopt;
    return Finding{*severity, subject.get<std::string>(), std::move(*body)};
}

} // namespace certwright::check

// Why: one generic writer over fields(), so that a new finding needs no JSON code of its own.
#include "ui/text/json_findings.h"

#include "core/base/clock.h"
#include "core/base/utf8.h"
#include "ui/text/error_text.h"
#include "ui/text/finding_text.h"
#include "ui/text/json_mistake.h"

namespace certwright::text {

namespace {

Json value(const std::string& text) {
    return base::printable(text);
}
Json value(base::Time time) {
    return base::formatIso(time);
}
Json value(const std::vector<std::string>& items) {
    Json out = Json::array();
    for (const std::string& item : items)
        out.push_back(base::printable(item));
    return out;
}
template <typename Number> Json value(Number number) requires std::is_arithmetic_v<Number> {
    return number;
}

template <typename Words> Json words(const Words& text) {
    return {{"sentence", text.sentence.toStdString()}, {"nextStep", text.nextStep.toStdString()}};
}

} // namespace

Json jsonOf(const check::Finding& finding, const Books& books) {
    Json data = Json::object();
    finding.body.visit([&](const auto& body) {
        body.fields([&](const char* name, const auto& field) { data[name] = value(field); });
    });
    return {{"code", check::codeOf(finding)},
            {"severity", check::severityName(finding.severity)},
            {"subject", base::printable(finding.subject)},
            {"data", data},
            {"text",
             {{"en", words(findingText(finding, books.english))},
              {"zh", words(findingText(finding, books.chinese))}}}};
}

Json jsonOf(const check::Findings& findings, const Books& books) {
    Json out = Json::array();
    for (const check::Finding& finding : findings)
        out.push_back(jsonOf(finding, books));
    return out;
}

Json jsonOf(const base::Error& error, const Books& books) {
    const ErrorText english = errorText(error, books.english);
    Json out{{"code", base::errorCodeName(error.code)},
             {"subject", base::printable(error.subject)},
             {"detail", english.detail.toStdString()},
             {"text", {{"en", words(english)}, {"zh", words(errorText(error, books.chinese))}}}};
    if (const auto mistake = profile::mistakeIn(error.detail))
        out["mistake"] = jsonOf(*mistake, books);
    return out;
}

} // namespace certwright::text

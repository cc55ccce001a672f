// Why: see json_mistake.h.
#include "ui/text/json_mistake.h"

#include "ui/text/mistake_text.h"

namespace certwright::text {

namespace {

Json words(const profile::Mistake& mistake, const Phrasebook& book) {
    const MistakeText text = mistakeText(mistake, book);
    return {{"wrong", text.wrong.toStdString()}, {"allowed", text.allowed.toStdString()}};
}

} // namespace

Json jsonOf(const profile::Mistake& mistake, const Books& books) {
    Json out{
        {"code", profile::mistakeName(mistake.code)}, {"line", mistake.line}, {"column", mistake.column}};
    const auto add = [&out](const char* name, const std::string& value) {
        if (!value.empty())
            out[name] = value;
    };
    add("found", mistake.found);
    add("field", mistake.field);
    if (!mistake.allowed.empty())
        out["allowed"] = mistake.allowed;
    if (mistake.minimum)
        out["minimum"] = *mistake.minimum;
    if (mistake.maximum)
        out["maximum"] = *mistake.maximum;
    add("other", mistake.other);
    add("parser", mistake.detail);
    out["text"] = {{"en", words(mistake, books.english)}, {"zh", words(mistake, books.chinese)}};
    return out;
}

} // namespace certwright::text

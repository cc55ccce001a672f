// Why: see json_scan.h.
#include "ui/text/json_scan.h"

#include <algorithm>

#include <fmt/format.h>

#include "core/base/utf8.h"
#include "ui/text/json_document.h"

namespace certwright::text {

namespace {

std::string lineOf(const Json& object) {
    return object.dump(-1, ' ', false, Json::error_handler_t::replace);
}

Json pathsOf(const std::vector<std::string>& paths) {
    Json out = Json::array();
    for (const std::string& path : paths)
        out.push_back(base::printable(path));
    return out;
}

const char* damageName(document::DamageKind kind) {
    switch (kind) {
    case document::DamageKind::Unterminated:
        return "unterminated";
    case document::DamageKind::BadBase64:
        return "base64";
    case document::DamageKind::BadContent:
        break;
    }
    return "content";
}

} // namespace

std::string scanLine(const scan::Found& thing, base::Time now) {
    Json out{
        {"type", "found"},    {"path", base::printable(thing.path)},     {"kind", scan::kindName(thing.kind)},
        {"size", thing.size}, {"mode", fmt::format("{:o}", thing.mode)}, {"conditions", Json::array()}};
    for (const scan::Condition condition : thing.conditions)
        out["conditions"].push_back(scan::conditionName(condition));
    if (thing.kind != scan::Kind::Foreign && thing.kind != scan::Kind::Damaged)
        out["read"] = thing.item != nullptr;
    if (thing.item != nullptr)
        out.update(jsonOf(*thing.item, now));
    if (!thing.keyId.empty())
        out["keySha256"] = base::toHex(thing.keyId);
    if (!thing.format.empty())
        out["format"] = thing.format;
    if (thing.damage != nullptr) {
        out["label"] = base::printable(thing.damage->label);
        out["damage"] = damageName(thing.damage->kind);
        out["line"] = thing.line;
    }
    return lineOf(out);
}

std::string scanLine(const scan::Pair& pair) {
    return lineOf({{"type", "pair"},
                   {"keys", pathsOf(pair.keys)},
                   {"certificates", pathsOf(pair.certificates)},
                   {"count", pair.count}});
}

std::string scanLine(const scan::Duplicate& duplicate) {
    return lineOf({{"type", "duplicate"},
                   {"kind", scan::kindName(duplicate.kind)},
                   {"paths", pathsOf(duplicate.paths)},
                   {"count", duplicate.count}});
}

std::string unreadableLine(const base::Error& error) {
    return lineOf({{"type", "unreadable"},
                   {"path", base::printable(error.subject)},
                   {"code", base::errorCodeName(error.code)}});
}

Json summaryOf(const scan::Tally& tally) {
    Json found = Json::object();
    for (std::size_t i = 0; i < scan::kindCount; ++i)
        found[std::string(scan::kindName(static_cast<scan::Kind>(i)))] = tally.kinds.at(i);
    Json conditions = Json::object();
    for (std::size_t i = 0; i < scan::conditionCount; ++i)
        conditions[std::string(scan::conditionName(static_cast<scan::Condition>(i)))] =
            tally.conditions.at(i);
    return {{"files", tally.files},
            {"folders", tally.folders},
            {"found", found},
            {"conditions", conditions},
            {"keysWithCertificate", tally.keysWithCertificate},
            {"keysAlone", tally.keysAlone},
            {"certificatesWithKey", tally.certificatesWithKey},
            {"duplicates", tally.duplicates},
            {"unreadable", tally.unreadable},
            {"passedOver",
             {{"links", tally.links},
              {"special", tally.special},
              {"virtual", tally.made},
              {"deep", tally.deep},
              {"large", tally.large}}}};
}

} // namespace certwright::text

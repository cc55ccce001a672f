// Why: see service_list.h.
#include "core/job/service_list.h"

#include <algorithm>

#include <nlohmann/json.hpp>

#include "core/base/utf8.h"
#include "core/files/path.h"

namespace certwright::job {

namespace {

using Json = nlohmann::ordered_json;

constexpr int version = 1;
constexpr int deepest = 4;
constexpr std::size_t longestId = 64;
constexpr std::size_t longestPath = 4096;
constexpr std::size_t identityDigits = 32;

std::string textAt(const Json& object, const char* key) {
    const auto found = object.find(key);
    return found != object.end() && found->is_string() ? found->get<std::string>() : std::string();
}

bool isPath(const std::string& text) {
    return text.size() <= longestPath && files::isAbsolute(text) && text.find('\0') == std::string::npos;
}

bool isIdentity(const std::string& text) {
    return text.size() == identityDigits &&
           std::ranges::all_of(text, [](char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'); });
}

std::optional<KnownService> entryOf(const Json& object) {
    if (!object.is_object())
        return std::nullopt;
    KnownService entry{textAt(object, "service"), textAt(object, "root"), textAt(object, "home"),
                       textAt(object, "identity")};
    const bool whole = !entry.service.empty() && entry.service.size() <= longestId && isPath(entry.root) &&
                       (entry.home.empty() || isPath(entry.home)) &&
                       (entry.identity.empty() || isIdentity(entry.identity));
    return whole ? std::optional(std::move(entry)) : std::nullopt;
}

// The parser keeps nothing that lies deeper than our own lists go.
Json parsed(std::string_view text) {
    const auto keep = [](int depth, nlohmann::detail::parse_event_t, Json&) { return depth <= deepest; };
    return Json::parse(text.begin(), text.end(), keep, false);
}

} // namespace

ReadList readList(std::string_view text) {
    ReadList read;
    const Json object = parsed(text);
    const auto services = object.is_object() ? object.find("services") : object.end();
    const bool ours = object.is_object() && object.value("version", Json()) == Json(version) &&
                      services != object.end() && services->is_array();
    read.damaged = !ours;
    if (!object.is_object() || services == object.end() || !services->is_array())
        return read;
    read.list.setAside = object.value("setAside", Json()) == Json(true);
    for (const Json& item : *services) {
        auto entry = entryOf(item);
        if (entry && read.list.services.size() < mostServices)
            read.list.services.push_back(std::move(*entry));
        else
            read.damaged = true;
    }
    return read;
}

std::string listText(const ServiceList& list) {
    Json services = Json::array();
    for (const KnownService& entry : list.services)
        services.push_back({{"service", entry.service},
                            {"root", entry.root},
                            {"home", entry.home},
                            {"identity", entry.identity}});
    Json object{{"version", version}, {"services", std::move(services)}};
    if (list.setAside)
        object["setAside"] = true;
    return object.dump(2, ' ', false, Json::error_handler_t::replace) + '\n';
}

} // namespace certwright::job

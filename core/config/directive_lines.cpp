// Why: what the three lexers share.
#include "core/config/directive_lines.h"

#include <algorithm>

namespace certwright::config {

std::string lowered(std::string_view text) {
    std::string lower(text);
    for (char& c : lower)
        if (c >= 'A' && c <= 'Z')
            c = static_cast<char>(c - 'A' + 'a');
    return lower;
}

std::optional<Directive> commentSetting(std::string_view line, std::size_t offset, std::size_t number) {
    static constexpr std::string_view nameOctets =
        "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_-.";
    const std::size_t name = line.find_first_not_of(" \t", 1);
    if (!line.starts_with('#') || name == std::string_view::npos)
        return std::nullopt;
    const std::size_t colon = line.find_first_not_of(nameOctets, name);
    if (colon == std::string_view::npos || colon == name || line[colon] != ':')
        return std::nullopt;
    const std::size_t stop = line.find_last_not_of(" \t\r") + 1;
    const std::size_t start = std::min(line.find_first_not_of(" \t\r", colon + 1), stop);
    // "# http://x" is no setting.
    if (start == colon + 1 && start < stop)
        return std::nullopt;
    return Directive{"#" + std::string(line.substr(name, colon - name)),
                     std::string(line.substr(start, stop - start)),
                     offset,
                     offset + stop,
                     offset + start,
                     offset + stop,
                     number,
                     Quoting::Bare,
                     start == stop ? std::string_view("no value") : std::string_view()};
}

DirectiveText readDirectives(std::string_view text, Syntax syntax) {
    switch (syntax) {
    case Syntax::Nginx:
        return readNginx(text);
    case Syntax::Redis:
        return readRedis(text);
    case Syntax::Postgresql:
        break;
    }
    return readPostgresql(text);
}

} // namespace certwright::config

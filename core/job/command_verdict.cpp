// Why: see command_verdict.h.
#include "core/job/command_verdict.h"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>
#include <vector>

namespace certwright::job {

namespace {

constexpr std::size_t longestDetail = 2000;

// The first that fits counts: an error number says more than the name of what failed.
constexpr std::array<std::pair<std::string_view, std::string_view>, 22> signs{{
    {"directive is duplicate", "duplicate-directive"},
    {"duplicate listen options", "duplicate-directive"},
    {"unknown directive", "unknown-directive"},
    {"Address already in use", "address-in-use"},
    {"could not bind()", "address-in-use"},
    {"Permission denied", "permission"},
    {"Operation not permitted", "permission"},
    {"key values mismatch", "key"},
    {"cannot load certificate key", "key"},
    {"PEM_read_bio_PrivateKey", "key"},
    {"SSL_CTX_use_PrivateKey", "key"},
    {"ssl_certificate_key", "key"},
    {"could not load private key", "key"},
    {"Failed to load private key", "key"},
    {"No such file or directory", "file"},
    {"cannot load certificate", "certificate"},
    {"SSL_CTX_load_verify_locations", "certificate"},
    {"X509_LOOKUP_load_file", "certificate"},
    {"ssl_certificate", "certificate"},
    {"PEM_read_bio_X509", "certificate"},
    {"could not load server certificate", "certificate"},
    {"Failed to load certificate", "certificate"},
}};

std::vector<std::string_view> linesOf(std::string_view text) {
    std::vector<std::string_view> lines;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find('\n'), text.size());
        if (end > 0)
            lines.push_back(text.substr(0, end));
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return lines;
}

std::optional<std::string_view> reasonIn(std::string_view line) {
    for (const auto& [sign, reason] : signs)
        if (line.find(sign) != std::string_view::npos)
            return reason;
    return std::nullopt;
}

std::string_view decisiveLine(const std::vector<std::string_view>& lines) {
    for (const std::string_view level : {"[emerg]", "[error]", "[alert]", "[crit]"})
        for (const std::string_view line : lines)
            if (line.find(level) != std::string_view::npos)
                return line;
    for (auto line = lines.rbegin(); line != lines.rend(); ++line)
        if (reasonIn(*line))
            return *line;
    return lines.empty() ? std::string_view{} : lines.back();
}

bool isDigit(char c) {
    return c >= '0' && c <= '9';
}

// "… in /etc/nginx/nginx.conf:12" ends nginx's sentences; else the first quoted path is what it is about.
std::string placeIn(std::string_view line) {
    const std::size_t colon = line.rfind(':');
    const std::size_t in = line.rfind(" in /");
    if (in != std::string_view::npos && colon != std::string_view::npos && colon > in &&
        colon + 1 < line.size() &&
        std::all_of(line.begin() + static_cast<std::ptrdiff_t>(colon) + 1, line.end(), isDigit))
        return std::string(line.substr(in + 4));
    const std::size_t quote = line.find("\"/");
    const std::size_t end = quote == std::string_view::npos ? quote : line.find('"', quote + 1);
    return end == std::string_view::npos ? std::string{}
                                         : std::string(line.substr(quote + 1, end - quote - 1));
}

std::string detailOf(std::string_view output) {
    std::string detail(output.size() > longestDetail ? output.substr(output.size() - longestDetail) : output);
    std::ranges::replace_if(
        detail, [](char c) { return c != '\n' && (c == 0x7F || static_cast<unsigned char>(c) < 0x20); }, ' ');
    while (detail.ends_with('\n') || detail.ends_with(' '))
        detail.pop_back();
    return detail;
}

} // namespace

CommandVerdict verdictOf(std::string_view output) {
    const std::string_view line = decisiveLine(linesOf(output));
    return {std::string(reasonIn(line).value_or("other")), placeIn(line), detailOf(output)};
}

} // namespace certwright::job

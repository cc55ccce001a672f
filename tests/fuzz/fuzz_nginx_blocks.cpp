// Why: an nginx config comes from anywhere; wherever a line is put in, it is found there again, and taking it
// out leaves the octets that were there.
#include <cstdint>
#include <cstdlib>

#include "core/config/nginx_blocks.h"

namespace {

using namespace certwright;

constexpr std::string_view line = "include certwright/tls.conf;";

void require(bool holds) {
    if (!holds)
        std::abort();
}

void putInAndTakeOut(const std::string& text, const config::NginxBlock& block, std::size_t number) {
    const auto edited = config::applyEdits(text, {config::insertInto(text, block, line)});
    require(edited.has_value());
    const auto again = config::nginxBlocks(*edited, "server");
    require(again.has_value() && again->size() > number);
    const auto* directive = (*again)[number].find("include", "certwright/tls.conf");
    require(directive != nullptr);
    const auto undone = config::applyEdits(*edited, {config::takeOut(*edited, *directive)});
    require(undone.has_value());
    if (block.find("include", "certwright/tls.conf") == nullptr)
        require(*undone == text);
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string text(reinterpret_cast<const char*>(data), size);
    const auto blocks = config::nginxBlocks(text, "server");
    if (!blocks)
        return 0;
    for (std::size_t i = 0; i < blocks->size() && i < 8; ++i)
        putInAndTakeOut(text, (*blocks)[i], i);
    return 0;
}

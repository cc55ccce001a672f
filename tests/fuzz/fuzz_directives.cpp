// Why: a config of nginx, Redis or PostgreSQL comes from anywhere; whatever stands in it, an edit must apply,
// hold, and be undone to the octet.
#include <algorithm>
#include <cstdint>
#include <cstdlib>

#include "core/config/directives.h"
#include "tests/core/config/inverse_edits.h"

namespace {

using namespace certwright;

void require(bool holds) {
    if (!holds)
        std::abort();
}

void requireHeld(const std::string& text, config::Syntax syntax,
                 const std::vector<config::Setting>& settings) {
    for (const config::Setting& setting : settings) {
        const auto found = config::occurrencesOf(text, syntax, setting.key);
        require(setting.value.empty() ? found.empty()
                                      : !found.empty() && found.back().value == setting.value);
    }
}

} // namespace

// The first octet of the input chooses the syntax, the rest of its first line is the value, then comes the
// text.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    if (size == 0)
        return 0;
    const auto syntax = static_cast<config::Syntax>(data[0] % 3);
    const std::string_view input(reinterpret_cast<const char*>(data + 1), size - 1);
    const std::size_t cut = std::min(input.find('\n'), input.size());
    const std::string text(input.substr(std::min(cut + 1, input.size())));
    const std::vector<config::Setting> settings{
        {"ssl", std::string(input.substr(0, cut))}, {"ssl_crl", "/a b"}, {"port", ""}, {"#sealed", "cw1.x"}};
    static_cast<void>(config::repeatedKeys(text, syntax, {"ssl", "#sealed"}));
    const auto edits = config::editDirectives(text, syntax, settings);
    if (!edits)
        return 0;
    require(config::checkDirectives(text, syntax).has_value());
    const auto edited = config::applyEdits(text, *edits);
    require(edited.has_value());
    requireHeld(*edited, syntax, settings);
    const auto again = config::editDirectives(*edited, syntax, settings);
    require(again.has_value() && again->empty());
    const auto undone = config::applyEdits(*edited, test::inverseEdits(text, *edits));
    require(undone.has_value() && *undone == text);
    return 0;
}

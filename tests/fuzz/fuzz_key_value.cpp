// Why: a conf comes from anywhere; whatever stands in it, an edit must apply, hold, and be undone to the
// octet.
#include <algorithm>
#include <cstdint>
#include <cstdlib>

#include "core/config/key_value.h"
#include "tests/core/config/inverse_edits.h"

namespace {

using namespace certwright;

void require(bool holds) {
    if (!holds)
        std::abort();
}

} // namespace

// The first line of the input is the value, the rest the text.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view input(reinterpret_cast<const char*>(data), size);
    const std::size_t cut = std::min(input.find('\n'), input.size());
    const std::string text(input.substr(std::min(cut + 1, input.size())));
    const std::vector<config::Setting> settings{{"server_key_mm", std::string(input.substr(0, cut))},
                                                {"crl", "keys/ca.crl"}};
    static_cast<void>(config::repeatedKeys(text));
    const auto edits = config::editKeyValue(text, settings);
    if (!edits)
        return 0;
    const auto edited = config::applyEdits(text, *edits);
    require(edited.has_value());
    const auto again = config::editKeyValue(*edited, settings);
    require(again.has_value() && again->empty());
    for (const config::Setting& setting : settings) {
        const auto found = config::occurrencesOf(*edited, setting.key);
        require(found.size() == 1 && found.front().value == setting.value);
    }
    const auto undone = config::applyEdits(*edited, test::inverseEdits(text, *edits));
    require(undone.has_value() && *undone == text);
    static_cast<void>(config::lineDifferences(text, *edited, 3));
    return 0;
}

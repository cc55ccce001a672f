// Why: a config.yaml comes from anywhere; whatever stands in it, an edit must apply, hold, and be undone to
// the octet.
#include <algorithm>
#include <cstdint>
#include <cstdlib>

#include "core/config/yaml.h"
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
    const std::vector<config::Setting> settings{
        {"a.b", std::string(input.substr(0, cut))}, {"a.c.d", "x y"}, {"e", "2027-11-21 12:00:00"}};
    static_cast<void>(config::repeatedYamlKeys(text));
    static_cast<void>(config::yamlScalar(text, "a.b"));
    const auto edits = config::editYaml(text, settings);
    if (!edits)
        return 0;
    const auto edited = config::applyEdits(text, *edits);
    require(edited.has_value());
    const auto again = config::editYaml(*edited, settings);
    require(again.has_value() && again->empty());
    for (const config::Setting& setting : settings) {
        const auto found = config::yamlScalar(*edited, setting.key);
        require(found.has_value() && found->has_value() && (*found)->value == setting.value);
    }
    const auto undone = config::applyEdits(*edited, test::inverseEdits(text, *edits));
    require(undone.has_value() && *undone == text);
    static_cast<void>(config::lineDifferences(text, *edited, 3));
    return 0;
}

// Why: whoever asks by a pipe may send anything; each line gets one answer and nothing else happens.
#include <cstdint>
#include <string_view>

#include <nlohmann/json.hpp>

#include "core/job/batch_line.h"

using namespace certwright;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view line(reinterpret_cast<const char*>(data), size); // NOLINT
    const base::Time now = *base::parseTime("2026-06-01T00:00:00Z");
    const std::string answer = job::answerLine(line, now, secret::SecretAccess::grant());
    const auto said = nlohmann::json::parse(answer);
    if (answer.find('\n') != std::string::npos || !said.at("valid").is_boolean() || !said.contains("id"))
        __builtin_trap();
    return 0;
}
